"""Which offers stand on a public list: those of a municipality, those that reach it, those of an interest.

Read from the catalogue in memory, so that a list costs no query that grows with the catalogue.
"""

from datetime import datetime

import numpy as np
import numpy.typing as npt

from directory.examples import is_example
from finder.snapshot import Snapshot
from matching.day import Day
from matching.facts import bit
from matching.rows import touches

Rows = npt.NDArray[np.int32]
COUNTRY = "NO"
NOT_LISTED = bit("is", "over") | bit("sobriety_rule", "active_use")
"""What no public list shows: what is over, and offers for people who use now.

A list is read by everybody, and an offer for people in active use may never stand beside a
drug-free one (CONTRACTS 4). It is found by saying that one uses now, and by its own address.
"""


def offers_in(snapshot: Snapshot, number: str, moment: datetime) -> tuple[str, ...]:
    """Return the ids of what takes place in a municipality or is there for it by name.

    ``moment`` is local time in Norway without a zone. Real offers come before made-up ones, then those
    that somebody has answered for, then what happens soonest; what has no date comes last.
    """
    day = snapshot.prepared(moment).day
    return _in_order(day, _rows_in(day, number))


def offers_reaching(snapshot: Snapshot, number: str, moment: datetime) -> tuple[str, ...]:
    """Return the ids of what one can attend from there all the same: of the county, the country, online.

    Without what ``offers_in`` has, and without the country's helplines, which have a page.
    """
    day = snapshot.prepared(moment).day
    columns, nothing = day.columns, np.empty(0, dtype=np.int32)
    of_country = columns.serving.get(COUNTRY, nothing)
    is_helpline = (day.facts[of_country] & np.uint64(bit("is", "signpost"))) != 0
    of_county = columns.serving.get(number[:2], nothing)
    rows = np.concatenate([of_county, of_country[~is_helpline], columns.from_home])
    here = set(offers_in(snapshot, number, moment))
    return tuple(one for one in _in_order(day, np.unique(rows)) if one not in here)


def offers_with(snapshot: Snapshot, interest: str, moment: datetime) -> tuple[str, ...]:
    """Return the ids of what has an interest in or under ``interest``, in the order of ``offers_in``.

    Raises KeyError for an interest the vocabulary does not have.
    """
    day = snapshot.prepared(moment).day
    if interest not in snapshot.vocabulary.interests:
        raise KeyError(interest)
    everything = np.arange(len(day.columns), dtype=np.int32)
    masks = day.columns.masks_of(snapshot.vocabulary.under([interest]))
    return _in_order(day, everything[touches(day.columns, everything, masks)])


def municipalities_with_offers(snapshot: Snapshot, moment: datetime) -> frozenset[str]:
    """Return the numbers of the municipalities in which something to go to takes place."""
    day = snapshot.prepared(moment).day
    barred = NOT_LISTED | bit("is", "signpost") | bit("is", "fenced")
    codes = day.columns.municipality[(day.facts & np.uint64(barred)) == 0]
    counts = np.bincount(codes, minlength=len(day.columns.municipalities))
    numbers = zip(day.columns.municipalities, counts.tolist(), strict=True)
    return frozenset(number for number, count in numbers if number is not None and count)


def _rows_in(day: Day, number: str) -> Rows:
    columns = day.columns
    serving = columns.serving.get(number, np.empty(0, dtype=np.int32))
    if number not in columns.municipalities:
        return serving
    here = columns.municipality == columns.municipalities.index(number)
    # What works only in the areas it serves is not "here" because its office is.
    here &= (columns.facts & np.uint64(bit("is", "fenced"))) == 0
    return np.union1d(np.flatnonzero(here), serving).astype(np.int32)


def _in_order(day: Day, rows: Rows) -> tuple[str, ...]:
    columns = day.columns
    rows = rows[(day.facts[rows] & np.uint64(NOT_LISTED)) == 0]
    next_day = day.agenda.next_day[columns.timetable[rows]]
    offers, any_row, first = np.unique(columns.offer[rows], return_index=True, return_inverse=True)
    is_silent = day.is_silent[rows[any_row]]
    soonest = np.full(len(offers), np.iinfo(np.int32).max, dtype=np.int32)
    np.minimum.at(soonest, first, next_day)
    ids = [columns.ids[number] for number in offers]
    made_up = np.array([is_example(one) for one in ids], dtype=bool)
    return tuple(ids[place] for place in np.lexsort((offers, soonest, is_silent, made_up)))
