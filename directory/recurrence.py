"""The days on which a recurrence rule meets, reckoned by dateutil from a start that is never far away."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import dropwhile, islice
from typing import Any, Final, Literal

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday

from directory.recurrence_rule import (
    EARLIEST_YEAR,
    WEEKS_OF_A_MONTH,
    WEEKS_OF_A_YEAR,
    Frequency,
    Rule,
    RuleError,
    read_rule,
)

EARLIEST: Final = date(EARLIEST_YEAR, 1, 1)
# One year short of where Python's calendar ends, so that dateutil always sees a day beyond it.
LATEST: Final = date(9998, 12, 31)
# dateutil looks for a next day until the year 9999. These forty years have every kind of year
# there is (leap or not, beginning on each weekday), so a rule without a day in them has none.
FORTY_LAST_YEARS: Final = date(9960, 1, 1)
EVERY_DAY: Final = tuple((0, day) for day in range(7))
FREQUENCIES: Final[dict[Frequency, Literal[0, 1, 2, 3]]] = {
    Frequency.DAILY: DAILY,
    Frequency.WEEKLY: WEEKLY,
    Frequency.MONTHLY: MONTHLY,
    Frequency.YEARLY: YEARLY,
}


@lru_cache(maxsize=4096)
def sound_rule(text: str, starts_on: date | None) -> Rule:
    """Return the rule, known to meet again and again when followed from ``starts_on``.

    ``starts_on`` None means that it is running already. Raises RuleError, as ``read_rule`` and:
    INTERVAL above 1 or COUNT without a start, a start before 1900, a rule that never meets.
    """
    rule = read_rule(text)
    if starts_on is None and (rule.interval > 1 or rule.count is not None):
        raise RuleError("starts_on is missing beside INTERVAL or COUNT")
    if starts_on is not None and starts_on < EARLIEST:
        raise RuleError(f"starts_on lies before {EARLIEST_YEAR}")
    if not ever_meets(rule, starts_on):
        raise RuleError("the rule never falls on any day")
    return _by_the_month(rule)


def ever_meets(rule: Rule, starts_on: date | None) -> bool:
    """Tell whether the rule falls on any day at all, within some twenty milliseconds.

    Without a start, INTERVAL is left aside: which periods it chooses is not known.
    """
    rule = _by_the_month(replace(rule, count=None, interval=rule.interval if starts_on else 1))
    anchor = starts_on or FORTY_LAST_YEARS
    try:
        return next(_from(rule, anchor, max(anchor, FORTY_LAST_YEARS), None), None) is not None
    except ValueError:
        # A week that reaches beyond the year 9999 was the first to have a day.
        return False


def _by_the_month(rule: Rule) -> Rule:
    """Return a rule with the same days that takes dateutil far fewer steps, where there is one."""
    if rule.frequency is not Frequency.DAILY or rule.interval > 1 or rule.positions:
        return rule
    return replace(rule, frequency=Frequency.MONTHLY, weekdays=rule.weekdays or EVERY_DAY)


def series(rule: Rule, starts_on: date | None, first_day: date, last_day: date) -> Iterator[date]:
    """Yield the days of a sound rule from ``first_day`` to ``last_day``, both included, in order.

    COUNT is kept, UNTIL is not looked at: ``last_day`` is the caller's. Days before 1900 and
    after 9998 are not known.
    """
    first_day, last_day = max(first_day, EARLIEST), min(last_day, LATEST)
    if first_day > last_day:
        return iter(())
    anchor = starts_on or first_day
    # Only COUNT needs the days that have been; every other rule can be joined on its way.
    begin = anchor if rule.count is not None else max(anchor, first_day)
    days = dropwhile(lambda day: day < anchor, _from(rule, anchor, begin, last_day))
    return dropwhile(lambda day: day < first_day, islice(days, rule.count))


def _from(rule: Rule, anchor: date, day: date, last_day: date | None) -> Iterator[date]:
    """Yield the days of the period that ``day`` lies in, or of the one before that counts, and on."""
    begin = _joining_day(rule, anchor, day)
    recurring = rrule(
        FREQUENCIES[rule.frequency],
        dtstart=datetime.combine(begin, time.min),
        until=datetime.combine(last_day, time.min) if last_day else None,
        **_keywords(rule, anchor),
    )
    return (moment.date() for moment in recurring)


def _joining_day(rule: Rule, anchor: date, day: date) -> date:
    """Return the first day of the last period, counted from the anchor's, that begins by ``day``."""
    start, wanted = _period_start(rule, anchor), _period_start(rule, day)
    if rule.frequency in {Frequency.DAILY, Frequency.WEEKLY}:
        step = rule.interval * (7 if rule.frequency is Frequency.WEEKLY else 1)
        return start + timedelta((wanted - start).days // step * step)
    step = rule.interval * (12 if rule.frequency is Frequency.YEARLY else 1)
    months = (wanted.year - start.year) * 12 + wanted.month - start.month
    years, month = divmod(start.month - 1 + months // step * step, 12)
    return date(start.year + years, month + 1, 1)


def _period_start(rule: Rule, day: date) -> date:
    if rule.frequency is Frequency.WEEKLY:
        return day - timedelta((day.weekday() - rule.week_start) % 7)
    if rule.frequency is Frequency.MONTHLY:
        return day.replace(day=1)
    if rule.frequency is Frequency.YEARLY:
        return day.replace(month=1, day=1)
    return day


@lru_cache(maxsize=4096)
def _keywords(rule: Rule, anchor: date) -> dict[str, Any]:
    rule = _with_days_of(rule, anchor)
    return {
        "interval": rule.interval,
        "wkst": rule.week_start,
        "byweekday": [weekday(day, n or None) for n, day in _numbered(rule)] or None,
        "bymonth": rule.months or None,
        "bymonthday": rule.month_days or None,
        "byyearday": rule.year_days or None,
        "byweekno": rule.week_numbers or None,
        "bysetpos": rule.positions or None,
    }


def _with_days_of(rule: Rule, start: date) -> Rule:
    """Write out what the RFC takes from the start where the rule names no day itself."""
    if rule.tells_day:
        return rule
    if rule.frequency is Frequency.WEEKLY or rule.week_numbers:
        return replace(rule, weekdays=((0, start.weekday()),))
    months = rule.months or ((start.month,) if rule.frequency is Frequency.YEARLY else ())
    return replace(rule, months=months, month_days=(start.day,))


def _numbered(rule: Rule) -> list[tuple[int, int]]:
    """Return the weekdays, all of them numbered if one is.

    BYDAY=MO,1TU means every Monday and the first Tuesday; dateutil would look for a day that is both.
    """
    numbers = {number for number, _ in rule.weekdays}
    if numbers == {0} or 0 not in numbers:
        return list(rule.weekdays)
    every = range(1, (WEEKS_OF_A_MONTH if rule.counts_in_month else WEEKS_OF_A_YEAR) + 1)
    return [(n, day) for number, day in rule.weekdays for n in ((number,) if number else every)]
