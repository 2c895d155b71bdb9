"""The timetable of a kept schedule, as a value."""

from datetime import date

from directory.models import Schedule
from directory.timetable import Timetable


def timetable_of(schedule: Schedule) -> Timetable:
    return Timetable(
        rrule=schedule.rrule,
        starts_on=schedule.starts_on,
        start_time=schedule.start_time,
        duration_minutes=schedule.duration_minutes,
        timezone=schedule.timezone,
        until=schedule.until,
        exceptions=frozenset(date.fromisoformat(day) for day in schedule.exceptions),
        holidays=None if schedule.holidays is None else schedule.holidays.value,
        by_appointment=schedule.by_appointment,
    )
