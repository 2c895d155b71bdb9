"""A group of days and hours, with what holds for it, made into the times of a schedule or doubted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Final

from directory.occurrences import days_ahead
from directory.recurrence_rule import Frequency
from stewardship.times_typed.clock import DAY, HOUR, spans_of
from stewardship.times_typed.grouping import Group
from stewardship.times_typed.modifiers import Modifiers, narrowed
from stewardship.times_typed.phrases import WEEKDAYS, clock_phrase, date_phrase
from stewardship.times_typed.pieces import (
    Appointment,
    Counted,
    DayAndNight,
    Hours,
    InMonths,
    NotDates,
    NotWeekdays,
    Once,
    OnHolidays,
    Placed,
    Rhythm,
    Since,
    Until,
)
from stewardship.times_typed.rules import days_of, first_days, rule_text
from stewardship.times_typed.values import DoubtError, Question, TypedTimes
from stewardship.times_typed.weeks import first_with_parity

Span = tuple[int | None, int | None]  # first minute, length
MOST_READINGS: Final = 4
A_FORTNIGHT: Final = timedelta(days=14)
UNTOLD: Final[Span] = (None, None)
_ONLY_OF_RHYTHMS: Final = (Counted, InMonths, NotWeekdays, NotDates, OnHolidays, Since, Until)


def assembled(group: Group, modifiers: Modifiers, today: date) -> tuple[TypedTimes, ...]:
    spans = [_span(placed, group) for placed in group.hours] or [UNTOLD]
    if not group.hours and (group.part is not None or group.minutes is not None):
        raise DoubtError(Question.WHICH_HOUR, group.whole)
    if group.dates:
        return tuple(_once(group, modifiers, span, day) for day in group.dates for span in spans)
    rhythm = group.rhythm
    if rhythm is None and spans == [(0, DAY)]:
        rhythm = Rhythm(Frequency.DAILY)
    if rhythm is None:
        raise _doubt_days(group, modifiers)
    if modifiers.is_once:
        raise modifiers.doubt(Question.WHICH_DATE, Once)
    times = _repeated(rhythm, group, modifiers, today)
    return tuple(_with_hours(times, span) for span in spans)


def _doubt_days(group: Group, modifiers: Modifiers) -> DoubtError:
    """Ask on which days; from one date to another near by, every day is likely."""
    since, until = modifiers.since, modifiers.until
    is_short = since is not None and until is not None and until - since <= A_FORTNIGHT
    every_day = (", hver dag",) if is_short else ()
    return DoubtError(Question.WHICH_DAYS, group.whole, every_day, adds=True)


def without_days(modifiers: Modifiers) -> tuple[TypedTimes, ...]:
    """Return the times of a text that names neither days nor hours: by appointment, or nothing."""
    others = [kind for kind in modifiers.spans if kind not in {Appointment, Since, Until}]
    if modifiers.needs_appointment is None or others:
        raise modifiers.doubt(Question.WHICH_DAYS, next(iter(modifiers.spans), Since))
    return (
        TypedTimes(
            by_appointment=modifiers.needs_appointment,
            starts_on=modifiers.since,
            until=modifiers.until,
        ),
    )


def _span(placed: Placed, group: Group) -> Span:
    piece = placed.piece
    if isinstance(piece, DayAndNight):
        if group.part is not None or group.minutes is not None:
            raise DoubtError(Question.DOES_NOT_FIT, placed.span)
        return 0, DAY
    if not isinstance(piece, Hours):
        raise TypeError("only hours are kept as the hours of a group")
    spans = spans_of(piece, group.part)
    if piece.begins.minutes >= DAY:
        raise DoubtError(Question.NO_SUCH_HOUR, placed.span)
    if not spans:
        told = Question.ENDS_BEFORE_START if group.part is None else Question.DOES_NOT_FIT
        raise DoubtError(told, placed.span)
    if len(spans) > 1:
        raise DoubtError(Question.MORNING_OR_EVENING, placed.span, tuple(_said(spans)))
    begins, length = spans[0]
    if group.minutes is not None and (length is not None or len(group.hours) > 1):
        raise DoubtError(Question.DOES_NOT_FIT, placed.span)
    return begins, length or group.minutes


def _said(spans: tuple[tuple[int, int | None], ...]) -> Iterator[str]:
    for begins, length in spans[:MOST_READINGS]:
        ends = "" if length is None else f"–{clock_phrase((begins + length - 1) % DAY + 1)}"
        yield f"kl. {clock_phrase(begins)}{ends}"


def _with_hours(times: TypedTimes, span: Span) -> TypedTimes:
    begins, length = span
    if begins is None:
        return times
    return replace(times, start_time=time(*divmod(begins, HOUR)), duration_minutes=length)


def _once(group: Group, modifiers: Modifiers, span: Span, day: date) -> TypedTimes:
    for kind in _ONLY_OF_RHYTHMS:
        if kind in modifiers.spans:
            raise modifiers.doubt(Question.DOES_NOT_FIT, kind)
    if span == UNTOLD:
        raise DoubtError(Question.WHICH_HOUR, group.whole)
    times = TypedTimes(starts_on=day, by_appointment=modifiers.needs_appointment)
    return _with_hours(times, span)


def _repeated(rhythm: Rhythm, group: Group, modifiers: Modifiers, today: date) -> TypedTimes:
    interval = rhythm.interval or 1
    rhythm = narrowed(rhythm, modifiers)
    needs_start = interval > 1 or modifiers.count is not None
    if not rhythm.names_days and (needs_start or modifiers.since is not None):
        since = modifiers.since
        more = () if since is None else (f", {WEEKDAYS[since.weekday()]}",)
        raise DoubtError(Question.WHICH_WEEKDAYS, group.span, more, adds=True)
    starts_on = modifiers.since
    if rhythm.parity is not None:
        starts_on = first_with_parity(rhythm, modifiers.since or today)
    elif needs_start and starts_on is None:
        raise _doubt_start(rhythm, interval, group, modifiers, today)
    elif interval > 1 and starts_on is not None:
        _check_start(rhythm, starts_on, modifiers)
    times = TypedTimes(
        rrule=rule_text(rhythm, interval=interval, count=modifiers.count),
        starts_on=starts_on,
        until=modifiers.until,
        holidays=modifiers.holidays,
        by_appointment=modifiers.needs_appointment,
    )
    if times.timetable().fault() is not None:
        raise DoubtError(Question.NEVER, group.whole)
    return replace(times, exceptions=_exceptions(times, modifiers))


def _doubt_start(
    rhythm: Rhythm, interval: int, group: Group, modifiers: Modifiers, today: date
) -> DoubtError:
    most = min(interval if modifiers.count is None else interval + 1, MOST_READINGS)
    days = first_days(rhythm, today, most)
    # After it comes a comma, so that an hour that follows is none of the year.
    more = tuple(f" fra {date_phrase(day)}," for day in days)
    return DoubtError(Question.NEXT_DATE, group.span, more, adds=True)


def _check_start(rhythm: Rhythm, starts_on: date, modifiers: Modifiers) -> None:
    """Every other Wednesday from a Thursday: the one before or the one after it?"""
    near = days_of(rhythm, starts_on - timedelta(days=31))
    if starts_on in near:
        return
    before = [day for day in near if day < starts_on][-1:]
    after = [day for day in near if day > starts_on][:1]
    ends = "" if modifiers.spans.get(Until) != modifiers.spans.get(Since) else modifiers.until
    led = f" til {date_phrase(ends)}" if isinstance(ends, date) else ""
    readings = (f"fra {date_phrase(day)}{led}," for day in before + after)
    raise modifiers.doubt(Question.OTHER_WEEKDAY, Since, *readings)


def _exceptions(times: TypedTimes, modifiers: Modifiers) -> tuple[date, ...]:
    found: set[date] = set()
    timetable = replace(times, holidays=None).timetable()
    for left_out in modifiers.left_out:
        for first, last in left_out.stretches:
            length = (last - first).days
            if left_out.only_meeting_days:
                days = set(days_ahead(timetable, first, length))
            else:
                days = {first + timedelta(n) for n in range(length + 1)}
            if left_out.must_be_found and not days:
                raise modifiers.doubt(Question.NO_MEETING_THEN, NotDates)
            found |= days
    first_day, last_day = times.starts_on or date.min, times.until or date.max
    return tuple(sorted(day for day in found if first_day <= day <= last_day))
