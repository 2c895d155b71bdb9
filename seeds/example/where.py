"""Where the made-up offers are: places drawn as people live, and venues scattered around them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from heapq import nsmallest
from itertools import accumulate
from math import cos, radians
from random import Random
from typing import Any

from places.gazetteer import Gazetteer, Place
from seeds.example.draw import Lot, answer, chance
from seeds.example.themes import Family

# With fewer offers than this the small municipalities would take too many of them.
COVERED_FROM = 2_000
KM_PER_DEGREE = 111.2
STREETS = ("Eksempelveien", "Eksempelgata", "Eksempelstien", "Eksempelbakken", "Eksempelplassen")

_PRECISION = Lot[str](("exact", 82), ("postcode", 10), ("municipality", 8))


class Country:
    """Norway as the gazetteer knows it, with what has to be looked up again and again."""

    def __init__(self, places: Gazetteer) -> None:
        self._gazetteer = places
        weighted = places.places_weighted()
        self._places = [place for place, _ in weighted]
        self._sums = list(accumulate(weight for _, weight in weighted))
        self._neighbours: dict[str, tuple[str, ...]] = {}

    def draw_places(self, dice: Random, number: int, local: Sequence[int]) -> list[Place]:
        """Return ``number`` places as people live.

        With 2,000 or more, every municipality is among those at the positions ``local``.
        """
        drawn = dice.choices(self._places, cum_weights=self._sums, k=number)
        if number >= COVERED_FROM:
            self._cover(dice, drawn, local)
        return drawn

    def _cover(self, dice: Random, drawn: list[Place], local: Sequence[int]) -> None:
        """Give each municipality left out the turn of one that has several."""
        turns = Counter(drawn[position].municipality for position in local)
        for town in self._gazetteer.municipalities():
            if turns[town.number]:
                continue
            position = dice.choice(local)
            while turns[drawn[position].municipality] <= 1:
                position = dice.choice(local)
            turns[drawn[position].municipality] -= 1
            turns[town.number] += 1
            drawn[position] = self._towns[town.number]

    @cached_property
    def _towns(self) -> Mapping[str, Place]:
        return {
            place.municipality: place for place in self._places if place.precision == "municipality"
        }

    @cached_property
    def _postcodes(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for code in self._gazetteer.postcodes():
            place = self._gazetteer.postcode(code)
            if place is not None:
                found.setdefault(place.municipality, []).append(code)
        return {number: tuple(codes) for number, codes in found.items()}

    def postcode(self, dice: Random, municipality: str) -> str | None:
        codes = self._postcodes.get(municipality)
        return dice.choice(codes) if codes else None

    def name_of(self, municipality: str) -> str:
        return self._gazetteer.name_of(municipality) or ""

    def neighbours(self, municipality: str, number: int) -> tuple[str, ...]:
        """Return a municipality and its nearest ones, ``number`` in all (at most 4)."""
        if municipality not in self._neighbours:
            town = self._gazetteer.municipality(municipality)
            if town is None:
                return (municipality,)
            shrunk = cos(radians(town.lat))
            near = nsmallest(
                4,
                self._gazetteer.municipalities(),
                key=lambda one: (one.lat - town.lat) ** 2 + ((one.lon - town.lon) * shrunk) ** 2,
            )
            others = [one.number for one in near if one.number != municipality]
            self._neighbours[municipality] = (municipality, *others[:3])
        return self._neighbours[municipality][:number]

    def venue(self, dice: Random, place: Place, family: Family, house: str) -> dict[str, Any]:
        """Return a venue near ``place``, in the form of the offer file. ``house`` is its first name."""
        precision = _PRECISION.draw(dice)
        venue: dict[str, Any] = {
            "name": f"{house} {dice.choice(family.venues)}",
            "municipality": place.municipality,
            "precision": precision,
            "indoor": family.indoor,
            "step_free": answer(dice, 0.4, 0.1),
            "alcohol_served": answer(dice, 0.03, 0.35),
        }
        if precision != "municipality":
            venue["postcode"] = self.postcode(dice, place.municipality)
        if precision == "exact":
            venue["lat"], venue["lon"] = scattered(dice, place)
            if chance(dice, 0.8):
                venue["address"] = f"{dice.choice(STREETS)} {dice.randint(1, 60)}"
        return venue


def scattered(dice: Random, place: Place) -> tuple[float, float]:
    """Return a position in degrees some hundred metres to some kilometres from the place's centre."""
    spread_km = 0.5 + min(2.5, (place.population or 1_000) / 40_000)
    north, east = dice.gauss(0, spread_km), dice.gauss(0, spread_km)
    lat = place.lat + north / KM_PER_DEGREE
    lon = place.lon + east / (KM_PER_DEGREE * cos(radians(place.lat)))
    return round(lat, 5), round(lon, 5)
