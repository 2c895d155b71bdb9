"""The agenda of a moment, reckoned for all timetables at once, against each timetable by itself."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.clock import NORWAY
from directory.occurrences import is_over, upcoming
from directory.timetable import TimeState, Timetable
from directory.timetables import timetable_of
from finder.almanac import HORIZON_DAYS, STRETCH_DAYS, Almanac
from matching.agenda import PARTS_OF_DAY, Agenda, this_week_bit, time_bit, today_bit
from matching.columns import NEVER
from tests.support.strategies import examples, generators, made_up_moment, made_up_schedule

WEEKS_AHEAD = 70
TUESDAY = datetime.fromisoformat("2026-11-24T12:00")
SPRING, AUTUMN = date(2027, 3, 28), date(2026, 10, 25)
AT_NIGHT = Timetable(rrule="FREQ=DAILY", start_time=time(2, 30))
TUESDAYS = Timetable(rrule="FREQ=WEEKLY;BYDAY=TU", start_time=time(12))


def agenda(*timetables: Timetable, moment: datetime = TUESDAY, days_before: int = 1) -> Agenda:
    return Almanac(timetables, moment.date() - timedelta(days_before)).agenda(moment)


def times_of(timetable: Timetable, moment: datetime) -> int:
    """Return the bits of the days and parts of the day of all that lies ahead."""
    today = moment.date()
    coming = upcoming(timetable, moment.replace(tzinfo=NORWAY), 1000, WEEKS_AHEAD)
    bits = 0
    for meeting in coming:
        if meeting.day >= today + timedelta(WEEKS_AHEAD):
            continue
        for part in parts_of(timetable):
            bits |= time_bit(meeting.day.weekday(), part)
            if meeting is coming[0] and meeting.day <= today:
                bits |= today_bit(part)
            if meeting is coming[0] and meeting.day < today + timedelta(7):
                bits |= this_week_bit(part)
    return bits


def parts_of(timetable: Timetable) -> list[int]:
    if timetable.start_time is None:
        return list(range(len(PARTS_OF_DAY)))
    hour = timetable.start_time.hour
    return [3 if hour < 5 or hour >= 22 else 0 if hour < 10 else 1 if hour < 16 else 2]


def check(timetable: Timetable, moment: datetime, days_before: int) -> None:
    """Compare everything that an agenda tells of one timetable with a slow reading of it."""
    found = agenda(TUESDAYS, timetable, AT_NIGHT, moment=moment, days_before=days_before)
    coming = upcoming(timetable, moment.replace(tzinfo=NORWAY), 1)
    day = coming[0].day if coming else None
    next_time = (coming[0].starts_at or coming[0].day) if coming else None

    assert found.next_day[1] == (day.toordinal() if day else NEVER)
    assert found.days_until[1] == (max((day - moment.date()).days, 0) if day else NEVER)
    assert found.next_of(1) == next_time
    assert str(found.next_of(1)) == str(next_time)
    assert found.is_over[1] == is_over(timetable, moment.date())
    assert found.is_regular[1] == (timetable.rrule is not None)
    assert found.day_unknown[1] == (timetable.state in {TimeState.DAY_UNKNOWN, TimeState.NOT_TOLD})
    assert found.time_unknown[1] == (timetable.state is TimeState.DAY_ONLY)
    asks = timetable.holidays in {"ask", None}
    assert found.on_holiday[1] == (asks and bool(coming) and coming[0].is_holiday)
    assert found.times[1] == times_of(timetable, moment)


@examples(700)
@given(generators(), st.integers(1, STRETCH_DAYS - 1))
def test_an_agenda_says_what_every_timetable_says_by_itself(
    random: Random, days_before: int
) -> None:
    timetable = timetable_of(made_up_schedule(random), None)

    check(timetable, made_up_moment(random), days_before)


def at(day: date, *clock: int, fold: int = 0) -> datetime:
    hour, minute, second = (*clock, 0, 0)[:3]
    return datetime.combine(day, time(hour, minute, second, fold=fold))


@pytest.mark.parametrize("timetable", [AT_NIGHT, Timetable(rrule="FREQ=DAILY", start_time=time(3))])
@pytest.mark.parametrize(
    "moment",
    [
        *(at(SPRING, hour, minute) for hour in range(5) for minute in (0, 29, 30, 31)),
        *(at(AUTUMN, hour, minute) for hour in range(5) for minute in (0, 29, 30, 31)),
        *(at(AUTUMN, 2, minute, fold=1) for minute in (0, 29, 30, 31)),
    ],
)  # fmt: skip
def test_the_nights_in_which_the_clock_changes(timetable: Timetable, moment: datetime) -> None:
    check(timetable, moment, 1)


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo", "Pacific/Kiritimati"])
@pytest.mark.parametrize("hour", [0, 5, 9, 12, 17, 23])
def test_a_day_elsewhere_is_never_before_today(zone: str, hour: int) -> None:
    for start in (0, 12, 23):
        timetable = Timetable(rrule="FREQ=DAILY", start_time=time(start), timezone=zone)

        check(timetable, at(TUESDAY.date(), hour), 1)


def test_a_meeting_begins_at_its_minute_and_not_before() -> None:
    noon = TUESDAY.date()

    first = [agenda(TUESDAYS, moment=at(noon, *clock)).days_until[0] for clock in
             ((0, 0), (11, 59), (12, 0), (12, 0, 1), (12, 1))]  # fmt: skip

    assert first == [0, 0, 0, 7, 7]


def test_what_has_begun_is_met_today_no_more() -> None:
    once = Timetable(starts_on=TUESDAY.date(), start_time=time(11, 59))

    found = agenda(once)

    assert (found.times[0], found.next_of(0), found.is_over[0]) == (0, None, False)


@pytest.mark.parametrize(("days", "is_found"), [(HORIZON_DAYS, True), (HORIZON_DAYS + 1, False)])
@pytest.mark.parametrize("days_before", [0, 1, STRETCH_DAYS - 1])
def test_the_horizon_is_the_same_on_every_day_of_the_stretch(
    days: int, is_found: bool, days_before: int
) -> None:
    once = Timetable(starts_on=TUESDAY.date() + timedelta(days), start_time=time(18))

    found = agenda(once, moment=TUESDAY, days_before=days_before)

    assert (found.next_day[0] != NEVER) == is_found


@pytest.mark.parametrize(("days", "is_served"), [(-1, False), (0, True), (30, True), (31, False)])
def test_an_almanac_serves_its_stretch_of_days(days: int, is_served: bool) -> None:
    almanac = Almanac([TUESDAYS], TUESDAY.date())

    assert almanac.serves(TUESDAY + timedelta(days)) is is_served


@pytest.mark.parametrize(
    ("today", "before"),
    [("2026-11-24", "2025-11-24"), ("2028-02-29", "2027-02-28"), ("2029-02-28", "2028-02-28")],
)
def test_a_year_ago_is_the_same_date(today: str, before: str) -> None:
    found = agenda(moment=datetime.fromisoformat(today))

    assert found.a_year_ago == date.fromisoformat(before).toordinal()


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;COUNT=2", "freq=daily;count=2", "FREQ=DAILY;UNTIL=20261021"]
)
def test_a_series_that_has_come_to_its_end_is_over(rule: str) -> None:
    timetable = Timetable(rrule=rule, starts_on=date(2026, 10, 20), start_time=time(18))

    assert agenda(timetable).is_over.tolist() == [True]


@pytest.mark.parametrize("timetables", [(), (Timetable(),)])
def test_where_nothing_has_a_day_nothing_comes(timetables: tuple[Timetable, ...]) -> None:
    found = agenda(*timetables)

    assert found.next_day.tolist() == [NEVER] * len(timetables)
    assert found.times.tolist() == [0] * len(timetables)


@pytest.mark.parametrize("year", [2000, 2100])
def test_the_first_and_the_last_year_that_may_be_asked_about(year: int) -> None:
    moment = datetime(year, 12, 31, 23, 59)  # noqa: DTZ001 -- local, as everywhere here

    assert agenda(TUESDAYS, moment=moment).next_day[0] > moment.toordinal()


@given(st.lists(st.integers(0, 2), max_size=8))
@example([])
@examples(50)
def test_each_timetable_has_its_own_place(numbers: list[int]) -> None:
    some = (TUESDAYS, Timetable(), Timetable(rrule="FREQ=DAILY", start_time=time(18)))

    found = agenda(*(some[number] for number in numbers))

    alone = [agenda(one).next_day[0] for one in some]
    assert np.array_equal(found.next_day, [alone[number] for number in numbers])


def test_a_time_the_spring_night_leaves_out_is_told_as_the_clock_shows_it() -> None:
    found = agenda(AT_NIGHT, moment=at(SPRING, 1)).next_of(0)

    assert isinstance(found, datetime)
    assert found.isoformat() == "2027-03-28T03:30:00+02:00"
    assert found.astimezone(UTC).isoformat() == "2027-03-28T01:30:00+00:00"
