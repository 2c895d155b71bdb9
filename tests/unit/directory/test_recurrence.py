"""The days of a rule, against counting day by day, against dateutil's whole walk, and against the clock."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from time import perf_counter

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from directory.recurrence import LATEST, ever_meets, series, sound_rule
from directory.recurrence_rule import WEEKDAYS, RuleError, read_rule

DAYS = st.dates(date(2024, 1, 1), date(2030, 1, 1))
A_YEAR = timedelta(400)


def days_of(
    text: str, starts_on: date | None, first_day: date, last_day: date = LATEST
) -> Iterator[date]:
    return series(sound_rule(text, starts_on), starts_on, first_day, last_day)


def every_day(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(number) for number in range((last - first).days + 1))


def monday(day: date) -> date:
    return day - timedelta(day.weekday())


def number_in_month(day: date) -> set[int]:
    """Return which one of its weekday a day is, counted from both ends of its month; 0 fits all."""
    days = monthrange(day.year, day.month)[1]
    return {0, (day.day - 1) // 7 + 1, -((days - day.day) // 7 + 1)}


@given(
    weekdays=st.sets(st.sampled_from(WEEKDAYS), min_size=1),
    interval=st.integers(1, 5),
    starts_on=DAYS,
    ahead=st.integers(-30, 900),
)
def test_weekly_rules_agree_with_counting_day_by_day(
    weekdays: set[str], interval: int, starts_on: date, ahead: int
) -> None:
    text = f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={','.join(weekdays)}"
    first, last = starts_on + timedelta(ahead), starts_on + timedelta(ahead) + A_YEAR

    found = list(days_of(text, starts_on, first, last))

    assert found == [
        day
        for day in every_day(max(first, starts_on), last)
        if WEEKDAYS[day.weekday()] in weekdays
        and (monday(day) - monday(starts_on)).days // 7 % interval == 0
    ]


@given(
    weekdays=st.sets(
        st.tuples(st.sampled_from((0, 1, 2, 3, 4, -1, -2)), st.sampled_from(WEEKDAYS)), min_size=1
    ),
    interval=st.integers(1, 4),
    starts_on=DAYS,
    ahead=st.integers(-30, 900),
)
def test_monthly_rules_agree_with_counting_day_by_day(
    weekdays: set[tuple[int, str]], interval: int, starts_on: date, ahead: int
) -> None:
    text = f"FREQ=MONTHLY;INTERVAL={interval};BYDAY=" + ",".join(
        f"{number or ''}{name}" for number, name in weekdays
    )
    first, last = starts_on + timedelta(ahead), starts_on + timedelta(ahead) + A_YEAR

    found = list(days_of(text, starts_on, first, last))

    assert found == [
        day
        for day in every_day(max(first, starts_on), last)
        if any((number, WEEKDAYS[day.weekday()]) in weekdays for number in number_in_month(day))
        and ((day.year - starts_on.year) * 12 + day.month - starts_on.month) % interval == 0
    ]


@given(
    text=st.sampled_from(
        (
            "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=DAILY;BYMONTH=6,7;BYDAY=SA",
            "FREQ=DAILY;BYDAY=MO,TU;BYSETPOS=-1",
            "FREQ=WEEKLY",
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=SU",
            "FREQ=WEEKLY;INTERVAL=2;BYMONTH=1,2,3",
            "FREQ=MONTHLY",
            "FREQ=MONTHLY;INTERVAL=5",
            "FREQ=MONTHLY;BYMONTHDAY=-1,13",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=YEARLY",
            "FREQ=YEARLY;INTERVAL=2;BYMONTH=3,12",
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24",
            "FREQ=YEARLY;BYDAY=20MO",
            "FREQ=YEARLY;BYYEARDAY=-10,200",
            "FREQ=YEARLY;BYWEEKNO=1,20,53;BYDAY=MO,SU",
        )
    ),
    count=st.none() | st.integers(1, 400),
    starts_on=st.dates(date(1990, 1, 1), date(2027, 12, 31)),
    first=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)
def test_joining_a_series_on_its_way_gives_what_walking_all_of_it_gives(
    text: str, count: int | None, starts_on: date, first: date
) -> None:
    text = text if count is None else f"{text};COUNT={count}"
    last = first + A_YEAR

    found = list(days_of(text, starts_on, first, last))

    text = text if "WKST" in text else f"{text};WKST=MO"
    whole = rrulestr(text, dtstart=datetime.combine(starts_on, time()))
    walked = takewhile(lambda day: day <= last, (moment.date() for moment in whole))
    assert found == [day for day in walked if day >= first]


@given(
    text=st.sampled_from(
        (
            "FREQ=DAILY",
            "FREQ=WEEKLY;BYDAY=TU,TH",
            "FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1",
            "FREQ=MONTHLY;BYDAY=2SA,MO",
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        )
    ),
    starts_on=st.dates(date(1900, 1, 1), date(2026, 1, 1)),
    first=st.dates(date(2026, 1, 1), date(2040, 1, 1)),
)
def test_how_old_a_start_is_makes_no_difference_to_a_rule_that_skips_no_period(
    text: str, starts_on: date, first: date
) -> None:
    with_start = next(days_of(text, starts_on, first))

    assert with_start == next(days_of(text, None, first))


def test_every_monday_and_the_first_tuesday_are_days_of_both_kinds() -> None:
    found = list(days_of("FREQ=MONTHLY;BYDAY=MO,1TU", None, date(2026, 11, 1), date(2026, 11, 30)))

    assert [day.day for day in found] == [2, 3, 9, 16, 23, 30]


def test_a_week_of_the_year_without_weekday_takes_that_of_the_start() -> None:
    found = list(
        days_of("FREQ=YEARLY;BYWEEKNO=20", date(2026, 1, 7), date(2026, 1, 1), date(2027, 12, 31))
    )

    assert found == [date(2026, 5, 13), date(2027, 5, 19)]


def test_the_start_itself_is_no_day_where_the_rule_does_not_name_it() -> None:
    friday = date(2026, 9, 4)

    found = days_of("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", friday, friday)

    assert next(found) == date(2026, 9, 15)


@pytest.mark.parametrize(
    ("text", "starts_on", "reason"),
    [
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", None, "starts_on is missing"),
        ("FREQ=WEEKLY;COUNT=12;BYDAY=TU", None, "starts_on is missing"),
        ("FREQ=WEEKLY;BYDAY=TU", date(1899, 12, 31), "before 1900"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", None, "never falls"),
        ("FREQ=YEARLY;BYMONTH=2", date(2026, 1, 31), "never falls"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=MO", date(2026, 11, 24), "never falls"),
    ],
)
def test_a_rule_that_cannot_be_followed_is_refused(
    text: str, starts_on: date | None, reason: str
) -> None:
    with pytest.raises(RuleError, match=reason):
        sound_rule(text, starts_on)


@pytest.mark.parametrize("text", ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=DAILY;INTERVAL=999"])
def test_a_rare_rule_is_not_taken_for_one_that_never_meets(text: str) -> None:
    assert ever_meets(read_rule(text), date(2024, 2, 29))


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
        "FREQ=MONTHLY;BYMONTH=4,6;BYMONTHDAY=31",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=1;BYWEEKNO=20",
    ],
)
def test_a_rule_that_never_meets_is_found_out_at_once(text: str) -> None:
    rule, starts_on = read_rule(text), date(2026, 1, 1)
    began = perf_counter()

    answer = ever_meets(rule, starts_on)

    assert not answer
    assert perf_counter() - began < 2.5  # dateutil alone takes up to five seconds


def test_a_rule_whose_first_day_lies_beyond_the_calendar_never_meets() -> None:
    rule = read_rule("FREQ=WEEKLY;INTERVAL=29;BYMONTH=1;BYDAY=SA")

    assert not ever_meets(rule, date(2026, 7, 20))


def test_the_ends_of_the_calendar_are_reached_without_a_fault() -> None:
    rule = sound_rule("FREQ=WEEKLY;BYDAY=FR,SA", None)

    assert next(series(rule, None, date.min, date.max)) == date(1900, 1, 5)
    assert list(series(rule, None, date(9998, 12, 30), date.max)) == []
    assert list(series(rule, None, date.max, date.max)) == []
