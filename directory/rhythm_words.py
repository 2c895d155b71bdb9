"""How often a recurrence rule comes round, in plain words, for the rules that people really use.

A rule that cannot be said briefly is not said at all: the next dates speak for it.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

from babel.dates import get_day_names, get_month_names

from directory.recurrence_rule import Frequency, Rule, read_rule
from directory.timetable import TimeState, Timetable
from directory.wording import listed
from web.languages import current_locale
from web.languages import gettext as _

EVERY_DAY: Final = tuple(range(7))
WORKING_WEEK: Final = tuple(range(5))
EVERY_OTHER: Final = 2
# From the 29th on a month may lack the day, and "the 31st of the month" would promise too much.
IN_EVERY_MONTH: Final = 28


def rhythm_in_words(rrule: str, starts_on: date | None) -> str | None:
    """Return a phrase such as «annenhver onsdag», None for a rule that takes too many words.

    Where the rule leaves the day to ``starts_on`` and that is None, the phrase says only how
    often: «hver uke». Raises RuleError for a text that is no rule.
    """
    rule = read_rule(rrule)
    if rule.week_numbers or rule.year_days:
        return None
    phrase = _BY_FREQUENCY[rule.frequency](rule, starts_on)
    if phrase is None or not rule.months or rule.frequency is Frequency.YEARLY:
        return phrase
    return _in_months(phrase, rule.months)


def _in_months(rhythm: str, months: Iterable[int]) -> str:
    """Say the months it comes round in, or those it does not where they are fewer."""
    names = get_month_names("wide", locale=current_locale())
    within = sorted(set(months))
    without = [month for month in range(1, 13) if month not in within]
    if not without:
        return rhythm
    if len(within) > len(without):
        months_out = listed(names[month] for month in without)
        return _("%(rhythm)s utenom %(months)s", rhythm=rhythm, months=months_out)
    months_in = listed(names[month] for month in within)
    return _("%(rhythm)s, bare i %(months)s", rhythm=rhythm, months=months_in)


def day_is_missing(timetable: Timetable) -> bool:
    return timetable.state in {TimeState.DAY_UNKNOWN, TimeState.NOT_TOLD}


def _daily(rule: Rule, _starts_on: date | None) -> str | None:
    if rule.month_days or rule.positions:
        return None
    if rule.weekdays:
        return _on_weekdays(rule) if rule.interval == 1 else None
    if rule.interval == 1:
        return _("hver dag")
    if rule.interval == EVERY_OTHER:
        return _("annenhver dag")
    return _("hver %(number)d. dag", number=rule.interval)


def _weekly(rule: Rule, starts_on: date | None) -> str | None:
    if rule.positions:
        return None
    weekdays = {day for _number, day in rule.weekdays}
    if not weekdays:
        if starts_on is None:
            return _every_week(rule.interval)
        weekdays = {starts_on.weekday()}
    if rule.interval == 1:
        return _on_each(weekdays)
    days = listed(_weekday(day) for day in sorted(weekdays))
    if rule.interval == EVERY_OTHER and len(weekdays) == 1:
        return _("annenhver %(day)s", day=days)
    return _("%(week)s, %(days)s", week=_every_week(rule.interval), days=days)


def _monthly(rule: Rule, starts_on: date | None) -> str | None:
    if rule.weekdays:
        return None if rule.month_days else _on_weekdays(rule)
    if rule.positions:
        return None
    if rule.month_days:
        return _on_dates(rule.month_days, rule.interval)
    if starts_on is None:
        return _every_month(rule.interval)
    return _on_dates((starts_on.day,), rule.interval)


def _on_dates(days: tuple[int, ...], interval: int) -> str | None:
    if days == (-1,):
        return _of_the_month(_("siste dag"), interval)
    if min(days) < 1 or max(days) > IN_EVERY_MONTH:
        return None
    numbers = listed(_("%(number)d.", number=day) for day in days)
    return _of_the_month(_("den %(days)s", days=numbers), interval)


def _yearly(rule: Rule, starts_on: date | None) -> str | None:
    if rule.weekdays or rule.positions or rule.interval > 1:
        return None
    if not rule.month_days and not rule.months:
        if starts_on is None:
            return _("hvert år")
        day, month = starts_on.day, starts_on.month
    elif len(rule.month_days) == len(rule.months) == 1 and rule.month_days[0] > 0:
        day, month = rule.month_days[0], rule.months[0]
    else:
        return None
    name = get_month_names("wide", locale=current_locale())[month]
    return _("hvert år %(day)d. %(month)s", day=day, month=name)


_BY_FREQUENCY: Final = {
    Frequency.DAILY: _daily,
    Frequency.WEEKLY: _weekly,
    Frequency.MONTHLY: _monthly,
    Frequency.YEARLY: _yearly,
}


def _on_weekdays(rule: Rule) -> str | None:
    """Say weekdays of a month: the second Wednesday, the last Friday, or every one there is."""
    weekdays = {day for _number, day in rule.weekdays}
    numbers = {number for number, _day in rule.weekdays}
    if rule.positions:
        # «The last working day» is a choice among several weekdays, which we leave to the dates.
        if len(weekdays) > 1 or numbers != {0}:
            return None
        numbers = set(rule.positions)
    if numbers == {0}:
        return _on_each(weekdays) if rule.interval == 1 else None
    ordinals = _ordinals()
    if len(weekdays) > 1 or not numbers <= ordinals.keys():
        return None
    which = listed(ordinals[number] for number in sorted(numbers, key=_in_month))
    day = _("%(which)s %(day)s", which=which, day=_weekday(weekdays.pop()))
    return _of_the_month(day, rule.interval)


def _on_each(weekdays: Iterable[int]) -> str:
    days = tuple(sorted(weekdays))
    if days == EVERY_DAY:
        return _("hver dag")
    if days == WORKING_WEEK:
        first, last = _weekday(days[0]), _weekday(days[-1])
        return _("%(first)s til %(last)s", first=first, last=last)
    missing = [day for day in EVERY_DAY if day not in days]
    if len(missing) == 1:
        return _("alle dager unntatt %(day)s", day=_weekday(missing[0]))
    return _("hver %(days)s", days=listed(_weekday(day) for day in days))


def _every_week(interval: int) -> str:
    if interval == 1:
        return _("hver uke")
    if interval == EVERY_OTHER:
        return _("annenhver uke")
    return _("hver %(number)d. uke", number=interval)


def _every_month(interval: int) -> str:
    if interval == 1:
        return _("hver måned")
    if interval == EVERY_OTHER:
        return _("annenhver måned")
    return _("hver %(number)d. måned", number=interval)


def _of_the_month(day: str, interval: int) -> str:
    if interval == 1:
        return _("%(day)s i måneden", day=day)
    return _("%(day)s, %(month)s", day=day, month=_every_month(interval))


def _ordinals() -> dict[int, str]:
    return {
        1: _("første"),
        2: _("andre"),
        3: _("tredje"),
        4: _("fjerde"),
        5: _("femte"),
        -1: _("siste"),
        -2: _("nest siste"),
    }


def _in_month(number: int) -> tuple[bool, int]:
    """Sort what is counted from the end after what is counted from the beginning."""
    return number < 0, number


def _weekday(day: int) -> str:
    return str(get_day_names("wide", locale=current_locale())[day])
