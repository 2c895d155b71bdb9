"""A line of typed times taken apart into pieces. A word that belongs to none of them stops the reading."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from directory.choices import Holidays
from stewardship.times_typed.clock import take_hours
from stewardship.times_typed.cursor import Cursor
from stewardship.times_typed.left_out import take_left_out
from stewardship.times_typed.near_words import words_near
from stewardship.times_typed.periods import take_period, take_season
from stewardship.times_typed.pieces import (
    Appointment,
    Counted,
    DayAndNight,
    Hours,
    Lasting,
    Once,
    OnDates,
    OnHolidays,
    PartOfDay,
    Piece,
    Placed,
    Rhythm,
)
from stewardship.times_typed.symbols import Symbol
from stewardship.times_typed.values import DoubtError, Question
from stewardship.times_typed.weekdays import take_rhythm
from stewardship.times_typed.words import Kind

MINUTES_OF_AN_HOUR: Final = 60
MINUTES_OF_A_DAY: Final = 24 * MINUTES_OF_AN_HOUR
_PASSED_OVER: Final = (Kind.COMMA, Kind.DOT, Kind.FILLER, Kind.AND, Kind.PREPOSITION)
_BEFORE_AN_HOUR: Final = (Kind.COLON, Kind.DASH)
_READINGS: Final = {
    Question.WHICH_WEEKDAYS: ("mandag til fredag", "hver dag"),
    Question.ONCE_OR_EVERY: ("hver lørdag og søndag",),
    Question.WHICH_DAYS: ("døgnet rundt", "etter avtale"),
}
_SUMMERS: Final = ("i juli", "i fellesferien", "i juni, juli og august")


def pieces_of(symbols: tuple[Symbol, ...], today: date) -> tuple[Placed, ...]:
    _refuse_unknown(symbols)
    cursor = Cursor(symbols)
    placed: list[Placed] = []
    if cursor.peek(1).kind is not Kind.NUMBER:
        cursor.take(Kind.DASH)  # each line of a list may begin with one
    while not cursor.is_at_end:
        before = cursor.at
        cursor.skip(*_PASSED_OVER, *_signs_after(placed))
        passed = symbols[before : cursor.at]
        if cursor.is_at_end:
            _refuse_dangling(passed)
            break
        first = cursor.at
        found = _clause(cursor, today)
        if not found:
            raise cursor.doubt(Question.UNKNOWN_WORDS, first)
        span = cursor.span_from(first)
        _check_joint(passed, placed, found[0], span)
        placed.extend(Placed(piece, span) for piece in found)
    return tuple(placed)


def _signs_after(placed: list[Placed]) -> tuple[Kind, ...]:
    """Return the signs that mean nothing here: «åpningstider: …», «mandag: 18–20», «mandag – kl. 18»."""
    if not placed:
        return (Kind.COLON,)
    return _BEFORE_AN_HOUR if _ends_with_days(placed) else ()


def _refuse_unknown(symbols: tuple[Symbol, ...]) -> None:
    """Ask about the first words that are not known, before anything is made of the others."""
    unknown = [n for n, symbol in enumerate(symbols) if symbol.kind is Kind.UNKNOWN]
    if not unknown:
        return
    first = last = unknown[0]
    while last + 1 in unknown:
        last += 1
    meant = words_near(symbols[first].text) if first == last else ()
    span = (symbols[first].start, symbols[last].end)
    raise DoubtError(Question.UNKNOWN_WORDS, span, meant)


def _ends_with_days(placed: list[Placed]) -> bool:
    return bool(placed) and isinstance(placed[-1].piece, Rhythm | OnDates | PartOfDay)


def _names_days(placed: list[Placed]) -> bool:
    """Tell whether days stand last, by name: in «hver måned 18» the number may be the day."""
    last = placed[-1].piece if placed else None
    return last.names_days if isinstance(last, Rhythm) else _ends_with_days(placed)


def _refuse_dangling(passed: Iterable[Symbol]) -> None:
    """A word that leads on, with nothing after it, says that something is missing."""
    for symbol in passed:
        if symbol.kind not in {Kind.COMMA, Kind.DOT, Kind.FILLER}:
            raise DoubtError(Question.UNKNOWN_WORDS, (symbol.start, symbol.end))


def _check_joint(
    passed: tuple[Symbol, ...], placed: list[Placed], found: Piece, span: tuple[int, int]
) -> None:
    """Refuse «og» and signs where they join nothing, and a bare number that may be anything."""
    is_hour = isinstance(found, Hours | DayAndNight)
    follows_days = _ends_with_days(placed)
    has_and = False
    for symbol in passed:
        is_and = symbol.kind is Kind.AND
        joins_nothing = is_and and (has_and or not placed or (is_hour and follows_days))
        if joins_nothing or (symbol.kind in _BEFORE_AN_HOUR and placed and not is_hour):
            raise DoubtError(Question.UNKNOWN_WORDS, (symbol.start, symbol.end))
        has_and = has_and or is_and
    if is_hour:
        _check_hour(passed, placed, found, span)


def _check_hour(
    passed: tuple[Symbol, ...], placed: list[Placed], found: Piece, span: tuple[int, int]
) -> None:
    """Ask about a number that follows neither days nor a sign: «18 19–21», «18–20, 20 plasser»."""
    own = [one.piece for one in placed if not isinstance(one.piece, PartOfDay | Lasting)]
    follows_hours = bool(own) and isinstance(own[-1], Hours | DayAndNight)
    is_joined = any(symbol.kind in {Kind.AND, Kind.COMMA} for symbol in passed)
    is_lost = isinstance(found, Hours) and found.is_bare and not _names_days(placed)
    is_doubtful = isinstance(found, Hours) and found.is_open
    if is_lost or (follows_hours and (is_doubtful or not is_joined)):
        raise DoubtError(Question.WHICH_HOUR, span)


def _clause(cursor: Cursor, today: date) -> tuple[Piece, ...]:
    for take in _SIMPLE:
        first = cursor.at
        if piece := take(cursor):
            return (piece,)
        cursor.at = first
    return (
        take_left_out(cursor, today)
        or take_period(cursor, today)
        or _wrapped(take_rhythm(cursor))
        or take_season(cursor, today)
        or _wrapped(take_hours(cursor))
        or _wrapped(_part_of_day(cursor))
    )


def _wrapped(piece: Piece | None) -> tuple[Piece, ...]:
    return () if piece is None else (piece,)


def _vague(cursor: Cursor) -> None:
    """Ask where the words have no one meaning. Those that lead up to them belong to the question."""
    first = cursor.at
    cursor.skip(Kind.EVERY, Kind.ONLY, Kind.NOT, Kind.FILLER, Kind.PREPOSITION)
    is_left_out = any(
        cursor.peek(at - cursor.at).kind is Kind.NOT for at in range(first, cursor.at)
    )
    vague = cursor.take(Kind.VAGUE)
    if vague is None:
        return
    question = Question(vague.value)
    if question is Question.SUMMER and is_left_out:
        raise cursor.doubt(question, first, *(f"ikke {summer}" for summer in _SUMMERS))
    readings = () if is_left_out else _READINGS.get(question, ())
    raise cursor.doubt(question, first, *readings)


def _holidays(cursor: Cursor) -> Piece | None:
    first = cursor.at
    led = cursor.take(Kind.ALSO, Kind.ASK)
    cursor.skip(Kind.FILLER, Kind.PREPOSITION)
    if not cursor.take(Kind.HOLIDAYS):
        return None
    if led is None:
        readings = ("ikke på helligdager", "også på helligdager")
        raise cursor.doubt(Question.HOLIDAYS, first, *readings)
    return OnHolidays(Holidays.AS_USUAL if led.kind is Kind.ALSO else Holidays.ASK)


def _word_alone(cursor: Cursor) -> Piece | None:
    if cursor.take(Kind.ALWAYS):
        return DayAndNight()
    if cursor.take(Kind.ONCE):
        return Once()
    appointment = cursor.take(Kind.APPOINTMENT)
    return Appointment(appointment.value) if appointment else None


def _number_of(cursor: Cursor) -> Piece | None:
    """«Fem ganger», «2 timer»."""
    first = cursor.at
    if lasting := cursor.take(Kind.LASTING):
        return Lasting(lasting.value)
    number = cursor.take(Kind.NUMBER)
    unit = cursor.take(Kind.TIMES, Kind.HOURS_LONG, Kind.MINUTES_LONG) if number else None
    if number is None or unit is None or number.value < 1:
        return None
    if unit.kind is Kind.TIMES:
        if cursor.take_all(Kind.PREPOSITION, Kind.WEEK):
            raise cursor.doubt(Question.WHICH_WEEKDAYS, first)
        return Counted(number.value)
    minutes = number.value * (MINUTES_OF_AN_HOUR if unit.kind is Kind.HOURS_LONG else 1)
    if minutes > MINUTES_OF_A_DAY:
        raise cursor.doubt(Question.NO_SUCH_HOUR, first)
    return Lasting(minutes)


def _part_of_day(cursor: Cursor) -> Piece | None:
    part = cursor.take(Kind.PART)
    return PartOfDay(part.value) if part else None


_SIMPLE: Final[tuple[Callable[[Cursor], Piece | None], ...]] = (
    _vague, _holidays, _word_alone, _number_of,
)  # fmt: skip
