"""A rhythm as the text of a recurrence rule, and the days it names."""

from datetime import date
from typing import Final

from directory.occurrences import days_ahead
from directory.recurrence_rule import WEEKDAYS, Frequency
from directory.timetable import Timetable
from stewardship.times_typed.pieces import Rhythm

A_YEAR_AND_MORE: Final = 400


def rule_text(rhythm: Rhythm, *, interval: int = 1, count: int | None = None) -> str:
    parts = [f"FREQ={rhythm.frequency.value}"]
    if interval > 1:
        parts.append(f"INTERVAL={interval}")
    if count is not None:
        parts.append(f"COUNT={count}")
    if rhythm.weekdays:
        numbers = [str(number) for number in rhythm.numbers] or [""]
        days = [f"{n}{WEEKDAYS[day]}" for n in numbers for day in sorted(rhythm.weekdays)]
        parts.append(f"BYDAY={','.join(days)}")
    if rhythm.month_days:
        parts.append(f"BYMONTHDAY={','.join(str(day) for day in rhythm.month_days)}")
    if rhythm.months:
        parts.append(f"BYMONTH={','.join(str(month) for month in rhythm.months)}")
    return ";".join(parts)


def first_days(rhythm: Rhythm, since: date, most: int) -> tuple[date, ...]:
    """Return the first day of each of the next weeks, months or days in which it may take place."""
    found: dict[object, date] = {}
    for day in days_of(rhythm, since):
        found.setdefault(_period(rhythm.frequency, day), day)
        if len(found) == most:
            break
    return tuple(found.values())


def days_of(rhythm: Rhythm, since: date) -> tuple[date, ...]:
    """Return the days the rhythm names in the year to come, as if it came round every time."""
    return days_ahead(Timetable(rrule=rule_text(rhythm)), since, A_YEAR_AND_MORE)


def _period(frequency: Frequency, day: date) -> object:
    if frequency is Frequency.WEEKLY:
        return day.isocalendar()[:2]
    return (day.year, day.month) if frequency is Frequency.MONTHLY else day
