"""A small map of where a place is, as a picture (SVG) for the print page and the PDF.

It is made of plain shapes in a few tones, so that it can be read in black and white too. It holds
no address of anything else, and no words of ours: names are what places are called in every language.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final
from xml.sax.saxutils import escape

from directory.map_places import MapPlace
from prescribing.sheets.map_names import LETTER, Box, Name, names_on
from prescribing.sheets.outline import Frame, Line, Point, cut_ring, outline, pieces_of

WIDTH: Final = 300
HEIGHT: Final = 200
# In kilometres from side to side: as near as a few known names allow.
WIDTHS_KM: Final = (60, 80, 110, 160)
FEWEST_NAMES: Final = 3
# Two points nearer to each other than this are one to the eye.
SMALLEST_STEP: Final = 0.5
FONT: Final = "Noto Sans, Liberation Sans, DejaVu Sans, Arial, sans-serif"

SEA: Final = "#d3dee3"
LAND: Final = "#fffdf9"
ABROAD: Final = "#efece6"
COAST: Final = "#5f7278"
BORDER: Final = "#a79c8d"
BOLD: Final = ' font-weight="bold"'
INK: Final = "#2b2521"
SIGN: Final = "#1f4a3f"
DOT_RADIUS: Final = 7.5
RING_RADIUS: Final = 17
SCALE_BAR: Final = {60: 10, 80: 20, 110: 20, 160: 50}
# The corner in which it stands how long some kilometres are.
CORNER: Final = Box(0, HEIGHT - 26, 112, HEIGHT)


def small_map(place: MapPlace) -> str:
    """Return an SVG document of 300 by 200: a dot at the place, a dashed ring if it is only about there."""
    return _drawn(place.lat, place.lon, place.is_exact)


@lru_cache(maxsize=512)
def _drawn(lat: float, lon: float, is_exact: bool) -> str:
    radius = DOT_RADIUS if is_exact else RING_RADIUS
    frame, names = _as_near_as_may_be(lat, lon, radius)
    land = tuple(
        _rings(outline().land, frame, f'fill="{LAND}" stroke="{COAST}" stroke-width="0.9"')
    )
    parts = (
        # Where the outline has no land, such as on Svalbard, nobody is said to be at sea.
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{SEA if land else LAND}"/>',
        *_rings(outline().neighbours, frame, f'fill="{ABROAD}"'),
        *land,
        *_borders(frame),
        *_names(names),
        *_sign(is_exact=is_exact),
        *_scale_bar(frame),
        f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{HEIGHT - 1}" fill="none"'
        f' stroke="{COAST}" stroke-width="1"/>',
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        f' width="{WIDTH}" height="{HEIGHT}">{"".join(parts)}</svg>'
    )


def _as_near_as_may_be(lat: float, lon: float, radius: float) -> tuple[Frame, tuple[Name, ...]]:
    for km in WIDTHS_KM:
        frame = Frame(lat, lon, km, WIDTH, HEIGHT)
        names = names_on(frame, radius, (CORNER,))
        if len(names) >= FEWEST_NAMES:
            break
    return frame, names


def _rings(rings: Iterable[Line], frame: Frame, look: str) -> Iterator[str]:
    cut = (cut_ring(ring, frame) for ring in rings)
    path = "".join(f"{_path(points)}Z" for points in cut if points)
    if path:
        yield f'<path d="{path}" {look} stroke-linejoin="round"/>'


def _borders(frame: Frame) -> Iterator[str]:
    pieces = (piece for line in outline().borders for piece in pieces_of(line, frame))
    path = "".join(_path(piece) for piece in pieces)
    if path:
        yield (
            f'<path d="{path}" fill="none" stroke="{BORDER}" stroke-width="0.8"'
            ' stroke-dasharray="5 3"/>'
        )


def _path(points: Iterable[Point]) -> str:
    kept: list[Point] = []
    for point in points:
        if (
            not kept
            or max(abs(a - b) for a, b in zip(point, kept[-1], strict=True)) >= SMALLEST_STEP
        ):
            kept.append(point)
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in kept)


def _names(names: Iterable[Name]) -> Iterator[str]:
    for name in names:
        if name.dot is None:
            yield from _text(name, is_bold=True)
        else:
            x, y = name.dot
            yield (
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.8" fill="{LAND}"'
                f' stroke="{INK}" stroke-width="1.2"/>'
            )
            yield from _text(name)


def _text(name: Name, *, is_bold: bool = False) -> Iterator[str]:
    """Yield the words twice: light and broad beneath, so that no coast runs through the letters."""
    told = (
        f'x="{name.x:.1f}" y="{name.baseline:.1f}" text-anchor="{name.anchor}"'
        f' font-family="{FONT}" font-size="{LETTER}"{BOLD if is_bold else ""}'
    )
    halo = f'fill="{LAND}" stroke="{LAND}" stroke-width="3.5" stroke-linejoin="round"'
    yield f"<text {told} {halo}>{escape(name.words)}</text>"
    yield f'<text {told} fill="{INK}">{escape(name.words)}</text>'


def _sign(*, is_exact: bool) -> Iterator[str]:
    middle = f'cx="{WIDTH / 2:g}" cy="{HEIGHT / 2:g}"'
    if is_exact:
        yield f'<circle {middle} r="{DOT_RADIUS + 2}" fill="{LAND}"/>'
        yield f'<circle {middle} r="{DOT_RADIUS}" fill="{SIGN}"/>'
        return
    yield (
        f'<circle {middle} r="{RING_RADIUS}" fill="{SIGN}" fill-opacity="0.12" stroke="{LAND}"'
        ' stroke-width="5"/>'
    )
    yield (
        f'<circle {middle} r="{RING_RADIUS}" fill="none" stroke="{SIGN}" stroke-width="2.6"'
        ' stroke-dasharray="6 4"/>'
    )


def _scale_bar(frame: Frame) -> Iterator[str]:
    km = SCALE_BAR[round(frame.km)]
    left, low, length = 10, HEIGHT - 10, km * frame.units_in_a_km
    bar = f"M{left} {low - 4}V{low}H{left + length:.1f}V{low - 4}"
    yield f'<path d="{bar}" fill="none" stroke="{LAND}" stroke-width="4"/>'
    yield f'<path d="{bar}" fill="none" stroke="{INK}" stroke-width="1.3"/>'
    yield from _text(Name(f"{km} km", None, left + length + 5, low))
