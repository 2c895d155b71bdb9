"""A word looked for meets compounds that hold it, and words it may be a misspelling of."""

import pytest

from places.folding import fold
from search.widening import Widening

WORDS = (
    *("kveld", "spillkveld", "turkvelder", "klatring", "klatre", "klatrer", "klatrevegg", "brett"),
    *(
        "spilleavhengighet",
        "ålesund",
        "korøvelse",
        "trondheim",
        "garn",
        "samtalegruppe",
        "klær",
        "kor",
    ),
)
WIDENING = Widening({fold(word): word for word in WORDS})


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("kveld", ["spillkveld"]),
        ("klatrekveld", ["klatre", "klatrer", "klatring"]),
        ("gruppe", ["samtalegruppe"]),
        ("øvelse", ["korøvelse"]),
        ("lær", []),
        ("rett", []),  # "b" is no word
        ("avhengighet", []),
        ("kor", []),  # short words stand in too many others
        ("2024", []),
    ],
)
def test_a_word_stands_in_compounds(word: str, others: list[str]) -> None:
    assert WIDENING.compounds(word) == others


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("klattring", [("klatring", 1)]),
        ("torndhiem", [("trondheim", 2)]),
        ("aalesundd", [("ålesund", 2)]),
        ("ålesnd", [("ålesund", 1)]),
        ("barn", []),
        ("warn", []),
        ("mdma", []),
        ("kor", []),
        ("a1b2c3", []),
    ],
)
def test_a_misspelt_word_is_meant_for_the_nearest(word: str, meant: list[tuple[str, int]]) -> None:
    assert WIDENING.corrected(word) == meant
