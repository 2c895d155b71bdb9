"""Reading rules: what RFC 5545 allows is understood, everything else is refused in a sentence."""

from contextlib import suppress
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.occurrences import days_ahead
from directory.recurrence_rule import WEEKDAYS, Frequency, Rule, RuleError, read_rule
from directory.timetable import Timetable

NEW_YEARS_EVE = date(2026, 12, 31)
WEDNESDAY = date(2026, 11, 25)
AT_SIX = datetime.combine(NEW_YEARS_EVE, time(18))
RULES = {
    "FREQ=DAILY": Rule(Frequency.DAILY),
    "FREQ=WEEKLY;BYDAY=WE": Rule(Frequency.WEEKLY, weekdays=((0, 2),)),
    "BYDAY=TH,MO;FREQ=WEEKLY": Rule(Frequency.WEEKLY, weekdays=((0, 0), (0, 3))),
    "freq=weekly;byday=we": Rule(Frequency.WEEKLY, weekdays=((0, 2),)),
    "FREQ=MONTHLY;BYDAY=2TU,-1FR": Rule(Frequency.MONTHLY, weekdays=((-1, 4), (2, 1))),
    "FREQ=MONTHLY;BYDAY=+1SA": Rule(Frequency.MONTHLY, weekdays=((1, 5),)),
    "FREQ=MONTHLY;BYMONTHDAY=-1,15": Rule(Frequency.MONTHLY, month_days=(-1, 15)),
    "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24": Rule(Frequency.YEARLY, months=(12,), month_days=(24,)),
    "FREQ=YEARLY;BYDAY=20MO": Rule(Frequency.YEARLY, weekdays=((20, 0),)),
    "FREQ=YEARLY;BYYEARDAY=-1": Rule(Frequency.YEARLY, year_days=(-1,)),
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO": Rule(
        Frequency.YEARLY, week_numbers=(20,), weekdays=((0, 0),)
    ),
    "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1": Rule(
        Frequency.MONTHLY, weekdays=((0, 0), (0, 1)), positions=(-1,)
    ),
    "FREQ=WEEKLY;INTERVAL=2;COUNT=6;WKST=SU": Rule(
        Frequency.WEEKLY, interval=2, count=6, week_start=6
    ),
    "FREQ=DAILY;UNTIL=20261231": Rule(Frequency.DAILY, until=NEW_YEARS_EVE),
    "FREQ=DAILY;UNTIL=20261231T180000": Rule(Frequency.DAILY, until=AT_SIX),
    "FREQ=DAILY;UNTIL=20261231T180000Z": Rule(Frequency.DAILY, until=AT_SIX),
}

