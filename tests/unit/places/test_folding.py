"""How names are folded, so that the ways to write one meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places.folding import fold, spellings

NORWEGIAN = st.text(alphabet="abcdeåæøäöáčđŋšŧžÅÆØ -.'", max_size=14)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ålesund", "alesund"),
        ("ÅLESUND", "alesund"),
        ("A\u030alesund", "alesund"),  # a ring of its own, as some keyboards send it
        ("Tromsø", "tromso"),
        ("Bærum", "baerum"),
        ("Kvänangen", "kvaenangen"),
        ("Guovdageaidnu", "guovdageaidnu"),
        ("Čáhcesuolu", "cahcesuolu"),
        ("Porsáŋgu", "porsangu"),
        ("  Nord-Aurdal, ", "nord aurdal"),
        ("St. Hanshaugen", "st hanshaugen"),
        ("Herøy (Nordland)", "heroy nordland"),
        ("７０４１", "7041"),
        ("…", ""),
    ],
)
def test_a_text_folds_to_plain_letters(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Ålesund", ["alesund", "aalesund", "Ålesund", "ÅLESUND", "Aalesund"]),
        ("Tromsø", ["tromso", "tromsoe", "Tromsø", "TROMSØ", "Tromsö"]),
        ("Bærum", ["baerum", "Bærum", "BÆRUM"]),
        ("Kåfjord", ["kafjord", "kaafjord", "KÅFJORD"]),
        ("Aasen", ["Åsen", "asen", "aasen"]),
    ],
)
def test_the_ways_to_write_a_name_are_among_its_spellings(name: str, written: list[str]) -> None:
    assert {fold(way) for way in written} <= spellings(name)


def test_different_names_do_not_meet() -> None:
    assert not spellings("Molde") & spellings("Melde")
    assert not spellings("Bø") & spellings("Bu")


@given(st.one_of(st.text(), NORWEGIAN))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text)

    assert fold(once) == once


@given(st.one_of(st.text(), NORWEGIAN))
def test_a_folded_text_has_only_letters_digits_and_single_spaces(text: str) -> None:
    folded = fold(text)

    assert folded == " ".join(folded.split())
    assert all(sign.isalnum() or sign == " " for sign in folded)


@given(st.one_of(st.text(), NORWEGIAN))
def test_every_spelling_is_folded_and_the_folded_text_is_one_of_them(text: str) -> None:
    found = spellings(text)

    assert fold(text) in found
    assert all(fold(spelling) == spelling for spelling in found)


@given(NORWEGIAN)
def test_capitals_make_no_difference(text: str) -> None:
    assert spellings(text.upper()) == spellings(text)


def test_a_text_full_of_special_letters_does_not_explode() -> None:
    assert spellings("å" * 200) == {"a" * 200}
