"""The outline of the country as the site's map has it, cut out around a place."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, groupby
from math import cos, radians
from operator import itemgetter
from pathlib import Path
from typing import Final

OUTLINE: Final = Path(__file__).resolve().parents[2] / "static" / "map" / "norway.json"
THOUSANDTHS: Final = 1000
KM_IN_A_DEGREE: Final = 111.2
# So much more is cut out than is seen, and with it the line along which it was cut.
BEYOND: Final = 1.06

Point = tuple[float, float]
Line = tuple[Point, ...]


@dataclass(frozen=True)
class Outline:
    """Rings and lines of latitudes and longitudes in degrees, as ``seeds.build_outline`` tells of them."""

    land: tuple[Line, ...]
    neighbours: tuple[Line, ...]
    borders: tuple[Line, ...]
    towns: tuple[tuple[str, float, float], ...]


@dataclass(frozen=True)
class Frame:
    """A piece of the country: ``lat`` and ``lon`` in the middle, and how wide it is.

    The numbers that it makes of a place are units of the picture, from its upper left corner.
    """

    lat: float
    lon: float
    km: float
    width: float
    height: float

    @property
    def units_in_a_km(self) -> float:
        return self.width / self.km

    def at(self, lat: float, lon: float) -> Point:
        # So small a piece is as good as flat.
        east = (lon - self.lon) * cos(radians(self.lat)) * KM_IN_A_DEGREE
        north = (lat - self.lat) * KM_IN_A_DEGREE
        scale = self.units_in_a_km
        return self.width / 2 + east * scale, self.height / 2 - north * scale

    @property
    def sides(self) -> tuple[float, float, float, float]:
        """Return south, west, north and east in degrees, a little beyond what is seen."""
        north = self.height / 2 / self.units_in_a_km / KM_IN_A_DEGREE * BEYOND
        east = self.km / 2 / (cos(radians(self.lat)) * KM_IN_A_DEGREE) * BEYOND
        return self.lat - north, self.lon - east, self.lat + north, self.lon + east


@cache
def outline() -> Outline:
    """Return the outline that comes with the site, read once in each process."""
    content = json.loads(OUTLINE.read_text(encoding="utf-8"))
    return Outline(
        land=tuple(_points(steps) for steps in content["land"]),
        neighbours=tuple(_points(steps) for steps in content["neighbours"]),
        borders=tuple(_points(steps) for steps in content["borders"]),
        towns=tuple((name, lat, lon) for name, lat, lon, _zoom in content["towns"]),
    )


def cut_ring(ring: Line, frame: Frame) -> tuple[Point, ...]:
    """Return the part of a ring within the frame and a little around it; nothing where there is none.

    Where the ring leaves and comes back, what is returned runs outside of the frame, out of sight.
    """
    south, west, north, east = frame.sides
    ring_south, ring_west, ring_north, ring_east = _sides_of(ring)
    if ring_south > north or ring_north < south or ring_west > east or ring_east < west:
        return ()
    # In degrees, so that only what is kept needs to be reckoned into the picture.
    points: Sequence[Point] = ring
    for axis, limit, inward in ((0, south, 1), (0, north, -1), (1, west, 1), (1, east, -1)):
        points = list(_beyond(points, axis, limit, inward))
    return tuple(frame.at(*point) for point in points)


def pieces_of(line: Line, frame: Frame) -> Iterator[tuple[Point, ...]]:
    """Yield the stretches of a line that run within the frame, each with a point on either side."""
    south, west, north, east = frame.sides
    inside = [south <= lat <= north and west <= lon <= east for lat, lon in line]
    is_near = [any(inside[max(place - 1, 0) : place + 2]) for place in range(len(line))]
    for is_in_sight, stretch in groupby(zip(is_near, line, strict=True), key=itemgetter(0)):
        if is_in_sight:
            yield tuple(frame.at(*point) for _is_near, point in stretch)


def _points(steps: Sequence[int]) -> Line:
    lats, lons = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple(
        (lat / THOUSANDTHS, lon / THOUSANDTHS) for lat, lon in zip(lats, lons, strict=True)
    )


@cache
def _sides_of(line: Line) -> tuple[float, float, float, float]:
    lats, lons = [lat for lat, _lon in line], [lon for _lat, lon in line]
    return min(lats), min(lons), max(lats), max(lons)


def _beyond(points: Sequence[Point], axis: int, limit: float, inward: int) -> Iterator[Point]:
    """Yield a ring without what lies outside of one side of a box (Sutherland and Hodgman 1974)."""
    if not points:
        return
    before = points[-1]
    was_in = (before[axis] - limit) * inward >= 0
    for point in points:
        is_in = (point[axis] - limit) * inward >= 0
        if was_in is not is_in:
            yield _crossing(before, point, axis, limit)
        if is_in:
            yield point
        before, was_in = point, is_in


def _crossing(one: Point, other: Point, axis: int, limit: float) -> Point:
    part = (limit - one[axis]) / (other[axis] - one[axis])
    return one[0] + part * (other[0] - one[0]), one[1] + part * (other[1] - one[1])
