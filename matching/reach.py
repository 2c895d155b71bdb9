"""Which rows a person can reach: by going there, from home, or because they serve their area."""

from typing import Final

import numpy as np

from matching.columns import COUNTRY, Columns
from matching.facts import bit
from matching.grid import chord_of_km, unit_vector
from matching.person import Person
from matching.rows import Index, areas_of, distances, member_of

NOTHING: Final[Index] = np.empty(0, dtype=np.int32)


def everything(columns: Columns) -> Index:
    return np.arange(len(columns), dtype=np.int32)


def reached(columns: Columns, person: Person, near: Index) -> Index:
    """Return ``near``, which is sorted, with what needs no going and what serves the person's area.

    With a distance named, what serves the area and has to be gone to keeps to it as well.
    """
    everywhere = _everywhere(columns, person)
    areas = [area for area, _share in areas_of(person) if area != COUNTRY]
    local = np.concatenate([NOTHING, *(columns.serving.get(area, NOTHING) for area in areas)])
    if person.max_km is not None:
        fenced = _fenced_within(columns, person, person.max_km)
        local = _to_be_near(columns, person, columns.without_place(local))
        local = np.concatenate([local, fenced])
    local = np.unique(local[~member_of(local, everywhere)])
    others = np.concatenate([everywhere, local])
    return np.concatenate([near, others[~member_of(others, near)]])


def _everywhere(columns: Columns, person: Person) -> Index:
    """Return what the whole country is shown."""
    rows = columns.everywhere if person.max_km is None else columns.everywhere_unplaced
    return _to_be_near(columns, person, rows)


def _to_be_near(columns: Columns, person: Person, rows: Index) -> Index:
    """Leave out what can be attended both ways, where the person has to go there all the same.

    To them it is near by its place alone, which the grid finds; or because it serves their area,
    where they named no distance.
    """
    if "in_person" not in person.musts:
        return rows
    both_ways = np.uint64(bit("attendance", "hybrid") | bit("is", "placed"))
    is_left_out = (columns.facts[rows] & both_ways) == both_ways
    if person.max_km is None:
        is_left_out &= columns.served_shares(areas_of(person))[columns.serves[rows]] == 0
    return rows[~is_left_out]


def within_km(columns: Columns, person: Person, km: float) -> Index:
    """Return the rows with a place within ``km``: slices of the grid, then the exact distance."""
    if person.position is None:
        raise ValueError("a person without a position is near to nothing")
    lat, lon = person.position.lat, person.position.lon
    slices = columns.grid.around(lat, lon, km)
    if not slices:
        return NOTHING
    square = np.zeros(sum(one.stop - one.start for one in slices), dtype=np.float32)
    for column, coordinate in zip(columns.point, unit_vector(lat, lon), strict=True):
        # Slices are copied whole, which is far quicker than fetching row by row.
        difference = np.concatenate([column[one] for one in slices])
        difference -= np.float32(coordinate)
        difference *= difference
        square += difference
    return rows_of(slices)[square <= np.float32(chord_of_km(km) ** 2)]


def _fenced_within(columns: Columns, person: Person, km: float) -> Index:
    """Return rows within ``km`` that are shown only where they work, and work where the person is."""
    rows = columns.fenced_to_go_to
    rows = rows[distances(columns, person, rows) <= km]
    shares = columns.served_shares(areas_of(person))
    return rows[shares[columns.serves[rows]] > 0]


def rows_of(slices: list[slice]) -> Index:
    return np.concatenate([np.arange(one.start, one.stop, dtype=np.int32) for one in slices])
