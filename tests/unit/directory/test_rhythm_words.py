"""How often a rule comes round, in bokmål: the usual rules one by one, and what holds for all of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.occurrences import days_ahead
from directory.recurrence_rule import WEEKDAYS, RuleError
from directory.rhythm_words import rhythm_in_words
from directory.timetable import Timetable

WEDNESDAY = date(2026, 11, 25)
NAMES = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
SAID = [
    ("FREQ=DAILY", None, "hver dag"),
    ("FREQ=DAILY;INTERVAL=2", WEDNESDAY, "annenhver dag"),
    ("FREQ=DAILY;INTERVAL=3", WEDNESDAY, "hver 3. dag"),
    ("FREQ=DAILY;BYDAY=SA,SU", None, "hver lørdag og søndag"),
    ("FREQ=WEEKLY", None, "hver uke"),
    ("FREQ=WEEKLY;INTERVAL=2", None, "annenhver uke"),
    ("FREQ=WEEKLY", WEDNESDAY, "hver onsdag"),
    ("FREQ=WEEKLY;BYDAY=WE", None, "hver onsdag"),
    ("FREQ=WEEKLY;BYDAY=MO,WE,FR", None, "hver mandag, onsdag og fredag"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", None, "mandag til fredag"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SU", None, "alle dager unntatt lørdag"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", None, "hver dag"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", WEDNESDAY, "annenhver onsdag"),
    ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", WEDNESDAY, "annenhver uke, tirsdag og torsdag"),
    ("FREQ=WEEKLY;INTERVAL=4;BYDAY=TU", WEDNESDAY, "hver 4. uke, tirsdag"),
    ("FREQ=WEEKLY;BYDAY=WE;BYMONTH=9,10", None, "hver onsdag, bare i september og oktober"),
    (
        "FREQ=WEEKLY;BYDAY=TU;BYMONTH=1,2,3,4,5,6,8,9,10,11,12",
        None,
        "hver tirsdag utenom juli",
    ),
    (
        "FREQ=MONTHLY;BYDAY=1MO;BYMONTH=1,2,3,4,5,8,9,10,11,12",
        None,
        "første mandag i måneden utenom juni og juli",
    ),
    ("FREQ=MONTHLY", None, "hver måned"),
    ("FREQ=MONTHLY", WEDNESDAY, "den 25. i måneden"),
    ("FREQ=MONTHLY;BYDAY=1MO", None, "første mandag i måneden"),
    ("FREQ=MONTHLY;BYDAY=1WE,3WE", None, "første og tredje onsdag i måneden"),
    ("FREQ=MONTHLY;BYDAY=2SU,-1SU", None, "andre og siste søndag i måneden"),
    ("FREQ=MONTHLY;BYDAY=SU;BYSETPOS=2", None, "andre søndag i måneden"),
    ("FREQ=MONTHLY;BYDAY=WE", None, "hver onsdag"),
    ("FREQ=MONTHLY;INTERVAL=2;BYDAY=1TH", WEDNESDAY, "første torsdag, annenhver måned"),
    ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1TH", WEDNESDAY, "første torsdag, hver 3. måned"),
    ("FREQ=MONTHLY;BYMONTHDAY=15", None, "den 15. i måneden"),
    ("FREQ=MONTHLY;BYMONTHDAY=1,15", None, "den 1. og 15. i måneden"),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", None, "siste dag i måneden"),
    ("FREQ=YEARLY", None, "hvert år"),
    ("FREQ=YEARLY", WEDNESDAY, "hvert år 25. november"),
    ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24", None, "hvert år 24. desember"),
]
LEFT_TO_THE_DATES = [
    "FREQ=DAILY;BYMONTHDAY=1",
    "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
    "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYMONTHDAY=-2",
    "FREQ=MONTHLY;BYDAY=1MO,1TU",
    "FREQ=MONTHLY;BYDAY=-3MO",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYSETPOS=1",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=WE",
    "FREQ=YEARLY;BYDAY=20MO",
    "FREQ=YEARLY;BYWEEKNO=20",
    "FREQ=YEARLY;BYYEARDAY=100",
    "FREQ=YEARLY;INTERVAL=2",
    "FREQ=YEARLY;BYMONTH=6",
]


@pytest.mark.parametrize(("rrule", "starts_on", "words"), SAID, ids=[one[2] for one in SAID])
def test_a_usual_rule_is_said_in_words(rrule: str, starts_on: date | None, words: str) -> None:
    assert rhythm_in_words(rrule, starts_on) == words


@pytest.mark.parametrize("rrule", LEFT_TO_THE_DATES)
def test_a_rule_that_takes_too_many_words_is_left_to_its_dates(rrule: str) -> None:
    assert rhythm_in_words(rrule, None) is None


def test_a_text_that_is_no_rule_is_refused() -> None:
    with pytest.raises(RuleError):
        rhythm_in_words("FREQ=NEVER", None)


def weekdays_said(words: str) -> set[str]:
    if words == "hver dag":
        return set(NAMES)
    if words.startswith("alle dager unntatt"):
        return {name for name in NAMES if name not in words}
    if words == "mandag til fredag":
        return set(NAMES[:5])
    return {name for name in NAMES if name in words}


@given(st.sets(st.sampled_from(WEEKDAYS), min_size=1), st.integers(1, 5))
def test_the_weekdays_that_are_said_are_those_on_which_it_meets(
    weekdays: set[str], interval: int
) -> None:
    rule = f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={','.join(sorted(weekdays))}"
    met = days_ahead(Timetable(rrule=rule, starts_on=WEDNESDAY), WEDNESDAY, 80)

    words = rhythm_in_words(rule, WEDNESDAY)

    assert words is not None
    assert weekdays_said(words) == {NAMES[day.weekday()] for day in met}


@given(st.integers(1, 4), st.integers(0, 6))
def test_the_weekday_of_the_month_that_is_said_is_the_one_on_which_it_meets(
    number: int, weekday: int
) -> None:
    rule = f"FREQ=MONTHLY;BYDAY={number}{WEEKDAYS[weekday]}"
    met = days_ahead(Timetable(rrule=rule), WEDNESDAY, 400)

    which = ("første", "andre", "tredje", "fjerde")[number - 1]
    assert rhythm_in_words(rule, None) == f"{which} {NAMES[weekday]} i måneden"
    assert {(day.weekday(), (day.day - 1) // 7 + 1) for day in met} == {(weekday, number)}


@given(st.integers(1, 28))
def test_the_date_of_the_month_that_is_said_is_the_one_on_which_it_meets(number: int) -> None:
    first = date(2026, 1, 1) + timedelta(number - 1)

    words = rhythm_in_words("FREQ=MONTHLY", first)

    met = days_ahead(Timetable(rrule="FREQ=MONTHLY", starts_on=first), first, 400)
    assert words == f"den {number}. i måneden"
    assert {day.day for day in met} == {number}
