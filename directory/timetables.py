"""The timetable of a kept schedule, as a value."""

from collections.abc import Iterator
from datetime import date

from directory.models import Schedule
from directory.timetable import Timetable


def timetable_of(schedule: Schedule, ended_on: date | None) -> Timetable:
    """Return the times of a schedule of an offer that is over on ``ended_on``, None: has no such day.

    The last day of the offer is the one before, so on that day it meets no more.
    """
    return Timetable(
        rrule=schedule.rrule,
        starts_on=schedule.starts_on,
        start_time=schedule.start_time,
        duration_minutes=schedule.duration_minutes,
        timezone=schedule.timezone,
        until=min(_last_days(schedule, ended_on), default=None),
        exceptions=frozenset(date.fromisoformat(day) for day in schedule.exceptions),
        holidays=None if schedule.holidays is None else schedule.holidays.value,
        by_appointment=schedule.by_appointment,
    )


def _last_days(schedule: Schedule, ended_on: date | None) -> Iterator[date]:
    if schedule.until is not None:
        yield schedule.until
    if ended_on is not None:
        # Before the first day of all calendars there is none; what ended then is over all the same.
        yield date.fromordinal(max(ended_on.toordinal() - 1, date.min.toordinal()))
