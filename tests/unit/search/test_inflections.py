"""Which endings go when wishes are read, and which words must not meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.inflections import english_base, norwegian_base


@pytest.mark.parametrize(
    "forms",
    [
        ("hund", "hunden", "hunder", "hundene", "hundar", "hundane"),
        ("bok", "boka", "boken"),
        ("klatre", "klatrer", "klatret", "klatra", "klatrar"),
        ("hytte", "hytta", "hytter", "hyttene"),
        ("gå", "går", "gikk"),
        ("ri", "rir"),
    ],
)
def test_norwegian_inflections_have_one_base(forms: tuple[str, ...]) -> None:
    assert len({norwegian_base(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bil", "billig"),
        ("mener", "menighet"),
        ("ferdig", "ferdigheter"),
        ("dans", "dansk"),
        ("ro", "rolig"),
        ("dan", "dans"),
    ],
)
def test_words_made_of_others_keep_their_own_base(one: str, other: str) -> None:
    assert norwegian_base(one) != norwegian_base(other)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("dogs", "dog"),
        ("hobbies", "hobby"),
        ("classes", "class"),
        ("walks", "walk"),
        ("chess", "chess"),
        ("tennis", "tennis"),
        ("gas", "gas"),
    ],
)
def test_an_english_plural_has_the_base_of_its_singular(plural: str, singular: str) -> None:
    assert english_base(plural) == singular


@given(st.text(alphabet="abdegiklmnorstuåæø", min_size=1, max_size=15))
def test_a_base_is_never_longer_nor_empty(word: str) -> None:
    assert 0 < len(english_base(word)) <= len(word) + 1
    assert norwegian_base(word)
    assert norwegian_base(word) == "være" or len(norwegian_base(word)) <= len(word) + 1
