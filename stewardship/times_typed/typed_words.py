"""A schedule's times in the words that are typed for them, to fill in the field in which they are changed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from directory.occurrences import days_ahead
from directory.recurrence_rule import RuleError
from directory.timetable import Timetable
from stewardship.times_typed.left_out import YEARLY_DAYS
from stewardship.times_typed.reading import read_times
from stewardship.times_typed.values import Unsure
from stewardship.times_typed.writing import phrase_of, plain_rule

_ANY_YEAR: Final = 2001


def typed_words(timetable: Timetable) -> str | None:
    """Return a bokmål phrase that ``read_times`` reads as the same schedule, None where there is none.

    All dates in it have their year, so the phrase means the same whenever it is read. An exception
    on a day without a meeting leaves out nothing, and is not said.
    """
    if timetable.timezone != Timetable().timezone:
        return None
    try:
        timetable = replace(timetable, exceptions=frozenset(_that_matter(timetable)))
        phrase = phrase_of(timetable)
        return phrase if phrase is not None and _is_read_as(phrase, timetable) else None
    except RuleError:
        return None


def _that_matter(timetable: Timetable) -> Iterator[date]:
    always_open = replace(timetable, exceptions=frozenset(), holidays=None)
    for day in timetable.exceptions:
        is_yearly = timetable.rrule is not None and (day.month, day.day) in YEARLY_DAYS
        if is_yearly or days_ahead(always_open, day, 0):
            yield day


def _is_read_as(phrase: str, timetable: Timetable) -> bool:
    # Long before all of it, so that nothing is over yet.
    days = (timetable.starts_on, timetable.last_day, *timetable.exceptions)
    first = min((day.year for day in days if day is not None), default=_ANY_YEAR)
    read = read_times(phrase, date(max(first - 2, 1), 1, 1))
    if isinstance(read, Unsure) or len(read) != 1:
        return False
    return _plain(read[0].timetable()) == _plain(timetable)


def _plain(timetable: Timetable) -> tuple[object, ...]:
    rule = None if timetable.rrule is None else plain_rule(timetable.rrule, timetable.starts_on)
    return (
        rule,
        timetable.starts_on,
        timetable.start_time,
        timetable.duration_minutes,
        timetable.until,
        timetable.exceptions,
        timetable.holidays,
        timetable.by_appointment,
    )
