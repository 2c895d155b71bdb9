"""The grid over the map: nothing that lies within a distance is ever missed."""

import numpy as np
import pytest
from geopy.distance import great_circle
from hypothesis import given
from hypothesis import strategies as st

from matching.grid import NOWHERE, Grid, cell_of, chord_of_km, unit_vector
from tests.support.strategies import examples

Place = tuple[float, float]
HALF_WAY_ROUND_KM = 20015.0

anywhere = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
in_norway = st.tuples(st.floats(57, 72), st.floats(4, 32))
at_the_edges = st.tuples(
    st.sampled_from([-90.0, -89.99, 89.0, 89.95, 90.0, 0.0]),
    st.sampled_from([-180.0, -179.99, 0.0, 179.9, 180.0]),
)
places = st.one_of(in_norway, in_norway, at_the_edges, anywhere)
distances = st.one_of(
    st.sampled_from([0.0, 5.0, 25.0, 100.0, 2000.0, 20_000.0, 1e300]), st.floats(0, 500)
)


def in_cells(cells: list[int], slices: list[slice]) -> list[int]:
    return [number for one in slices for number in range(len(cells))[one]]


@examples(400)
@given(places, distances, st.lists(places, min_size=1, max_size=30))
def test_no_row_within_the_distance_is_missed(here: Place, km: float, rows: list[Place]) -> None:
    rows = sorted(rows, key=lambda place: cell_of(*place))
    cells = [cell_of(*place) for place in rows]

    found = in_cells(cells, Grid(np.array(cells, dtype=np.int32)).around(*here, km))

    within = {
        n for n, place in enumerate(rows) if great_circle(here, place).kilometers < km * 0.9999
    }
    same = {n for n, place in enumerate(rows) if place == here}
    assert within | same <= set(found)
    assert len(found) == len(set(found))
    assert found == sorted(found)


@examples(60)
@given(in_norway, st.floats(0, 300), st.lists(in_norway, min_size=1, max_size=30))
def test_nothing_much_farther_is_looked_at(here: Place, km: float, rows: list[Place]) -> None:
    rows = sorted(rows, key=lambda place: cell_of(*place))
    cells = [cell_of(*place) for place in rows]

    found = in_cells(cells, Grid(np.array(cells, dtype=np.int32)).around(*here, km))

    assert all(great_circle(here, rows[number]).kilometers < 2.5 * km + 60 for number in found)


def test_rows_without_a_place_are_nowhere() -> None:
    cells = np.array([NOWHERE, NOWHERE, cell_of(63.4, 10.4)], dtype=np.int32)

    assert Grid(cells).everywhere() == [slice(2, 3)]
    assert in_cells(cells.tolist(), Grid(cells).around(63.4, 10.4, 20_000)) == [2]


def test_an_empty_grid_holds_nothing() -> None:
    assert Grid(np.array([], dtype=np.int32)).around(63.4, 10.4, 100) == []


@examples(60)
@given(in_norway, in_norway)
def test_the_straight_line_tells_who_is_nearer(here: Place, there: Place) -> None:
    km = great_circle(here, there).kilometers
    line = float(np.linalg.norm(np.subtract(unit_vector(*here), unit_vector(*there))))

    assert line == pytest.approx(chord_of_km(km), rel=1e-5, abs=1e-9)


@pytest.mark.parametrize("km", [HALF_WAY_ROUND_KM, 30_000.0, 1e300])
def test_no_line_is_longer_than_through_the_earth(km: float) -> None:
    assert chord_of_km(km) == pytest.approx(2)
