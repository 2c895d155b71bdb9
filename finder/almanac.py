"""The days on which every timetable meets in the time ahead, and from them the agenda of any moment.

The days are worked out once for a stretch of time; what a moment makes of them is arithmetic on
arrays, so that a new minute costs next to nothing.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from core.clock import NORWAY
from directory.freshness import a_year_before
from directory.occurrences import days_ahead, is_over, upcoming
from directory.public_holidays import holidays_of
from directory.timetable import TimeState, Timetable
from matching.agenda import (
    PARTS_OF_DAY,
    THIS_WEEK_DAYS,
    Agenda,
    this_week_bit,
    time_bit,
    today_bit,
)
from matching.columns import NEVER

HORIZON_DAYS: Final = 400  # how far ahead a next time is looked for
STRETCH_DAYS: Final = 31  # an almanac serves this many days from its first
WISHES_LOOK_AHEAD_DAYS: Final = 70  # a monthly group has met every weekday it meets on by then
MINUTES_OF_DAY: Final = 24 * 60
NO_HOUR: Final = -1
# Hours at which a part of the day begins: CONTRACTS 4, `when`. Before 5 it is still night.
PART_BEGINS: Final = (5, 10, 16, 22)

Days = npt.NDArray[np.int32]
# The number of a timetable and a day on which it meets, in order of both.
Meetings = tuple[npt.NDArray[np.int64], Days]


class Almanac:
    """Serves moments from ``first_day`` and for STRETCH_DAYS on, for a fixed list of timetables."""

    def __init__(
        self, timetables: Sequence[Timetable], first_day: date, meetings: Meetings | None = None
    ) -> None:
        self.timetables, self.first_day = timetables, first_day
        self._owner, self._days = meetings or _meetings(timetables, first_day)
        # One sorted key for "this timetable on this day", so that one search serves them all.
        self._keys = self._owner * NEVER + self._days
        self._numbers = np.arange(len(timetables), dtype=np.int64)
        self._over_on: dict[date, npt.NDArray[np.bool_]] = {}

    def with_more(self, timetables: Sequence[Timetable]) -> "Almanac":
        """Return the almanac of a longer list that begins with this one's: only the rest is new."""
        known = len(self.timetables)
        owner, days = _meetings(timetables[known:], self.first_day)
        meetings = np.append(self._owner, owner + known), np.append(self._days, days)
        return Almanac(timetables, self.first_day, meetings)

    def serves(self, moment: datetime) -> bool:
        return 0 <= (moment.date() - self.first_day).days < STRETCH_DAYS

    @cached_property
    def _minutes(self) -> npt.NDArray[np.int32]:
        """The minute of the day at which each timetable begins, NO_HOUR where nobody has told."""
        return np.array([_minute(one) for one in self.timetables], dtype=np.int32)

    def _asked_one_by_one(self, today: date) -> list[int]:
        """Timetables whose clock is not Norway's, and those of the night in which that is changed."""
        midnight = datetime.combine(today, time.min, NORWAY)
        if midnight.utcoffset() == (midnight + timedelta(days=1)).utcoffset():
            return self._abroad
        by_night = (self._minutes != NO_HOUR) & (self._minutes < PART_BEGINS[0] * 60)
        return [*self._abroad, *np.flatnonzero(by_night).tolist()]

    @cached_property
    def _abroad(self) -> list[int]:
        return [n for n, one in enumerate(self.timetables) if one.timezone != NORWAY.key]

    def agenda(self, moment: datetime) -> Agenda:
        """Return what the timetables mean at ``moment``, local time in Norway without a zone."""
        today = moment.toordinal()
        next_day = self._next_days(moment)
        # Where it is yesterday still, what comes next may lie on the day before ours.
        days_until = np.where(next_day == NEVER, NEVER, np.maximum(next_day - today, 0))
        days_until = days_until.astype(np.int32)
        states = self._states
        return Agenda(
            moment=moment,
            today=today,
            a_year_ago=a_year_before(moment.date()).toordinal(),
            next_of=lambda number: self._next(number, int(next_day[number])),
            next_day=next_day,
            days_until=days_until,
            is_over=self._over(moment.date()),
            is_regular=self._regular,
            day_unknown=np.isin(states, (TimeState.DAY_UNKNOWN, TimeState.NOT_TOLD)),
            time_unknown=np.isin(states, (TimeState.DAY_ONLY,)),
            on_holiday=self._asks_on_holidays & np.isin(next_day, self._holidays),
            times=self._times(today, next_day, days_until),
        )

    @cached_property
    def _states(self) -> npt.NDArray[np.str_]:
        return np.array([one.state.value for one in self.timetables], dtype=np.str_)

    @cached_property
    def _regular(self) -> npt.NDArray[np.bool_]:
        return np.array([one.rrule is not None for one in self.timetables], dtype=np.bool_)

    @cached_property
    def _asks_on_holidays(self) -> npt.NDArray[np.bool_]:
        return np.array([one.holidays in {"ask", None} for one in self.timetables], dtype=bool)

    @cached_property
    def _holidays(self) -> Days:
        last = self.first_day + timedelta(days=HORIZON_DAYS + STRETCH_DAYS)
        years = range(self.first_day.year, last.year + 1)
        days = sorted(day.toordinal() for year in years for day in holidays_of(year))
        return np.array(days, dtype=np.int32)

    @cached_property
    def _can_end(self) -> frozenset[int]:
        """Timetables that end some day; the others need not be asked whether they have."""
        return frozenset(n for n, one in enumerate(self.timetables) if _can_end(one))

    def _over(self, today: date) -> npt.NDArray[np.bool_]:
        """Ask every timetable that can end, once a day."""
        if today not in self._over_on:
            over = np.zeros(len(self.timetables), dtype=np.bool_)
            for number in self._can_end:
                over[number] = is_over(self.timetables[number], today)
            self._over_on[today] = over
        return self._over_on[today]

    def _next_days(self, moment: datetime) -> Days:
        """Return the day of each timetable's first meeting that lies wholly ahead."""
        today, minute = moment.toordinal(), moment.hour * 60 + moment.minute
        has_begun = (self._minutes != NO_HOUR) & (self._minutes < minute)
        if moment.second or moment.microsecond:
            has_begun |= self._minutes == minute
        wanted = self._numbers * NEVER + today + has_begun
        places = np.searchsorted(self._keys, wanted)
        last = max(len(self._keys) - 1, 0)
        if not len(self._keys):
            return np.full(len(self.timetables), NEVER, dtype=np.int32)
        places_within = np.minimum(places, last)
        is_own = (places <= last) & (self._owner[places_within] == self._numbers)
        found = np.where(is_own, self._days[places_within], NEVER)
        found = np.where(found - today > HORIZON_DAYS, NEVER, found).astype(np.int32)
        for number in self._asked_one_by_one(moment.date()):
            coming = upcoming(self.timetables[number], moment.replace(tzinfo=NORWAY), limit=1)
            found[number] = coming[0].day.toordinal() if coming else NEVER
        return found

    def _next(self, number: int, day: int) -> datetime | date | None:
        if day == NEVER:
            return None
        timetable = self.timetables[number]
        if timetable.start_time is None:
            return date.fromordinal(day)
        zone = ZoneInfo(timetable.timezone)
        starts_at = datetime.combine(date.fromordinal(day), timetable.start_time, tzinfo=zone)
        # There and back again, so that a time the clock leaves out becomes one that it shows.
        return starts_at.astimezone(UTC).astimezone(zone)

    def _times(self, today: int, next_day: Days, days_until: Days) -> npt.NDArray[np.uint64]:
        """Return the bits of every weekday and part of day that a timetable meets in."""
        until = today + WISHES_LOOK_AHEAD_DAYS
        ahead = np.flatnonzero((self._days >= today - 1) & (self._days < until))
        ahead = ahead[self._days[ahead] >= next_day[self._owner[ahead]]]
        owner, weekday = self._owner[ahead], (self._days[ahead] - 1) % 7
        # Bits of the parts of a day lie side by side, so multiplying moves them to their day.
        to_weekday = np.array([time_bit(day, 0) for day in range(7)], dtype=np.uint64)
        times = np.zeros(len(self.timetables), dtype=np.uint64)
        np.bitwise_or.at(times, owner, self._parts[owner] * to_weekday[weekday])
        times |= self._parts * np.where(days_until == 0, today_bit(0), 0).astype(np.uint64)
        is_near = days_until < THIS_WEEK_DAYS
        return times | self._parts * np.where(is_near, this_week_bit(0), 0).astype(np.uint64)

    @cached_property
    def _parts(self) -> npt.NDArray[np.uint64]:
        """A bit for the part of the day each timetable begins in; all of them where nobody has told."""
        part = np.searchsorted(PART_BEGINS, self._minutes // 60, side="right") - 1
        part = np.where(part < 0, len(PARTS_OF_DAY) - 1, part)
        every = (1 << len(PARTS_OF_DAY)) - 1
        return np.where(self._minutes == NO_HOUR, every, 1 << part).astype(np.uint64)


def part_of_day(hour: int) -> int:
    """Return the number of the part of the day that an hour lies in."""
    return sum(hour >= begins for begins in PART_BEGINS) - 1 if hour >= PART_BEGINS[0] else 3


def _meetings(timetables: Sequence[Timetable], first_day: date) -> Meetings:
    found = [days_ahead(one, first_day, HORIZON_DAYS + STRETCH_DAYS) for one in timetables]
    owner = np.repeat(np.arange(len(found), dtype=np.int64), [len(days) for days in found])
    return owner, np.array([day.toordinal() for days in found for day in days], dtype=np.int32)


def _minute(timetable: Timetable) -> int:
    start = timetable.start_time
    return NO_HOUR if start is None else start.hour * 60 + start.minute


def _can_end(timetable: Timetable) -> bool:
    rule = (timetable.rrule or "").upper()
    return not rule or timetable.until is not None or "COUNT=" in rule or "UNTIL=" in rule
