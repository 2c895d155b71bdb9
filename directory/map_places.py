"""Where on the map something stands, and whether that is the very spot."""

from dataclasses import dataclass
from typing import Final

from directory.choices import Attendance, Precision
from directory.models import Schedule
from directory.place_words import place_in_short
from directory.venue_positions import position_of
from places.gazetteer import gazetteer

TO_GO_TO: Final = (Attendance.IN_PERSON, Attendance.HYBRID)


@dataclass(frozen=True)
class MapPlace:
    """A place on the map. Where it is not exact it is that of a postcode or municipality."""

    lat: float
    lon: float
    is_exact: bool
    words: str


def map_place_of(schedule: Schedule | None) -> MapPlace | None:
    """Return where the map shows a schedule; None where there is nowhere to go, or nobody told where."""
    if schedule is None or schedule.venue is None or schedule.attendance not in TO_GO_TO:
        return None
    position = position_of(schedule.venue, gazetteer())
    if position is None:
        return None
    is_exact = schedule.venue.precision is Precision.EXACT and schedule.venue.lat is not None
    return MapPlace(*position, is_exact, place_in_short(schedule))
