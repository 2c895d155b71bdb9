"""A schedule's times as a bokmål phrase such as people type, before it is known to be read the same."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from directory.choices import Holidays
from directory.occurrences import days_ahead
from directory.recurrence_rule import Frequency, Rule, read_rule
from directory.timetable import TimeState, Timetable
from stewardship.times_typed.clock import DAY
from stewardship.times_typed.left_out import SUMMER_BREAK_WEEKS, summer_break
from stewardship.times_typed.phrases import (
    NUMBERS,
    WEEKDAYS,
    clock_phrase,
    date_phrase,
    listed_phrase,
    minutes_of,
    month_phrase,
    months_phrase,
    weekdays_phrase,
)

EVERY_OTHER: Final = 2
HALF_A_YEAR: Final = 6
# So many days in a row are said as a stretch.
FEWEST_OF_A_STRETCH: Final = 3
_ON_HOLIDAYS: Final = {
    Holidays.AS_USUAL: "også på helligdager",
    Holidays.CLOSED: "ikke på helligdager",
    Holidays.ASK: "spør om helligdager",
}
_UNITS: Final = {Frequency.DAILY: "dag", Frequency.WEEKLY: "uke", Frequency.MONTHLY: "måned"}


def phrase_of(timetable: Timetable) -> str | None:
    """Return the phrase, None for times that take other words than those that are read."""
    when = _when(timetable)
    if when is None:
        return None
    return ", ".join((when, *_conditions(timetable)))


def plain_rule(rrule: str, starts_on: date | None) -> Rule:
    """Return the rule with the same days in the form that is read from words."""
    rule = read_rule(rrule)
    weekdays = {day for _number, day in rule.weekdays}
    if rule.frequency is Frequency.WEEKLY and not weekdays and starts_on is not None:
        weekdays = {starts_on.weekday()}
    if rule.frequency is Frequency.WEEKLY or (rule.frequency is Frequency.DAILY and weekdays):
        if len(weekdays) == 7 and rule.interval == 1:  # noqa: PLR2004 -- days of a week
            return replace(rule, frequency=Frequency.DAILY, weekdays=())
        if rule.interval == 1 or rule.frequency is Frequency.WEEKLY:
            named = tuple((0, day) for day in sorted(weekdays))
            return replace(rule, frequency=Frequency.WEEKLY, weekdays=named)
    if rule.frequency is Frequency.MONTHLY and not rule.weekdays and not rule.month_days:
        return rule if starts_on is None else replace(rule, month_days=(starts_on.day,))
    return rule


def _when(timetable: Timetable) -> str | None:
    if timetable.state is TimeState.BY_APPOINTMENT:
        return "etter avtale"
    if timetable.rrule is None:
        if timetable.starts_on is None or timetable.start_time is None:
            return None
        days: str | None = date_phrase(timetable.starts_on)
    else:
        days = _rhythm(plain_rule(timetable.rrule, timetable.starts_on))
    hours = _hours(timetable)
    return days if days is None or hours is None else f"{days} {hours}"


def _hours(timetable: Timetable) -> str | None:
    if timetable.start_time is None:
        return None
    begins, length = minutes_of(timetable.start_time), timetable.duration_minutes
    if length is None:
        return f"kl. {clock_phrase(begins)}"
    if begins == 0 and length == DAY:
        return "døgnet rundt"
    if begins + length <= DAY or (begins >= DAY * 17 // 24 and begins + length <= DAY * 34 // 24):
        ends = (begins + length - 1) % DAY + 1
        return f"kl. {clock_phrase(begins)}–{clock_phrase(ends)}"
    return f"kl. {clock_phrase(begins)}, {length} minutter"


def _rhythm(rule: Rule) -> str | None:
    if rule.frequency is Frequency.YEARLY:
        return _yearly(rule)
    if rule.frequency is Frequency.MONTHLY:
        return _in_month(rule)
    weekdays = sorted({day for _number, day in rule.weekdays})
    if not weekdays:
        return _how_often(rule)
    return _weekly(rule, weekdays)


def _yearly(rule: Rule) -> str | None:
    is_one_day = len(rule.month_days) == len(rule.months) == 1
    return f"hvert år {rule.month_days[0]}. {month_phrase(rule.months[0])}" if is_one_day else None


def _weekly(rule: Rule, weekdays: list[int]) -> str:
    words = weekdays_phrase(weekdays)
    if rule.interval == EVERY_OTHER and len(weekdays) == 1:
        return f"annenhver {words}"
    if rule.interval > 1:
        return f"{_how_often(rule)}, {words}"
    if len(weekdays) >= FEWEST_OF_A_STRETCH and weekdays[-1] - weekdays[0] + 1 == len(weekdays):
        return f"{WEEKDAYS[weekdays[0]]} til {WEEKDAYS[weekdays[-1]]}"
    return f"hver {words}"


def _in_month(rule: Rule) -> str | None:
    weekdays = {day for _number, day in rule.weekdays}
    numbers = sorted({number for number, _day in rule.weekdays}, key=lambda n: (n < 0, n))
    if not rule.weekdays and not rule.month_days:
        return _how_often(rule)
    if rule.month_days == (-1,):
        days = "siste dag"
    elif rule.month_days:
        days = f"den {listed_phrase([f'{day}.' for day in rule.month_days])}"
    elif len(weekdays) == 1 and set(numbers) <= NUMBERS.keys():
        which = listed_phrase([NUMBERS[number] for number in numbers])
        days = f"{which} {weekdays_phrase(weekdays)}"
    else:
        return None
    return f"{days} i måneden" if rule.interval == 1 else f"{days}, {_how_often(rule)}"


def _how_often(rule: Rule) -> str:
    unit = _UNITS[rule.frequency]
    if rule.interval == 1:
        return f"hver {unit}"
    return f"annenhver {unit}" if rule.interval == EVERY_OTHER else f"hver {rule.interval}. {unit}"


def _conditions(timetable: Timetable) -> Iterator[str]:
    if timetable.rrule is not None:
        rule = read_rule(timetable.rrule)
        if rule.count is not None:
            yield f"{rule.count} ganger"
        if rule.months and rule.frequency is not Frequency.YEARLY:
            yield _months(rule.months)
    yield from _period(timetable)
    yield from _left_out(timetable)
    if timetable.holidays is not None:
        yield _ON_HOLIDAYS[Holidays(timetable.holidays)]
    if timetable.by_appointment is not None and timetable.state is not TimeState.BY_APPOINTMENT:
        yield "etter avtale" if timetable.by_appointment else "uten avtale"


def _period(timetable: Timetable) -> Iterator[str]:
    is_once = timetable.rrule is None and timetable.start_time is not None
    since = None if is_once else timetable.starts_on
    edges = (("fra", since), ("til", timetable.until))
    words = [f"{word} {date_phrase(day)}" for word, day in edges if day is not None]
    if words:
        yield " ".join(words)


def _months(months: tuple[int, ...]) -> str:
    if len(months) <= HALF_A_YEAR:
        return f"bare i {months_phrase(months)}"
    return f"ikke i {months_phrase([month for month in range(1, 13) if month not in months])}"


def _left_out(timetable: Timetable) -> Iterator[str]:
    rest = set(timetable.exceptions)
    years = [
        year for year in sorted({day.year for day in rest}) if has_summer_break(timetable, year)
    ]
    if years:
        yield f"ikke i fellesferien {listed_phrase([str(year) for year in years])}"
        rest = {day for day in rest if day.year not in years or not _in_summer_break(day)}
    if rest:
        yield f"ikke {listed_phrase(list(_stretches(timetable, rest)))}"


def has_summer_break(timetable: Timetable, year: int) -> bool:
    """Tell whether every meeting of weeks 28 to 30 is left out, and there would have been any."""
    first, last = summer_break(year)
    days = set(days_ahead(_always_open(timetable), first, (last - first).days))
    return bool(days) and days == {day for day in timetable.exceptions if first <= day <= last}


def _always_open(timetable: Timetable) -> Timetable:
    return replace(timetable, exceptions=frozenset(), holidays=None)


def _in_summer_break(day: date) -> bool:
    first, last = SUMMER_BREAK_WEEKS
    return first <= day.isocalendar().week <= last


def _stretches(timetable: Timetable, left_out: set[date]) -> Iterator[str]:
    """Say days one by one, and those that are meeting after meeting from the first to the last."""
    first, last = min(left_out), max(left_out)
    meetings = set(days_ahead(_always_open(timetable), first, (last - first).days))
    days = sorted(meetings | left_out)
    for is_left_out, found in groupby(days, key=lambda day: day in left_out):
        row = list(found)
        if not is_left_out:
            continue
        if len(row) >= FEWEST_OF_A_STRETCH and set(row) <= meetings and _is_short(row):
            yield f"{date_phrase(row[0])} til {date_phrase(row[-1])}"
        else:
            yield from (date_phrase(day) for day in row)


def _is_short(row: list[date]) -> bool:
    return row[-1] - row[0] <= timedelta(days=120)
