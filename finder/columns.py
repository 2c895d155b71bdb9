"""Rows gathered into columns, and columns joined: how the catalogue is built and kept up to date."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final, TypeVar

import numpy as np
import numpy.typing as npt

from directory.timetable import Timetable
from finder.encoding import Encoder, Row
from matching.columns import Columns, Floats
from matching.grid import unit_vector

K = TypeVar("K", bound=Hashable)
BITS_OF_A_WORD: Final = 64
ONE_WORD: Final = (1 << BITS_OF_A_WORD) - 1
# Columns whose numbers point into a list of their own, and which list that is.
CODED: Final = {
    "organisation": "organisations",
    "language": "languages",
    "municipality": "municipalities",
    "serves": "areas",
}
LISTS: Final = ("ids", "interest_ids", "effect_ids", *CODED.values())
IN_WORDS: Final = ("interests", "point")


@dataclass(frozen=True)
class Table:
    """Columns, with the timetables that their numbers point to."""

    columns: Columns
    timetables: tuple[Timetable, ...]


def build(rows: Sequence[Row], encoder: Encoder) -> Table:
    """Return ``rows`` as columns in the order of their place on the map."""
    ids = sorted({row.offer for row in rows})
    numbers = {offer: number for number, offer in enumerate(ids)}
    organisations, organisation = _coded(row.organisation for row in rows)
    languages, language = _coded(row.languages for row in rows)
    municipalities, municipality = _coded(row.municipality for row in rows)
    areas, serves = _coded(row.serves for row in rows)
    timetables, timetable = _coded(row.timetable for row in rows)
    words = range(-(-len(encoder.interest_ids) // BITS_OF_A_WORD))
    ages = np.array([row.ages for row in rows], dtype=np.uint8).reshape(-1, 4)
    columns = Columns(
        ids=ids,
        interest_ids=encoder.interest_ids,
        effect_ids=encoder.effect_ids,
        languages=languages,
        municipalities=municipalities,
        areas=areas,
        organisations=organisations,
        offer=_array((numbers[row.offer] for row in rows), np.int32),
        position=_array((row.position for row in rows), np.int16),
        facts=_array((row.facts for row in rows), np.uint64),
        kind=_array((row.kind for row in rows), np.uint8),
        only_gambling=_array((row.only_gambling for row in rows), np.bool_),
        organisation=organisation,
        interests=tuple(
            _array((row.interests >> (word * BITS_OF_A_WORD) & ONE_WORD for row in rows), np.uint64)
            for word in words
        ),
        effects=_array((row.effects for row in rows), np.uint16),
        language=language.astype(np.int16),
        municipality=municipality.astype(np.int16),
        point=_points(rows),
        cell=_array((row.cell for row in rows), np.int32),
        age_min=ages[:, 0],
        age_max=ages[:, 1],
        typical_min=ages[:, 2],
        typical_max=ages[:, 3],
        confirmed_on=_array((row.confirmed_on for row in rows), np.int32),
        due_on=_array((row.due_on for row in rows), np.int32),
        ended_on=_array((row.ended_on for row in rows), np.int32),
        timetable=timetable,
        serves=serves,
    )
    return Table(in_order(columns), timetables)


def replace_offers(
    table: Table, removed: Collection[str], rows: Sequence[Row], encoder: Encoder
) -> Table:
    """Return ``table`` without the offers ``removed`` and with ``rows`` in it.

    Costs a copy of the arrays, not a walk through the offers.
    """
    old, new = table.columns, build(rows, encoder)
    gone = [old.offer_numbers[offer] for offer in removed if offer in old.offer_numbers]
    kept = ~np.isin(old.offer, gone)
    left_out = set(removed)
    ids = sorted([one for one in old.ids if one not in left_out] + list(new.columns.ids))
    timetables, renumbered = _joined_codes(table.timetables, new.timetables)
    lists: dict[str, Any] = {
        "ids": ids,
        "interest_ids": old.interest_ids,
        "effect_ids": old.effect_ids,
    }
    arrays: dict[str, Any] = {}
    for column, name in CODED.items():
        lists[name], change = _joined_codes(getattr(old, name), getattr(new.columns, name))
        arrays[column] = _stacked(old, new.columns, kept, column, change)
    arrays["timetable"] = _stacked(old, new.columns, kept, "timetable", renumbered)
    arrays["offer"] = np.concatenate(
        [_places(old.ids, ids)[old.offer[kept]], _places(new.columns.ids, ids)[new.columns.offer]]
    ).astype(np.int32)
    for field in fields(Columns):
        if field.name in IN_WORDS:
            pairs = zip(getattr(old, field.name), getattr(new.columns, field.name), strict=True)
            arrays[field.name] = tuple(np.concatenate([one[kept], other]) for one, other in pairs)
        elif field.name not in arrays and field.name not in LISTS:
            arrays[field.name] = _stacked(old, new.columns, kept, field.name, None)
    return Table(in_order(Columns(**lists, **arrays)), timetables)


def _array(values: Iterable[int], kind: type[Any]) -> npt.NDArray[Any]:
    return np.fromiter(values, dtype=kind)


def _coded(things: Iterable[K]) -> tuple[tuple[K, ...], npt.NDArray[np.int32]]:
    """Number things in the order in which they first turn up."""
    numbers: dict[K, int] = {}
    codes = _array((numbers.setdefault(thing, len(numbers)) for thing in things), np.int32)
    return tuple(numbers), codes


def _points(rows: Sequence[Row]) -> tuple[Floats, Floats, Floats]:
    nowhere = (np.nan, np.nan, np.nan)
    points = [
        unit_vector(row.lat, row.lon) if row.lat is not None and row.lon is not None else nowhere
        for row in rows
    ]
    table = np.array(points, dtype=np.float32).reshape(-1, 3)
    x, y, z = (np.ascontiguousarray(table[:, axis]) for axis in range(3))
    return x, y, z


def in_order(columns: Columns) -> Columns:
    """Sort by cell; within a cell by offer and schedule, so that equal catalogues are equal arrays."""
    order = np.lexsort((columns.position, columns.offer, columns.cell))
    sorted_values: dict[str, Any] = {}
    for field in fields(Columns):
        value = getattr(columns, field.name)
        if field.name in IN_WORDS:
            value = tuple(part[order] for part in value)
        elif field.name not in LISTS:
            value = value[order]
        sorted_values[field.name] = value
    return Columns(**sorted_values)


def _joined_codes(
    old: Sequence[K], new: Sequence[K]
) -> tuple[tuple[K, ...], npt.NDArray[np.int32]]:
    """Return both lists as one, and for each number of ``new`` its number there."""
    numbers = {thing: number for number, thing in enumerate(old)}
    change = [numbers.setdefault(thing, len(numbers)) for thing in new]
    return tuple(numbers), np.array(change, dtype=np.int32)


def _stacked(
    old: Columns,
    new: Columns,
    kept: npt.NDArray[np.bool_],
    name: str,
    change: npt.NDArray[np.int32] | None,
) -> npt.NDArray[Any]:
    before, after = getattr(old, name)[kept], getattr(new, name)
    if change is not None:
        after = change[after].astype(before.dtype)
    return np.concatenate([before, after])


def _places(some: Sequence[str], every: Sequence[str]) -> npt.NDArray[np.int32]:
    """Return the number in ``every`` of each of ``some``; -1 for what is not there any more."""
    numbers = {one: number for number, one in enumerate(every)}
    return np.array([numbers.get(one, -1) for one in some], dtype=np.int32)
