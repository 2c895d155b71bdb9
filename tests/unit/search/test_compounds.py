"""Compounds are about what they begin or end with, and everyday words are no compounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.compounds import Compounds

INTERESTS = {
    "klatring": "climbing",
    "klatre": "climbing",
    "strikke": "knitting",
    "fisketur": "fishing",
    "fiske": "fishing",
    "hundetur": "dog_walking",
    "hund": "dogs",
    "spillkveld": "board_games",
    "tur": "walking",
    "kor": "choir",
    "fotball": "football",
    "yoga": "yoga",
    "hage": "gardening",
    "bil": "cars",
    "sang": "singing",
    "kino": "cinema",
    "sorg": "grief_group",
    "poker": "gambling_group",
    "data": "gaming",
    "skole": "learning_and_work",
}
COMPOUNDS = Compounds(INTERESTS)


@pytest.mark.parametrize(
    ("word", "interest"),
    [
        ("klatregruppe", "climbing"),
        ("klatregrupper", "climbing"),
        ("klatrekveldene", "climbing"),
        ("klatringskurs", "climbing"),
        ("strikkekveld", "knitting"),
        ("strikkekafé", "knitting"),
        ("strikkekafe", "knitting"),
        ("fisketurgjeng", "fishing"),
        ("hundeturgruppe", "dog_walking"),
        ("hundegruppe", "dogs"),
        ("fotballag", "football"),
        ("bordspillkveld", "board_games"),
        ("ungdomskor", "choir"),
        ("søndagstur", "walking"),
        ("sondagstur", "walking"),
        ("jentefotball", "football"),
        ("kveldsyoga", "yoga"),
        ("damefotballag", "football"),
        ("hundeklatregjeng", "climbing"),
        ("sorgtreff", "grief_group"),
    ],
)
def test_a_compound_is_about_its_interest(word: str, interest: str) -> None:
    assert COMPOUNDS.interest(word) == interest


@pytest.mark.parametrize(
    "word",
    [
        *("bilde", "bilag", "billag", "kortreist", "sangria", "turist", "turisme", "turban"),
        *("kultur", "natur", "struktur", "dekor", "rekord", "barnehage", "ungdomsskole"),
        *("datakurs", "pokerkveld", "korsfeste", "klatre", "gruppe", "xyzgruppe", "", "a"),
        "klatregruppe" * 10,
    ],
)
def test_what_only_looks_like_a_compound_is_about_nothing(word: str) -> None:
    assert COMPOUNDS.interest(word) is None


@pytest.mark.parametrize(
    ("word", "company"),
    [
        ("jenteklubb", "women"),
        ("kvinneturgruppe", "women"),
        ("damelaget", "women"),
        ("mannetur", "men"),
        ("guttegjengen", "men"),
        ("jentefotball", None),
        ("herregård", None),
        ("damesykkel", None),
        ("mannsmot", None),
        ("klatregruppe", None),
    ],
)
def test_a_gathering_may_be_of_women_or_of_men(word: str, company: str | None) -> None:
    assert COMPOUNDS.company(word) == company


@given(st.text(max_size=60))
def test_any_word_at_all_is_taken_apart_without_a_fault(word: str) -> None:
    assert COMPOUNDS.interest(word) in {*INTERESTS.values(), None}
    assert COMPOUNDS.company(word) in {"women", "men", None}
