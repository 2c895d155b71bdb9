"""Reads times as people type them: into what is sure, or into a question. It never guesses silently."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from pydantic import ValidationError

from directory.occurrences import is_over
from directory.offer_file import ScheduleRecord
from stewardship.times_typed.assembling import assembled, without_days
from stewardship.times_typed.clauses import pieces_of
from stewardship.times_typed.grouping import Group, groups_of
from stewardship.times_typed.modifiers import Modifiers, gathered, narrowed
from stewardship.times_typed.pieces import Appointment, Counted, Placed, Since
from stewardship.times_typed.symbols import symbols_of
from stewardship.times_typed.values import DoubtError, Question, TypedTimes, Unsure
from stewardship.times_typed.weeks import break_of_parity, first_with_parity
from stewardship.times_typed.words import Kind
from stewardship.times_typed.writing import phrase_of

LONGEST_TEXT: Final = 500
MOST_READINGS: Final = 4
# A guess may itself need a guess; no more of them are tried than answer at once.
MOST_TRIES: Final = 12


def read_times(text: str, today: date) -> tuple[TypedTimes, ...] | Unsure:
    """Return the times of each schedule the text tells of, or what has to be asked first."""
    text = unicodedata.normalize("NFC", text).strip()
    if len(text) > LONGEST_TEXT:
        return Unsure(text[:LONGEST_TEXT], Question.TOO_LONG)
    try:
        return _read(text, today)
    except DoubtError as doubt:
        tries = iter(range(MOST_TRIES))
        readings = tuple(dict.fromkeys(_readings(text, doubt, today, tries)))
        return Unsure(text[doubt.start : doubt.end], doubt.question, readings[:MOST_READINGS])


def _readings(text: str, doubt: DoubtError, today: date, tries: Iterable[int]) -> Iterable[str]:
    for guess in doubt.texts(text):
        if len(guess) > LONGEST_TEXT or next(iter(tries), None) is None:
            return
        try:
            yield _said(_read(guess, today), guess, today)
        except DoubtError as another:
            yield from _readings(guess, another, today, tries)


def _said(times: tuple[TypedTimes, ...], text: str, today: date) -> str:
    """Return the times in one form, which is understood as they are; else the text itself."""
    phrases = [phrase_of(one.timetable()) for one in times]
    words = "; ".join(phrase for phrase in phrases if phrase is not None)
    try:
        return words if None not in phrases and _read(words, today) == times else text
    except DoubtError:
        return text


def _read(text: str, today: date) -> tuple[TypedTimes, ...]:
    whole = (0, len(text))
    lines = [
        pieces_of(tuple(line), today)
        for is_break, line in groupby(symbols_of(text), lambda one: one.kind is Kind.BREAK)
        if not is_break
    ]
    if not any(lines):
        raise DoubtError(Question.NOTHING_TYPED if not text else Question.UNKNOWN_WORDS, whole)
    found = tuple(dict.fromkeys(_times_of(lines, today)))
    for times in found:
        _check(times, whole, today)
    return found


def _times_of(lines: Sequence[tuple[Placed, ...]], today: date) -> Iterable[TypedTimes]:
    grouped = [groups_of(line) for line in lines]
    shared = [
        one for groups, rest in grouped if not groups and not _stands_alone(rest) for one in rest
    ]
    if shared and not any(groups or _stands_alone(rest) for groups, rest in grouped):
        raise DoubtError(Question.WHICH_DAYS, shared[0].span)
    for groups, rest in grouped:
        if not groups and not _stands_alone(rest):
            continue
        modifiers = gathered([*rest, *shared])
        yield from _of_line(groups, modifiers, today) if groups else without_days(modifiers)


def _stands_alone(rest: Iterable[Placed]) -> bool:
    """Tell whether a line without days says of itself when: «etter avtale»."""
    return any(isinstance(one.piece, Appointment) for one in rest)


def _of_line(groups: list[Group], modifiers: Modifiers, today: date) -> Iterable[TypedTimes]:
    if len(groups) > 1:
        _refuse_start(groups, modifiers)
    for group in groups:
        times = assembled(group, modifiers, today)
        if group.rhythm is not None and group.rhythm.parity is not None:
            _doubt_week_53(group, times, modifiers if len(groups) == 1 else None, today)
        yield from times


def _refuse_start(groups: list[Group], modifiers: Modifiers) -> None:
    """Ask where a start or a number of times may belong to one of several times alone."""
    has_interval = any(group.rhythm and (group.rhythm.interval or 1) > 1 for group in groups)
    for kind in (Counted, Since) if has_interval else (Counted,):
        if kind in modifiers.spans:
            raise modifiers.doubt(Question.ONE_LINE_EACH, kind)


def _doubt_week_53(
    group: Group, times: tuple[TypedTimes, ...], modifiers: Modifiers | None, today: date
) -> None:
    """Ask where even weeks and every other week part: after a week 53 comes a week 1, both odd."""
    starts_on, until = times[0].starts_on, times[0].until
    if group.rhythm is None or starts_on is None:
        return
    monday = break_of_parity(starts_on, until, today)
    if monday is None:
        return
    if modifiers is None:
        raise DoubtError(Question.WEEK_53, group.span)
    later = first_with_parity(narrowed(group.rhythm, modifiers), monday)
    parted = [
        half
        for one in times
        for half in (replace(one, until=monday - timedelta(1)), replace(one, starts_on=later))
    ]
    readings = [
        "; ".join(phrase_of(one.timetable()) or "" for one in way) for way in (times, parted)
    ]
    spans = [group.whole, group.span, *modifiers.spans.values()]
    whole = (min(span[0] for span in spans), max(span[1] for span in spans))
    raise DoubtError(Question.WEEK_53, whole, tuple(readings))


def _check(times: TypedTimes, whole: tuple[int, int], today: date) -> None:
    """Hold the times to what an offer file demands, and to not being over already."""
    try:
        ScheduleRecord.model_validate({"attendance": "phone"} | times.entry())
    except ValidationError as error:
        raise DoubtError(Question.NEVER, whole) from error
    timetable = times.timetable()
    if is_over(timetable, today):
        # The end is still to come, but no meeting is.
        is_empty = timetable.last_day is not None and timetable.last_day >= today
        raise DoubtError(Question.NEVER if is_empty else Question.PAST, whole)
