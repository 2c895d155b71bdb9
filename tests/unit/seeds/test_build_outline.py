"""The script that draws the outline of the country, and the outline it drew."""

import json
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeds.build_outline import (
    LAST_ZOOM,
    OUTPUT,
    as_steps,
    as_text,
    clipped,
    outline,
    simplified,
    topology,
    town_rows,
)

Point = tuple[float, float]
ONE_KILOMETRE = 9  # in thousandths of a degree of latitude
ISLANDS_LEFT_OUT = {"Haram", "Tjøme"}  # too small for Natural Earth

# Two counties of old that are one now, and another east of them, on a grid of whole degrees.
# They lie side by side: Hedmark 10–11° east, Oppland 11–12°, Oslo 12–13°, all 60–61° north.
COUNTIES: dict[str, Any] = {
    "transform": {"scale": [1, 1], "translate": [10, 60]},
    "arcs": [
        [[1, 0], [0, 1]],  # between Hedmark and Oppland
        [[2, 0], [0, 1]],  # between Oppland and Oslo
        [[1, 1], [-1, 0], [0, -1], [1, 0]],
        [[2, 1], [-1, 0]],
        [[1, 0], [1, 0]],
        [[2, 1], [1, 0], [0, -1], [-1, 0]],
    ],
    "objects": {
        "units": {
            "geometries": [
                {"type": "Polygon", "properties": {"name": "Hedmark"}, "arcs": [[0, 2]]},
                {"type": "Polygon", "properties": {"name": "Oppland"}, "arcs": [[4, 1, 3, ~0]]},
                {"type": "MultiPolygon", "properties": {"name": "Oslo"}, "arcs": [[[~1, 5]]]},
            ]
        }
    },
}
COUNTRIES: dict[str, Any] = {
    "transform": {"scale": [1, 1], "translate": [10, 60]},
    "arcs": [
        [[3, 0], [0, 1]],  # between Norway and Sweden
        [[3, 1], [-3, 0], [0, -1], [3, 0]],
        [[3, 0], [60, 0], [0, 1], [-60, 0]],
    ],
    "objects": {
        "countries": {
            "geometries": [
                {"type": "Polygon", "properties": {"name": "Norway"}, "arcs": [[0, 1]]},
                {"type": "Polygon", "properties": {"name": "Sweden"}, "arcs": [[2, ~0]]},
                {"type": "Polygon", "properties": {"name": "Chad"}, "arcs": [[2, ~0]]},
            ]
        }
    },
}
TOWNS = [
    ["Storby", "5001", 60.5, 10.5, 90_000, []],
    ["Naboby", "5001", 60.5, 10.7, 50_000, []],
    ["Bydelen", "0301", 60.5, 12.5, 80_000, []],
    ["Grenda", "5001", 60.9, 10.9, 300, []],
    ["Ukjent", "5001", 60.2, 10.2, None, []],
]
points = st.tuples(st.floats(-180, 180), st.floats(-80, 80))


def drawn() -> dict[str, list[Any]]:
    return outline(topology(COUNTIES, "units"), topology(COUNTRIES, "countries"), TOWNS)


def corners(steps: list[int]) -> list[tuple[int, int]]:
    """Return the latitudes and longitudes of a row of the file, in thousandths."""
    found, lat, lon = [], 0, 0
    for at in range(0, len(steps), 2):
        lat, lon = lat + steps[at], lon + steps[at + 1]
        found.append((lat, lon))
    return found


def test_only_borders_between_counties_of_today_are_drawn_and_each_once() -> None:
    assert [corners(line) for line in drawn()["borders"]] == [[(60_000, 12_000), (61_000, 12_000)]]


def test_norway_and_its_neighbours_are_drawn_and_nobody_else() -> None:
    content = drawn()

    assert [set(corners(ring)) for ring in content["land"]] == [
        {(60_000, 10_000), (60_000, 13_000), (61_000, 13_000), (61_000, 10_000)}
    ]
    assert len(content["neighbours"]) == 1


def test_what_lies_beyond_the_map_is_cut_off() -> None:
    (sweden,) = drawn()["neighbours"]

    assert max(lon for _lat, lon in corners(sweden)) == 50_000
    assert min(lon for _lat, lon in corners(sweden)) == 13_000


