"""When a timetable meets next, on which days, and whether it has come to its end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from directory.choices import Holidays
from directory.public_holidays import is_holiday
from directory.recurrence import LATEST, series, sound_rule
from directory.timetable import Timetable

HORIZON_DAYS: Final = 400


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time a schedule takes place.

    ``starts_at`` is aware, in the schedule's own zone, and None where the hour is not told.
    ``ends_at`` is None where the hour or the length is not told. ``is_holiday`` is about Norway's
    public holidays, 24 and 31 December.
    """

    starts_at: datetime | None
    day: date
    ends_at: datetime | None
    is_holiday: bool


def upcoming(
    timetable: Timetable, now: datetime | date, limit: int = 3, horizon_days: int = HORIZON_DAYS
) -> tuple[Occurrence, ...]:
    """Return the first ``limit`` occurrences that lie wholly ahead, at most ``horizon_days`` away.

    ``now`` as a date means that its whole day lies ahead; a naive moment is the wall clock where
    the schedule is. One that begins at this moment is ahead, one that has begun is not. Where the
    hour is not told, today counts.

    A time that the spring night leaves out begins when it would have, had the clock not been put
    forward (RFC 5545): 02:30 becomes 03:30. A time that the autumn night has twice is the first.
    Raises RuleError for a rule that ``Timetable.fault`` refuses, ZoneInfoNotFoundError for an
    unknown zone.
    """
    moment = _moment(now, ZoneInfo(timetable.timezone))
    days = days_ahead(timetable, moment.date(), horizon_days)
    found = (_occurrence(timetable, day) for day in days)
    return tuple(islice((one for one in found if _is_ahead(one, moment)), limit))


def days_ahead(timetable: Timetable, first_day: date, horizon_days: int) -> tuple[date, ...]:
    """Return all days with a meeting from ``first_day`` to ``horizon_days`` after it, both included.

    Exceptions and closed holidays are left out; they use up COUNT all the same. Empty where the
    day is not told. Raises RuleError for a rule that ``Timetable.fault`` refuses.
    """
    is_closed = timetable.holidays == Holidays.CLOSED
    return _days(_series_of(timetable), timetable.exceptions, is_closed, first_day, horizon_days)


def skipped_days(timetable: Timetable, first_day: date, horizon_days: int) -> tuple[date, ...]:
    """Return the days of the series that ``days_ahead`` leaves out, for the same stretch of time."""
    kept = frozenset(days_ahead(timetable, first_day, horizon_days))
    days = _days(_series_of(timetable), frozenset(), False, first_day, horizon_days)
    return tuple(day for day in days if day not in kept)


def is_over(timetable: Timetable, today: date) -> bool:
    """Tell whether the series has come to its end: neither today nor any later day belongs to it.

    What has no dates is never over, nor is a start date without rule and hour by itself: it says
    since when, not how often. Exceptions and holidays end nothing.
    Raises RuleError for a rule that ``Timetable.fault`` refuses.
    """
    last_day = timetable.last_day
    if last_day is not None and last_day < today:
        return True
    is_dated = timetable.rrule is not None or timetable.time_is_told
    return is_dated and timetable.day_is_told and not _goes_on(_series_of(timetable), today)


class _Series(NamedTuple):
    """What decides about the days. Timetables that differ in hour, length or zone alone share it."""

    rrule: str | None
    starts_on: date | None
    last_day: date | None

    def days(self, first_day: date, last_day: date) -> Iterator[date]:
        last_day = min(last_day, self.last_day or last_day)
        if self.rrule is not None:
            rule = sound_rule(self.rrule, self.starts_on)
            yield from series(rule, self.starts_on, first_day, last_day)
        elif self.starts_on is not None and first_day <= self.starts_on <= last_day:
            yield self.starts_on


def _series_of(timetable: Timetable) -> _Series:
    if not timetable.day_is_told:
        return _Series(None, None, None)
    return _Series(timetable.rrule, timetable.starts_on, timetable.last_day)


@lru_cache(maxsize=2048)
def _days(
    of: _Series, exceptions: frozenset[date], is_closed: bool, first_day: date, horizon_days: int
) -> tuple[date, ...]:
    last_day = date.fromordinal(min(first_day.toordinal() + horizon_days, LATEST.toordinal()))
    return tuple(
        day
        for day in of.days(first_day, last_day)
        if day not in exceptions and not (is_closed and is_holiday(day))
    )


@lru_cache(maxsize=2048)
def _goes_on(of: _Series, today: date) -> bool:
    return next(of.days(today, LATEST), None) is not None


def _moment(now: datetime | date, zone: ZoneInfo) -> datetime:
    if not isinstance(now, datetime):
        return datetime.combine(now, time.min, zone)
    return now.replace(tzinfo=zone) if now.tzinfo is None else now.astimezone(zone)


def _occurrence(timetable: Timetable, day: date) -> Occurrence:
    starts_at = ends_at = None
    if timetable.start_time is not None:
        zone = ZoneInfo(timetable.timezone)
        # There and back again, so that a time the clock leaves out becomes one that it shows.
        instant = datetime.combine(day, timetable.start_time, zone).astimezone(UTC)
        starts_at = instant.astimezone(zone)
        if timetable.duration_minutes is not None:
            ends_at = (instant + timedelta(minutes=timetable.duration_minutes)).astimezone(zone)
    return Occurrence(starts_at, day, ends_at, is_holiday(day))


def _is_ahead(occurrence: Occurrence, moment: datetime) -> bool:
    if occurrence.starts_at is None:
        return True
    # In UTC, because Python compares two moments of one zone by the clock alone, which the autumn
    # night shows twice.
    return occurrence.starts_at.astimezone(UTC) >= moment.astimezone(UTC)
