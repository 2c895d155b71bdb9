"""Dates as they are written, «lørdag 5. desember», «17.6.», and which year is meant."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain
from typing import Final

from stewardship.times_typed.cursor import Cursor
from stewardship.times_typed.phrases import date_phrase
from stewardship.times_typed.symbols import Symbol
from stewardship.times_typed.values import Question
from stewardship.times_typed.words import Kind

LONGEST_MONTH: Final = 31
MONTHS_OF_A_YEAR: Final = 12
LAST_HOUR: Final = 23
# «Desember 2030» may be half past eight; so many years from now it is a year all the same.
YEARS_NEAR_BY: Final = 3
FIVE_MINUTES: Final = 5
TWO_DIGITS: Final = 2
FOUR_DIGITS: Final = 4
YEARS: Final = range(1990, 2100)
CENTURY: Final = 2000
# A date without a year that was so lately may be the one that was, not the one to come.
LATELY: Final = timedelta(days=183)
LEAP_CYCLE: Final = 8


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands; what is None was left out."""

    day: int
    month: int | None = None
    year: int | None = None
    weekday: int | None = None


Stretch = tuple[Written, Written]


def take_stretches(cursor: Cursor, today: date) -> tuple[Stretch, ...]:
    """Return the dates of a list such as «24.–26. og 31. desember»; a single one is both ends."""
    start = cursor.at
    found: list[Stretch] = []
    while True:
        before = cursor.at
        if found:
            cursor.skip(Kind.COMMA, Kind.AND)
        stretch = _stretch(cursor, today) if not found or cursor.at > before else None
        if stretch is None:
            cursor.at = before
            break
        found.append(stretch)
    if not found or found[-1][1].month is None:
        cursor.at = start
        return ()
    return _filled_in(found)


def _stretch(cursor: Cursor, today: date) -> Stretch | None:
    first = _written(cursor, today)
    if first is None:
        return None
    before = cursor.at
    last = _written(cursor, today) if cursor.take(Kind.DASH, Kind.TO) else None
    if last is None:
        cursor.at = before
    return first, last or first


