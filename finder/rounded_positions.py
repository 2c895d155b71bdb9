"""Where somebody is, as their browser tells it: rounded to about a kilometre, and never finer.

The browser rounds before it sends anything. It is done here once more, since what stands in an
address may be read by whoever gets hold of the address.
"""

import re
from typing import Final

from matching.person import Position

# A hundredth of a degree is 1.1 km from south to north, and in Norway half as much from west to east.
DECIMALS: Final = 2
NORTHMOST, EASTMOST = 90, 180
DEGREES: Final = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]+)?")


def position_sent(lat: str, lon: str) -> tuple[float, float] | None:
    """Return latitude and longitude, rounded; None for nothing, for half a position and for none."""
    both = _degrees(lat, NORTHMOST), _degrees(lon, EASTMOST)
    return None if both[0] is None or both[1] is None else (both[0], both[1])


def is_rounded(position: Position | None) -> bool:
    """Tell whether a position may be half a kilometre off, so that no way from it is exact."""
    return position is not None and all(
        degrees == _rounded(degrees) for degrees in (position.lat, position.lon)
    )


def _degrees(text: str, most: int) -> float | None:
    if not DEGREES.fullmatch(text) or abs(float(text)) > most:
        return None
    return _rounded(float(text))


def _rounded(degrees: float) -> float:
    return round(degrees, DECIMALS) + 0.0  # zero has no sign