def test_a_ring_across_the_date_line_does_not_go_around_the_world() -> None:
    russia = COUNTRIES | {
        "arcs": [*COUNTRIES["arcs"], [[20, 0], [150, 0], [-350, 0], [0, 1], [350, 0], [-150, 0]]]
    }
    geometries = COUNTRIES["objects"]["countries"]["geometries"]
    there = {"type": "Polygon", "properties": {"name": "Russia"}, "arcs": [[3]]}
    russia["objects"] = {"countries": {"geometries": [*geometries, there]}}

    content = outline(topology(COUNTIES, "units"), topology(russia, "countries"), [])

    _sweden, ring = content["neighbours"]
    assert {lon for _lat, lon in corners(ring)} == {30_000, 50_000}


def test_a_name_is_shown_from_the_zoom_at_which_it_has_room() -> None:
    rows = {name: zoom for name, _lat, _lon, zoom in town_rows(TOWNS)}

    assert list(rows) == ["Storby", "Naboby"], "districts, hamlets and unknown sizes have none"
    assert rows["Storby"] < rows["Naboby"] <= LAST_ZOOM


@given(st.lists(points, min_size=2, max_size=30))
def test_a_simpler_line_begins_and_ends_where_it_did_and_makes_no_point_up(
    line: list[Point],
) -> None:
    simpler = simplified(line, 0.5)

    assert (simpler[0], simpler[-1]) == (line[0], line[-1])
    left = iter(line)
    assert all(point in left for point in simpler)


def test_a_line_that_is_straight_enough_keeps_its_ends_alone() -> None:
    assert simplified([(0, 0), (1, 0.1), (2, 0)], 0.2) == [(0, 0), (2, 0)]
    assert simplified([(0, 0), (1, 0.3), (2, 0)], 0.2) == [(0, 0), (1, 0.3), (2, 0)]


@given(st.lists(points, max_size=12))
def test_nothing_of_a_ring_lies_outside_once_it_is_cut(ring: list[Point]) -> None:
    assert all(-14.001 < lon < 50.001 and 51.999 < lat < 74.001 for lon, lat in clipped(ring))


@given(st.lists(points, min_size=1, max_size=12))
def test_steps_lead_back_to_the_points(line: list[Point]) -> None:
    rounded = [(round(lat * 1000), round(lon * 1000)) for lon, lat in line]
    without_repeats = [one for n, one in enumerate(rounded) if n == 0 or one != rounded[n - 1]]

    assert corners(as_steps(line)) == without_repeats


# The file that is kept


def kept() -> dict[str, list[Any]]:
    content: dict[str, list[Any]] = json.loads(OUTPUT.read_text("utf-8"))
    return content


def is_inside(lat: float, lon: float, rings: Iterable[list[int]]) -> bool:
    """Tell whether a point lies inside an odd number of rings' sides, as the map fills them."""
    crossed = 0
    for ring in rings:
        around = corners(ring)
        for (y, x), (other_y, other_x) in zip(around, [*around[1:], around[0]], strict=True):
            if (y > lat) != (other_y > lat):
                crossed += lon < x + (lat - y) * (other_x - x) / (other_y - y)
    return crossed % 2 == 1


@pytest.mark.parametrize(
    ("lat", "lon", "where"),
    [
        (62.0, 10.0, "land"),
        (69.5, 25.5, "land"),
        (59.92, 10.73, "land"),
        (60.5, 15.0, "neighbours"),
        (66.0, 27.0, "neighbours"),
        (62.0, 40.0, "neighbours"),
        (65.0, 5.0, None),
        (58.0, 10.0, None),
        (63.0, 19.8, None),
    ],
)
def test_land_is_drawn_as_land_and_sea_as_sea(lat: float, lon: float, where: str | None) -> None:
    content = kept()

    found = [
        name for name in ("land", "neighbours") if is_inside(lat * 1000, lon * 1000, content[name])
    ]

    assert found == ([] if where is None else [where])


def test_towns_lie_on_land_or_a_few_kilometres_beside_it() -> None:
    content = kept()
    steps = range(-4, 5)
    near = [(a * ONE_KILOMETRE, b * 2 * ONE_KILOMETRE) for a in steps for b in steps]

    at_sea = {
        name
        for name, lat, lon, _zoom in content["towns"]
        if not any(is_inside(lat * 1000 + y, lon * 1000 + x, content["land"]) for y, x in near)
    }

    assert at_sea == ISLANDS_LEFT_OUT


def test_the_file_is_as_the_script_writes_it_and_light_enough_for_a_phone() -> None:
    text = OUTPUT.read_text("utf-8")

    assert text == as_text(json.loads(text))
    assert len(text) < 130_000
