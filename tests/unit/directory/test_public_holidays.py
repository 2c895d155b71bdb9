"""The days on which meetings may be called off, against a reckoning from Easter."""

from datetime import date, timedelta

import pytest
from dateutil.easter import easter

from directory.public_holidays import holidays_of, is_holiday

FIXED = ((1, 1), (5, 1), (5, 17), (12, 24), (12, 25), (12, 26), (12, 31))
# Maundy Thursday to Easter Monday, Ascension Day, Whit Sunday and Whit Monday.
DAYS_FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)


@pytest.mark.parametrize("year", range(2020, 2041))
def test_the_holidays_are_those_reckoned_from_easter_and_the_fixed_ones(year: int) -> None:
    moving = {easter(year) + timedelta(days) for days in DAYS_FROM_EASTER}
    fixed = {date(year, month, day) for month, day in FIXED}

    found = holidays_of(year)

    assert found == moving | fixed


def test_an_ordinary_sunday_is_no_holiday() -> None:
    assert not is_holiday(date(2026, 11, 22))


def test_constitution_day_is_a_holiday() -> None:
    assert is_holiday(date(2026, 5, 17))


def test_a_year_the_calendar_does_not_know_still_has_christmas_eve() -> None:
    assert date(2500, 12, 24) in holidays_of(2500)
