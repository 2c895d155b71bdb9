"""What it costs, where it is and how far, in a few words that never say more than is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.cost_words import cost_in_short
from finder.distance_words import distance_in_words
from finder.place_words import where_in_words
from matching.answer import Caveat, Match
from tests.support.catalogue import offer, schedule, venue

prices = st.none() | st.just(0.0) | st.floats(min_value=1, max_value=9999)


def match(attendance: str = "in_person", km: float | None = None, *codes: str) -> Match:
    return Match(
        offer="en",
        position=0,
        score=0,
        distance_km=km,
        distance_is_exact=False,
        municipality=None,
        next=None,
        timetable=0,
        attendance=attendance,
        reasons=(),
        caveats=tuple(Caveat(code) for code in codes),
    )


@pytest.mark.parametrize(
    ("per_time", "per_year", "words"),
    [
        (None, None, "ikke oppgitt – spør"),
        (0, 0, "gratis"),
        (30, None, "30 kr hver gang"),
        (30, 0, "30 kr hver gang"),
        (30, 200, "30 kr hver gang, 200 kr i året"),
        (0, 200, "200 kr i året, 0 kr hver gang"),
        (0, None, "0 kr hver gang, pris per år ikke oppgitt"),
        (None, 0, "pris per gang ikke oppgitt, 0 kr i året"),
        (None, 200, "pris per gang ikke oppgitt, 200 kr i året"),
        (49.5, None, "49,50 kr hver gang"),
    ],
)
def test_a_price_is_said_in_a_few_words(
    per_time: float | None, per_year: float | None, words: str
) -> None:
    assert cost_in_short(per_time, per_year) == words


@given(prices, prices)
def test_nothing_is_free_before_both_prices_are_told_as_nothing(
    per_time: float | None, per_year: float | None
) -> None:
    is_free = per_time == 0 and per_year == 0

    assert (cost_in_short(per_time, per_year) == "gratis") == is_free


@pytest.mark.parametrize(
    ("km", "is_exact", "words"),
    [(0.4, False, "under 1 km"), (3.4, False, "ca. 3 km"), (3.4, True, "3 km")],
)
def test_a_distance_is_said_in_whole_kilometres(km: float, is_exact: bool, words: str) -> None:
    assert distance_in_words(km, is_exact=is_exact) == words


def test_a_place_has_its_name_its_town_and_how_far_it_is() -> None:
    hall = schedule(venue=venue(name="Hallen", municipality="5001"))

    words = where_in_words(match(km=3.4), hall, offer("en", hall))

    assert words == "Hallen, Trondheim – ca. 3 km unna"


def test_a_short_way_within_a_municipality_is_not_put_in_numbers() -> None:
    hall = schedule(venue=venue(name="Hallen", municipality="5001"))

    rough = where_in_words(match("in_person", 0.0, "place_approximate"), hall, offer("en", hall))

    assert rough == "Hallen, Trondheim"


def test_online_and_telephone_are_nowhere_to_go() -> None:
    for attendance, words in (("online", "på nett"), ("phone", "på telefon")):
        only = schedule(attendance)

        assert where_in_words(match(attendance), only, offer("en", only)) == words


def test_both_ways_are_told_where_one_can_also_stay_at_home() -> None:
    hall = schedule("hybrid", venue=venue(name="Hallen", municipality="5001"))

    words = where_in_words(match("hybrid"), hall, offer("en", hall))

    assert words == "Hallen, Trondheim – eller på nett"


def test_what_is_far_away_is_first_of_all_something_for_at_home() -> None:
    hall = schedule("hybrid", venue=venue(name="Hallen", municipality="5001"))

    words = where_in_words(match("hybrid", 400.0), hall, offer("en", hall))

    assert words == "på nett, eller Hallen, Trondheim – ca. 400 km unna"


def test_a_meeting_place_by_agreement_says_for_whom_it_is() -> None:
    walk = schedule()

    words = where_in_words(match(), walk, offer("en", walk, serves=["5001", "5035"]))

    assert words == "sted etter avtale: Trondheim og Stjørdal"


def test_a_place_that_nobody_has_told_is_said_to_be_untold() -> None:
    assert "ikke oppgitt" in where_in_words(match(), None, offer("en"))