def _filled_in(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """Give each date without a month that of the next, and without a year the one that leads to it."""
    filled: list[Written] = []
    for one in reversed(list(chain.from_iterable(stretches))):
        later = filled[-1] if filled else None
        filled.append(one if later is None else _led_to(one, later))
    ends = iter(reversed(filled))
    return tuple(zip(ends, ends, strict=True))


def _led_to(one: Written, later: Written) -> Written:
    month = one.month or later.month
    if one.year or later.year is None or month is None or later.month is None:
        return replace(one, month=month)
    is_after = (month, one.day) > (later.month, later.day)
    return replace(one, month=month, year=later.year - is_after)


def _written(cursor: Cursor, today: date) -> Written | None:
    start = cursor.at
    is_named = cursor.take(Kind.THE) is not None
    # «Onsdager 7. januar» is no single day.
    weekday = None if cursor.peek().is_of_several else cursor.take(Kind.DAY)
    cursor.take(Kind.COMMA)
    is_named = cursor.take(Kind.THE) is not None or is_named
    number = cursor.take(Kind.NUMBER)
    if number is None or not number.is_in_digits or not 1 <= number.value <= LONGEST_MONTH:
        cursor.at = start
        return None
    day = Written(number.value, weekday=None if weekday is None else weekday.value)
    is_ordinal = cursor.take_joined(Kind.DOT) is not None
    if month := cursor.take(Kind.MONTH):
        return replace(day, month=month.value, year=_year(cursor, today))
    if has_slash := cursor.take_joined(Kind.SLASH) is not None:
        is_named = True
    if (is_ordinal or has_slash) and (numeric := _numeric(cursor, day, is_named)):
        return numeric
    # A day alone is a date only where the month stands with the next: «5. og 12. desember».
    if is_ordinal and not has_slash and not _stands_close(cursor):
        return day
    cursor.at = start
    return None


def _numeric(cursor: Cursor, day: Written, is_named: bool) -> Written | None:
    """Read «.12.2026», «.6» or «/6» after the day. «17.05» is left alone, for it may be an hour."""
    start = cursor.at
    month = cursor.take(Kind.NUMBER) if _stands_close(cursor) else None
    if month is None or not month.is_in_digits or not 1 <= month.value <= MONTHS_OF_A_YEAR:
        cursor.at = start
        return None
    has_dot = cursor.take_joined(Kind.DOT) or cursor.take_joined(Kind.SLASH)
    year = _numeric_year(cursor) if has_dot and _stands_close(cursor) else None
    is_date = year or is_named or len(month.text) == 1 or day.day > LAST_HOUR
    if not is_date:
        cursor.at = start
        return None
    return replace(day, month=month.value, year=year)


def _numeric_year(cursor: Cursor) -> int | None:
    number = cursor.peek()
    if number.kind is not Kind.NUMBER or len(number.text) not in {TWO_DIGITS, FOUR_DIGITS}:
        return None
    year = number.value + (CENTURY if len(number.text) == TWO_DIGITS else 0)
    if year not in YEARS:
        return None
    cursor.take(Kind.NUMBER)
    return year


def _stands_close(cursor: Cursor) -> bool:
    return cursor.peek().kind is Kind.NUMBER and cursor.peek().start == cursor.peek(-1).end


def _year(cursor: Cursor, today: date) -> int | None:
    number = cursor.peek()
    if not is_year(number, today) or cursor.peek(1).kind is Kind.DASH:
        return None
    cursor.take(Kind.NUMBER)
    return number.value


def is_year(number: Symbol, today: date) -> bool:
    if not number.is_in_digits or len(number.text) != FOUR_DIGITS or number.value not in YEARS:
        return False
    is_near = abs(number.value - today.year) <= YEARS_NEAR_BY
    return is_near or number.value % FIVE_MINUTES != 0


def day_of(written: Written, year: int, cursor: Cursor, first: int) -> date:
    """Return the day, which must exist and be the weekday that stands beside it."""
    if written.month is None:
        raise cursor.doubt(Question.NO_SUCH_DATE, first)
    try:
        day = date(year, written.month, written.day)
    except ValueError as error:
        raise cursor.doubt(Question.NO_SUCH_DATE, first) from error
    if written.weekday not in {None, day.weekday()}:
        raise cursor.doubt(Question.OTHER_WEEKDAY, first, date_phrase(day))
    return day


def coming(written: Written, since: date, cursor: Cursor, first: int) -> date:
    """Return the day of the year that is written, or the first one that is not before ``since``."""
    if written.year is not None:
        return day_of(written, written.year, cursor, first)
    for year in range(since.year, since.year + LEAP_CYCLE + 1):
        if (day := _exists(written, year)) and day >= since:
            return day_of(written, year, cursor, first)
    raise cursor.doubt(Question.NO_SUCH_DATE, first)


def last_by(written: Written, until: date, cursor: Cursor, first: int) -> date:
    """Return the day of the year that is written, or the last one that is not after ``until``."""
    if written.year is not None:
        return day_of(written, written.year, cursor, first)
    for year in range(until.year, until.year - LEAP_CYCLE - 1, -1):
        if (day := _exists(written, year)) and day <= until:
            return day_of(written, year, cursor, first)
    raise cursor.doubt(Question.NO_SUCH_DATE, first)


def surely_coming(written: Written, today: date, cursor: Cursor, first: int) -> date:
    """Return the day as ``coming`` does, where it was not lately that one more of it was."""
    day = coming(written, today, cursor, first)
    before = _exists(written, day.year - 1) if written.year is None else None
    if before is not None and today - before < LATELY:
        both = (_with_year(cursor, first, one) for one in (before, day))
        raise cursor.doubt(Question.WHICH_YEAR, first, *both)
    return day


def _with_year(cursor: Cursor, first: int, day: date) -> str:
    """Return the date with its year, led by «fra» where the one that was typed is."""
    led = cursor.peek(first - cursor.at).kind is Kind.FROM
    return f"fra {date_phrase(day)}" if led else date_phrase(day)


def _exists(written: Written, year: int) -> date | None:
    try:
        return date(year, written.month or 0, written.day)
    except ValueError:
        return None
