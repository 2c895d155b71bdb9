"""Kartverket's address register as a geocoder of geopy, and the connection that all geocoders use."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import GeocoderParseError, GeocoderUnavailable
from geopy.geocoders.base import Geocoder
from geopy.location import Location

from core.outside import OK, OutsideError, fetch_json


class Connection(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
    """How geopy reaches a service: within our limits, and without a word in the log."""

    def __init__(self, *, proxies: object, ssl_context: object) -> None:
        """Take what geopy hands over; our own connections need neither."""

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:
        try:
            return fetch_json(url, seconds=timeout, headers=headers)
        except OutsideError as error:
            raise _in_words_of_geopy(error) from None

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        raise NotImplementedError("these services answer in JSON")


def _in_words_of_geopy(error: OutsideError) -> Exception:
    if error.status is None:
        return GeocoderUnavailable()
    if error.status == OK:
        return GeocoderParseError()
    return AdapterHTTPError("", status_code=error.status, headers={}, text="")


class Kartverket(Geocoder):  # type: ignore[misc]  # geopy has no types
    """Version 1 of the address register. It knows every road address in Norway, and needs no key."""

    path: Final = "/sok"

    def __init__(self, address: str, **settings: Any) -> None:
        super().__init__(**settings)
        self.address = address

    def geocode(
        self,
        query: str,
        *,
        limit: int = 5,
        postcode: str | None = None,
        municipality: str | None = None,
        is_exact: bool = True,
    ) -> list[Location]:
        """Return what is known under ``query``, and where not ``is_exact`` what is nearly so called."""
        asked = {
            "sok": query,
            "postnummer": postcode,
            "kommunenummer": municipality,
            "fuzzy": None if is_exact else "true",
            "treffPerSide": limit,
            "side": 0,
            "utkoordsys": 4258,
        }
        told = {key: value for key, value in asked.items() if value is not None}
        return self._call_geocoder(f"{self.address}{self.path}?{urlencode(told)}", _locations)


def _locations(answer: Any) -> list[Location]:
    found = []
    for record in answer["adresser"]:
        point = record.get("representasjonspunkt")
        if point is not None:
            found.append(
                Location(record["adressetekst"], (point["lat"], point["lon"], 0.0), record)
            )
    return found
