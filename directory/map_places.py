"""Where on the map something stands, and whether that is the very spot."""

from dataclasses import dataclass
from typing import Final

from directory.choices import Attendance, Precision
from directory.models import Schedule, Venue
from directory.place_words import place_in_short
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
    """Return where the map shows a schedule; None where there is nowhere to go, or nobody told where.

    Without a position of its own a venue stands where its distances are reckoned from.
    """
    if schedule is None or schedule.venue is None or schedule.attendance not in TO_GO_TO:
        return None
    position = _position(schedule.venue)
    if position is None:
        return None
    is_exact = schedule.venue.precision is Precision.EXACT and schedule.venue.lat is not None
    return MapPlace(*position, is_exact, place_in_short(schedule))


def _position(venue: Venue) -> tuple[float, float] | None:
    if venue.lat is not None and venue.lon is not None:
        return venue.lat, venue.lon
    place = gazetteer().postcode(venue.postcode) if venue.postcode else None
    if place is None and venue.municipality:
        place = gazetteer().municipality_place(venue.municipality)
    return (place.lat, place.lon) if place else None
