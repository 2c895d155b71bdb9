"""The times of a week are those the directory reckons, on the clock of Norway, for three weeks."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from hypothesis import given

from core.clock import NORWAY
from directory.choices import OfferKind
from directory.models import Offer
from directory.occurrences import upcoming
from directory.time_words import is_always_on
from directory.timetables import timetable_of
from finder.week_times import DAYS, ComingTime, coming_times
from tests.support.catalogue import offer, schedule, venue
from tests.support.strategies import examples, generators, made_up_moment, made_up_offer

NOW = datetime(2026, 11, 25, 12, tzinfo=NORWAY)  # a Wednesday
SIX = time(18)


def reckoned(offers: list[Offer], now: datetime) -> set[tuple[Any, ...]]:
    """Return what the directory says, one schedule at a time, looking farther than the week does."""
    found = set()
    today = now.date()
    for one in offers:
        for each in one.schedules:
            timetable = timetable_of(each, one.ended_on)
            if one.kind is OfferKind.SIGNPOST or is_always_on(timetable):
                continue
            for occurrence in upcoming(timetable, now, limit=100, horizon_days=60):
                starts_at = occurrence.starts_at
                day = occurrence.day if starts_at is None else starts_at.astimezone(NORWAY).date()
                if today <= day <= today + timedelta(DAYS - 1):
                    moment = None if starts_at is None else starts_at.astimezone(UTC)
                    found.add((one.id, each.position, day, moment))
    return found


def shown(times: tuple[ComingTime, ...]) -> list[tuple[Any, ...]]:
    return [
        (one.offer, one.position, one.day, one.starts_at and one.starts_at.astimezone(UTC))
        for one in times
    ]


@examples(150)
@given(generators())
def test_the_times_are_those_of_the_directory(random: Random) -> None:
    offers = [made_up_offer(random, f"offer-{number}") for number in range(4)]
    now = made_up_moment(random).replace(tzinfo=NORWAY)

    times = shown(coming_times(offers, now))

    assert len(times) == len(set(times))
    assert set(times) == reckoned(offers, now)


@examples(50)
@given(generators())
def test_the_times_go_upwards_and_one_without_an_hour_is_last_on_its_day(random: Random) -> None:
    offers = [made_up_offer(random, f"offer-{number}") for number in range(4)]
    now = made_up_moment(random).replace(tzinfo=NORWAY)

    times = coming_times(offers, now)

    order = [
        (one.day, one.starts_at is None, one.starts_at and one.starts_at.astimezone(UTC))
        for one in times
    ]
    assert [pair[:2] for pair in order] == sorted(pair[:2] for pair in order)
    timed = [moment for _day, _untold, moment in order if moment]
    assert timed == sorted(timed)


def only(*offers: Offer) -> ComingTime:
    (time,) = coming_times(offers, NOW)
    return time


def once(**told: Any) -> Any:
    return schedule(starts_on=date(2026, 11, 26), **({"start_time": SIX} | told))


def test_a_group_far_away_is_on_the_norwegian_clock_and_says_so() -> None:
    abroad = only(offer("a", once(attendance="online", timezone="America/New_York")))
    here = only(offer("a", once()))

    assert abroad.starts_at == datetime(2026, 11, 27, 0, 0, tzinfo=NORWAY)
    assert abroad.day == date(2026, 11, 27)
    assert abroad.is_told_by_another_clock and not here.is_told_by_another_clock


def test_what_is_not_told_stays_untold() -> None:
    found = only(offer("a", schedule(rrule="FREQ=MONTHLY;BYMONTHDAY=27")))

    assert (found.starts_at, found.ends_at, found.minutes, found.spot) == (None, None, None, None)
    assert not found.can_come_and_go and not found.must_be_arranged


def test_what_can_be_joined_from_home_asks_nobody_to_travel() -> None:
    place = {"lat": 59.9, "lon": 10.7, "name": "Huset"}

    spots = {
        attendance: only(offer("a", once(attendance=attendance, venue=venue(**place)))).spot
        for attendance in ("in_person", "hybrid", "online", "phone")
    }

    assert {attendance for attendance, spot in spots.items() if spot} == {"in_person"}


def test_a_meeting_that_has_begun_is_over_for_today() -> None:
    daily = offer("a", schedule(rrule="FREQ=DAILY", start_time=time(11, 59)))

    days = [one.day for one in coming_times([daily], NOW)]

    assert days[0] == date(2026, 11, 26)
    assert days[-1] == date(2026, 12, 15)
