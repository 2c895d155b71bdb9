"""Which of several schedules comes next, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from directory.models import Schedule
from directory.occurrences import Occurrence, upcoming
from directory.timetable import Timetable
from directory.timetables import timetable_of


@dataclass(frozen=True)
class NextTime:
    """A time that lies ahead, with the schedule it belongs to."""

    occurrence: Occurrence
    schedule: Schedule
    timetable: Timetable

    @property
    def moment(self) -> datetime:
        """The beginning in UTC, to sort by; midnight where the hour is not told."""
        if self.occurrence.starts_at is not None:
            return self.occurrence.starts_at.astimezone(UTC)
        midnight = datetime.combine(self.occurrence.day, time.min)
        return midnight.replace(tzinfo=ZoneInfo(self.timetable.timezone)).astimezone(UTC)


def next_times(
    schedules: Iterable[Schedule], ended_on: date | None, now: datetime, limit: int
) -> tuple[NextTime, ...]:
    """Return the first ``limit`` times of all ``schedules`` that lie ahead of ``now``, soonest first.

    ``ended_on`` is that of their offer.
    """
    timetables = ((schedule, timetable_of(schedule, ended_on)) for schedule in schedules)
    found = [
        NextTime(occurrence, schedule, timetable)
        for schedule, timetable in timetables
        for occurrence in upcoming(timetable, now, limit)
    ]
    found.sort(key=lambda one: (one.moment, one.schedule.position))
    return tuple(found[:limit])
