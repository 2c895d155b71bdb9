"""Which days of the week, of the month or of the year are meant, and how often they come round."""

from collections.abc import Callable
from typing import Final

from directory.recurrence_rule import Frequency
from stewardship.times_typed.cursor import Cursor
from stewardship.times_typed.ordinals import take_ordinal, take_ordinals
from stewardship.times_typed.phrases import NUMBERS, WEEKDAYS, listed_phrase
from stewardship.times_typed.pieces import Rhythm
from stewardship.times_typed.values import Question
from stewardship.times_typed.words import EVERY_DAY, Kind

_UNITS: Final = {
    Kind.WEEK: Frequency.WEEKLY,
    Kind.MONTH_UNIT: Frequency.MONTHLY,
    Kind.DAY_UNIT: Frequency.DAILY,
}
_OF_MONTH: Final = (Kind.OF_MONTH, Kind.EACH_MONTH)
_BETWEEN_DAYS: Final = (Kind.COMMA, Kind.AND, Kind.SLASH)
IN_EVERY_MONTH: Final = 28
EVERY_OTHER: Final = 2
DAYS_OF_A_WEEK: Final = 7


def take_rhythm(cursor: Cursor) -> Rhythm | None:
    for take in _WAYS:
        first = cursor.at
        if rhythm := take(cursor):
            return rhythm
        cursor.at = first
    return None


def take_weekdays(cursor: Cursor, *, needs_and: bool = False) -> frozenset[int] | None:
    """Return the weekdays of a list such as «mandag til onsdag, fredag og helger».

    ``needs_and``: commas alone make no list, for what comes after them may be something else.
    """
    days = _one_or_stretch(cursor)
    if days is None:
        return None
    first, alone, has_and, has_comma = cursor.at, days, False, False
    while True:
        before = cursor.at
        signs = {sign.kind for sign in iter(lambda: cursor.take(*_BETWEEN_DAYS), None)}
        cursor.take(Kind.PREPOSITION)
        cursor.take(Kind.EVERY)
        more = _one_or_stretch(cursor) if signs else None
        if more is None:
            cursor.at = before
            break
        days |= more
        has_and, has_comma = has_and or Kind.AND in signs, has_comma or Kind.COMMA in signs
    if needs_and and has_comma and not has_and:
        cursor.at = first
        return alone
    return days


def _one_or_stretch(cursor: Cursor) -> frozenset[int] | None:
    start = cursor.at
    if several := cursor.take(Kind.DAYS):
        return several.value
    is_led = cursor.take(Kind.FROM)
    first = cursor.take(Kind.DAY)
    if first is None:
        cursor.at = start
        return None
    if cursor.peek().kind is Kind.DAY:
        cursor.take(Kind.DAY)
        pair = (WEEKDAYS[first.value], WEEKDAYS[cursor.peek(-1).value])
        raise cursor.doubt(Question.WHICH_WEEKDAYS, start, " og ".join(pair), " til ".join(pair))
    joint = cursor.take(Kind.DASH, Kind.TO)
    last = cursor.take(Kind.DAY) if joint else None
    if last is None:
        cursor.at = start if is_led else cursor.at - (joint is not None)
        return None if is_led else frozenset({first.value})
    if cursor.peek().kind is Kind.DASH and cursor.peek(1).kind is Kind.DAY:
        _doubt_dashes(cursor, start, [first.value, last.value])
    length = (last.value - first.value) % 7
    return frozenset((first.value + n) % 7 for n in range(length + 1))


def _doubt_dashes(cursor: Cursor, start: int, days: list[int]) -> None:
    while cursor.take(Kind.DASH) and (another := cursor.take(Kind.DAY)):
        days.append(another.value)
    words = listed_phrase([WEEKDAYS[day] for day in days])
    raise cursor.doubt(Question.WHICH_WEEKDAYS, start, words)


def _numbered_weekday(cursor: Cursor) -> Rhythm | None:
    """«Første og tredje tirsdag i måneden»."""
    first = cursor.at
    is_of_month = cursor.take(*_OF_MONTH) is not None
    if is_of_month:
        cursor.take(Kind.COMMA)
    is_every = cursor.take(Kind.EVERY) is not None
    cursor.take(Kind.THE)
    numbers = take_ordinals(cursor)
    if not numbers or not set(numbers) <= NUMBERS.keys():
        return None
    if (is_of_month or not is_every) and cursor.take(Kind.DAY_UNIT):
        is_told = cursor.take(*_OF_MONTH) or is_of_month or _months_follow(cursor)
        is_sound = is_told and numbers in {(-1,), (1,)}
        return Rhythm(Frequency.MONTHLY, month_days=numbers) if is_sound else None
    day = cursor.take(Kind.DAY)
    if day is None:
        return None
    is_of_month = cursor.take(*_OF_MONTH) is not None or is_of_month
    rhythm = Rhythm(Frequency.MONTHLY, weekdays=frozenset({day.value}), numbers=numbers)
    is_plain = is_of_month or _months_follow(cursor) or (len(numbers) > 1 and not is_every)
    if not is_plain:
        _doubt_month(cursor, first, numbers[0], WEEKDAYS[day.value])
    return rhythm


def _doubt_month(cursor: Cursor, first: int, number: int, weekday: str) -> None:
    of_month = f"{NUMBERS[number]} {weekday} i måneden"
    is_every = any(cursor.peek(at - cursor.at).kind is Kind.EVERY for at in range(first, cursor.at))
    if is_every and number > 1:
        weeks = "annenhver uke" if number == EVERY_OTHER else f"hver {number}. uke"
        raise cursor.doubt(Question.MONTH_OR_WEEKS, first, of_month, f"{weeks}, {weekday}")
    raise cursor.doubt(Question.WHICH_MONTH, first, of_month)


