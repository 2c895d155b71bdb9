"""A place by a name that leads back to it, so that no other of the same name takes its place."""

from places.gazetteer import Place, gazetteer


def telling_name(place: Place) -> str:
    """Return its name in the gazetteer; where another is meant by that, with the county or municipality.

    Where none of these leads back, it is called by its municipality.
    """
    within = (place.municipality[:2], place.municipality)
    names = (place.name, *(f"{place.name} ({gazetteer().name_of(area)})" for area in within))
    leading = (name for name in names if _municipality_meant(name) == place.municipality)
    return next(leading, gazetteer().name_of(place.municipality) or place.name)


def _municipality_meant(name: str) -> str | None:
    found = gazetteer().find(name)
    return found.municipality if found else None
