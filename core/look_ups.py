"""Other services that the operator may let the site ask: an address register, an organisation register."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

GEOCODERS: Final = {"kartverket": "https://ws.geonorge.no/adresser/v1", "nominatim": ""}
REGISTERS: Final = {"brreg": "https://data.brreg.no/enhetsregisteret/api"}
NONE: Final = "none"
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'?#@]+")


@dataclass(frozen=True)
class LookUp:
    """A service by its name, and where it is. The address may hold a key."""

    service: str
    address: str = field(repr=False)


def read_look_up(key: str, value: str, services: Mapping[str, str]) -> LookUp | None:
    """Return the service that ``value`` names, at its usual address or the one after a colon.

    ``services`` has the usual address of each, empty where it has to be given. Raises ValueError
    with a sentence, which does not repeat the address.
    """
    service, _, address = value.partition(":")
    if service == NONE and not address:
        return None
    if service not in services:
        raise ValueError(f"{key} is {service!r}; it must be {_choices(services)}.")
    address = address or services[service]
    if not _ADDRESS.fullmatch(address):
        raise ValueError(f"{key}: {service} must be followed by :https://… or :http://….")
    return LookUp(service, address.rstrip("/"))


def _choices(services: Mapping[str, str]) -> str:
    named = [name if usual else f"{name}:URL" for name, usual in services.items()]
    return " or ".join([NONE, *named])
