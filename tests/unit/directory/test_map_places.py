"""Where the map shows a schedule: the very spot, about there, or nowhere."""

from typing import Any

import pytest

from directory.map_places import map_place_of
from places.gazetteer import gazetteer
from tests.support.catalogue import TRONDHEIM, schedule, venue, venue_at


@pytest.mark.parametrize(
    ("precision", "is_exact"), [("exact", True), ("municipality", False), (None, False)]
)
def test_a_position_is_the_very_spot_only_where_that_is_told(
    precision: str | None, is_exact: bool
) -> None:
    told: dict[str, Any] = {"precision": precision, "name": "Hallen"}

    place = map_place_of(schedule(venue=venue_at(*TRONDHEIM, **told)))

    assert place is not None
    assert ((place.lat, place.lon), place.is_exact) == (TRONDHEIM, is_exact)
    assert place.words == "Hallen"


@pytest.mark.parametrize("told", [{"municipality": "5001"}, {"postcode": "7010"}])
def test_without_a_position_a_place_is_about_where_its_distances_are_reckoned_from(
    told: dict[str, Any],
) -> None:
    place = map_place_of(schedule(venue=venue(**told, precision="exact")))

    assert place is not None
    assert not place.is_exact
    assert gazetteer().nearest_municipality(place.lat, place.lon).number == "5001"


@pytest.mark.parametrize("attendance", ["online", "phone"])
def test_what_one_attends_from_home_is_nowhere_on_the_map(attendance: str) -> None:
    assert map_place_of(schedule(attendance, venue=venue_at(*TRONDHEIM))) is None


def test_what_takes_place_somewhere_as_well_as_online_is_on_the_map() -> None:
    assert map_place_of(schedule("hybrid", venue=venue_at(*TRONDHEIM))) is not None


@pytest.mark.parametrize("where", [None, venue(name="Hallen"), venue(postcode="0000")])
def test_what_nobody_has_placed_is_nowhere_on_the_map(where: Any) -> None:
    assert map_place_of(schedule(venue=where)) is None


def test_without_any_times_there_is_no_place() -> None:
    assert map_place_of(None) is None
