"""Closed from one day to another: the meetings in between become days without one."""

from datetime import date, timedelta
from typing import Any, Final

from directory.choices import Holidays
from directory.entries import Entry
from directory.models import Offer
from directory.occurrences import days_ahead
from directory.timetables import timetable_of

LONGEST_DAYS: Final = 120


def closed_between(words: Entry, offer: Offer, first: date, last: date) -> Entry:
    """Return ``words`` with no meeting from ``first`` to ``last``, both included.

    ``offer`` is the same entry as the catalogue has it; its schedules are those of ``words``.
    """
    schedules = [
        _without(schedule, days_ahead(timetable_of(kept, None), first, (last - first).days))
        for schedule, kept in zip(words.get("schedules", ()), offer.schedules, strict=True)
    ]
    return {**words, "schedules": schedules}


def to_be_asked_on_holidays(words: Entry) -> Entry:
    """Return ``words`` that say, where nobody has told, that one is to ask on public holidays."""
    schedules = [
        schedule if "holidays" in schedule else {**schedule, "holidays": Holidays.ASK.value}
        for schedule in words.get("schedules", ())
    ]
    return {**words, "schedules": schedules}


def meets_again_and_again(offer: Offer, first: date, last: date) -> bool:
    """Tell whether an offer repeats, and would meet between two days, both included."""
    return any(
        schedule.rrule is not None
        and days_ahead(timetable_of(schedule, offer.ended_on), first, (last - first).days)
        for schedule in offer.schedules
    )


def _without(schedule: dict[str, Any], days: tuple[date, ...]) -> dict[str, Any]:
    known = schedule.get("except", [])
    closed = sorted({*known, *(day.isoformat() for day in days)})
    return {**schedule, "except": closed} if closed else schedule


def too_long(first: date, last: date) -> bool:
    return last - first > timedelta(days=LONGEST_DAYS)
