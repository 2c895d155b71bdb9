"""What the timetables mean at one moment: what comes next, what is over, which times are met."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import numpy as np
import numpy.typing as npt

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS_OF_DAY: Final = ("morning", "day", "evening", "night")
THIS_WEEK_DAYS: Final = 7
TODAY_BIT: Final = 28  # four parts of the day each, after the 28 of the weekdays
THIS_WEEK_BIT: Final = 32


@dataclass(frozen=True)
class Agenda:
    """One value per timetable, at ``moment`` (local time in Norway; ``today`` its day number).

    ``a_year_ago`` is the day number of the same date twelve months before. ``next_of`` gives a
    timetable's first meeting that lies wholly ahead: an aware moment, a date where the hour is not
    told, None where the day is not. ``next_day`` is its day number, and ``days_until`` counts the
    days from today; both NEVER where unknown. ``times`` has a bit for every weekday and part of
    day on which it meets in the weeks ahead, and for those of today and of this week.
    ``on_holiday`` says that the next meeting falls on a holiday, and nobody has told that it takes
    place as usual.
    """

    moment: datetime
    today: int
    a_year_ago: int
    next_of: Callable[[int], datetime | date | None]
    next_day: npt.NDArray[np.int32]
    days_until: npt.NDArray[np.int32]
    is_over: npt.NDArray[np.bool_]
    is_regular: npt.NDArray[np.bool_]
    day_unknown: npt.NDArray[np.bool_]
    time_unknown: npt.NDArray[np.bool_]
    on_holiday: npt.NDArray[np.bool_]
    times: npt.NDArray[np.uint64]


def time_bit(weekday: int, part: int) -> int:
    return 1 << (weekday * len(PARTS_OF_DAY) + part)


def today_bit(part: int) -> int:
    return 1 << (TODAY_BIT + part)


def this_week_bit(part: int) -> int:
    return 1 << (THIS_WEEK_BIT + part)


def bits_of_wish(wish: str) -> int:
    """Return every bit that meets a wish such as ``wed-evening``, ``weekend`` or ``today``."""
    name, _, part = wish.partition("-")
    parts = range(len(PARTS_OF_DAY)) if not part else (PARTS_OF_DAY.index(part),)
    if name == "today":
        return sum(today_bit(number) for number in parts)
    if name == "this_week":
        return sum(this_week_bit(number) for number in parts)
    days = {"any": range(7), "weekday": range(5), "weekend": range(5, 7)}
    weekdays = days[name] if name in days else (WEEKDAYS.index(name),)
    return sum(time_bit(day, number) for day in weekdays for number in parts)
