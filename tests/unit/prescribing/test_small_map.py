"""The small map of a sheet: a picture that stands alone, wherever the place is."""

from collections.abc import Sequence
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.map_places import MapPlace
from places.gazetteer import gazetteer
from prescribing.sheets.map_names import names_on
from prescribing.sheets.outline import Frame, cut_ring, outline
from prescribing.sheets.small_map import HEIGHT, WIDTH, WIDTHS_KM, small_map

SVG = "{http://www.w3.org/2000/svg}"
PLAIN = {"svg", "rect", "path", "circle", "text"}
TRONDHEIM = MapPlace(63.4305, 10.3951, True, "Utehallen, Trondheim")
SVALBARD = MapPlace(78.22, 15.63, True, "Longyearbyen")


def drawn(place: MapPlace) -> ET.Element:
    return ET.fromstring(small_map(place))  # noqa: S314 -- what is read is our own


def names(place: MapPlace) -> Sequence[str]:
    return tuple(dict.fromkeys(text.text or "" for text in drawn(place).iter(f"{SVG}text")))


def test_it_names_the_town_that_the_place_is_in_and_some_others() -> None:
    first, *others = names(TRONDHEIM)
    assert first == "Trondheim"
    assert len(others) >= 3


def test_it_says_how_long_some_kilometres_are() -> None:
    assert names(TRONDHEIM)[-1].endswith(" km")


def test_a_place_that_is_only_about_there_has_a_dashed_ring_and_no_dot() -> None:
    rough = MapPlace(63.4305, 10.3951, False, "Trondheim")
    rings = [one for one in drawn(rough).iter(f"{SVG}circle") if one.get("stroke-dasharray")]
    dots = [one for one in drawn(TRONDHEIM).iter(f"{SVG}circle") if one.get("stroke-dasharray")]
    assert (len(rings), len(dots)) == (1, 0)


def test_where_no_outline_is_known_nobody_is_shown_at_sea() -> None:
    land = drawn(TRONDHEIM).findall(f"{SVG}path")[0].get("fill")
    assert drawn(SVALBARD).findall(f"{SVG}rect")[0].get("fill") == land


@given(st.floats(-89, 89), st.floats(-179, 179), st.booleans())
def test_it_can_be_drawn_anywhere(lat: float, lon: float, is_exact: bool) -> None:
    drawn(MapPlace(lat, lon, is_exact, "<&>"))


@pytest.mark.parametrize("number", [one.number for one in gazetteer().municipalities()][::5])
def test_every_picture_is_small_and_of_plain_shapes_alone(number: str) -> None:
    town = gazetteer().municipality_place(number)
    assert town is not None
    place = MapPlace(town.lat, town.lon, False, town.name)
    shapes = {one.tag.removeprefix(SVG) for one in drawn(place).iter()}
    assert shapes <= PLAIN
    assert "http" not in small_map(place).replace("http://www.w3.org/2000/svg", "")
    assert len(small_map(place)) < 20_000


@given(st.floats(58, 71), st.floats(5, 31), st.sampled_from(WIDTHS_KM))
def test_no_name_stands_on_another_or_outside(lat: float, lon: float, km: float) -> None:
    found = names_on(Frame(lat, lon, km, WIDTH, HEIGHT), 7.5, ())
    assert len({name.words for name in found}) == len(found) <= 4
    for one, other in combinations(found, 2):
        apart = abs(one.baseline - other.baseline)
        assert apart > 8 or abs(one.x - other.x) > 14, (one, other)
    assert all(0 < name.x < WIDTH and 0 < name.baseline < HEIGHT for name in found)


@given(st.floats(58, 71), st.floats(5, 31), st.sampled_from(WIDTHS_KM))
def test_what_is_cut_out_lies_around_the_frame(lat: float, lon: float, km: float) -> None:
    frame = Frame(lat, lon, km, WIDTH, HEIGHT)
    points = [point for ring in outline().land for point in cut_ring(ring, frame)]
    assert all(-20 <= x <= WIDTH + 20 and -20 <= y <= HEIGHT + 20 for x, y in points)