REFUSED = {
    "": "must look like",
    "every wednesday": "must look like",
    "RRULE:FREQ=DAILY": "must look like",
    "FREQ=DAILY;": '"" is no part',
    "FREQ": '"FREQ" is no part',
    "FREQ=": '"FREQ=" is no part',
    "BYDAY=MO": "FREQ is missing",
    "FREQ=HOURLY": "FREQ must be",
    "FREQ=MINUTELY": "FREQ must be",
    "FREQ=FORTNIGHTLY": "FREQ must be",
    "DTSTART=20260101;FREQ=DAILY": "starts_on is for that",
    "FREQ=DAILY;FREQ=WEEKLY": "FREQ stands twice",
    "FREQ=DAILY;BYHOUR=18": "start_time",
    "FREQ=DAILY;BYMINUTE=30": "start_time",
    "FREQ=DAILY;BYSECOND=1": "start_time",
    "FREQ=YEARLY;BYEASTER=0": "BYEASTER is no part",
    "FREQ=DAILY;INTERVAL=0": "INTERVAL must be",
    "FREQ=DAILY;INTERVAL=-2": "INTERVAL must be",
    "FREQ=DAILY;INTERVAL=1001": "from 1 to 1000",
    "FREQ=DAILY;COUNT=0": "COUNT must be",
    "FREQ=DAILY;COUNT=10001": "from 1 to 10000",
    "FREQ=DAILY;UNTIL=20260230": "UNTIL must be",
    "FREQ=DAILY;UNTIL=20261231T250000": "UNTIL must be",
    "FREQ=DAILY;UNTIL=MONDAY": "UNTIL must look like",
    "FREQ=DAILY;UNTIL=20261231Z": "UNTIL must look like",
    "FREQ=DAILY;UNTIL=18991231": "before 1900",
    "FREQ=DAILY;COUNT=3;UNTIL=20261231": "cannot stand together",
    "FREQ=WEEKLY;BYDAY=XX": "BYDAY must hold",
    "FREQ=WEEKLY;BYDAY=MO,": "BYDAY must hold",
    "FREQ=MONTHLY;BYDAY=0MO": "BYDAY must hold",
    "FREQ=WEEKLY;BYDAY=2MO": "can only number",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO": "can only number",
    "FREQ=MONTHLY;BYDAY=6MO": "beyond 5",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=6MO": "beyond 5",
    "FREQ=YEARLY;BYDAY=54MO": "beyond 53",
    "FREQ=WEEKLY;WKST=1": "WKST must be",
    "FREQ=YEARLY;BYMONTH=13": "BYMONTH must hold",
    "FREQ=YEARLY;BYMONTH=-1": "BYMONTH must hold",
    "FREQ=MONTHLY;BYMONTHDAY=0": "BYMONTHDAY must hold",
    "FREQ=MONTHLY;BYMONTHDAY=32": "BYMONTHDAY must hold",
    "FREQ=WEEKLY;BYMONTHDAY=1": "FREQ=WEEKLY",
    "FREQ=MONTHLY;BYYEARDAY=1": "FREQ=YEARLY",
    "FREQ=YEARLY;BYYEARDAY=367": "BYYEARDAY must hold",
    "FREQ=MONTHLY;BYWEEKNO=1": "FREQ=YEARLY",
    "FREQ=MONTHLY;BYSETPOS=1": "needs another BY part",
    "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=8": "beyond the days",
    "FREQ=DAILY;BYDAY=MO;BYSETPOS=2": "beyond the days",
}


@pytest.mark.parametrize("text", RULES)
def test_a_rule_is_read_part_by_part(text: str) -> None:
    assert read_rule(text) == RULES[text]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_rule_is_refused_with_the_reason(text: str) -> None:
    with pytest.raises(RuleError, match=REFUSED[text]):
        read_rule(text)


def test_an_absurdly_long_rule_is_refused() -> None:
    text = "FREQ=YEARLY;BYYEARDAY=" + ",".join(str(day) for day in range(1, 366))

    with pytest.raises(RuleError, match="longer than 500"):
        read_rule(text)


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("FREQ=WEEKLY", False),
        ("FREQ=MONTHLY", False),
        ("FREQ=YEARLY;BYMONTH=12", False),
        ("FREQ=YEARLY;BYWEEKNO=20", False),
        ("FREQ=WEEKLY;BYMONTH=1,2,3", False),
        ("FREQ=DAILY", True),
        ("FREQ=WEEKLY;BYDAY=MO", True),
        ("FREQ=MONTHLY;BYMONTHDAY=1", True),
        ("FREQ=YEARLY;BYYEARDAY=100", True),
    ],
)
def test_only_a_rule_that_names_days_tells_them(text: str, *, tells: bool) -> None:
    assert read_rule(text).tells_day is tells


@given(
    frequency=st.sampled_from(Frequency),
    days=st.sets(st.sampled_from(WEEKDAYS), min_size=5) | st.just(set[str]()),
    interval=st.sampled_from([1, 1, 2]),
    rest=st.sampled_from(["", "", ";BYMONTH=11", ";COUNT=99", ";UNTIL=20270101", ";WKST=SU"]),
)
def test_a_rule_falls_every_day_where_its_series_does(
    frequency: Frequency, days: set[str], interval: int, rest: str
) -> None:
    by_day = f";BYDAY={','.join(sorted(days))}" if days else ""
    text = f"FREQ={frequency};INTERVAL={interval}{by_day}{rest}"

    found = days_ahead(Timetable(text, WEDNESDAY), WEDNESDAY, 399)

    assert read_rule(text).falls_every_day is (len(found) == 400)


@given(st.text() | st.text(alphabet="FREQ=DAILYWKMOUNTBC;,+-0123456789", max_size=40))
def test_no_text_is_answered_with_anything_but_a_rule_or_a_refusal(text: str) -> None:
    with suppress(RuleError):
        assert read_rule(text).interval >= 1
