"""A point on the map as a form sends it: two numbers, of which not everything is a place in Norway."""

import math
from typing import Final

LATITUDES: Final = (57.5, 81.0)
LONGITUDES: Final = (-10.0, 34.0)
LONGEST: Final = 25
# About a metre. More digits would say more than anybody can point at.
DIGITS: Final = 5


def position_typed(lat: str, lon: str) -> tuple[float, float] | None:
    """Return latitude and longitude; None where they are no point that an offer may have."""
    north, east = _number(lat), _number(lon)
    if north is None or east is None or not _is_inside(north, LATITUDES):
        return None
    return (north, east) if _is_inside(east, LONGITUDES) else None


def _number(text: str) -> float | None:
    if len(text) > LONGEST:
        return None
    try:
        number = float(text)
    except ValueError:
        return None
    return round(number, DIGITS) if math.isfinite(number) else None


def _is_inside(number: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= number <= limits[1]
