"""From an address that somebody typed to points on the map: by the operator's geocoder, else roughly."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final, NamedTuple

from flask import current_app
from geopy.exc import GeopyError
from geopy.geocoders import Nominatim
from geopy.location import Location

from core.errors import DomainError
from core.look_ups import LookUp
from core.outside import SECONDS
from core.settings import Settings
from places.areas import Precision
from places.capitals import without_capitals
from places.gazetteer import gazetteer
from places.kartverket import Connection, Kartverket
from web.languages import gettext as _

MOST: Final = 5
LONGEST_ADDRESS: Final = 200
# Where an offer file lets a place be: Norway with Svalbard and Jan Mayen.
SOUTH, NORTH, WEST, EAST = 57.5, 81.0, -10.0, 34.0
# What OpenStreetMap calls a road or an area, which is not a door.
ROADS: Final = frozenset({"highway", "railway", "waterway"})
AREAS: Final = frozenset({"boundary", "place", "landuse", "natural"})


class GeocoderSilentError(DomainError):
    """The geocoder did not answer, or not as it should."""

    code = "geocoder_silent"
    status = 503


class Position(NamedTuple):
    """A point in degrees that an address may mean; ``precision`` says how well it is known."""

    lat: float
    lon: float
    label: str
    precision: Precision
    municipality: str | None
    postcode: str | None


def positions_of(address: str, postcode: str | None, municipality: str | None) -> list[Position]:
    """Return the points that ``address`` may mean, the likeliest first, five at most.

    Where nobody is asked, or nothing is found, it is the postcode's point or the municipality's.
    Raises GeocoderSilentError, with a sentence that can be shown.
    """
    settings: Settings = current_app.extensions["settings"]
    words = " ".join(address.split())[:LONGEST_ADDRESS]
    known = gazetteer()
    postcode = postcode if postcode and known.postcode(postcode) else None
    municipality = municipality if municipality and known.municipality(municipality) else None
    found: list[Position] = []
    if settings.geocoder is not None and words:
        try:
            found = _asked(settings.geocoder, settings.base_url, words, postcode, municipality)
        # Whatever a service answers, the form has to go on: what it sent is not ours to trust.
        except (GeopyError, ValueError, TypeError, KeyError, AttributeError):
            raise GeocoderSilentError(_("Adressetjenesten svarer ikke nå.")) from None
    return found[:MOST] or _roughly(postcode, municipality)


def _asked(
    service: LookUp, site: str, words: str, postcode: str | None, municipality: str | None
) -> list[Position]:
    settings = {"timeout": SECONDS, "user_agent": site, "adapter_factory": Connection}
    if service.service == "kartverket":
        register = Kartverket(service.address, **settings)
        ask = partial(register.geocode, words, postcode=postcode, municipality=municipality)
        return list(_from_register(ask() or ask(is_exact=False)))
    scheme, _colon, domain = service.address.partition("://")
    nominatim = Nominatim(scheme=scheme, domain=domain, **settings)
    places = (postcode, gazetteer().name_of(municipality or ""))
    query = ", ".join([words, *(place for place in places if place)])
    answers = nominatim.geocode(
        query, exactly_one=False, limit=MOST, addressdetails=True, country_codes="no"
    )
    return list(_from_map(answers or [], municipality))


def _from_register(found: list[Location]) -> Iterator[Position]:
    for one in found:
        postcode, municipality = one.raw.get("postnummer"), one.raw.get("kommunenummer")
        town = without_capitals(one.raw.get("poststed") or "")
        label = f"{one.address}, {postcode or ''} {town}".rstrip(", ")
        yield from _in_norway(one, label, "exact", municipality, postcode)


def _from_map(found: list[Location], told: str | None) -> Iterator[Position]:
    """Take the municipality from the postcode, else as somebody ``told`` it: the map has no numbers."""
    for one in found:
        postcode = (one.raw.get("address") or {}).get("postcode")
        town = gazetteer().postcode(postcode or "")
        municipality = town.municipality if town else told
        yield from _in_norway(one, one.address, _precision(one.raw), municipality, postcode)


def _precision(record: dict[str, Any]) -> Precision:
    if (record.get("address") or {}).get("house_number"):
        return "exact"
    if record.get("class") in ROADS:
        return "postcode"
    return "municipality" if record.get("class") in AREAS else "exact"


def _in_norway(
    one: Location, label: str, precision: Precision, municipality: str | None, postcode: str | None
) -> Iterator[Position]:
    lat, lon = float(one.latitude), float(one.longitude)
    if not (SOUTH <= lat <= NORTH and WEST <= lon <= EAST):
        return
    if municipality is None or gazetteer().municipality(municipality) is None:
        municipality = gazetteer().nearest_municipality(lat, lon).number
    yield Position(lat, lon, label, precision, municipality, postcode)


def _roughly(postcode: str | None, municipality: str | None) -> list[Position]:
    known = gazetteer()
    place = known.postcode(postcode) if postcode else None
    if place is None and municipality:
        place = known.municipality_place(municipality)
    if place is None:
        return []
    return [
        Position(place.lat, place.lon, place.name, place.precision, place.municipality, postcode)
    ]
