"""Distances as they are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from places.distance import distance_km

LATITUDES = st.floats(min_value=57, max_value=72)
LONGITUDES = st.floats(min_value=4, max_value=32)


def test_trondheim_and_oslo_are_393_km_apart() -> None:
    assert distance_km(63.4305, 10.3951, 59.9127, 10.7461) == pytest.approx(392.4, abs=0.5)


def test_a_degree_of_latitude_is_longer_in_the_north() -> None:
    assert distance_km(70, 20, 71, 20) > distance_km(58, 20, 59, 20) > 111


@given(LATITUDES, LONGITUDES, LATITUDES, LONGITUDES)
def test_a_distance_is_the_same_both_ways(
    lat1: float, lon1: float, lat2: float, lon2: float
) -> None:
    there = distance_km(lat1, lon1, lat2, lon2)

    assert there == pytest.approx(distance_km(lat2, lon2, lat1, lon1), abs=1e-6)
    assert there >= 0


@given(LATITUDES, LONGITUDES)
def test_a_point_is_no_way_from_itself(lat: float, lon: float) -> None:
    assert distance_km(lat, lon, lat, lon) == 0


@pytest.mark.parametrize("lat", [91.0, -90.5, float("nan"), float("inf")])
def test_what_is_no_point_on_earth_is_refused(lat: float) -> None:
    with pytest.raises(ValueError, match=r"latitude|finite"):
        distance_km(lat, 10, 60, 10)
