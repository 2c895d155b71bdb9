"""Which rows a person is shown at all, by where they are; and where to look when that is too little."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from matching.answer import Step
from matching.columns import Columns
from matching.day import Day
from matching.facts import bit
from matching.grid import chord_of_km, unit_vector
from matching.person import Person
from matching.rows import Index, areas_of

FIRST_RADIUS_KM: Final = 25.0
WIDER_KM: Final = (50.0, 100.0)


@dataclass(frozen=True)
class Ring:
    """How far to look. ``km`` None: the person's county, or the whole country."""

    km: float | None
    is_county: bool = False


def rings(person: Person) -> list[Ring]:
    """Return how far to look first, and then how much farther, step by step.

    A distance that the person named is never widened.
    """
    if person.position is None:
        return [Ring(None)]
    if person.max_km is not None:
        return [Ring(person.max_km)]
    wider = [Ring(FIRST_RADIUS_KM), *(Ring(km) for km in WIDER_KM)]
    county = [Ring(None, is_county=True)] if person.municipality is not None else []
    return [*wider, *county, Ring(None)]


def steps_taken(tried: list[Ring]) -> tuple[Step, ...]:
    """Name every ring after the first, for the answer to tell."""
    steps = []
    for before, ring in pairwise(tried):
        if ring.km is not None:
            steps.append(Step("radius", before.km, ring.km))
        else:
            steps.append(Step("county" if ring.is_county else "country", before.km))
    return tuple(steps)


def reached(day: Day, person: Person, ring: Ring) -> Index:
    """Return every row within ``ring``, sorted: to go to, from home, and what serves the place."""
    columns = day.columns
    if person.position is None:
        return np.arange(len(columns), dtype=np.int32)
    parts = [_to_go_to(columns, person, ring), columns.from_home, *_serving(columns, person)]
    found = np.concatenate(parts)
    if len(parts) > 2 or len(columns.from_home):  # noqa: PLR2004 -- rows may stand in two parts
        found = _without_doubles(found, len(columns))
    return found


def _to_go_to(columns: Columns, person: Person, ring: Ring) -> Index:
    if ring.is_county:
        return columns.in_county(str(person.municipality)[:2])
    if ring.km is None:
        return _whole(columns.grid.everywhere())
    return within_km(columns, person, ring.km)


def within_km(columns: Columns, person: Person, km: float) -> Index:
    """Return the rows with a place within ``km``: slices of the grid, then the exact distance."""
    if person.position is None:
        raise ValueError("a person without a position is near to nothing")
    lat, lon = person.position.lat, person.position.lon
    slices = columns.grid.around(lat, lon, km)
    if not slices:
        return np.empty(0, dtype=np.int32)
    square = np.zeros(sum(one.stop - one.start for one in slices), dtype=np.float32)
    for column, coordinate in zip(columns.point, unit_vector(lat, lon), strict=True):
        # Slices are copied whole, which is far quicker than fetching row by row.
        difference = np.concatenate([column[one] for one in slices])
        difference -= np.float32(coordinate)
        difference *= difference
        square += difference
    return _whole(slices)[square <= np.float32(chord_of_km(km) ** 2)]


def _whole(slices: list[slice]) -> Index:
    return np.concatenate([np.arange(one.start, one.stop, dtype=np.int32) for one in slices])


def _serving(columns: Columns, person: Person) -> Iterator[Index]:
    """Yield rows that serve the person's area; with a distance named, only those that need no going."""
    for area, _share in areas_of(person):
        rows = columns.serving.get(area)
        if rows is None:
            continue
        if person.max_km is None:
            yield rows
        else:
            placed = (columns.facts[rows] & np.uint64(bit("is", "placed"))) != 0
            yield rows[~placed]


def _without_doubles(found: Index, rows: int) -> Index:
    marks = np.zeros(rows, dtype=np.bool_)
    marks[found] = True
    return np.flatnonzero(marks).astype(np.int32)
