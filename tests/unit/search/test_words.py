"""How a text is cut into words, and which spellings of a word meet."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.words import (
    STOP_WORDS,
    loose,
    loose_stem,
    lower_words,
    lowered,
    spelled_out,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Løping i Trondheim, 34 år!", ["løping", "i", "trondheim", "34", "år"]),
        ("AA-møte", ["aa", "møte"]),
        ("potter's wheel, don’t", ["potters", "wheel", "dont"]),
        ("A\u030alesund", ["ålesund"]),  # a ring of its own, as some keyboards send it
        ('"fot*ball" AND (kor) _under_', ["fot", "ball", "and", "kor", "under"]),
        ("x" * 61 + " kor", ["kor"]),
        ("… – !", []),
    ],
)
def test_a_text_is_cut_into_lower_case_words(text: str, words: list[str]) -> None:
    assert [word.lower for word in words_of(text)] == words


@given(st.text(max_size=80))
def test_every_word_tells_where_it_stood(text: str) -> None:
    words = list(words_of(text))

    assert [lowered(text[word.start : word.end]) for word in words] == [w.lower for w in words]
    assert [word.lower for word in words] == lower_words(text)
    assert all(one.end <= next_.start for one, next_ in pairwise(words))


@pytest.mark.parametrize(
    "spellings",
    [
        ("ålesund", "aalesund", "alesund"),
        ("tromsø", "tromsoe", "tromso"),
        ("bærum", "baerum"),
        ("håndball", "haandball", "handball"),
        ("løping", "loeping", "loping"),
    ],
)
def test_all_ways_to_write_a_word_meet(spellings: tuple[str, ...]) -> None:
    assert len({loose(word) for word in spellings}) == 1
    assert len({loose_stem(word) for word in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("na", "nå"), ("aa", "å"), ("ga", "gå"), ("na", "naa")])
def test_short_names_do_not_meet_everyday_words(one: str, other: str) -> None:
    assert loose(one) != loose(other)
    assert loose_stem(one) != loose_stem(other)


def test_a_short_name_meets_its_spelled_out_form() -> None:
    assert loose("ås") == loose("aas")
    assert loose("bø") == loose("boe")


def test_the_letter_stays_apart_where_nothing_may_be_lost() -> None:
    assert spelled_out("mål") != spelled_out("mal")
    assert spelled_out("mål") == spelled_out("maal")


@given(st.text(alphabet="abdeåæøölrstn", min_size=1, max_size=12))
def test_spelling_a_word_out_does_not_change_where_it_is_found(word: str) -> None:
    assert loose(spelled_out(word)) == loose(word) or word == "å"


def test_names_of_fellowships_are_no_stop_words() -> None:
    assert STOP_WORDS.isdisjoint({"na", "aa", "ga", "vba"})
