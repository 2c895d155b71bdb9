"""When there is no meeting: «unntatt søndag», «ikke i juli», «ikke i fellesferien», «ikke 24. desember»."""

from datetime import date, timedelta
from typing import Final

from directory.choices import Holidays
from stewardship.times_typed.cursor import Cursor
from stewardship.times_typed.dates import YEARS, Stretch, Written, coming, last_by, take_stretches
from stewardship.times_typed.periods import take_months
from stewardship.times_typed.pieces import (
    Modifier,
    NotDates,
    NotMonths,
    NotWeekdays,
    OnHolidays,
)
from stewardship.times_typed.values import Question
from stewardship.times_typed.weekdays import take_weekdays
from stewardship.times_typed.words import Kind

YEARS_AHEAD: Final = 3
# Week 53 is in few years, so it is asked for as dates.
LAST_WEEK: Final = 52
# The three weeks in which most of Norway is away: 28, 29 and 30.
SUMMER_BREAK_WEEKS: Final = (28, 30)
# Days that are closed every year, not once: written without a year they mean the next three.
YEARLY_DAYS: Final = frozenset({(1, 1), (5, 1), (5, 17), (12, 24), (12, 25), (12, 26), (12, 31)})
LONGEST_STRETCH: Final = timedelta(days=120)


def take_left_out(cursor: Cursor, today: date) -> tuple[Modifier, ...]:
    """Return what a list such as «ikke i juli og på helligdager» leaves out, () where there is none."""
    first = cursor.at
    if not cursor.take(Kind.NOT):
        return ()
    cursor.skip(Kind.FILLER, Kind.PREPOSITION)
    found: list[Modifier] = []
    while items := _items(cursor, today, is_first=not found):
        found.extend(items)
        before = cursor.at
        cursor.skip(Kind.COMMA, Kind.AND)
        # Not «ikke 9. desember, åpent 16. desember»: a verb begins something else.
        cursor.skip(Kind.PREPOSITION)
        if cursor.at == before or _is_weekday_alone(cursor):
            break
    if not found:
        cursor.at = first
        return ()
    cursor.at = _end_of_last(cursor)
    if cursor.peek().kind in {Kind.DASH, Kind.TO}:
        raise cursor.doubt(Question.WHICH_DATE, first)
    return tuple(found)


def _is_weekday_alone(cursor: Cursor) -> bool:
    """Tell whether a weekday that is no date comes next: then something else begins there."""
    return cursor.peek().kind in {Kind.DAY, Kind.DAYS} and cursor.peek(1).kind is not Kind.NUMBER


def _end_of_last(cursor: Cursor) -> int:
    """Go back over the signs and small words that led to nothing."""
    at = cursor.at
    idle = {Kind.COMMA, Kind.AND, Kind.PREPOSITION}
    while cursor.peek(at - 1 - cursor.at).kind in idle:
        at -= 1
    return at


def _items(cursor: Cursor, today: date, *, is_first: bool) -> tuple[Modifier, ...]:
    start = cursor.at
    if stretches := take_stretches(cursor, today):
        return tuple(_dates(cursor, start, stretch, today) for stretch in stretches)
    if item := _named(cursor, today):
        return (item,)
    cursor.take(Kind.EVERY)
    if is_first and (weekdays := take_weekdays(cursor, needs_and=True)):
        return (NotWeekdays(weekdays),)
    cursor.at = start
    return ()


def _named(cursor: Cursor, today: date) -> Modifier | None:
    if cursor.take(Kind.SUMMER_BREAK):
        return _summer_break(cursor, today)
    if cursor.take(Kind.HOLIDAYS):
        return OnHolidays(Holidays.CLOSED)
    if weeks := _weeks(cursor, today):
        return NotDates(weeks)
    months = take_months(cursor)
    return NotMonths(months) if months else None


def _dates(cursor: Cursor, first: int, stretch: Stretch, today: date) -> NotDates:
    begins, ends = stretch
    if begins == ends and (begins.month, begins.day) in YEARLY_DAYS:
        days = _next_years(cursor, first, begins, today)
        pairs = tuple((day, day) for day in days)
        return NotDates(pairs, only_meeting_days=False, must_be_found=False)
    return NotDates((_dated(cursor, first, stretch, today),))


def _next_years(cursor: Cursor, first: int, written: Written, today: date) -> list[date]:
    day = coming(written, today, cursor, first)
    years = 1 if written.year is not None else YEARS_AHEAD
    return [day.replace(year=day.year + n) for n in range(years)]


def _dated(cursor: Cursor, first: int, stretch: Stretch, today: date) -> tuple[date, date]:
    begins, ends = stretch
    if begins.year is not None and ends.year is None:
        begin = coming(begins, today, cursor, first)
        end = coming(ends, begin, cursor, first)
    else:
        end = coming(ends, today, cursor, first)
        begin = last_by(begins, end, cursor, first)
    if begin > end or end - begin > LONGEST_STRETCH:
        raise cursor.doubt(Question.WHICH_DATE, first)
    return begin, end


def _summer_break(cursor: Cursor, today: date) -> NotDates:
    years = _years(cursor) or _coming_years(today)
    stretches = tuple(summer_break(year) for year in years)
    return NotDates(stretches, must_be_found=False)


def _weeks(cursor: Cursor, today: date) -> tuple[tuple[date, date], ...]:
    """Read «uke 8» or «uke 28, 29 og 30»: each the next week of that number."""
    first = cursor.at
    found: list[tuple[date, date]] = []
    if not cursor.take(Kind.WEEK):
        return ()
    while number := cursor.take(Kind.NUMBER):
        if not 1 <= number.value <= LAST_WEEK:
            raise cursor.doubt(Question.WHICH_DATE, first)
        found.append(_coming_week(number.value, today))
        before = cursor.at
        cursor.skip(Kind.COMMA, Kind.AND)
        if cursor.at == before or cursor.peek().kind is not Kind.NUMBER or _is_no_week(cursor):
            cursor.at = before
            break
    return tuple(found)


def _is_no_week(cursor: Cursor) -> bool:
    """Tell whether the number that is next begins an hour or a date: «uke 8, 18–20»."""
    return cursor.peek(1).kind in {Kind.DASH, Kind.TO, Kind.DOT, Kind.COLON, Kind.MONTH}


def _coming_week(number: int, today: date) -> tuple[date, date]:
    year = today.isocalendar().year
    year += date.fromisocalendar(year, number, 7) < today
    return date.fromisocalendar(year, number, 1), date.fromisocalendar(year, number, 7)


def _years(cursor: Cursor) -> tuple[int, ...]:
    found: list[int] = []
    while True:
        before = cursor.at
        cursor.skip(Kind.COMMA, Kind.AND)
        if (found and cursor.at == before) or not _is_year(cursor):
            cursor.at = before
            return tuple(sorted(set(found)))
        found.append(cursor.peek().value)
        cursor.take(Kind.NUMBER)


def _is_year(cursor: Cursor) -> bool:
    number = cursor.peek()
    is_hour = cursor.peek(1).kind in {Kind.DASH, Kind.TO}
    return number.is_in_digits and number.value in YEARS and not is_hour


def _coming_years(today: date) -> tuple[int, ...]:
    first = today.year + (summer_break(today.year)[1] < today)
    return tuple(range(first, first + YEARS_AHEAD))


def summer_break(year: int) -> tuple[date, date]:
    """Return the first and the last day of «fellesferien», weeks 28 to 30."""
    first, last = SUMMER_BREAK_WEEKS
    return date.fromisocalendar(year, first, 1), date.fromisocalendar(year, last, 7)
