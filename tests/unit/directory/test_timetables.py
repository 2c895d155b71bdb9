"""A kept schedule as a value: what is told goes over unchanged, and an offer that ends bounds it."""

from datetime import date, datetime, time, timedelta
from random import Random

import pytest
from hypothesis import given

from core.clock import NORWAY
from directory.occurrences import days_ahead, is_over, upcoming
from directory.timetables import timetable_of
from tests.support.catalogue import schedule
from tests.support.strategies import (
    examples,
    generators,
    made_up_day,
    made_up_moment,
    made_up_schedule,
)


@examples(150)
@given(generators())
def test_an_offer_meets_as_told_until_the_day_on_which_it_is_over(random: Random) -> None:
    made, ended_on = made_up_schedule(random), made_up_day(random)
    first_day = made_up_moment(random).date()

    days = days_ahead(timetable_of(made, ended_on), first_day, 400)

    always = days_ahead(timetable_of(made, None), first_day, 400)
    assert days == tuple(day for day in always if day < ended_on)
    assert is_over(timetable_of(made, ended_on), ended_on)


@pytest.mark.parametrize(
    ("until", "ended_on", "last_day"),
    [
        (None, None, None),
        (date(2026, 12, 1), None, date(2026, 12, 1)),
        (None, date(2026, 12, 9), date(2026, 12, 8)),
        (date(2026, 12, 1), date(2026, 12, 9), date(2026, 12, 1)),
        (date(2026, 12, 24), date(2026, 12, 9), date(2026, 12, 8)),
        (None, date.min, date.min),
    ],
    ids=str,
)
def test_the_earlier_of_the_two_ends_counts(
    until: date | None, ended_on: date | None, last_day: date | None
) -> None:
    made = schedule(rrule="FREQ=DAILY", until=until)

    assert timetable_of(made, ended_on).last_day == last_day


def test_the_last_meeting_is_the_day_before_at_its_usual_hour() -> None:
    daily = timetable_of(schedule(rrule="FREQ=DAILY", start_time=time(18)), date(2026, 11, 27))
    now = datetime(2026, 11, 25, 12, tzinfo=NORWAY)

    found = [one.starts_at for one in upcoming(daily, now, limit=9)]

    assert found == [now.replace(hour=18), now.replace(hour=18) + timedelta(1)]
