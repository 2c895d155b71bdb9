"""Where something is, in as few words as will do, and honest about how well that is known."""

from typing import Any

import pytest
from hypothesis import given, settings

from directory.models import Schedule, Venue
from directory.place_words import (
    address_lines,
    area_of,
    has_place_to_go,
    place_in_short,
    places_in_short,
    reach_in_words,
    venue_facts,
)
from tests.support.catalogue import offer, schedule, venue
from tests.support.strategies import generators, made_up_offer

HALL: dict[str, Any] = {"name": "Klatrehallen", "municipality": "5001"}


def at(attendance: str = "in_person", **where: Any) -> Schedule:
    return schedule(attendance, venue(**where) if where else None)


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (at(**HALL), "Klatrehallen, Trondheim"),
        (at(name="Trondheim klatresenter", municipality="5001"), "Trondheim klatresenter"),
        (at(name="Klatrehallen"), "Klatrehallen"),
        (at(municipality="5001"), "Trondheim"),
        (at(postcode="7041"), "Trondheim"),
        (at(address="Storgata 1", municipality="5001"), "Storgata 1, Trondheim"),
        (at("hybrid", **HALL), "Klatrehallen, Trondheim"),
        (at("online"), "på nett"),
        (at("phone"), "på telefon"),
        (at(), "stedet er ikke oppgitt – spør"),
        (at(indoor=True), "stedet er ikke oppgitt – spør"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_place_is_said_in_short(held: Schedule, words: str) -> None:
    assert place_in_short(held) == words


def test_several_places_are_counted_after_the_first() -> None:
    one = offer("et", at(**HALL), at(**HALL))
    two = offer("et", at(**HALL), at("online"))
    three = offer("et", at(**HALL), at("online"), at(municipality="0301"))

    assert places_in_short(one, None) == "Klatrehallen, Trondheim"
    assert places_in_short(two, None) == "Klatrehallen, Trondheim, og ett sted til"
    assert places_in_short(three, None) == "Klatrehallen, Trondheim, og 2 steder til"
    assert places_in_short(two, two.schedules[1]) == "på nett, og ett sted til"


def test_an_offer_without_times_is_where_it_serves() -> None:
    assert places_in_short(offer("et", serves=["NO"]), None) == "hele landet"
    assert places_in_short(offer("et"), None) == "stedet er ikke oppgitt – spør"


@pytest.mark.parametrize(
    ("areas", "words"),
    [
        (["NO"], "hele landet"),
        (["5001", "1506"], "Trondheim og Molde"),
        (["50"], "Trøndelag fylke"),
        (["9999"], "9999"),
        ([], None),
    ],
)
def test_the_areas_served_are_named(areas: list[str], words: str | None) -> None:
    assert reach_in_words(areas) == words


def test_an_address_has_the_town_of_its_postcode() -> None:
    assert address_lines(venue(address="Eksempelveien 1", postcode="0578")) == (
        "Eksempelveien 1",
        "0578 Oslo",
    )
    assert address_lines(venue(postcode="0000")) == ("0000",)
    assert address_lines(venue(name="Klatrehallen")) == ()


def test_an_unknown_area_is_none() -> None:
    assert area_of(venue(name="Klatrehallen")) is None
    assert area_of(venue(postcode="0000")) is None


# What is told of the place, and how well its position is known


@pytest.mark.parametrize(
    ("known", "fact"),
    [
        ({"indoor": True}, "Innendørs."),
        ({"indoor": False}, "Utendørs."),
        ({"step_free": True}, "Du kommer inn uten trapper eller trinn."),
        ({"step_free": False}, "Det er trapp eller trinn på veien inn."),
        ({"alcohol_served": True}, "Det serveres alkohol på stedet."),
        ({"alcohol_served": False}, "Det serveres ikke alkohol der."),
    ],
)
def test_what_is_told_of_a_place_is_said(known: dict[str, bool], fact: str) -> None:
    assert fact in venue_facts(venue(**HALL, **known))


def test_nothing_is_said_of_an_exact_place_with_an_address() -> None:
    exact = venue(**HALL, address="Storgata 1", lat=63.4, lon=10.4, precision="exact")

    assert venue_facts(exact) == ()


@pytest.mark.parametrize(
    ("where", "basis"),
    [
        ({"precision": "postcode", "postcode": "7041"}, "fra postnummeret"),
        ({"precision": None, "postcode": "7041"}, "fra postnummeret"),
        ({"precision": "municipality"}, "fra midten av kommunen"),
        ({"precision": None}, "fra midten av kommunen"),
    ],
)
def test_a_position_that_is_not_exact_is_said_to_be_about(
    where: dict[str, Any], basis: str
) -> None:
    about = [fact for fact in venue_facts(venue(**HALL | where)) if "omtrentlig" in fact]

    assert len(about) == 1
    assert basis in about[0]


def test_nothing_is_said_of_distances_where_there_is_no_position() -> None:
    assert venue_facts(Venue(name="Klatrehallen")) == ("Adressen står ikke her – spør.",)


def test_only_some_schedules_ask_one_to_go_somewhere() -> None:
    assert has_place_to_go([at("online"), at()])
    assert not has_place_to_go([at("online"), at("phone")])


@settings(deadline=None)
@given(generators())
def test_every_offer_has_a_place_or_says_that_it_is_not_told(random: Any) -> None:
    made = made_up_offer(random, "et")

    assert places_in_short(made, None)
