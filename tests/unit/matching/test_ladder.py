"""Looking farther: where there is too little near, step by step, never past a distance named."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from directory.models import Offer
from matching.answer import Step
from matching.match import match
from matching.person import Person, Position
from tests.support.catalogue import (
    MOMENT,
    OSLO,
    TRONDHEIM,
    north_of,
    offer,
    offer_at,
    prepared,
    schedule,
    venue_at,
)
from tests.support.reference import is_reached, may_be_shown, schedules_of
from tests.support.strategies import catalogues, examples, people

HERE = Person(position=Position(*TRONDHEIM), municipality="5001")
TO_50, TO_100 = Step("radius", 25.0, 50.0), Step("radius", 50.0, 100.0)
TO_COUNTY, TO_COUNTRY = Step("county", 100.0), Step("country")


def at(*distances: float, **told: Any) -> list[Offer]:
    """Return an offer at each distance north of Trondheim, in its county."""
    return [
        offer(
            f"{km:g} km",
            schedule(venue=venue_at(*north_of(TRONDHEIM, km), municipality="5001")),
            **told,
        )
        for km in distances
    ]


def elsewhere(name: str, km: float, municipality: str) -> Offer:
    place = venue_at(*north_of(TRONDHEIM, km), municipality=municipality)
    return offer(name, schedule(venue=place))


@pytest.mark.parametrize(
    ("distances", "steps"),
    [
        ((1, 2, 3, 4, 24.9), ()),
        ((1, 2, 3, 4, 25.1), (TO_50,)),
        ((1, 2, 3, 4, 50.1), (TO_50, TO_100)),
        ((1, 2, 3, 4, 100.1), (TO_50, TO_100, TO_COUNTY)),
        ((1, 2, 3, 4), (TO_50, TO_100, TO_COUNTY, TO_COUNTRY)),
    ],
)
def test_one_looks_as_far_as_there_is_enough_and_every_step_is_named(
    distances: tuple[float, ...], steps: tuple[Step, ...]
) -> None:
    answer = match(HERE, prepared(at(*distances, 700)))

    # The last one lies outside every radius, but in the county.
    expected = steps if len(distances) > 4 else (TO_50, TO_100, TO_COUNTY)
    assert answer.widened == expected
    assert len(answer.matches) == 5


def test_the_country_is_the_last_step() -> None:
    far = elsewhere("far", 700, "5601")

    answer = match(HERE, prepared([*at(1), far]))

    assert answer.widened == (TO_50, TO_100, TO_COUNTY, Step("country", None))
    assert [one.offer for one in answer.matches] == ["1 km", "far"]


def test_fewer_are_enough_for_those_who_want_fewer() -> None:
    assert match(replace(HERE, limit=2), prepared(at(1, 2, 40))).widened == ()
    assert match(replace(HERE, limit=100), prepared(at(1, 2, 3, 4, 5, 40))).widened == ()


def test_many_times_of_one_offer_are_one_offer() -> None:
    places = [schedule(venue=venue_at(*north_of(TRONDHEIM, km))) for km in range(20)]

    answer = match(replace(HERE, limit=2), prepared([offer("one", *places), *at(40)]))

    assert answer.widened == (TO_50,)


def test_a_step_farther_takes_nothing_away() -> None:
    near = elsewhere("in the next county", 90, "1806")
    far = [elsewhere(f"far {n}", 400 + n, "5054") for n in range(2)]

    answer = match(replace(HERE, limit=2), prepared([near, *far]))

    assert answer.widened == (TO_50, TO_100, TO_COUNTY)
    assert answer.matches[0].offer == "in the next county"


def test_a_wish_makes_us_look_farther_than_enough_of_anything() -> None:
    wished = at(60, interests=["bouldering"])

    answer = match(replace(HERE, interests=("climbing",)), prepared([*at(1, 2, 3, 4, 5), *wished]))

    assert answer.matches[0].offer == "60 km"
    assert answer.widened == (TO_50, TO_100)


def test_a_wish_does_not_make_us_look_beyond_a_hundred_kilometres() -> None:
    wished = at(110, interests=["bouldering"])

    answer = match(replace(HERE, interests=("climbing",)), prepared([*at(1, 2, 3, 4, 5), *wished]))

    assert "110 km" not in {one.offer for one in answer.matches}
    assert answer.widened == ()


def test_little_of_a_wish_makes_us_look_on_for_the_wish_alone() -> None:
    near = at(1, 2, 3, 4, 5)
    wished = at(10, 40, 70, 90, interests=["bouldering"])
    others = [elsewhere("other", 45, "5001")]
    person = replace(HERE, interests=("climbing",), limit=100)

    answer = match(person, prepared([*near, *wished, *others]))

    shown = {one.offer for one in answer.matches}
    assert {"10 km", "40 km", "70 km", "90 km"} <= shown
    assert "other" not in shown
    assert answer.widened == (TO_50, TO_100)


def test_one_looks_no_farther_for_a_wish_than_helps() -> None:
    near = at(1, 2, 3, 4, 5)
    person = replace(HERE, interests=("climbing",))

    some = match(person, prepared([*near, *at(10, 40, interests=["bouldering"])]))
    enough = match(person, prepared([*near, *at(10, 11, 12, 40, interests=["bouldering"])]))

    assert some.widened == (TO_50,)
    assert enough.widened == ()


def test_what_meets_a_wish_and_may_not_be_shown_is_no_reason_to_look_farther() -> None:
    wished = at(40, interests=["bouldering"], age_max=12)
    person = replace(HERE, interests=("climbing",), ages=(19, 19))

    answer = match(person, prepared([*at(1, 2, 3, 4, 5), *wished]))

    assert answer.widened == ()


def test_what_is_asked_for_by_name_is_found_wherever_it_is() -> None:
    far = elsewhere("far", 700, "5601")
    person = replace(HERE, text_shares={"far": 1.0, "gone": 1.0}, limit=100)

    answer = match(person, prepared([*at(1, 2, 3, 4, 5), far]))

    assert answer.matches[0].offer == "far"
    assert answer.widened == ()
    assert not shown(replace(person, max_km=50.0), far)
    assert not shown(replace(person, ages=(12, 12)), offer_at("far", OSLO, age_min=18))


def test_a_name_does_not_bring_outreach_to_where_it_does_not_work() -> None:
    person = replace(HERE, text_shares={"street": 1.0})

    assert not shown(person, offer_at("street", OSLO, kind="outreach", serves=["0301"]))
    assert shown(person, offer_at("street", OSLO, kind="outreach", serves=["50"])) == ["street"]


def shown(person: Person, *offers: Offer) -> list[str]:
    return [one.offer for one in match(person, prepared(offers)).matches]


def test_what_can_be_done_from_home_is_enough_as_well() -> None:
    online = [offer(str(number), schedule("online")) for number in range(5)]

    assert match(HERE, prepared([*online, *at(40)])).widened == ()


def test_without_a_place_there_is_nothing_to_widen() -> None:
    answer = match(Person(), prepared(at(1, 700)))

    assert answer.widened == ()
    assert len(answer.matches) == 2


@examples(100)
@given(catalogues(), people())
def test_there_is_an_answer_wherever_the_rules_allow_anything_anywhere(
    offers: list[Offer], person: Person
) -> None:
    person = replace(person, max_km=None)
    allowed = [
        one.id
        for one in offers
        for some in schedules_of(one)
        if may_be_shown(one, some, person, MOMENT) and is_reached(one, some, person)
    ]

    assert bool(match(person, prepared(offers)).matches) == bool(allowed)


@examples(60)
@given(catalogues(), people(is_somewhere=True))
def test_the_steps_stand_in_order_from_the_first_radius(
    offers: list[Offer], person: Person
) -> None:
    person = replace(person, max_km=None)

    widened = match(person, prepared(offers)).widened

    every = (TO_50, TO_100, TO_COUNTY, Step("country", None))
    assert widened == every[: len(widened)]
