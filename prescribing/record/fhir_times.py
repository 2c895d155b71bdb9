"""When one can come, as FHIR has it: days of the week with hours. What does not fit is left to words."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from core.clock import NORWAY
from directory.occurrences import is_over, skipped_days
from directory.recurrence_rule import Frequency, Rule, read_rule
from directory.time_words import DAY_AND_NIGHT, DAYS_AHEAD_TO_WARN
from directory.timetable import Timetable
from prescribing.record.fhir_parts import Resource, told
from web.languages import gettext as _

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def available_times(timetables: Iterable[Timetable], today: date) -> list[Resource]:
    """Return the weeks that are going on, each once.

    Other rhythms (every other week, the first Sunday of a month), hours of other time zones and what
    has not begun are not among them: FHIR would say that they are every week, here and now.
    """
    found: list[Resource] = []
    for timetable in timetables:
        days = _days_of_week(timetable, today)
        if days:
            one = told(daysOfWeek=days, **_hours(timetable))
            found += [] if one in found else [one]
    return found


def days_without(timetable: Timetable, today: date) -> list[Resource]:
    """Return the days of the next two months on which it is not, though its rhythm says so."""
    return [
        {
            "description": _("Ikke denne dagen."),
            "during": {"start": day.isoformat(), "end": day.isoformat()},
        }
        for day in skipped_days(timetable, today, DAYS_AHEAD_TO_WARN)
    ]


def _days_of_week(timetable: Timetable, today: date) -> list[str]:
    has_begun = timetable.starts_on is None or timetable.starts_on <= today
    if timetable.rrule is None or timetable.timezone != NORWAY.key or not has_begun:
        return []
    rule = read_rule(timetable.rrule)
    if not _is_weekly(rule) or is_over(timetable, today):
        return []
    return [DAYS[day] for day in sorted(_weekdays(rule, timetable.starts_on))]


def _is_weekly(rule: Rule) -> bool:
    narrower = (rule.months, rule.month_days, rule.year_days, rule.week_numbers, rule.positions)
    is_by_days = rule.frequency in {Frequency.WEEKLY, Frequency.DAILY}
    return is_by_days and rule.interval == 1 and not any(narrower)


def _weekdays(rule: Rule, starts_on: date | None) -> Iterator[int]:
    if rule.weekdays:
        yield from (day for _number, day in rule.weekdays)
    elif rule.frequency is Frequency.DAILY:
        yield from range(len(DAYS))
    elif starts_on is not None:
        yield starts_on.weekday()


def _hours(timetable: Timetable) -> Resource:
    start, minutes = timetable.start_time, timetable.duration_minutes
    if start is None:
        return {}
    if start == time.min and minutes == DAY_AND_NIGHT:
        return {"allDay": True}
    return told(
        availableStartTime=start.isoformat("seconds"),
        availableEndTime=_end(start, minutes),
    )


def _end(start: time, minutes: int | None) -> str | None:
    """Return when it ends the same day. An hour past midnight would read as one before the beginning."""
    if minutes is None:
        return None
    first = datetime.combine(date.min, start)
    end = first + timedelta(minutes=minutes)
    return end.time().isoformat("seconds") if end.date() == first.date() and end > first else None
