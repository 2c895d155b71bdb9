"""Where a venue stands: as told, or else where its postcode or municipality is."""

from directory.models import Venue
from places.gazetteer import Gazetteer


def position_of(venue: Venue, gazetteer: Gazetteer) -> tuple[float, float] | None:
    """Return latitude and longitude; None where nobody has told anything that leads to one.

    Distances are reckoned from here, and the map shows it here.
    """
    if venue.lat is not None and venue.lon is not None:
        return venue.lat, venue.lon
    place = gazetteer.postcode(venue.postcode) if venue.postcode else None
    if place is None and venue.municipality:
        place = gazetteer.municipality_place(venue.municipality)
    return (place.lat, place.lon) if place else None