def _months_follow(cursor: Cursor) -> bool:
    """Tell whether «annenhver måned» comes next, which says of which months."""
    first = cursor.at
    cursor.skip(Kind.COMMA, Kind.PREPOSITION)
    interval = _interval(cursor)
    cursor.at = first
    return interval is not None and interval.frequency is Frequency.MONTHLY


def _month_days(cursor: Cursor) -> Rhythm | None:
    """«Den 1. og 15. i måneden»."""
    first = cursor.at
    is_every = cursor.take(Kind.EVERY) is not None
    cursor.take(Kind.THE)
    days = take_ordinals(cursor)
    in_digits = any(
        cursor.peek(at - cursor.at).kind is Kind.NUMBER for at in range(first, cursor.at)
    )
    if not days or not in_digits:
        return None
    if not cursor.take(*_OF_MONTH) and not _months_follow(cursor):
        is_next = cursor.peek().kind in {Kind.WEEK, Kind.MONTH_UNIT, Kind.DAY_UNIT, Kind.DAY}
        if is_every and not is_next:
            _doubt_month_days(cursor, first, days)
        return None
    if not all(1 <= day <= IN_EVERY_MONTH for day in days):
        _doubt_month_days(cursor, first, days)
    return Rhythm(Frequency.MONTHLY, month_days=days)


def _doubt_month_days(cursor: Cursor, first: int, days: tuple[int, ...]) -> None:
    if all(1 <= day <= IN_EVERY_MONTH for day in days):
        words = listed_phrase([f"{day}." for day in days])
        raise cursor.doubt(Question.WHICH_MONTH, first, f"den {words} i måneden")
    readings = ("siste dag i måneden",) if max(days) == 31 and len(days) == 1 else ()  # noqa: PLR2004 -- the longest month
    raise cursor.doubt(Question.NOT_IN_EVERY_MONTH, first, *readings)


def _interval(cursor: Cursor) -> Rhythm | None:
    """«Annenhver uke», «hver 3. måned», «annenhver onsdag»."""
    first = cursor.at
    if cursor.take(Kind.EVERY_OTHER):
        number: int | None = EVERY_OTHER
        if weekdays := take_weekdays(cursor):
            if len(weekdays) > 1:
                days = listed_phrase([WEEKDAYS[day] for day in sorted(weekdays)])
                raise cursor.doubt(Question.WHICH_WEEKDAYS, first, f"annenhver uke, {days}")
            return Rhythm(Frequency.WEEKLY, number, weekdays)
    else:
        number = take_ordinal(cursor) if cursor.take(Kind.EVERY) else None
    unit = cursor.take(*_UNITS)
    if number is None or number < EVERY_OTHER or unit is None:
        return None
    if unit.kind is Kind.DAY_UNIT and number % DAYS_OF_A_WEEK == 0:
        # «Hver 14. dag» is every other week.
        return Rhythm(Frequency.WEEKLY, number // DAYS_OF_A_WEEK)
    return Rhythm(_UNITS[unit.kind], number)


def _unnamed(cursor: Cursor) -> Rhythm | None:
    """«Hver uke», «hver måned», «partallsuker», and every day in «hver kveld»."""
    if cursor.take(Kind.EACH_WEEK):
        return Rhythm(Frequency.WEEKLY, 1)
    if cursor.take(Kind.EACH_MONTH):
        return Rhythm(Frequency.MONTHLY, 1)
    is_every = cursor.take(Kind.EVERY)
    if parity := cursor.take(Kind.PARITY):
        return Rhythm(Frequency.WEEKLY, EVERY_OTHER, parity=parity.value)
    return Rhythm(Frequency.DAILY) if is_every and cursor.peek().kind is Kind.PART else None


def _every_year(cursor: Cursor) -> Rhythm | None:
    """«Hvert år 24. desember»."""
    if not cursor.take_all(Kind.EVERY, Kind.YEAR):
        return None
    cursor.skip(Kind.THE, Kind.COMMA)
    day = cursor.take(Kind.NUMBER)
    cursor.take(Kind.DOT)
    month = cursor.take(Kind.MONTH)
    if day is None or month is None or not 1 <= day.value <= 31:  # noqa: PLR2004 -- the longest month
        return None
    return Rhythm(Frequency.YEARLY, month_days=(day.value,), months=(month.value,))


def _plain_weekdays(cursor: Cursor) -> Rhythm | None:
    is_on = cursor.peek(-1).text.casefold() == "på"
    is_every = cursor.take(Kind.EVERY)
    first = cursor.at
    weekdays = take_weekdays(cursor)
    if weekdays is None:
        return None
    if weekdays == EVERY_DAY:
        return Rhythm(Frequency.DAILY)
    last = cursor.peek(-1)
    is_one = last.kind is Kind.DAY and not last.is_of_several
    if is_on and is_one and not is_every:
        days = listed_phrase([WEEKDAYS[day] for day in sorted(weekdays)])
        raise cursor.doubt(Question.ONCE_OR_EVERY, first, f"hver {days}")
    return Rhythm(Frequency.WEEKLY, weekdays=weekdays)


_WAYS: Final[tuple[Callable[[Cursor], Rhythm | None], ...]] = (
    _every_year, _interval, _numbered_weekday, _month_days, _unnamed, _plain_weekdays,
)  # fmt: skip
