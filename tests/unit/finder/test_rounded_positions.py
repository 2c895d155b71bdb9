"""A position is rounded to about a kilometre, whatever was sent."""

from decimal import Decimal

import pytest
from geopy.distance import geodesic
from hypothesis import given
from hypothesis import strategies as st

from finder.rounded_positions import DECIMALS, is_rounded, position_sent
from matching.person import Position

latitudes, longitudes = st.decimals(-90, 90, places=7), st.decimals(-180, 180, places=7)


@given(latitudes, longitudes)
def test_no_position_keeps_more_than_two_decimals(lat: Decimal, lon: Decimal) -> None:
    found = position_sent(f"{lat:f}", f"{lon:f}")

    assert found is not None
    for degrees in found:
        assert -int(Decimal(repr(degrees)).as_tuple().exponent) <= DECIMALS
        assert repr(degrees) != "-0.0"
    assert is_rounded(Position(*found))


@given(latitudes, longitudes)
def test_what_is_rounded_lies_within_a_kilometre(lat: Decimal, lon: Decimal) -> None:
    found = position_sent(f"{lat:f}", f"{lon:f}")

    assert geodesic((float(lat), float(lon)), found).km < 1


@given(latitudes, longitudes)
def test_rounding_twice_changes_nothing(lat: Decimal, lon: Decimal) -> None:
    once = position_sent(f"{lat:f}", f"{lon:f}")

    assert once is not None
    assert position_sent(*map(str, once)) == once


@pytest.mark.parametrize(
    ("lat", "lon"),
    [
        ("", ""),
        ("63.43", ""),
        ("", "10.4"),
        ("None", "None"),
        ("nan", "10.4"),
        ("inf", "10.4"),
        ("1e1", "10.4"),
        ("63,43", "10.4"),
        ("63.43 ", "10.4"),
        ("٦٣", "10.4"),
        ("90.001", "10.4"),
        ("63.43", "-180.001"),
        ("6" * 400, "10.4"),
    ],
)
def test_what_is_no_position_is_none(lat: str, lon: str) -> None:
    assert position_sent(lat, lon) is None


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        (None, False),
        (Position(63.43, 10.4), True),
        (Position(63.4305, 10.3951), False),
        (Position(63.43, 10.3951), False),
        (Position(0.0, 0.0), True),
    ],
)
def test_a_position_is_rounded_where_both_its_numbers_are(
    position: Position | None, expected: bool
) -> None:
    assert is_rounded(position) is expected
