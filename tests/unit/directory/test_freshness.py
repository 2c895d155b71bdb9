"""How an entry ages: in one direction, a day at a time, and only where somebody is asked."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.freshness import Stage, a_year_before, stage_of

DUE = date(2026, 5, 31)
DAYS = st.dates(date(2020, 1, 1), date(2060, 1, 1))
ORDER = (Stage.CONFIRMED, Stage.SOON_DUE, Stage.OVERDUE, Stage.SILENT)


@pytest.mark.parametrize(
    ("today", "stage"),
    [
        (date(2026, 4, 30), Stage.CONFIRMED),
        (date(2026, 5, 1), Stage.SOON_DUE),
        (date(2026, 5, 31), Stage.SOON_DUE),
        (date(2026, 6, 1), Stage.OVERDUE),
        (date(2027, 5, 31), Stage.OVERDUE),
        (date(2027, 6, 1), Stage.SILENT),
    ],
)
def test_an_entry_passes_each_stage_on_its_day(today: date, stage: Stage) -> None:
    assert stage_of(DUE, today) is stage


def test_of_what_nobody_is_asked_nobody_is_late() -> None:
    assert stage_of(None, date(2060, 1, 1)) is Stage.UNASKED


@given(DAYS, DAYS, st.integers(0, 800))
def test_an_entry_never_grows_younger_by_itself(due_on: date, today: date, days: int) -> None:
    later = stage_of(due_on, today + timedelta(days))

    assert ORDER.index(later) >= ORDER.index(stage_of(due_on, today))


@given(DAYS, DAYS, st.integers(0, 800))
def test_a_later_answer_never_makes_an_entry_older(due_on: date, today: date, days: int) -> None:
    answered = stage_of(due_on + timedelta(days), today)

    assert ORDER.index(answered) <= ORDER.index(stage_of(due_on, today))


@given(DAYS)
def test_a_year_before_is_the_same_date_or_the_last_of_february(day: date) -> None:
    before = a_year_before(day)

    assert before.year == day.year - 1
    assert (before.month, min(before.day, 28)) == (day.month, min(day.day, 28))
