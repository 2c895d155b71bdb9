"""Which times of a week cannot both be kept, or hardly: they overlap, or there is no time for the way.

What is not told is not assumed. Nobody is told off for wanting two things at once.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cache
from itertools import takewhile
from typing import Final

from finder.week_times import ComingTime, Spot
from places.distance import distance_km

# Most groups last an hour and a half or less: beyond that, one whose end is not told is hardly
# still going on. The minutes count, not the date, since an evening may end after midnight.
LIKELY_LENGTH: Final = timedelta(minutes=90)
# In a straight line, and so slower than any car on the road: bends, hills, ferries, a bus to wait for.
KM_IN_AN_HOUR: Final = 50
# To say goodbye, get out, and find the door at the other end.
BETWEEN_DOORS: Final = timedelta(minutes=15)
# Whoever has a day for it finds a way.
LONGEST_WAY: Final = timedelta(days=1)
# A meeting lasts a day at most, and then comes the way.
FARTHEST_APART: Final = timedelta(days=2)


class Kind(StrEnum):
    OVERLAP = "overlap"
    PERHAPS = "perhaps"
    WAY = "way"


@dataclass(frozen=True)
class Clash:
    """``km`` is the way between the two in a straight line, where that is what makes it hard."""

    kind: Kind
    one: ComingTime
    other: ComingTime
    km: float | None = None


def clashes_among(times: Sequence[ComingTime]) -> Mapping[ComingTime, tuple[Clash, ...]]:
    """Return for each time with a clash its clashes. ``times`` are in order, and so are these.

    In each of them ``one`` is the time it is kept under.
    """
    # What meets every day would have the same ways reckoned again and again. They are kept for as
    # long as this takes and no longer: where somebody goes is nobody's business.
    known_way = cache(km_between)
    found: dict[ComingTime, list[Clash]] = {}
    for place, one in enumerate(times):
        last_day = one.day + FARTHEST_APART
        for other in _until(last_day, times[place + 1 :]):
            if (clash := clash_between(one, other, known_way)) is not None:
                found.setdefault(one, []).append(clash)
                found.setdefault(other, []).append(Clash(clash.kind, other, one, clash.km))
    return {time: tuple(clashes) for time, clashes in found.items()}


def clash_between(
    one: ComingTime, other: ComingTime, way: Callable[[Spot | None, Spot | None], float | None]
) -> Clash | None:
    """Return why the two can hardly both be kept, None where they can or it cannot be told.

    ``way`` is ``km_between``. An offer does not clash with itself. To an open house one can come
    early or late.
    """
    if one.offer == other.offer or one.can_come_and_go or other.can_come_and_go:
        return None
    if one.starts_at is None or other.starts_at is None:
        return None
    first, second = sorted((one, other), key=_beginning)
    kind = _overlap(first, second)
    if kind is not None:
        return Clash(kind, one, other)
    if (gap := _gap(first, second)) >= LONGEST_WAY:
        return None
    km = way(first.spot, second.spot)
    if km is not None and gap < _time_for(km):
        return Clash(Kind.WAY, one, other, km)
    return None


def _until(last_day: date, times: Sequence[ComingTime]) -> Iterator[ComingTime]:
    return takewhile(lambda time: time.day <= last_day, times)


def _overlap(first: ComingTime, second: ComingTime) -> Kind | None:
    begins_later = _beginning(second) - _beginning(first)
    if first.ends_at is not None:
        return Kind.OVERLAP if _instant(first.ends_at) > _beginning(second) else None
    if not begins_later:
        return Kind.OVERLAP
    return Kind.PERHAPS if begins_later < LIKELY_LENGTH else None


def km_between(one: Spot | None, other: Spot | None) -> float | None:
    """Return None where one need not go from the one to the other, or it is not known how far it is."""
    if one is None or other is None or one == other:
        return None
    places = (one.lat, one.lon, other.lat, other.lon)
    known = [number for number in places if number is not None]
    return distance_km(*known) if len(known) == len(places) else None


def _gap(first: ComingTime, second: ComingTime) -> timedelta:
    """Return the longest time there can be between the two."""
    leaves_at = _beginning(first) if first.ends_at is None else _instant(first.ends_at)
    return _beginning(second) - leaves_at


def _time_for(km: float) -> timedelta:
    return BETWEEN_DOORS + timedelta(hours=km / KM_IN_AN_HOUR)


def _beginning(time: ComingTime) -> datetime:
    if time.starts_at is None:
        raise ValueError("a time without an hour has no beginning to compare")
    return _instant(time.starts_at)


def _instant(moment: datetime) -> datetime:
    # Python compares two moments of one zone by the clock, which the autumn night shows twice.
    return moment.astimezone(UTC)
