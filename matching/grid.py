"""A grid over the map: which rows lie within a distance, found by slices of sorted cells."""

from math import asin, cos, degrees, pi, radians, sin

import numpy as np
import numpy.typing as npt

Degrees = npt.NDArray[np.float64]

EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG
# A cell is about 11 km both ways in the middle of Norway: small beside the first radius of 25 km.
CELLS_PER_DEGREE_NORTH = 10
CELLS_PER_DEGREE_EAST = 5
SOUTH, WEST = -90.0, -180.0
ONE_BAND = 10_000  # cell numbers of one band of latitude
NOWHERE = -1


def cell_of(lat: float, lon: float) -> int:
    return _north(lat) * ONE_BAND + _east(lon)


def cells_of(lat: Degrees, lon: Degrees) -> npt.NDArray[np.int64]:
    """Return the cells of many places at once."""
    north = ((lat - SOUTH) * CELLS_PER_DEGREE_NORTH).astype(np.int64)
    east = ((lon - WEST) * CELLS_PER_DEGREE_EAST).astype(np.int64)
    return north * ONE_BAND + east


def unit_vector(lat: float, lon: float) -> tuple[float, float, float]:
    """Return the point on a sphere of radius 1, from degrees."""
    north, east = radians(lat), radians(lon)
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)


def chord_of_km(km: float) -> float:
    """Return the straight line, for a radius of 1, that spans ``km`` along the surface."""
    return 2 * sin(min(km / EARTH_RADIUS_KM, pi) / 2)


class Grid:
    """``cells`` is sorted; rows without a place have the cell NOWHERE and come first."""

    def __init__(self, cells: npt.NDArray[np.int32]) -> None:
        self._cells = cells

    def everywhere(self) -> list[slice]:
        first = int(np.searchsorted(self._cells, NOWHERE, side="right"))
        return [slice(first, len(self._cells))]

    def around(self, lat: float, lon: float, km: float) -> list[slice]:
        """Return slices of rows that hold every row within ``km``, and some that lie a bit farther."""
        north = degrees(km / EARTH_RADIUS_KM)
        west, east = _from_west_to_east(lat, lon, km)
        # Of the type of the cells: searching for another type would copy all of them first.
        bands = np.arange(_north(lat - north), _north(lat + north) + 1, dtype=self._cells.dtype)
        bands *= ONE_BAND
        starts = np.searchsorted(self._cells, bands + west, side="left")
        ends = np.searchsorted(self._cells, bands + east, side="right")
        return [
            slice(start, end)
            for start, end in zip(starts.tolist(), ends.tolist(), strict=True)
            if start < end
        ]


def _from_west_to_east(lat: float, lon: float, km: float) -> tuple[int, int]:
    """Return the cells of a band that a circle may touch; all where it holds a pole or the date line."""
    angle = km / EARTH_RADIUS_KM
    widest = radians(abs(lat)) + angle
    ratio = sin(angle) / cos(widest) if widest < pi / 2 else 1.0
    east = degrees(asin(ratio)) if ratio < 1 else -WEST
    if lon - east < WEST or lon + east > -WEST:
        return _east(WEST), _east(-WEST)
    return _east(lon - east), _east(lon + east)


def _north(lat: float) -> int:
    return int((max(min(lat, 90.0), SOUTH) - SOUTH) * CELLS_PER_DEGREE_NORTH)


def _east(lon: float) -> int:
    return int((max(min(lon, 180.0), WEST) - WEST) * CELLS_PER_DEGREE_EAST)
