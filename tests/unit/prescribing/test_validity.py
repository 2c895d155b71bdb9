"""A code is valid for a year of whole months, can be renewed around its end, and then goes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prescribing.codes.validity import (
    can_be_renewed,
    end_of_month,
    expiry_from,
    has_expired,
    is_gone,
    newest_gone,
)

days = st.dates(date(2020, 1, 1), date(2090, 12, 31))
LAST = date(2027, 11, 30)


@pytest.mark.parametrize(
    ("today", "expires_on"),
    [
        (date(2026, 11, 26), LAST),
        (date(2026, 11, 30), LAST),
        (date(2026, 12, 1), date(2027, 12, 31)),
        (date(2027, 2, 28), date(2028, 2, 29)),
    ],
)
def test_it_is_valid_until_the_end_of_the_month_a_year_on(today: date, expires_on: date) -> None:
    assert expiry_from(today) == expires_on


@pytest.mark.parametrize(
    ("today", "renewable", "expired", "gone"),
    [
        (date(2027, 8, 31), False, False, False),
        (date(2027, 9, 1), True, False, False),
        (LAST, True, False, False),
        (date(2027, 12, 1), True, True, False),
        (date(2028, 2, 29), True, True, False),
        (date(2028, 3, 1), False, True, True),
    ],
)
def test_it_can_be_renewed_three_months_before_and_after_its_end(
    today: date, *, renewable: bool, expired: bool, gone: bool
) -> None:
    assert can_be_renewed(LAST, today) is renewable
    assert has_expired(LAST, today) is expired
    assert is_gone(LAST, today) is gone


@given(days, days)
def test_what_is_thrown_away_is_what_is_gone(made_on: date, today: date) -> None:
    expires_on = expiry_from(made_on)

    assert (expires_on <= newest_gone(today)) is is_gone(expires_on, today)


@given(days, st.integers(-500, 500))
def test_the_end_of_a_month_is_the_day_before_the_first(day: date, months: int) -> None:
    end = end_of_month(day, months)

    assert (end + timedelta(days=1)).day == 1
    assert (end.year - day.year) * 12 + end.month - day.month == months
