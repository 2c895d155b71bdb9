"""Finding what a misspelt name was meant for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places.gazetteer import gazetteer
from places.misspelling import NearWords, mistakes_allowed, mistakes_between

WORDS = st.text(alphabet="abcd", max_size=7)


@pytest.mark.parametrize(
    ("one", "other", "mistakes"),
    [
        ("molde", "molde", 0),
        ("molde", "mlde", 1),
        ("molde", "mollde", 1),
        ("molde", "malde", 1),
        ("molde", "modle", 1),
        ("", "abc", 3),
        ("trondheim", "torndhiem", 2),
    ],
)
def test_mistakes_are_counted(one: str, other: str, mistakes: int) -> None:
    assert mistakes_between(one, other) == mistakes


@given(WORDS, WORDS)
def test_mistakes_count_the_same_both_ways_and_are_none_only_for_the_same_word(
    one: str, other: str
) -> None:
    mistakes = mistakes_between(one, other)

    assert mistakes == mistakes_between(other, one)
    assert (mistakes == 0) == (one == other)
    assert abs(len(one) - len(other)) <= mistakes <= max(len(one), len(other))


@given(WORDS, st.lists(WORDS))
def test_the_quick_look_leaves_out_no_near_name(word: str, known: list[str]) -> None:
    expected = [
        (name, mistakes_between(word, name))
        for name in known
        if 0 < mistakes_between(word, name) <= mistakes_allowed(word)
    ]

    assert list(NearWords(known).near(word)) == expected


@given(WORDS, WORDS, st.integers(0, 3))
def test_counting_stops_where_there_are_too_many_mistakes(one: str, other: str, most: int) -> None:
    assert mistakes_between(one, other, most) == min(mistakes_between(one, other), most + 1)


@pytest.mark.parametrize(
    ("typed", "least_people", "meant"),
    [
        ("torndheim", 5000, ("trondheim", 1)),
        ("stavnger", 5000, ("stavanger", 1)),
        ("kristiannsund", 5000, ("kristiansund", 1)),
        ("brondheim", 5000, ("trondheim", 1)),
        ("bodæ", 5000, ("bodoe", 1)),
        ("leirstrannd", 5000, None),  # few people live there
        ("xyzzy", 0, None),
    ],
)
def test_a_misspelt_name_in_a_text_stands_for_a_place_of_enough_people(
    typed: str, least_people: int, meant: tuple[str, int] | None
) -> None:
    assert gazetteer().near_name(typed, least_people) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Torndheim", "Trondheim"),
        ("Trondhiem kommune", "Trondheim"),
        ("i Stavagner", "Stavanger"),
        ("Osslo", "Oslo"),
        ("Lilehamer", "Lillehammer"),
        ("Bodå", "Bodø"),
    ],
)
def test_a_misspelt_name_gets_the_right_one_suggested_first(typed: str, meant: str) -> None:
    assert gazetteer().near_names(typed)[0] == meant


@pytest.mark.parametrize("quarter", ["Lade", "Romsås", "Singsaker", "Tasta", "Storhaug"])
def test_a_quarter_that_nobody_has_told_us_of_is_no_place_with_another_first_letter(
    quarter: str,
) -> None:
    assert gazetteer().near_names(quarter) == ()


@pytest.mark.parametrize("text", ["Trondheim", "7041", "xyz", "", "Ingenstedby", "et ord " * 20])
def test_what_is_known_short_or_far_from_all_gets_no_suggestion(text: str) -> None:
    assert gazetteer().near_names(text) == ()


def test_suggestions_are_few_and_lead_to_places() -> None:
    suggested = gazetteer().near_names("Kristansund", limit=2)

    assert suggested == ("Kristiansund", "Kristiansand")
    assert all(gazetteer().find(name) for name in suggested)
