"""The values the gazetteer answers with: counties, municipalities, places and credits."""

from dataclasses import dataclass
from typing import Literal

Precision = Literal["exact", "postcode", "municipality"]


@dataclass(frozen=True, slots=True)
class Area:
    """A county, or the whole country under the number ``NO``."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality of 2024 with the position of its town, in degrees.

    ``also_called`` holds Sámi, Kven and older names. ``population`` is an approximate number
    of people, None where no figure is known.
    """

    number: str
    name: str
    county: Area
    also_called: tuple[str, ...]
    lat: float
    lon: float
    population: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere people name, with its position in degrees.

    ``municipality`` is a municipality number. ``precision`` says how well the position is
    known: ``municipality`` where it is that of the municipality's town, ``postcode`` where it
    is that of the named settlement or postcode, ``exact`` only for what somebody has measured.
    ``population`` is approximate, None where no figure is known.
    """

    name: str
    municipality: str
    lat: float
    lon: float
    precision: Precision
    population: int | None


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom the data comes from. ``licence`` is None where its terms are not known."""

    source: str
    url: str
    licence: str | None
    used_for: str
