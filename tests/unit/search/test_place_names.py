"""A word stands as a name by a capital that was meant, or set apart by commas."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.found import Sentence
from search.place_names import NamesIn


def stands(text: str, word: str, *, means_otherwise: bool = False) -> bool:
    sentence = Sentence(text)
    at = list(sentence.typed).index(word)
    return NamesIn(sentence).stands_as_name(at, means_otherwise=means_otherwise)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("klatring Førde", "Førde", True),
        ("bor i, Sola", "Sola", True),
        ("åleine, førde, 23 år", "førde", True),
        ("jeg er 19, Ås", "Ås", True),
        ("Førde er fint", "Førde", False),
        ("jeg vil klatre. Sand er fint", "Sand", False),
        ("vil klatre med førde", "førde", False),
        ("KLATRING FØRDE", "FØRDE", False),
        ("Vil Ha Klatring Førde Snart", "Førde", False),
        ("jeg heter Lena", "Lena", False),
        ("vil møte Kari Moen", "Moen", False),
        ("kor, ås, 19", "ås", False),
        ("vil klatre og Bo", "Bo", False),
    ],
)
def test_a_word_stands_as_a_name_where_it_is_written_or_set_apart_as_one(
    text: str, word: str, expected: bool
) -> None:
    assert stands(text, word) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19, Ski", True),
        ("klatring Ski", True),
        ("jeg liker Ski", False),
        ("Klatring, Ski", False),
    ],
)
def test_a_word_that_can_be_wished_for_is_a_name_only_where_nothing_leads_to_it_as_a_wish(
    text: str, expected: bool
) -> None:
    assert stands(text, "Ski", means_otherwise=True) == expected


def test_a_wish_in_small_letters_is_never_a_name() -> None:
    assert not stands("kor, ski, 19", "ski", means_otherwise=True)


@given(st.text(max_size=80))
def test_no_first_word_stands_as_a_name(text: str) -> None:
    sentence = Sentence(text)
    if sentence.words:
        assert not NamesIn(sentence).stands_as_name(0, means_otherwise=False)
