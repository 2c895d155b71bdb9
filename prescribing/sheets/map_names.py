"""Which names stand on a small map, and where: the best known near by, none on top of another."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import hypot
from typing import Final

from places.gazetteer import gazetteer
from prescribing.sheets.outline import Frame, Point, outline

LETTER: Final = 14  # units high, and on paper about seven points
# A letter of an ordinary typeface is on average this part of its height wide, and none is missed.
WIDTH_OF_LETTER: Final = 0.58
MOST_NAMES: Final = 4
# A town within so many units of the place is the one it is in, and needs no dot of its own.
IS_THERE: Final = 17
# Two entries for the same town may lie a little apart.
SAME_TOWN: Final = 24
GAP: Final = 4
DOT: Final = 4
EDGE: Final = 4


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def is_within(self, other: "Box") -> bool:
        return (
            self.left >= other.left
            and self.top >= other.top
            and self.right <= other.right
            and self.bottom <= other.bottom
        )

    def overlaps(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True)
class Name:
    """A name with its dot, None where it needs none. ``x`` is where ``anchor`` says: start, middle, end."""

    words: str
    dot: Point | None
    x: float
    baseline: float
    anchor: str = "start"


@cache
def _towns() -> tuple[tuple[str, float, float], ...]:
    """Return towns with latitude and longitude, the best known first, each once."""
    others = sorted(gazetteer().municipalities(), key=lambda one: -(one.population or 0))
    known = {name: (name, lat, lon) for name, lat, lon in outline().towns}
    for one in others:
        known.setdefault(one.name, (one.name, one.lat, one.lon))
    return tuple(known.values())


def names_on(frame: Frame, radius: float, taken: Sequence[Box]) -> tuple[Name, ...]:
    """Return the names, first that of the town the place is in. ``radius`` is of the place's own sign.

    ``taken`` are parts of the picture where no name may stand.
    """
    middle = (frame.width / 2, frame.height / 2)
    boxes, names, dots = [*taken, _around(middle, radius)], [], [middle]
    for words, point in _in_order(frame, middle):
        is_there = _apart(point, middle) < IS_THERE
        if not is_there and any(_apart(point, other) < SAME_TOWN for other in dots):
            continue
        beside, gap = (middle, radius) if is_there else (point, DOT)
        placed = next(_free(_spots(words, beside, gap), frame, boxes), None)
        if placed is None:
            continue
        names.append(replace(placed[0], dot=None if is_there else point))
        boxes += [placed[1], _around(point, DOT)]
        dots.append(point)
        if len(names) == MOST_NAMES:
            break
    return tuple(names)


def _in_order(frame: Frame, middle: Point) -> Iterator[tuple[str, Point]]:
    """Yield the one town that the place is in, and then the others in sight, the best known first."""
    south, west, north, east = frame.sides
    near = (
        (words, frame.at(lat, lon))
        for words, lat, lon in _towns()
        if south <= lat <= north and west <= lon <= east
    )
    seen = [
        (words, point) for words, point in near if _around(point, DOT).is_within(_inside(frame))
    ]
    yield from [one for one in seen if _apart(one[1], middle) < IS_THERE][:1]
    yield from (one for one in seen if _apart(one[1], middle) >= IS_THERE)


def _spots(words: str, beside: Point, gap: float) -> Iterator[tuple[Name, Box]]:
    """Yield where a name may stand, with the room it takes: right of its dot, left, below, above."""
    (x, y), wide, away = beside, len(words) * LETTER * WIDTH_OF_LETTER, gap + GAP
    for anchor, at, baseline, begins in (
        ("start", x + away, y + LETTER * 0.35, 0.0),
        ("end", x - away, y + LETTER * 0.35, 1.0),
        ("middle", x, y + away + LETTER * 0.8, 0.5),
        ("middle", x, y - away - LETTER * 0.2, 0.5),
    ):
        left = at - wide * begins
        box = Box(left - GAP, baseline - LETTER, left + wide + GAP, baseline + LETTER * 0.3)
        yield Name(words, None, at, baseline, anchor), box


def _free(
    spots: Iterable[tuple[Name, Box]], frame: Frame, boxes: Sequence[Box]
) -> Iterator[tuple[Name, Box]]:
    for name, box in spots:
        if box.is_within(_inside(frame)) and not any(box.overlaps(other) for other in boxes):
            yield name, box


def _inside(frame: Frame) -> Box:
    return Box(EDGE, EDGE, frame.width - EDGE, frame.height - EDGE)


def _around(point: Point, radius: float) -> Box:
    x, y = point
    return Box(x - radius, y - radius, x + radius, y + radius)


def _apart(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])
