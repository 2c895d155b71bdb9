"""Ages become one of a few wide spans, and what is not told stays not told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.age_bands import YEARS, AgeBand, band_of


@pytest.mark.parametrize(
    ("ages", "band"),
    [
        ((17, 17), AgeBand.UNDER_18),
        ((18, 18), AgeBand.FROM_18),
        ((18, 25), AgeBand.FROM_18),
        ((17, 18), AgeBand.UNKNOWN),
        ((0, 120), AgeBand.UNKNOWN),
        ((51, 120), AgeBand.FROM_51),
        (None, AgeBand.UNKNOWN),
    ],
)
def test_an_age_lies_in_one_band_or_is_not_known(
    ages: tuple[int, int] | None, band: AgeBand
) -> None:
    assert band_of(ages) is band


@given(st.integers(0, 120))
def test_every_age_has_exactly_one_band(age: int) -> None:
    holding = [band for band, (first, last) in YEARS.items() if first <= age <= last]

    assert holding == [band_of((age, age))]
