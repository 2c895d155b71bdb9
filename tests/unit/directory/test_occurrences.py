"""When a timetable meets next and when it is over, in examples and for every timetable."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.occurrences import (
    HORIZON_DAYS,
    Occurrence,
    days_ahead,
    is_over,
    skipped_days,
    upcoming,
)
from directory.public_holidays import is_holiday
from directory.recurrence_rule import WEEKDAYS, RuleError
from directory.timetable import Timetable

OSLO = ZoneInfo("Europe/Oslo")
WEDNESDAY = date(2026, 11, 25)
SIX = time(18)
WEDNESDAYS = Timetable(rrule="FREQ=WEEKLY;BYDAY=WE", start_time=SIX)
NIGHTS = Timetable(rrule="FREQ=DAILY", start_time=time(2, 30), duration_minutes=60)
SPRING_NIGHT, AUTUMN_NIGHT = date(2027, 3, 28), date(2026, 10, 25)


def at(day: date, hour: int, minute: int = 0, *, fold: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute, fold=fold), OSLO)


def days(found: tuple[Occurrence, ...]) -> list[date]:
    return [one.day for one in found]


# What lies ahead


def test_a_date_means_that_its_whole_day_lies_ahead() -> None:
    first = upcoming(WEDNESDAYS, WEDNESDAY, limit=1)[0]

    assert first.starts_at == at(WEDNESDAY, 18)
    assert first.starts_at.isoformat() == "2026-11-25T18:00:00+01:00"


@pytest.mark.parametrize(
    ("now", "first_day"),
    [
        (at(WEDNESDAY, 17, 59), WEDNESDAY),
        (at(WEDNESDAY, 18), WEDNESDAY),
        (at(WEDNESDAY, 18, 1), WEDNESDAY + timedelta(7)),
        (at(WEDNESDAY, 18, 1).replace(tzinfo=None), WEDNESDAY + timedelta(7)),
        (at(WEDNESDAY, 18).replace(tzinfo=None), WEDNESDAY),
        (datetime(2026, 11, 25, 17, 0, tzinfo=UTC), WEDNESDAY),
        (datetime(2026, 11, 25, 17, 1, tzinfo=UTC), WEDNESDAY + timedelta(7)),
    ],
)
def test_a_meeting_that_has_begun_is_not_ahead(now: datetime, first_day: date) -> None:
    assert days(upcoming(WEDNESDAYS, now, limit=1)) == [first_day]


def test_today_counts_where_the_hour_is_not_told() -> None:
    timetable = Timetable(rrule="FREQ=WEEKLY;BYDAY=WE", duration_minutes=60)

    first = upcoming(timetable, at(WEDNESDAY, 23, 59), limit=1)[0]

    assert first == Occurrence(starts_at=None, day=WEDNESDAY, ends_at=None, is_holiday=False)


def test_the_end_is_told_where_the_length_is() -> None:
    timetable = Timetable(rrule="FREQ=DAILY", start_time=time(23), duration_minutes=90)

    first = upcoming(timetable, WEDNESDAY, limit=1)[0]

    assert first.ends_at == at(WEDNESDAY + timedelta(1), 0, 30)


@pytest.mark.parametrize(
    "timetable",
    [
        Timetable(),
        Timetable(by_appointment=True),
        Timetable(rrule="FREQ=WEEKLY"),
        Timetable(rrule="FREQ=WEEKLY", start_time=SIX),
        Timetable(rrule="FREQ=WEEKLY", until=WEDNESDAY),
    ],
)
def test_nothing_is_reckoned_where_the_day_is_not_told(timetable: Timetable) -> None:
    assert upcoming(timetable, WEDNESDAY) == ()


def test_a_single_date_is_one_occurrence() -> None:
    timetable = Timetable(starts_on=WEDNESDAY, start_time=SIX)

    assert days(upcoming(timetable, WEDNESDAY - timedelta(30))) == [WEDNESDAY]


def test_a_meeting_beyond_the_horizon_is_not_looked_for() -> None:
    timetable = Timetable(starts_on=WEDNESDAY + timedelta(HORIZON_DAYS), start_time=SIX)

    assert len(upcoming(timetable, WEDNESDAY)) == 1
    assert upcoming(timetable, WEDNESDAY - timedelta(1)) == ()


def test_a_faulty_rule_is_refused() -> None:
    with pytest.raises(RuleError):
        upcoming(Timetable(rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), WEDNESDAY)


@pytest.mark.parametrize(
    "now",
    [
        date.min,
        date.max,
        datetime.combine(date.min, time()),
        datetime.combine(date.max, time(23)),
    ],
)
def test_a_day_at_the_end_of_the_calendar_is_answered_with_nothing(now: date) -> None:
    assert upcoming(WEDNESDAYS, now) == ()


# Days that are left out


def test_a_closed_holiday_is_skipped() -> None:
    thursdays = Timetable(rrule="FREQ=WEEKLY;BYDAY=TH", start_time=SIX, holidays="closed")

    found = days(upcoming(thursdays, date(2026, 12, 20), limit=2))

    assert found == [date(2027, 1, 7), date(2027, 1, 14)]


@pytest.mark.parametrize("holidays", ["ask", "as_usual", None])
def test_a_holiday_that_is_not_closed_stays_and_is_marked(holidays: str | None) -> None:
    thursdays = Timetable(rrule="FREQ=WEEKLY;BYDAY=TH", start_time=SIX, holidays=holidays)

    first, *_ = upcoming(thursdays, date(2026, 12, 20))

    assert (first.day, first.is_holiday) == (date(2026, 12, 24), True)


def test_an_exception_is_skipped_and_uses_up_the_count() -> None:
    course = Timetable(
        rrule="FREQ=WEEKLY;COUNT=3",
        starts_on=WEDNESDAY,
        start_time=SIX,
        exceptions=frozenset({WEDNESDAY + timedelta(7)}),
    )

    found = days(upcoming(course, WEDNESDAY, limit=10))

    assert found == [WEDNESDAY, WEDNESDAY + timedelta(14)]


def test_a_closed_holiday_uses_up_the_count() -> None:
    course = Timetable(rrule="FREQ=WEEKLY;COUNT=3", starts_on=date(2026, 12, 17), holidays="closed")

    assert days(upcoming(course, date(2026, 12, 1), limit=10)) == [date(2026, 12, 17)]


def test_what_is_skipped_can_be_asked_for() -> None:
    timetable = Timetable(
        rrule="FREQ=WEEKLY;BYDAY=TH",
        holidays="closed",
        exceptions=frozenset({date(2026, 12, 3), date(2026, 12, 4)}),
    )

    found = skipped_days(timetable, date(2026, 12, 1), 30)

    assert found == (date(2026, 12, 3), date(2026, 12, 24), date(2026, 12, 31))


def test_the_earlier_of_both_ends_counts() -> None:
    timetable = Timetable(
        rrule="FREQ=DAILY;UNTIL=20261127", start_time=SIX, until=date(2026, 12, 24)
    )

    assert days_ahead(timetable, WEDNESDAY, 400)[-1] == date(2026, 11, 27)


# The clock changes


def test_six_stays_six_across_both_clock_changes() -> None:
    found = upcoming(WEDNESDAYS, date(2026, 3, 1), limit=40)

    moments = [one.starts_at for one in found if one.starts_at is not None]
    assert {moment.time() for moment in moments} == {SIX}
    assert [moment.utcoffset() for moment in moments[:6]] == [timedelta(hours=1)] * 4 + [
        timedelta(hours=2)
    ] * 2
    assert {moment.utcoffset() for moment in moments[-5:]} == {timedelta(hours=1)}


def test_a_time_the_spring_night_leaves_out_begins_when_it_would_have() -> None:
    first = upcoming(NIGHTS, SPRING_NIGHT, limit=1)[0]

    assert first.starts_at is not None
    assert first.starts_at.isoformat() == "2027-03-28T03:30:00+02:00"
    assert first.day == SPRING_NIGHT


def test_a_time_the_autumn_night_has_twice_is_the_first() -> None:
    first = upcoming(NIGHTS, AUTUMN_NIGHT, limit=1)[0]

    assert first.starts_at is not None
    assert first.starts_at.isoformat() == "2026-10-25T02:30:00+02:00"


def test_a_length_is_time_gone_by_and_not_what_the_clock_shows() -> None:
    first = upcoming(NIGHTS, AUTUMN_NIGHT, limit=1)[0]

    assert first.ends_at is not None
    assert first.ends_at.isoformat() == "2026-10-25T02:30:00+01:00"


def test_within_the_hour_that_comes_again_the_meeting_has_begun() -> None:
    again = at(AUTUMN_NIGHT, 2, 15, fold=1)

    assert days(upcoming(NIGHTS, again, limit=1)) == [AUTUMN_NIGHT + timedelta(1)]


def test_another_zone_keeps_its_own_clock() -> None:
    timetable = Timetable(rrule="FREQ=DAILY", start_time=SIX, timezone="Europe/London")

    first = upcoming(timetable, at(WEDNESDAY, 18, 30), limit=1)[0]

    assert first.starts_at is not None
    assert first.starts_at.isoformat() == "2026-11-25T18:00:00+00:00"


# The end of a series

YESTERDAY, TOMORROW = WEDNESDAY - timedelta(1), WEDNESDAY + timedelta(1)


@pytest.mark.parametrize(
    ("timetable", "over"),
    [
        (WEDNESDAYS, False),
        (Timetable(rrule="FREQ=DAILY", until=YESTERDAY), True),
        (Timetable(rrule="FREQ=DAILY", until=WEDNESDAY), False),
        (Timetable(rrule="FREQ=DAILY;UNTIL=20261124"), True),
        (Timetable(rrule="FREQ=WEEKLY;UNTIL=20261124"), True),
        (Timetable(rrule="FREQ=WEEKLY;BYDAY=TU", until=WEDNESDAY), True),
        (Timetable(rrule="FREQ=WEEKLY;COUNT=2", starts_on=date(2026, 11, 18)), False),
        (Timetable(rrule="FREQ=WEEKLY;COUNT=2", starts_on=date(2026, 11, 17)), True),
        (Timetable(rrule="FREQ=YEARLY", starts_on=date(2024, 2, 29)), False),
        (Timetable(starts_on=YESTERDAY, start_time=SIX), True),
        (Timetable(starts_on=WEDNESDAY, start_time=SIX), False),
        (Timetable(starts_on=YESTERDAY), False),
        (Timetable(starts_on=YESTERDAY, until=YESTERDAY), True),
        (Timetable(until=YESTERDAY), True),
        (Timetable(start_time=SIX), False),
        (Timetable(rrule="FREQ=WEEKLY"), False),
        (Timetable(), False),
        (Timetable(by_appointment=True), False),
    ],
)
def test_a_series_is_over_when_neither_today_nor_any_later_day_is_its(
    timetable: Timetable, *, over: bool
) -> None:
    assert is_over(timetable, WEDNESDAY) is over


def test_a_series_of_which_all_the_rest_is_called_off_is_not_over() -> None:
    timetable = Timetable(
        rrule="FREQ=DAILY", until=TOMORROW, exceptions=frozenset({WEDNESDAY, TOMORROW})
    )

    assert upcoming(timetable, WEDNESDAY) == ()
    assert not is_over(timetable, WEDNESDAY)


# For every timetable

RULES = st.sampled_from(
    (
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=2",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=TU,TH,SU",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE",
        "FREQ=WEEKLY;COUNT=12;BYDAY=TU",
        "FREQ=MONTHLY;BYDAY=2SA,-1FR",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24",
        "FREQ=DAILY;UNTIL=20270601T120000",
    )
)
NEAR = st.dates(date(2026, 1, 1), date(2027, 12, 31))
TIMETABLES = st.builds(
    Timetable,
    rrule=RULES,
    starts_on=st.dates(date(1990, 1, 1), date(2027, 12, 31)),
    start_time=st.none() | st.times().map(lambda hour: hour.replace(second=0, microsecond=0)),
    duration_minutes=st.none() | st.integers(1, 1440),
    timezone=st.sampled_from(("Europe/Oslo", "Europe/London", "America/New_York", "UTC")),
    until=st.none() | NEAR,
    exceptions=st.frozensets(NEAR, max_size=40),
    holidays=st.sampled_from(("as_usual", "closed", "ask", None)),
)
MOMENTS = st.datetimes(
    datetime.combine(date(2026, 1, 1), time()),
    datetime.combine(date(2027, 12, 31), time()),
    timezones=st.just(OSLO),
)


@given(TIMETABLES, MOMENTS)
def test_what_is_found_lies_ahead_in_order_and_is_told_with_its_hour(
    timetable: Timetable, now: datetime
) -> None:
    found = upcoming(timetable, now, limit=50)

    assert days(found) == sorted(set(days(found)))
    assert all(one.day >= now.astimezone(ZoneInfo(timetable.timezone)).date() for one in found)
    moments = [one.starts_at.astimezone(UTC) for one in found if one.starts_at is not None]
    assert all(moment >= now.astimezone(UTC) for moment in moments)
    assert all(early < late for early, late in pairwise(moments))
    assert len(moments) == (len(found) if timetable.start_time else 0)


@given(TIMETABLES, MOMENTS)
def test_nothing_that_is_called_off_is_found(timetable: Timetable, now: datetime) -> None:
    found = days(upcoming(timetable, now, limit=400))

    assert not set(found) & timetable.exceptions
    assert timetable.holidays != "closed" or not any(is_holiday(day) for day in found)
    assert timetable.until is None or all(day <= timetable.until for day in found)


@given(TIMETABLES, MOMENTS)
def test_the_clock_shows_the_told_time_unless_the_night_leaves_it_out(
    timetable: Timetable, now: datetime
) -> None:
    for one in upcoming(timetable, now, limit=400):
        if one.starts_at is None or timetable.start_time is None:
            continue
        told = datetime.combine(one.day, timetable.start_time, ZoneInfo(timetable.timezone))
        exists = told.astimezone(UTC).astimezone(told.tzinfo).replace(tzinfo=None) == told.replace(
            tzinfo=None
        )
        assert one.starts_at.time() == timetable.start_time or not exists


@given(TIMETABLES, MOMENTS, st.integers(0, 5))
def test_asking_for_more_changes_nothing_about_the_first(
    timetable: Timetable, now: datetime, limit: int
) -> None:
    assert upcoming(timetable, now, limit=6)[:limit] == upcoming(timetable, now, limit=limit)


@given(st.sets(st.sampled_from(WEEKDAYS), min_size=1), NEAR)
def test_the_weekdays_are_those_of_the_rule(weekdays: set[str], today: date) -> None:
    timetable = Timetable(rrule=f"FREQ=WEEKLY;BYDAY={','.join(weekdays)}")

    found = {WEEKDAYS[day.weekday()] for day in days_ahead(timetable, today, 13)}

    assert found == weekdays


@given(
    st.sampled_from(("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=2SA")),
    TIMETABLES,
    NEAR,
)
def test_how_old_the_start_is_changes_nothing(rule: str, timetable: Timetable, today: date) -> None:
    old = Timetable(rule, date(1990, 1, 1), timetable.start_time, holidays=timetable.holidays)
    running = Timetable(rule, None, timetable.start_time, holidays=timetable.holidays)

    assert upcoming(old, today) == upcoming(running, today)


@given(TIMETABLES, NEAR)
def test_every_day_ahead_is_met_on_and_ends_the_talk_of_being_over(
    timetable: Timetable, today: date
) -> None:
    found = days_ahead(timetable, today, 60)

    assert [
        day for day in (today + timedelta(n) for n in range(61)) if days_ahead(timetable, day, 0)
    ] == list(found)
    assert not (found and is_over(timetable, today))
