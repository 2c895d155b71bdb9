"""The days on which every timetable meets in the time ahead, and from them the agenda of any moment.

The days are worked out once for a stretch of time; what a moment makes of them is arithmetic on
arrays, so that a new minute costs next to nothing.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

from core.clock import NORWAY
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


class Almanac:
    """Serves moments from ``first_day`` and for STRETCH_DAYS on, for a fixed list of timetables."""

    def __init__(self, timetables: Sequence[Timetable], first_day: date) -> None:
        self.timetables, self.first_day = timetables, first_day
        length = HORIZON_DAYS + STRETCH_DAYS
        found = [days_ahead(one, first_day, length) for one in timetables]
        counts = [len(days) for days in found]
        self._owner = np.repeat(np.arange(len(timetables), dtype=np.int64), counts)
        numbers = [day.toordinal() for days in found for day in days]
        self._days: Days = np.array(numbers, dtype=np.int32)
        # One sorted key for "this timetable on this day", so that one search serves them all.
        self._keys = self._owner * NEVER + self._days
        self._numbers = np.arange(len(timetables), dtype=np.int64)

    def serves(self, moment: datetime) -> bool:
        return 0 <= (moment.date() - self.first_day).days < STRETCH_DAYS

    @cached_property
    def _minutes(self) -> npt.NDArray[np.int32]:
        """The minute of the day at which each timetable begins, NO_HOUR where nobody has told."""
        return np.array([_minute(one) for one in self.timetables], dtype=np.int32)

    @cached_property
    def _abroad(self) -> list[int]:
        """Timetables whose clock is not Norway's; few or none."""
        return [n for n, one in enumerate(self.timetables) if one.timezone != NORWAY.key]

    def agenda(self, moment: datetime) -> Agenda:
        """Return what the timetables mean at ``moment``, local time in Norway without a zone."""
        today = moment.toordinal()
        next_day = self._next_days(moment)
        days_until = np.where(next_day == NEVER, NEVER, next_day - today).astype(np.int32)
        states = self._states
        return Agenda(
            moment=moment,
            today=today,
            a_year_ago=_a_year_before(moment.date()).toordinal(),
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
        over = np.zeros(len(self.timetables), dtype=np.bool_)
        for number in self._can_end:
            over[number] = is_over(self.timetables[number], today)
        return over

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
        for number in self._abroad:
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
        return datetime.combine(date.fromordinal(day), timetable.start_time, tzinfo=zone)

    def _times(self, today: int, next_day: Days, days_until: Days) -> npt.NDArray[np.uint64]:
        """Return the bits of every weekday and part of day that a timetable meets in."""
        ahead = (self._days >= today) & (self._days < today + WISHES_LOOK_AHEAD_DAYS)
        owner, weekday = self._owner[ahead], (self._days[ahead] - 1) % 7
        times = np.zeros(len(self.timetables), dtype=np.uint64)
        parts = self._parts
        for part in range(len(PARTS_OF_DAY)):
            in_part = parts[:, part]
            weekday_bits = np.array([time_bit(day, part) for day in range(7)], dtype=np.uint64)
            met = in_part[owner]
            np.bitwise_or.at(times, owner[met], weekday_bits[weekday[met]])
            times[in_part & (days_until == 0)] |= np.uint64(today_bit(part))
            times[in_part & (days_until < THIS_WEEK_DAYS)] |= np.uint64(this_week_bit(part))
        return times

    @cached_property
    def _parts(self) -> npt.NDArray[np.bool_]:
        """Which parts of the day each timetable begins in; all of them where nobody has told."""
        hours = self._minutes // 60
        part = np.searchsorted(PART_BEGINS, hours, side="right") - 1
        part = np.where(part < 0, len(PARTS_OF_DAY) - 1, part)
        parts = part[:, None] == np.arange(len(PARTS_OF_DAY))[None, :]
        parts[self._minutes == NO_HOUR] = True
        return parts


def _minute(timetable: Timetable) -> int:
    start = timetable.start_time
    return NO_HOUR if start is None else start.hour * 60 + start.minute


def _can_end(timetable: Timetable) -> bool:
    rule = (timetable.rrule or "").upper()
    return not rule or timetable.until is not None or "COUNT=" in rule or "UNTIL=" in rule


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
