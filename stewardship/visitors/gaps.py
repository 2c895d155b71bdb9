"""What there is in a municipality and what is missing: offers by interest, age and day of the week.

Counted from the catalogue in memory, so that no query grows with the catalogue. As on every public
list, offers for people who use now are not among them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import numpy as np
import numpy.typing as npt

from directory.examples import is_example
from finder.age_bands import YEARS, AgeBand
from finder.listing import offers_in
from finder.snapshot import Snapshot
from matching.agenda import PARTS_OF_DAY, WEEKDAYS, time_bit
from matching.columns import Columns, Marks
from matching.day import Day
from matching.facts import bit
from matching.rows import member_of, touches
from stewardship.visitors.wishing import WishCount

Index = npt.NDArray[np.int32]
# The bits of each weekday, whatever the hour.
DAY_BITS: Final = tuple(
    sum(time_bit(day, part) for part in range(len(PARTS_OF_DAY))) for day in range(len(WEEKDAYS))
)


@dataclass(frozen=True)
class GapRow:
    """One top group of interests. ``squares`` count offers: Monday to Sunday, then no known day.

    ``interest`` None: offers of which nobody has told any interest.
    """

    interest: str | None
    squares: tuple[int, ...]
    wishes: tuple[WishCount, ...] = ()


@dataclass(frozen=True)
class GapTable:
    """All top groups for one span of age; ``age_band`` None: for all ages together."""

    age_band: AgeBand | None
    rows: tuple[GapRow, ...]


def gaps(
    snapshot: Snapshot, number: str, moment: datetime, wishes: Sequence[WishCount]
) -> tuple[GapTable, ...]:
    """Return a table for all ages and one for each span; ``moment`` is local time without a zone.

    An offer stands under every age that it is not known to keep out, on every day it meets, and in
    every group that it has an interest of.
    """
    day = snapshot.prepared(moment).day
    rows = _rows_that_count(snapshot, day, number, moment)
    bands: tuple[AgeBand | None, ...] = (None, *YEARS)
    return tuple(
        GapTable(
            band,
            tuple(_gap_rows(snapshot, day, rows[_may_come(day.columns, rows, band)], band, wishes)),
        )
        for band in bands
    )


def _rows_that_count(snapshot: Snapshot, day: Day, number: str, moment: datetime) -> Index:
    """Return the rows of real offers to go to, as far as they take place here or are there for here."""
    columns = day.columns
    ids = [one for one in offers_in(snapshot, number, moment) if not is_example(one)]
    rows = columns.rows_of(ids)
    is_here = member_of(rows, columns.serving.get(number, np.empty(0, dtype=np.int32)))
    if number in columns.municipalities:
        is_here |= columns.municipality[rows] == columns.municipalities.index(number)
    is_to_go_to = (day.facts[rows] & np.uint64(bit("is", "signpost") | bit("is", "over"))) == 0
    found: Index = rows[is_here & is_to_go_to]
    return found


def _may_come(columns: Columns, rows: Index, band: AgeBand | None) -> Marks:
    if band is None:
        return np.ones(len(rows), dtype=np.bool_)
    youngest, oldest = YEARS[band]
    fit: Marks = (columns.age_min[rows] <= oldest) & (columns.age_max[rows] >= youngest)
    return fit


def _gap_rows(
    snapshot: Snapshot, day: Day, rows: Index, band: AgeBand | None, wishes: Sequence[WishCount]
) -> Iterable[GapRow]:
    vocabulary, columns = snapshot.vocabulary, day.columns
    squares = _squares(day, rows)
    in_none = np.ones(len(rows), dtype=np.bool_)
    for top in vocabulary.children(None):
        members = vocabulary.under([top])
        is_of = touches(columns, rows, columns.masks_of(members))
        in_none &= ~is_of
        wished = [one for one in wishes if one.age_band is band and one.interest in members]
        yield GapRow(top, _counted(columns, rows, squares & is_of), tuple(wished))
    if in_none.any():
        yield GapRow(None, _counted(columns, rows, squares & in_none))


def _squares(day: Day, rows: Index) -> Marks:
    """Return, for each square of a row of the table, which of the catalogue's rows stand in it."""
    times = day.agenda.times[day.columns.timetable[rows]]
    on_days = np.array([(times & np.uint64(bits)) != 0 for bits in DAY_BITS], dtype=np.bool_)
    of_no_day = ~on_days.any(axis=0)
    found: Marks = np.vstack([on_days, of_no_day])
    return found


def _counted(columns: Columns, rows: Index, squares: Marks) -> tuple[int, ...]:
    """Count offers, not rows: one that meets twice on a day stands there once."""
    offers = columns.offer[rows]
    return tuple(len(np.unique(offers[square])) for square in squares)
