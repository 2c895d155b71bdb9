"""Closed for some days: these days, no others, and nothing else of the entry."""

import json
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from directory.entries import Entry
from directory.occurrences import days_ahead
from stewardship.confirming.closing import (
    closed_between,
    meets_again_and_again,
    to_be_asked_on_holidays,
)
from stewardship.registering.meeting_places import timetable_of
from tests.support.catalogue import offer, schedule
from tests.support.factories import offer_entry, schedule_entry
from tests.support.strategies import RULES

FIRST = date(2026, 12, 22)
DAYS = st.integers(0, 120)
WHEN = st.integers(-30, 200)


def entry(*rules: str) -> Entry:
    told = [schedule_entry(rrule=rule, starts_on="2026-10-20") for rule in rules]
    return offer_entry(schedules=told)


@given(st.lists(st.sampled_from(RULES), min_size=1, max_size=3), WHEN, DAYS)
def test_no_day_of_the_time_closed_has_a_meeting_and_all_others_have_theirs(
    rules: list[str], after: int, days: int
) -> None:
    first = FIRST + timedelta(after)
    last = first + timedelta(days)
    before = entry(*rules)

    closed = json.loads(json.dumps(closed_between(before, first, last)))

    for was, now in zip(before["schedules"], closed["schedules"], strict=True):
        meets = days_ahead(timetable_of(was), date(2026, 10, 1), 500)
        still = days_ahead(timetable_of(now), date(2026, 10, 1), 500)
        assert set(still) == {day for day in meets if not first <= day <= last}
        assert {k: v for k, v in now.items() if k != "except"} == was


def test_to_close_twice_is_to_close_once() -> None:
    once = closed_between(entry("FREQ=WEEKLY;BYDAY=WE"), FIRST, FIRST + timedelta(14))

    assert once["schedules"][0]["except"] == ["2026-12-23", "2026-12-30"]
    assert closed_between(once, FIRST, FIRST + timedelta(14)) == once


def test_what_was_said_of_holidays_stays_said() -> None:
    told = offer_entry(schedules=[schedule_entry(holidays="closed"), schedule_entry()])

    asked = to_be_asked_on_holidays(told)

    assert [one["holidays"] for one in asked["schedules"]] == ["closed", "ask"]


def test_only_what_would_meet_then_is_asked_about() -> None:
    last = FIRST + timedelta(11)

    def meets(rrule: str | None, **told: object) -> bool:
        times = schedule(rrule=rrule, start_time=time(18), **told)
        return meets_again_and_again(offer("en", times), FIRST, last)

    assert meets("FREQ=WEEKLY;BYDAY=WE")
    assert not meets("FREQ=WEEKLY;BYDAY=WE", until=FIRST - timedelta(1))
    assert not meets(None, starts_on=FIRST)
    assert not meets("FREQ=WEEKLY;BYDAY=WE", exceptions=["2026-12-23", "2026-12-30"])
