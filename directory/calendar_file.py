"""Times of offers as an .ics file (RFC 5545), which a calendar can keep and go on reckoning from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from directory.occurrences import Occurrence, days_ahead, skipped_days, upcoming
from directory.recurrence_rule import read_rule
from directory.timetable import Timetable

PRODUCER: Final = "-//Noe å gå til//NO"
TWO_YEARS: Final = 731  # days; how far ahead the days without a meeting are written out
FIFTY_YEARS: Final = 18_263  # days; a COUNT that reaches further ends here
YEARS_OF_CLOCK_CHANGES: Final = 15


@dataclass(frozen=True)
class Series:
    """A repeating time as a calendar shows it.

    ``url`` is the page of the offer and ``number`` tells this timetable from the others of it:
    together they say which series it is, in whatever file it stands.
    """

    url: str
    number: int
    title: str
    location: str | None
    timetable: Timetable


def calendar_file(series: Sequence[Series], *, uid_host: str, now: datetime) -> bytes:
    """Return a calendar with one event for each series that still has a meeting ahead of ``now``.

    ``now`` is aware. An event begins at its first meeting ahead and repeats by its rule, without
    the exceptions and closed holidays of the next two years. Where the hour is not told it takes
    the whole day; where the day is not told there is none. The events are marked private, so that
    a shared calendar shows others no more than that one is busy. What an offer is about is not in
    them: that is nobody's business who looks over a shoulder.

    A series keeps its UID in every file and whenever it is fetched: to import another file
    corrects the calendar instead of doubling it. Within a day the same file is written.
    Raises ValueError where ``now`` is naive, RuleError for a rule that ``Timetable.fault`` refuses.
    """
    if now.tzinfo is None:
        raise ValueError("now must be an aware moment")
    calendar = _empty_calendar({one.timetable.timezone for one in series}, now.year)
    for one in series:
        for first in upcoming(one.timetable, now, limit=1):
            calendar.add_component(_event_of(one, first, uid_host, now))
    content: bytes = calendar.to_ical()
    return content


def _event_of(series: Series, first: Occurrence, uid_host: str, now: datetime) -> Event:
    event = _event(series.timetable, first)
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'{series.url}#{series.number}')}@{uid_host}")
    # The RFC lets the newer of two win, and a day is new enough; the minute would tell when
    # somebody fetched it.
    event.add("dtstamp", now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0))
    event.add("summary", series.title)
    event.add("url", series.url)
    if series.location:
        event.add("location", series.location)
    return event


def _empty_calendar(zones: set[str], year: int) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    for name in sorted(zones):
        calendar.add_component(_time_zone(name, year))
    return calendar


def _event(timetable: Timetable, first: Occurrence) -> Event:
    event = Event()
    event.add("class", "PRIVATE")
    event.add("dtstart", _start(timetable, first.day))
    if first.ends_at is not None:
        # Not the hour it ends: on a night when the clock changes that is an hour off for all the
        # weeks after. And in minutes, since a calendar may take P1D for a day of 23 hours.
        event["duration"] = f"PT{timetable.duration_minutes}M"
    if timetable.rrule is not None:
        event.add("rrule", _rule(timetable, timetable.rrule, first.day))
        skipped = skipped_days(timetable, first.day, TWO_YEARS)
        if skipped:
            event.add("exdate", [_start(timetable, day) for day in skipped])
    return event


def _start(timetable: Timetable, day: date) -> date | datetime:
    """Return the wall-clock start, which the rule repeats, or the day where the hour is not told."""
    if timetable.start_time is None:
        return day
    return datetime.combine(day, timetable.start_time, ZoneInfo(timetable.timezone))


def _rule(timetable: Timetable, rrule: str, first_day: date) -> vRecur:
    """Return the rule as followed from ``first_day``: its COUNT, its UNTIL and `until` as one UNTIL.

    The RFC wants UNTIL in UTC beside an hour, and as a date without one.
    """
    rule: vRecur = vRecur.from_ical(rrule)
    rule.pop("COUNT", None)
    rule.pop("UNTIL", None)
    last_day = _last_day(timetable, rrule, first_day)
    if last_day is not None:
        end = _start(timetable, last_day)
        rule["UNTIL"] = [end.astimezone(UTC) if isinstance(end, datetime) else end]
    return rule


def _last_day(timetable: Timetable, rrule: str, first_day: date) -> date | None:
    if read_rule(rrule).count is None:
        return timetable.last_day
    return days_ahead(timetable, first_day, FIFTY_YEARS)[-1]


@lru_cache(maxsize=64)
def _time_zone(name: str, year: int) -> Timezone:
    """Return the clock changes of a zone from ``year`` on.

    icalendar tells when the clock is put forward by the new clock; the RFC wants the old one.
    """
    zone = Timezone.from_tzid(
        name,
        first_date=date(year, 1, 1),
        last_date=date(year + YEARS_OF_CLOCK_CHANGES, 1, 1),
    )
    for change in zone.subcomponents:
        if isinstance(change, TimezoneStandard | TimezoneDaylight):
            _tell_by_old_clock(change)
    return zone


def _tell_by_old_clock(change: TimezoneStandard | TimezoneDaylight) -> None:
    put_forward = change.TZOFFSETTO - change.TZOFFSETFROM
    if put_forward <= timedelta():
        return
    later = change.pop("RDATE").dts if "RDATE" in change else []
    change.DTSTART -= put_forward
    change.add("RDATE", [moment.dt - put_forward for moment in later])
