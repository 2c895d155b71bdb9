"""Weeks with an even or an odd number, which are not every other week where a year has 53 of them."""

from datetime import date, timedelta
from typing import Final

from stewardship.times_typed.pieces import Rhythm

WEEKS_OF_A_LONG_YEAR: Final = 53
LOOKED_AHEAD: Final = timedelta(days=2 * 366)


def first_with_parity(rhythm: Rhythm, since: date) -> date:
    """Return the first day of the rhythm from ``since`` on whose week has the parity it asks for."""
    day = since
    while not _falls_on(rhythm, day):
        day += timedelta(1)
    return day


def _falls_on(rhythm: Rhythm, day: date) -> bool:
    is_in_month = not rhythm.months or day.month in rhythm.months
    has_parity = day.isocalendar().week % 2 == rhythm.parity
    return day.weekday() in rhythm.weekdays and has_parity and is_in_month


def break_of_parity(starts_on: date, until: date | None, today: date) -> date | None:
    """Return the Monday after a week 53, where the times reach beyond it and it is not far away."""
    last = max(starts_on, today) + LOOKED_AHEAD
    last = min(last, until or last)
    for year in range(starts_on.isocalendar().year, last.isocalendar().year):
        monday = date.fromisocalendar(year + 1, 1, 1)
        if (monday - timedelta(1)).isocalendar().week == WEEKS_OF_A_LONG_YEAR and monday <= last:
            return monday
    return None
