"""Whether somebody answers at this very moment."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from directory.open_now import is_on_now
from directory.timetable import Timetable

OSLO = ZoneInfo("Europe/Oslo")
WEEKDAYS = Timetable("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", None, time(11), 210)
NIGHTS = Timetable("FREQ=WEEKLY;BYDAY=SA", None, time(22), 480)
ALWAYS = Timetable("FREQ=DAILY", None, time(0), 1440)
MOMENTS = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001 -- Hypothesis adds the zone
    datetime(2027, 12, 31),  # noqa: DTZ001
    timezones=st.sampled_from([OSLO, UTC]),
)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment in November 2026, whose 25th is a Wednesday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=OSLO)


def test_it_is_on_from_its_first_minute_until_its_last() -> None:
    assert not is_on_now(WEEKDAYS, at(25, 10, 59))
    assert is_on_now(WEEKDAYS, at(25, 11))
    assert is_on_now(WEEKDAYS, at(25, 14, 29))
    assert not is_on_now(WEEKDAYS, at(25, 14, 30))


def test_it_is_not_on_on_other_days() -> None:
    assert not is_on_now(WEEKDAYS, at(28, 12))


def test_what_goes_on_past_midnight_is_still_on_the_morning_after() -> None:
    assert is_on_now(NIGHTS, at(29, 5))
    assert not is_on_now(NIGHTS, at(29, 6))


def test_what_is_not_told_is_not_said_to_be_on() -> None:
    assert not is_on_now(Timetable("FREQ=DAILY", None, time(0), None), at(25, 12))
    assert not is_on_now(Timetable("FREQ=DAILY", None, None, 1440), at(25, 12))
    assert not is_on_now(Timetable("FREQ=WEEKLY", None, time(0), 1440), at(25, 12))


def test_day_and_night_goes_on_through_the_hour_that_comes_twice() -> None:
    assert is_on_now(ALWAYS, datetime(2027, 10, 31, 22, 0, tzinfo=UTC))


@given(MOMENTS)
def test_what_never_closes_is_on_at_every_moment(moment: datetime) -> None:
    assert is_on_now(ALWAYS, moment)


@given(MOMENTS, st.integers(0, 1439), st.integers(1, 1440))
def test_it_is_on_where_it_began_no_longer_ago_than_it_lasts(
    moment: datetime, minute: int, length: int
) -> None:
    start = time(*divmod(minute, 60))
    daily = Timetable("FREQ=DAILY", None, start, length, timezone="UTC")

    utc = moment.astimezone(UTC)
    latest = datetime.combine(utc.date(), start, UTC)
    latest -= timedelta(days=latest > utc)
    assert is_on_now(daily, moment) is (utc - latest < timedelta(minutes=length))
