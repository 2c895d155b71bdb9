"""When the offers of a week meet in the three weeks ahead, each time as a value on the clock of Norway."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from core.clock import NORWAY
from directory.choices import Attendance, Format, Holidays
from directory.models import Offer, Schedule
from directory.occurrences import Occurrence, upcoming
from directory.offer_page import schedules_to_keep
from directory.timetables import timetable_of

DAYS_OF_A_WEEK: Final = 7
WEEKS: Final = 3
DAYS: Final = DAYS_OF_A_WEEK * WEEKS
# Far away it may be another day than in Norway, so as many days more are looked at on either side.
OTHER_DAYS: Final = 2


@dataclass(frozen=True)
class Spot:
    """Where one has to go. ``name`` is all that is told of the place; a position is both or neither."""

    name: tuple[str | None, ...]
    lat: float | None
    lon: float | None


@dataclass(frozen=True)
class ComingTime:
    """One time an offer of the week meets; ``position`` is that of its schedule.

    The moments are aware, in Norway; ``starts_at`` None: the hour is not told, ``ends_at`` None:
    the hour or the length is not. ``minutes`` None: the length is not told. ``spot`` None: one
    need not go anywhere, or nobody has told where. ``can_come_and_go`` is an open house, told.
    """

    offer: str
    position: int
    day: date
    starts_at: datetime | None
    ends_at: datetime | None
    minutes: int | None
    spot: Spot | None
    can_come_and_go: bool
    is_doubtful_holiday: bool
    must_be_arranged: bool
    is_told_by_another_clock: bool


def coming_times(offers: Iterable[Offer], now: datetime) -> tuple[ComingTime, ...]:
    """Return what lies ahead of ``now``, an aware moment, today and twenty days after it, in order.

    A time without an hour stands last on its day.
    """
    today = now.astimezone(NORWAY).date()
    last = today + timedelta(DAYS - 1)
    times = [
        time
        for offer in offers
        for schedule in schedules_to_keep(offer, now)
        for time in _times(offer, schedule, now)
        if today <= time.day <= last
    ]
    return tuple(sorted(times, key=_order))


def _times(offer: Offer, schedule: Schedule, now: datetime) -> Iterator[ComingTime]:
    timetable = timetable_of(schedule, offer.ended_on)
    is_doubtful = timetable.holidays in {None, Holidays.ASK}
    for one in upcoming(timetable, now, DAYS + OTHER_DAYS, DAYS + OTHER_DAYS):
        starts_at, ends_at = _in_norway(one.starts_at), _in_norway(one.ends_at)
        yield ComingTime(
            offer=offer.id,
            position=schedule.position,
            day=one.day if starts_at is None else starts_at.date(),
            starts_at=starts_at,
            ends_at=ends_at,
            minutes=timetable.duration_minutes,
            spot=_spot(schedule),
            can_come_and_go=offer.format is Format.OPEN_HOUSE,
            is_doubtful_holiday=one.is_holiday and is_doubtful,
            must_be_arranged=timetable.by_appointment is True,
            is_told_by_another_clock=_differs(one),
        )


def _in_norway(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(NORWAY)


def _differs(occurrence: Occurrence) -> bool:
    """Tell whether the clock shows something else there than in Norway at that very moment."""
    if occurrence.starts_at is None:
        return False
    here = occurrence.starts_at.astimezone(NORWAY)
    return here.utcoffset() != occurrence.starts_at.utcoffset()


def _spot(schedule: Schedule) -> Spot | None:
    """Return where one must be. What can be joined from home asks nobody to travel."""
    venue = schedule.venue
    if venue is None or schedule.attendance is not Attendance.IN_PERSON:
        return None
    name = (venue.name, venue.address, venue.postcode, venue.municipality)
    return Spot(name, venue.lat, venue.lon)


def _order(time: ComingTime) -> tuple[date, bool, datetime, str, int]:
    starts_at = time.starts_at or datetime.combine(time.day, datetime.min.time(), NORWAY)
    return (
        time.day,
        time.starts_at is None,
        starts_at.astimezone(UTC),
        time.offer,
        time.position,
    )
