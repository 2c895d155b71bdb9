"""Reach: by going there, from home, or because an offer serves where the person is; and nobody else."""

from dataclasses import replace

import pytest
from hypothesis import assume, given

from directory.models import Offer, Schedule, Venue
from matching.match import match
from matching.person import Person, Position
from tests.support.catalogue import (
    MOMENT,
    NARVIK,
    OSLO,
    TRONDHEIM,
    north_of,
    offer,
    offer_at,
    prepared,
    schedule,
    venue,
    venue_at,
)
from tests.support.reference import is_reached, km_to, may_be_shown, schedules_of
from tests.support.strategies import catalogues, examples, people

HERE = Person(position=Position(*TRONDHEIM, is_exact=True), municipality="5001", limit=100)
FEW = 4  # with fewer than five offers one always looks as far as there is anything
A_STEP_KM = 0.005  # what single precision may get wrong


def shown(person: Person, *offers: Offer) -> set[str]:
    return {one.offer for one in match(person, prepared(offers)).matches}


def is_within(schedule_: Schedule | None, person: Person) -> bool:
    """Tell whether a distance that was named is kept; it binds only where one has to go."""
    km = km_to(schedule_, person)
    may_stay_at_home = schedule_ is not None and schedule_.attendance == "hybrid"
    may_stay_at_home = may_stay_at_home and "in_person" not in person.musts
    if person.max_km is None or km is None or may_stay_at_home:
        return True
    assume(km == person.max_km or abs(km - person.max_km) > A_STEP_KM)
    return km <= person.max_km


def is_plainly_gone_to(offer_: Offer) -> bool:
    """Tell whether there is no other way to attend than to go to an exact place."""
    venues = [some.venue for some in offer_.schedules if some.attendance == "in_person"]
    is_exact = all(one and one.precision == "exact" and one.lat is not None for one in venues)
    return is_exact and len(venues) == len(offer_.schedules) > 0 and not offer_.serves


@examples(160)
@given(catalogues(most=FEW), people(is_somewhere=True))
def test_exactly_what_is_allowed_and_reached_is_shown(offers: list[Offer], person: Person) -> None:
    expected = {
        one.id
        for one in offers
        for some in schedules_of(one)
        if may_be_shown(one, some, person, MOMENT)
        and is_reached(one, some, person)
        and is_within(some, person)
    }

    assert shown(replace(person, limit=100), *offers) == expected


@examples(100)
@given(catalogues(), people(is_somewhere=True))
def test_a_distance_that_was_named_is_never_widened(offers: list[Offer], person: Person) -> None:
    person = replace(person, max_km=3.0)
    by_id = {one.id: one for one in offers}

    answer = match(person, prepared(offers))

    assert answer.widened == ()
    for one in answer.matches:
        assert is_within(schedules_of(by_id[one.offer])[one.position], person)


@examples(100)
@given(catalogues(), people(is_somewhere=True))
def test_the_nearest_beyond_is_told_where_nothing_lies_within_for_certain(
    offers: list[Offer], person: Person
) -> None:
    person = replace(person, max_km=20.0)
    rows = [
        (one, some, km)
        for one in offers
        for some in schedules_of(one)
        if (km := km_to(some, person)) is not None
        and may_be_shown(one, some, person, MOMENT)
        and is_reached(one, some, person)
    ]
    is_near = any(km <= 20 and is_plainly_gone_to(one) for one, _, km in rows)
    beyond = [km for _, _, km in rows if km > 20]

    told = match(person, prepared(offers)).nearest_beyond_km

    if is_near or not beyond:
        assert told is None
    else:
        assert told == pytest.approx(min(beyond), rel=0.001, abs=0.051)


@pytest.mark.parametrize(
    ("person", "is_told"),
    [(Person(limit=5), False), (HERE, False), (replace(HERE, max_km=100.0), True)],
)
def test_the_nearest_beyond_is_told_only_where_a_distance_was_named(
    person: Person, is_told: bool
) -> None:
    answer = match(person, prepared([offer_at("far", OSLO)]))

    assert answer.nearest_beyond_km == (pytest.approx(391.5, rel=0.01) if is_told else None)


