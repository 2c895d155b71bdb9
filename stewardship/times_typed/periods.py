"""Since when and until when, in which months, and on which single dates something takes place."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from stewardship.times_typed.cursor import Cursor
from stewardship.times_typed.dates import (
    Stretch,
    coming,
    is_year,
    last_by,
    surely_coming,
    take_stretches,
)
from stewardship.times_typed.phrases import date_phrase, month_phrase, months_phrase
from stewardship.times_typed.pieces import InMonths, OnDates, Piece, Since, Until
from stewardship.times_typed.values import Question
from stewardship.times_typed.words import Kind

MONTHS_OF_A_YEAR: Final = 12


def take_period(cursor: Cursor, today: date) -> tuple[Piece, ...]:
    """Return Since, Until or both, or the single dates, where such stand next."""
    first = cursor.at
    if cursor.take(Kind.THROUGHOUT):
        return _throughout(cursor, first, today)
    from_or_to = cursor.take(Kind.FROM, Kind.TO)
    stretches = take_stretches(cursor, today)
    if not stretches:
        cursor.at = first
        return _relative(cursor, today)
    if from_or_to is None:
        return _on_dates(cursor, first, stretches, today)
    if len(stretches) > 1:
        raise cursor.doubt(Question.WHICH_DATE, first)
    begins, ends = stretches[0]
    if from_or_to.kind is Kind.TO:
        if begins != ends:
            raise cursor.doubt(Question.WHICH_DATE, first)
        return (Until(coming(ends, today, cursor, first)),)
    if begins == ends:
        return (Since(surely_coming(begins, today, cursor, first)),)
    return _between(cursor, first, stretches[0], today)


def _between(cursor: Cursor, first: int, stretch: Stretch, today: date) -> tuple[Piece, ...]:
    begins, ends = stretch
    if begins.year is not None and ends.year is None:
        since = coming(begins, today, cursor, first)
        return (Since(since), Until(coming(ends, max(since, today), cursor, first)))
    until = coming(ends, today, cursor, first)
    return (Since(last_by(begins, until, cursor, first)), Until(until))


def _on_dates(
    cursor: Cursor, first: int, stretches: tuple[Stretch, ...], today: date
) -> tuple[Piece, ...]:
    if len(stretches) == 1 and stretches[0][0] != stretches[0][1]:
        return _between(cursor, first, stretches[0], today)
    if any(begins != ends for begins, ends in stretches):
        raise cursor.doubt(Question.ONE_LINE_EACH, first)
    days = (surely_coming(day, today, cursor, first) for day, _same in stretches)
    return (OnDates(tuple(sorted(set(days)))),)


def _relative(cursor: Cursor, today: date) -> tuple[Piece, ...]:
    """«I morgen»."""
    days_ahead = cursor.take(Kind.RELATIVE_DAY)
    return (OnDates((today + timedelta(days_ahead.value),)),) if days_ahead else ()


def _throughout(cursor: Cursor, first: int, today: date) -> tuple[Piece, ...]:
    """«Ut mai», «ut året»: to the last day of it."""
    month = cursor.take(Kind.MONTH)
    if month is None and not cursor.take(Kind.YEAR):
        raise cursor.doubt(Question.UNKNOWN_WORDS, first)
    number = MONTHS_OF_A_YEAR if month is None else month.value
    year = today.year + (number < today.month)
    return (Until(date(year, number, monthrange(year, number)[1])),)


def take_months(cursor: Cursor) -> tuple[int, ...]:
    """Return the months of «august til juni» or «juli og august», in the order of the year."""
    start = cursor.at
    month = cursor.take(Kind.MONTH)
    if month is None:
        return ()
    before = cursor.at
    last = cursor.take(Kind.MONTH) if cursor.take(Kind.DASH, Kind.TO) else None
    if last is not None:
        length = (last.value - month.value) % MONTHS_OF_A_YEAR
        return tuple(
            sorted((month.value + n - 1) % MONTHS_OF_A_YEAR + 1 for n in range(length + 1))
        )
    cursor.at = before
    if cursor.peek().kind in {Kind.DASH, Kind.TO}:
        raise cursor.doubt(Question.WHICH_DATE, start)
    found = {month.value, *_more_months(cursor)}
    if cursor.at > start and len(found) == MONTHS_OF_A_YEAR:
        raise cursor.doubt(Question.DOES_NOT_FIT, start)
    return tuple(sorted(found))


def _more_months(cursor: Cursor) -> Iterator[int]:
    while True:
        before = cursor.at
        has_sign = cursor.take(Kind.COMMA, Kind.AND)
        cursor.take(Kind.PREPOSITION)
        month = cursor.take(Kind.MONTH) if has_sign else None
        if month is None:
            cursor.at = before
            return
        yield month.value


def take_season(cursor: Cursor, today: date) -> tuple[Piece, ...]:
    """Return the months it takes place in, where they stand next."""
    first = cursor.at
    is_only = cursor.take(Kind.ONLY) is not None
    if is_only:
        cursor.take(Kind.PREPOSITION)
    from_or_to = cursor.take(Kind.FROM, Kind.TO)
    begins = cursor.at
    months = take_months(cursor)
    if not months:
        cursor.at = first
        return ()
    if len(months) == 1 and is_year(cursor.peek(), today) and cursor.take(Kind.NUMBER):
        whole = _whole_month(cursor.peek(-1).value, months[0])
        raise cursor.doubt(Question.WHICH_DATE, first, whole)
    joints = {cursor.peek(at - cursor.at).kind for at in range(begins, cursor.at)}
    is_stretch = bool(joints & {Kind.DASH, Kind.TO})
    if (from_or_to is None and is_only) or is_stretch:
        if from_or_to is not None and from_or_to.kind is Kind.TO:
            raise cursor.doubt(Question.WHICH_DATE, first)
        return (InMonths(months),)
    if from_or_to is None:
        raise cursor.doubt(Question.EVERY_YEAR_OR_ONCE, first, *_season_readings(months, today))
    raise cursor.doubt(Question.WHICH_DATE, first, *_edge_readings(from_or_to.kind, months, today))


def _season_readings(months: tuple[int, ...], today: date) -> tuple[str, ...]:
    every_year = f"bare i {months_phrase(months)}"
    if len(months) > 1:
        return (every_year,)
    return (every_year, _whole_month(today.year + (months[0] < today.month), months[0]))


def _whole_month(year: int, month: int) -> str:
    ends = date(year, month, monthrange(year, month)[1])
    return f"fra {date_phrase(date(year, month, 1))} til {date_phrase(ends)}"


def _edge_readings(kind: Kind, months: tuple[int, ...], today: date) -> tuple[str, ...]:
    if len(months) > 1:
        return ()
    month = months[0]
    if kind is Kind.TO:
        before = (month - 2) % MONTHS_OF_A_YEAR + 1
        return (f"ut {month_phrase(before)}", f"ut {month_phrase(month)}")
    year = today.year + (month < today.month)
    return (f"fra {date_phrase(date(year, month, 1))}",)
