"""Hours as they are written, «kl. 18.30», «0900–1500», «halv sju», and which half of the day is meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from stewardship.times_typed.cursor import Cursor
from stewardship.times_typed.phrases import MONTHS, clock_phrase
from stewardship.times_typed.pieces import Clock, Hours
from stewardship.times_typed.symbols import Symbol
from stewardship.times_typed.values import Question
from stewardship.times_typed.words import Kind

HOUR: Final = 60
NOON: Final = 12 * HOUR
DAY: Final = 24 * HOUR
# A meeting may go on past midnight when it begins this late and ends this early.
LATE: Final = 17 * HOUR
EARLY: Final = 10 * HOUR
# «10–12» is before noon; from «9» on down it may as well be in the evening.
FIRST_SURE_HOUR: Final = 10 * HOUR
NIGHT_ENDS: Final = 6 * HOUR
LONGEST_GUESS: Final = 10 * HOUR
LONGEST_HALF_GUESS: Final = 14 * HOUR
PARTS: Final = {
    "morning": (4 * HOUR, NOON),
    "forenoon": (8 * HOUR, 13 * HOUR),
    "afternoon": (NOON, 18 * HOUR),
    "evening": (16 * HOUR, DAY),
    "night": (20 * HOUR, DAY + 8 * HOUR),
}
TWO_DIGITS: Final = 2
FOUR_DIGITS: Final = 4
FIVE_MINUTES: Final = 5
_YEAR_LIKE: Final = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class _Read:
    clock: Clock
    symbol: Symbol
    has_minutes: bool = False
    may_be_date: bool = False
    may_be_year: bool = False


def take_hours(cursor: Cursor) -> Hours | None:
    first = cursor.at
    is_between = cursor.take(Kind.BETWEEN) is not None
    is_from = cursor.take(Kind.FROM) is not None
    is_clock = cursor.take(Kind.CLOCK) is not None
    begins = _clock(cursor)
    if begins is None:
        cursor.at = first
        return None
    ends, is_clock = _end(cursor, is_between, is_clock)
    if not is_clock:
        _refuse_dates(cursor, first, begins, ends)
    if is_between and ends is None:
        raise cursor.doubt(Question.WHICH_HOUR, first)
    is_bare = not (is_clock or is_from or ends or begins.has_minutes)
    is_open = is_from and not (is_clock or ends or begins.has_minutes)
    return Hours(begins.clock, ends.clock if ends else None, is_bare, is_open)


def _end(cursor: Cursor, is_between: bool, is_clock: bool) -> tuple[_Read | None, bool]:
    before = cursor.at
    joints = (Kind.DASH, Kind.TO, Kind.AND) if is_between else (Kind.DASH, Kind.TO)
    if joint := cursor.take(*joints):
        is_led_by_to = joint.kind is Kind.TO
        is_clock = cursor.take(Kind.CLOCK) is not None or is_clock
        ends = _clock(cursor)
        # «Kl. 18 til 20. desember» ends on a day, not at an hour.
        is_day = is_led_by_to and is_clock and _is_day_of_month(cursor)
        if ends and not is_day:
            return ends, is_clock
    cursor.at = before
    return None, is_clock


def _is_day_of_month(cursor: Cursor) -> bool:
    return cursor.peek().kind is Kind.DOT and cursor.peek(1).kind is Kind.MONTH


def _refuse_dates(cursor: Cursor, first: int, begins: _Read, ends: _Read | None) -> None:
    """Ask where «17.05», «18.» or «2000» may be a day or a year."""
    if ends is not None:
        if begins.may_be_date and ends.may_be_date:
            raise cursor.doubt(Question.HOUR_OR_DATE, first)
        return
    hour = f"kl. {clock_phrase(begins.clock.minutes)}"
    if begins.may_be_date:
        day, month = divmod(begins.clock.minutes, HOUR)
        dates = (f"{day}. {MONTHS[month - 1]}",) if day else ()
        raise cursor.doubt(Question.HOUR_OR_DATE, first, hour, *dates)
    is_ordinal = not begins.has_minutes and begins.symbol.is_in_digits
    if begins.may_be_year or (is_ordinal and cursor.take_joined(Kind.DOT)):
        raise cursor.doubt(Question.HOUR_OR_DATE, first, hour)


def _clock(cursor: Cursor) -> _Read | None:
    before = cursor.at
    shift = 0
    if cursor.take(Kind.HALF):
        shift = -HOUR // 2
    elif quarter := cursor.take(Kind.QUARTER):
        shift = quarter.value
    number = cursor.take(Kind.NUMBER)
    if number is None:
        cursor.at = before
        return None
    if shift:
        return _by_word(cursor, before, number, shift)
    if not number.is_in_digits:
        return _by_word(cursor, before, number, 0)
    return _in_digits(cursor, before, number)


def _by_word(cursor: Cursor, first: int, number: Symbol, shift: int) -> _Read:
    highest = NOON // HOUR if shift else DAY // HOUR
    if not 1 <= number.value <= highest:
        raise cursor.doubt(Question.NO_SUCH_HOUR, first)
    minutes = (number.value * HOUR + shift) % DAY if shift else number.value * HOUR
    is_certain = not shift and minutes > NOON
    return _Read(Clock(minutes, is_certain, is_in_words=True), number, has_minutes=bool(shift))


def _in_digits(cursor: Cursor, first: int, number: Symbol) -> _Read:
    hours, minutes, is_compact = number.value, 0, len(number.text) > TWO_DIGITS
    may_be_date, has_minutes = False, is_compact
    if is_compact:
        hours, minutes = divmod(number.value, 100)
    elif sign := _minutes_follow(cursor):
        cursor.take(sign.kind)
        fraction = cursor.take(Kind.NUMBER)
        minutes, has_minutes = fraction.value if fraction else 0, True
        may_be_date = sign.kind is Kind.DOT and 1 <= minutes <= len(MONTHS) and hours > 0
    # Four digits that end like «2027» are rather a year than an hour.
    is_odd = is_compact and (len(number.text) > FOUR_DIGITS or minutes % FIVE_MINUTES)
    if hours * HOUR + minutes > DAY or minutes >= HOUR or is_odd:
        raise cursor.doubt(Question.NO_SUCH_HOUR, first)
    is_full = number.text.startswith("0") or len(number.text) == FOUR_DIGITS
    total = hours * HOUR + minutes
    is_certain = is_full or total >= NOON + HOUR or (has_minutes and total >= FIRST_SURE_HOUR)
    return _Read(
        Clock(total, is_certain), number, has_minutes, may_be_date,
        may_be_year=is_compact and number.value in _YEAR_LIKE,
    )  # fmt: skip


def _minutes_follow(cursor: Cursor) -> Symbol | None:
    sign, number = cursor.peek(), cursor.peek(1)
    is_close = sign.start == cursor.peek(-1).end and number.start == sign.end
    is_pair = number.is_in_digits and len(number.text) == TWO_DIGITS
    return sign if sign.kind in {Kind.DOT, Kind.COLON} and is_close and is_pair else None


def spans_of(hours: Hours, part: str | None) -> tuple[tuple[int, int | None], ...]:
    """Return each (first minute, length) that these hours may mean; none where they cannot be."""
    spans = _alone(hours.begins) if hours.ends is None else _with_end(hours.begins, hours.ends)
    if part is None:
        return spans
    if hours.ends is None:
        spans = tuple((begins, None) for begins in _halves(hours.begins))
    elif not (hours.begins.is_certain and hours.ends.is_certain):
        spans = _guessed(hours.begins, hours.ends)
    earliest, latest = PARTS[part]
    return tuple(
        span for span in spans if earliest <= span[0] < latest or earliest <= span[0] + DAY < latest
    )


def _alone(begins: Clock) -> tuple[tuple[int, None], ...]:
    if begins.minutes >= FIRST_SURE_HOUR:
        return () if begins.minutes >= DAY else ((begins.minutes, None),)
    return tuple((minutes, None) for minutes in _halves(begins))


def _with_end(begins: Clock, ends: Clock) -> tuple[tuple[int, int], ...]:
    as_written = tuple(_possible((begins.minutes,), (ends.minutes or DAY,), DAY))
    is_ascending = begins.minutes < (ends.minutes or DAY)
    if begins.is_certain and (ends.is_certain or is_ascending):
        return as_written
    is_written_so = ends.is_certain and not begins.is_in_words
    is_day_clock = is_written_so and ends.minutes > NOON and begins.minutes >= NIGHT_ENDS
    if is_ascending and (begins.minutes >= FIRST_SURE_HOUR or is_day_clock):
        return as_written
    return _guessed(begins, ends)


def _guessed(begins: Clock, ends: Clock) -> tuple[tuple[int, int], ...]:
    one_is_certain = begins.is_certain or ends.is_certain
    longest = LONGEST_HALF_GUESS if one_is_certain else LONGEST_GUESS
    return tuple(_possible(_halves(begins), _halves(ends), longest))


def _halves(clock: Clock) -> tuple[int, ...]:
    if clock.is_certain or clock.minutes > NOON + HOUR:
        return (clock.minutes,)
    return (clock.minutes, (clock.minutes + NOON) % DAY)


def _possible(
    begins: tuple[int, ...], ends: tuple[int, ...], longest: int
) -> Iterator[tuple[int, int]]:
    for first in begins:
        for last in ends:
            end = last or DAY
            past_midnight = first >= LATE and end <= EARLY
            length = end - first + (DAY if past_midnight else 0)
            if first < DAY and 0 < length <= longest:
                yield first, length
