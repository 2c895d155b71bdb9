"""Weeks with an even or an odd number, which are not every other week where a year has 53 of them."""

from datetime import date, timedelta
from typing import Final

WEEKS_OF_A_LONG_YEAR: Final = 53
LOOKED_AHEAD: Final = timedelta(days=2 * 366)


def first_with_parity(weekdays: frozenset[int], parity: int, since: date) -> date:
    """Return the first of the weekdays from ``since`` on in a week whose number is even (0) or odd (1)."""
    day = since
    while day.weekday() not in weekdays or day.isocalendar().week % 2 != parity:
        day += timedelta(1)
    return day


def break_of_parity(starts_on: date, until: date | None, today: date) -> date | None:
    """Return the Monday after a week 53, where the times reach beyond it and it is not far away."""
    last = max(starts_on, today) + LOOKED_AHEAD
    last = min(last, until or last)
    for year in range(starts_on.isocalendar().year, last.isocalendar().year):
        monday = date.fromisocalendar(year + 1, 1, 1)
        if (monday - timedelta(1)).isocalendar().week == WEEKS_OF_A_LONG_YEAR and monday <= last:
            return monday
    return None
