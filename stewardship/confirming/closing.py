"""Closed from one day to another: the meetings in between become days without one."""

from datetime import date, timedelta
from typing import Any, Final

from directory.choices import Holidays
from directory.entries import Entry
from directory.models import Offer
from directory.occurrences import days_ahead
from directory.timetables import timetable_of
from stewardship.registering.meeting_places import timetable_of as timetable_of_entry

LONGEST: Final = timedelta(days=120)


def closed_between(words: Entry, first: date, last: date) -> Entry:
    """Return ``words`` with no meeting from ``first`` to ``last``, both included."""
    return {
        **words,
        "schedules": [_without(one, first, last) for one in words.get("schedules", ())],
    }


def to_be_asked_on_holidays(words: Entry) -> Entry:
    """Return ``words`` that say, where nobody has told, that one is to ask on public holidays."""
    ask = {"holidays": Holidays.ASK.value}
    return {**words, "schedules": [ask | one for one in words.get("schedules", ())]}


def meets_again_and_again(offer: Offer, first: date, last: date) -> bool:
    """Tell whether an offer repeats, and would meet between two days, both included."""
    days = (last - first).days
    return any(
        schedule.rrule is not None
        and bool(days_ahead(timetable_of(schedule, offer.ended_on), first, days))
        for schedule in offer.schedules
    )


def _without(schedule: dict[str, Any], first: date, last: date) -> dict[str, Any]:
    days = days_ahead(timetable_of_entry(schedule), first, (last - first).days)
    if not days:
        return schedule
    closed = {*schedule.get("except", ()), *(day.isoformat() for day in days)}
    return {**schedule, "except": sorted(closed)}
