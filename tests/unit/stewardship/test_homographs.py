"""A name that looks like another is told to be the same, and a word of two alphabets is noticed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places.folding import fold
from stewardship.duplicates.homographs import looks_like, mixed_scripts

LATIN = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ -19"))


@pytest.mark.parametrize(
    "name",
    [
        "Kl\u0430tr\u0435kveld",
        "Klatre\u200bkveld",
        "Klatre\u00adkveld",
        "\u202eKlatrekveld",
        "Ｋｌａｔｒｅｋｖｅｌｄ",
        "𝐊latrekveld",
        "\u039alatrekveld",
        "KLATREKVELD",
        " Klatrekveld! ",
        "Klátrekveld",
    ],
    ids=[
        "cyrillic",
        "zero width",
        "soft hyphen",
        "turned",
        "wide",
        "bold",
        "greek",
        "capitals",
        "signs around",
        "mark",
    ],
)
def test_what_looks_the_same_is_the_same(name: str) -> None:
    assert looks_like(name) == "klatrekveld"


def test_a_cyrillic_letter_is_seen_under_its_mark() -> None:
    assert looks_like("Ёva") == "eva"


@pytest.mark.parametrize("name", ["Ålesund ÆØÅ", "Áhkká", "Grünerløkka", "Straße"])
def test_our_own_letters_are_folded_as_names_are_everywhere(name: str) -> None:
    assert looks_like(name) == fold(name)


@given(LATIN)
def test_a_latin_name_is_folded_as_everywhere(name: str) -> None:
    assert looks_like(name) == fold(name)


@given(st.text())
def test_looking_twice_changes_nothing(name: str) -> None:
    assert looks_like(looks_like(name)) == looks_like(name)


@pytest.mark.parametrize(
    "name", ["Kl\u0430trekveld", "Turgrupp\u03b1 i Moss", "Kafé Sko\u0433", "Kl\u200b\u0430tre"]
)
def test_a_word_of_two_alphabets_is_noticed(name: str) -> None:
    assert mixed_scripts(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Klatrekveld",
        "Čáhppes Ålesund",
        "Клуб i Oslo",
        "Group Ωμέγα",
        "日本カフェ",
        "مقهى 12",
        "L’été",
        "12-trinn",
        "Ｋafe",
        "a\u0301b",
        "Sáʼmi",
    ],
)
def test_whole_words_of_any_alphabet_are_fine(name: str) -> None:
    assert not mixed_scripts(name)


@given(LATIN)
def test_latin_alone_is_never_mixed(name: str) -> None:
    assert not mixed_scripts(unicodedata.normalize("NFD", name))
