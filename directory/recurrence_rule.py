"""An RFC 5545 recurrence rule: its text read into a value, or refused in one plain sentence."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
EVERY_WEEKDAY: Final = frozenset((0, day) for day in range(7))
LONGEST_RULE: Final = 500
LARGEST_INTERVAL: Final = 1_000
LARGEST_COUNT: Final = 10_000
EARLIEST_YEAR: Final = 1900
WEEKS_OF_A_MONTH: Final = 5
WEEKS_OF_A_YEAR: Final = 53
HOUR_PARTS: Final = ("BYHOUR", "BYMINUTE", "BYSECOND")


class RuleError(ValueError):
    """A recurrence rule that cannot be followed; the message is one plain sentence."""


class Frequency(StrEnum):
    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


LONGEST_PERIODS: Final = {  # days
    Frequency.DAILY: 1,
    Frequency.WEEKLY: 7,
    Frequency.MONTHLY: 31,
    Frequency.YEARLY: 366,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """What a rule says, part by part; an empty tuple means that the part is not there.

    ``weekdays`` are pairs: which one of the period (1 the first, -1 the last, 0 every one) and
    the weekday (Monday 0). ``until`` is a date, which is included, or a local date-time.
    """

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    week_start: int = 0
    weekdays: tuple[tuple[int, int], ...] = ()
    months: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    week_numbers: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()

    @property
    def tells_day(self) -> bool:
        """Whether the rule alone says on which days: "FREQ=WEEKLY" says how often, not when."""
        named = self.weekdays or self.month_days or self.year_days
        return self.frequency is Frequency.DAILY or bool(named)

    @property
    def falls_every_day(self) -> bool:
        """Whether no day is left out and no end is told, however that is written."""
        names_every_day = set(self.weekdays) >= EVERY_WEEKDAY
        names_none = self.frequency is Frequency.DAILY and not self.weekdays
        rest = replace(self, frequency=Frequency.DAILY, weekdays=(), week_start=0)
        return (names_every_day or names_none) and rest == Rule(Frequency.DAILY)

    @property
    def counts_in_month(self) -> bool:
        """Whether a numbered weekday is the second of a month, not of a year."""
        return self.frequency is Frequency.MONTHLY or bool(self.months)


@lru_cache(maxsize=4096)
def read_rule(text: str) -> Rule:
    """Return what ``text`` says (RFC 5545, section 3.3.10, days only).

    Raises RuleError for a text that is no such rule, breaks one of its restrictions, or goes
    beyond the sizes named above.
    """
    parts = _parts(text)
    if "FREQ" not in parts:
        raise RuleError("FREQ is missing: DAILY, WEEKLY, MONTHLY or YEARLY")
    fields = (_field(name, value) for name, value in parts.items())
    rule = Rule(**dict(fields))
    for fault in _broken_restrictions(rule):
        raise RuleError(fault)
    return rule


def _parts(text: str) -> dict[str, str]:
    if len(text) > LONGEST_RULE:
        raise RuleError(f"the rule is longer than {LONGEST_RULE} characters")
    if "DTSTART" in text.upper():
        raise RuleError("the rule holds DTSTART; starts_on is for that")
    if not re.fullmatch(r"[A-Za-z0-9=;,+-]+", text):
        raise RuleError('the rule must look like "FREQ=WEEKLY;BYDAY=WE", with nothing around it')
    parts: dict[str, str] = {}
    for part in text.upper().split(";"):
        name, _, value = part.partition("=")
        if not value:
            raise RuleError(f'"{part}" is no part of a rule; a part is a name, = and a value')
        if name in parts:
            raise RuleError(f"{name} stands twice")
        parts[name] = value
    return parts


def _field(name: str, value: str) -> tuple[str, Any]:
    if name in HOUR_PARTS:
        raise RuleError(f"{name} is not used here; the hour belongs in start_time")
    if name not in _FIELDS:
        raise RuleError(f"{name} is no part of a rule that is known here")
    field, read = _FIELDS[name]
    return field, read(name, value)


def _frequency(_name: str, value: str) -> Frequency:
    if value not in set(Frequency):
        raise RuleError("FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY")
    return Frequency(value)


def _number(largest: int) -> Callable[[str, str], int]:
    def read(name: str, value: str) -> int:
        if not value.isdigit() or not 1 <= int(value) <= largest:
            raise RuleError(f"{name} must be a whole number from 1 to {largest}")
        return int(value)

    return read


def _numbers(largest: int, *, from_the_end: bool = True) -> Callable[[str, str], tuple[int, ...]]:
    form = r"[+-]?\d{1,3}" if from_the_end else r"\d{1,2}"
    told = f"1 to {largest}" + (f" or -{largest} to -1" if from_the_end else "")

    def read(name: str, value: str) -> tuple[int, ...]:
        numbers = value.split(",")
        if any(not re.fullmatch(form, one) or not 1 <= abs(int(one)) <= largest for one in numbers):
            raise RuleError(f"{name} must hold whole numbers from {told}")
        return tuple(sorted({int(one) for one in numbers}))

    return read


def _weekdays(name: str, value: str) -> tuple[tuple[int, int], ...]:
    found = [re.fullmatch(r"([+-]?\d{1,2})?([A-Z]{2})", one) for one in value.split(",")]
    days = {(int(one[1] or 0), one[2], one[1]) for one in found if one}
    if None in found or any(day not in WEEKDAYS or (text and not n) for n, day, text in days):
        raise RuleError(
            f"{name} must hold weekdays such as MO, 2TU (the second) or -1FR (the last)"
        )
    return tuple(sorted((n, WEEKDAYS.index(day)) for n, day, _ in days))


def _week_start(name: str, value: str) -> int:
    if value not in WEEKDAYS:
        raise RuleError(f"{name} must be one of {', '.join(WEEKDAYS)}")
    return WEEKDAYS.index(value)


def _until(name: str, value: str) -> date | datetime:
    """Read a date or a date-time. A Z is dropped: times here are local, whatever the season."""
    if not re.fullmatch(r"\d{8}(T\d{6}Z?)?", value):
        raise RuleError(f"{name} must look like 20261231 or 20261231T180000")
    try:
        moment = datetime.fromisoformat(value.removesuffix("Z"))
    except ValueError as error:
        raise RuleError(f"{name} must be a day and an hour that exist") from error
    if moment.year < EARLIEST_YEAR:
        raise RuleError(f"{name} lies before {EARLIEST_YEAR}")
    return moment if "T" in value else moment.date()


_FIELDS: Final[dict[str, tuple[str, Callable[[str, str], Any]]]] = {
    "FREQ": ("frequency", _frequency),
    "INTERVAL": ("interval", _number(LARGEST_INTERVAL)),
    "COUNT": ("count", _number(LARGEST_COUNT)),
    "UNTIL": ("until", _until),
    "WKST": ("week_start", _week_start),
    "BYDAY": ("weekdays", _weekdays),
    "BYMONTH": ("months", _numbers(12, from_the_end=False)),
    "BYMONTHDAY": ("month_days", _numbers(31)),
    "BYYEARDAY": ("year_days", _numbers(366)),
    "BYWEEKNO": ("week_numbers", _numbers(53)),
    "BYSETPOS": ("positions", _numbers(366)),
}


def _broken_restrictions(rule: Rule) -> Iterator[str]:
    """Yield what the RFC forbids although every part can be read."""
    frequency = rule.frequency
    if rule.count is not None and rule.until is not None:
        yield "COUNT and UNTIL cannot stand together"
    if rule.month_days and frequency is Frequency.WEEKLY:
        yield "BYMONTHDAY cannot stand beside FREQ=WEEKLY"
    if rule.year_days and frequency is not Frequency.YEARLY:
        yield "BYYEARDAY can only stand beside FREQ=YEARLY"
    if rule.week_numbers and frequency is not Frequency.YEARLY:
        yield "BYWEEKNO can only stand beside FREQ=YEARLY"
    yield from _broken_positions(rule)
    yield from _broken_weekdays(rule)


def _broken_positions(rule: Rule) -> Iterator[str]:
    if not rule.positions:
        return
    named = rule.weekdays or rule.months or rule.month_days or rule.year_days or rule.week_numbers
    if not named:
        yield "BYSETPOS needs another BY part to choose from"
    if min(abs(position) for position in rule.positions) > LONGEST_PERIODS[rule.frequency]:
        yield f"BYSETPOS chooses beyond the days of a period that is {rule.frequency}"


def _broken_weekdays(rule: Rule) -> Iterator[str]:
    numbers = [abs(number) for number, _ in rule.weekdays if number]
    if not numbers:
        return
    if rule.frequency not in {Frequency.MONTHLY, Frequency.YEARLY} or rule.week_numbers:
        yield "BYDAY can only number its weekdays (2TU) beside FREQ=MONTHLY or YEARLY, without BYWEEKNO"
        return
    most = WEEKS_OF_A_MONTH if rule.counts_in_month else WEEKS_OF_A_YEAR
    if max(numbers) > most:
        yield f"BYDAY cannot number a weekday beyond {most} here"
