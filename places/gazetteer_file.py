"""Reads the gazetteer's file, seeds/gazetteer.json, into values and indexes.

How the file is built, and its form, is told in seeds/build_gazetteer.py.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from places.areas import Area, Credit, Municipality, Place
from places.folding import spellings
from places.misspelling import NearWords
from places.names import NameIndex, first_words_of

FORMAT = "gazetteer/1"
_WHERE = re.compile(r" (?:i|på) ")


@dataclass(frozen=True, slots=True)
class Content:
    """Everything the file holds, ready to be asked."""

    credits: tuple[Credit, ...]
    counties: Mapping[str, Area]
    municipalities: Mapping[str, Municipality]
    settlements: tuple[Place, ...]
    post_towns: Mapping[str, Place]  # by postcode
    names: NameIndex


def read_content(path: Path) -> Content:
    """Read the file at ``path``; OSError if it is not there, ValueError if it is of another format."""
    data = json.loads(path.read_text(encoding="utf-8"))
    if data.get("format") != FORMAT:
        raise ValueError(f"{path.name} is not of the format {FORMAT}")
    counties = {number: Area(number, name) for number, name, _ in data["counties"]}
    municipalities = {
        number: Municipality(number, name, counties[number[:2]], tuple(also), lat, lon, people)
        for number, name, also, lat, lon, people in data["municipalities"]
    }
    towns = [(_town(row, municipalities), row[4].split()) for row in data["post_towns"]]
    return Content(
        credits=tuple(Credit(**credit) for credit in data["credits"]),
        counties=counties,
        municipalities=municipalities,
        settlements=tuple(_settlement(row) for row in data["settlements"]),
        post_towns={code: town for town, codes in towns for code in codes},
        names=_names(data, municipalities, towns),
    )


def place_of(municipality: Municipality, name: str | None = None) -> Place:
    """Return the municipality as a place, or something known only to lie in it, called ``name``."""
    return Place(
        name=name or municipality.name,
        municipality=municipality.number,
        lat=municipality.lat,
        lon=municipality.lon,
        precision="municipality",
        population=None if name else municipality.population,
    )


def _town(row: list[Any], municipalities: dict[str, Municipality]) -> Place:
    name, number, lat, lon, _ = row
    if lat is None:
        return place_of(municipalities[number], name)
    return Place(name, number, lat, lon, "postcode", None)


def _settlement(row: list[Any]) -> Place:
    name, number, lat, lon, people, _ = row
    return Place(name, number, lat, lon, "postcode", people)


def _names(
    data: dict[str, Any],
    municipalities: dict[str, Municipality],
    towns: list[tuple[Place, list[str]]],
) -> NameIndex:
    bearers: dict[str, dict[str, Place]] = {}
    for name, place in _named_places(data, municipalities, towns):
        for folded in _ways_to_write(name):
            # The first to claim a name in a municipality keeps it: see _named_places.
            bearers.setdefault(folded, {}).setdefault(place.municipality, place)

    def importance(place: Place) -> tuple[int, bool, int, str]:
        municipality = municipalities[place.municipality]
        lesser = place.name != municipality.name
        return (
            -(place.population or 0),
            lesser,
            -(municipality.population or 0),
            municipality.number,
        )

    index = {
        name: tuple(sorted(places.values(), key=importance)) for name, places in bearers.items()
    }
    return NameIndex(index, _regions(data), first_words_of(index), NearWords(index))


def _named_places(
    data: dict[str, Any],
    municipalities: dict[str, Municipality],
    towns: list[tuple[Place, list[str]]],
) -> Iterator[tuple[str, Place]]:
    """Return every name with its place, the best known first where a municipality has it twice."""
    for municipality in municipalities.values():
        place = place_of(municipality)
        for name in (municipality.name.split(" (")[0], *municipality.also_called):
            yield name, place
    settlements = [(_settlement(row), row[5]) for row in data["settlements"]]
    yield from ((place.name, place) for place, _ in settlements)
    yield from ((name, place) for place, also in settlements for name in also)
    # A post town that reaches into a neighbour is looked for where most of its postcodes are.
    claimed: set[str] = set()
    for place, _ in sorted(towns, key=lambda town: -len(town[1])):
        if place.name not in claimed:
            claimed.add(place.name)
            yield place.name, place
    for name, number in data["former_municipalities"]:
        yield name, place_of(municipalities[number], name)


def _ways_to_write(name: str) -> Iterable[str]:
    """Return the folded forms of a name, with and without what tells where (Mo i Rana)."""
    short = _WHERE.split(name)[0]
    return spellings(name) if short == name else spellings(name) | spellings(short)


def _regions(data: dict[str, Any]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}

    def add(name: str, *numbers: str) -> None:
        for folded in spellings(name):
            found.setdefault(folded, set()).update(numbers)

    for number, name, also in data["counties"]:
        for each in (name, *also):
            add(each, number)
    for name, numbers in data["former_counties"]:
        add(name, *numbers)
    for number, name, also, *_ in data["municipalities"]:
        for each in (name.split(" (")[0], *also):
            add(each, number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
