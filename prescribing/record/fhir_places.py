"""Where and by whom: Location and Organization of FHIR."""

from directory.choices import Attendance, Precision
from directory.models import Offer, Organisation, Venue
from directory.place_words import area_of
from places.gazetteer import gazetteer
from prescribing.record.fhir_parts import (
    ORGANISATION_NUMBERS,
    Resource,
    concept,
    our_system,
    resource,
    told,
    urn_of,
)

COUNTRY = "NO"


def locations_of(offer: Offer, base_url: str) -> dict[str, Resource]:
    """Return the places of an offer by their names in the bundle, those of which something is told."""
    found: dict[str, Resource] = {}
    for schedule in offer.schedules:
        is_gone_to = schedule.attendance in {Attendance.IN_PERSON, Attendance.HYBRID}
        if schedule.venue is None or not is_gone_to:
            continue
        place = _location(schedule.venue)
        if len(place) > len(_location(Venue())) and place not in found.values():
            found[urn_of(f"{base_url}/tilbud/{offer.id}#place-{schedule.position}")] = place
    return found


def organisation_of(organisation: Organisation, base_url: str) -> tuple[str, Resource]:
    """Return its name in the bundle, and an organisation without anybody who works there."""
    number, kind = organisation.orgnr, organisation.kind
    return urn_of(f"{base_url}/organisation/{organisation.id}"), resource(
        "Organization",
        identifier=[{"system": ORGANISATION_NUMBERS, "value": number}] if number else None,
        type=[concept(our_system(base_url, "organisation-kind"), kind)] if kind else None,
        name=organisation.name,
        alias=organisation.aliases,
        telecom=[{"system": "url", "value": organisation.url}] if organisation.url else None,
    )


def the_site(base_url: str, site_name: str) -> tuple[str, Resource]:
    """Return the site itself, which stands as the one who asks.

    Not the practice: whoever has the code could then see which practice gave it.
    """
    return urn_of(base_url), resource(
        "Organization", name=site_name, telecom=[{"system": "url", "value": base_url}]
    )


def _location(venue: Venue) -> Resource:
    town = gazetteer().postcode(venue.postcode) if venue.postcode else None
    address = told(
        line=[venue.address] if venue.address else None,
        city=town.name if town else None,
        district=area_of(venue),
        postalCode=venue.postcode,
    )
    return resource(
        "Location",
        mode="instance",
        name=venue.name,
        address=address | {"country": COUNTRY} if address else None,
        position=_position(venue),
    )


def _position(venue: Venue) -> Resource | None:
    """Return the very spot. The middle of a municipality would be taken for one, and is left out."""
    if venue.precision is not Precision.EXACT or venue.lat is None or venue.lon is None:
        return None
    return {"longitude": venue.lon, "latitude": venue.lat}