def test_who_has_to_go_there_is_not_sent_far_because_others_may_stay_at_home() -> None:
    both_ways = offer("both-ways", schedule("hybrid", venue_at(*OSLO)))
    person = replace(HERE, max_km=25.0)

    assert shown(person, both_ways) == {"both-ways"}
    assert shown(replace(person, musts=("in_person",)), both_ways) == set()


def test_nowhere_to_go_is_shown_only_to_those_who_gave_no_place() -> None:
    unplaced = (offer("no-schedule"), offer("no-venue", schedule()))

    assert shown(Person(), *unplaced) == {"no-schedule", "no-venue"}
    assert shown(HERE, *unplaced) == set()


def test_home_is_everywhere() -> None:
    for attendance in ("online", "hybrid", "phone"):
        far = offer("far", schedule(attendance, venue_at(*NARVIK)))
        nowhere = offer("nowhere", schedule(attendance))

        assert shown(replace(HERE, max_km=0.0), far, nowhere) == {"far", "nowhere"}


@pytest.mark.parametrize("kind", ["outreach", "signpost"])
@pytest.mark.parametrize(
    ("serves", "is_here"),
    [(["5001"], True), (["50"], True), (["NO"], True), (["0301"], False), (["03", "32"], False)],
)
def test_outreach_and_signposts_are_shown_only_where_they_work(
    kind: str, serves: list[str], is_here: bool
) -> None:
    one = offer("one", schedule("phone", venue_at(*TRONDHEIM)), kind=kind, serves=serves)

    answer = match(HERE, prepared([one]))

    assert len(answer.matches) + len(answer.signposts) == is_here


@pytest.mark.parametrize(("max_km", "is_shown"), [(None, True), (5.0, True), (1.0, False)])
def test_outreach_that_one_has_to_go_to_keeps_to_the_distance(
    max_km: float | None, is_shown: bool
) -> None:
    place = venue_at(*north_of(TRONDHEIM, 3))
    one = offer("one", schedule(venue=place), kind="outreach", serves=["5001"])

    answer = match(replace(HERE, max_km=max_km), prepared([one]))

    assert [match_.distance_km for match_ in answer.matches] == ([3.0] if is_shown else [])
    assert answer.nearest_beyond_km == (None if is_shown else 3.0)


def test_an_area_served_is_a_reach_and_no_fence_where_there_is_a_place() -> None:
    one = offer("one", schedule(venue=venue_at(*TRONDHEIM)), serves=["0301"])

    assert shown(HERE, one) == {"one"}
    assert shown(replace(HERE, position=Position(*OSLO), municipality="0301"), one) == {"one"}


def test_an_area_is_a_fence_where_there_is_nothing_else() -> None:
    one = offer("one", schedule(), serves=["0301"])

    assert shown(HERE, one) == set()
    assert shown(replace(HERE, position=Position(*OSLO), municipality="0301"), one) == {"one"}
    assert shown(Person(), one) == {"one"}


@pytest.mark.parametrize(
    ("place", "is_exact", "distance", "is_exactly_told"),
    [
        (venue_at(*TRONDHEIM), True, 0.0, True),
        (venue_at(*TRONDHEIM), False, 0.0, False),
        (venue_at(*TRONDHEIM, precision="postcode"), True, 0.0, False),
        (venue(municipality="5001"), True, 0.0, False),
    ],
)
def test_a_distance_is_exact_only_where_both_places_are(
    place: Venue, is_exact: bool, distance: float, is_exactly_told: bool
) -> None:
    person = replace(HERE, position=Position(*TRONDHEIM, is_exact=is_exact))

    (found,) = match(person, prepared([offer("one", schedule(venue=place))])).matches

    assert found.distance_km == pytest.approx(distance, abs=1)
    assert found.distance_is_exact is is_exactly_told


@pytest.mark.parametrize("attendance", ["online", "phone"])
def test_what_needs_no_going_has_no_distance(attendance: str) -> None:
    one = offer("one", schedule(attendance, venue_at(*TRONDHEIM)))

    (found,) = match(HERE, prepared([one])).matches

    assert (found.distance_km, found.distance_is_exact) == (None, False)


def test_a_place_on_the_line_of_greenwich_is_a_place() -> None:
    one = offer_at("one", (62.0, 0.0))

    assert shown(Person(position=Position(62.0, 0.1), max_km=10.0), one) == {"one"}
