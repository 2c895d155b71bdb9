"""The gazetteer: from a name or postcode to a place in Norway, and from a number to a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, isfinite, radians
from pathlib import Path

from places.areas import Area, Credit, Municipality, Place, Precision
from places.everyday_words import may_be_a_place
from places.folding import fold
from places.gazetteer_file import Content, place_of, read_content
from places.names import without_leading, without_trailing

__all__ = [
    "Area",
    "Credit",
    "Gazetteer",
    "Municipality",
    "Place",
    "Precision",
    "gazetteer",
    "read_gazetteer",
]

DEFAULT_PATH = Path(__file__).parent.parent / "seeds" / "gazetteer.json"
_POSTCODE = re.compile(r"[0-9]{4}")
_BEFORE_A_POSTCODE = frozenset({"postnummer", "postnr", "postkode", "postcode"})
# In running text these may belong to the next words: "Molde by night", "Oslo Norge rundt".
_LEFT_FOR_THE_NEXT = frozenset({"by", "city", "bydel", "norge", "noreg", "norway"})
_LONGEST_RUN = 6
_SHORT = 7  # letters: one mistake at most
_MOST_WORDS = 12
# GeoNames lists places from 500 people; a municipality without a figure weighs as little as that.
_LEAST_WEIGHT = 500


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Norway's counties, municipalities, places and postcodes. Nothing in it changes."""

    _content: Content

    @property
    def credits(self) -> tuple[Credit, ...]:
        """Whom the data comes from; to be shown where it is used."""
        return self._content.credits

    def find(self, text: str) -> Place | None:
        """Return the place a person means by ``text``, None if no such place is known.

        ``text`` is a place or municipality name, with or without its county or municipality
        ("Herøy, Nordland"), or a postcode of four digits, with or without its town. A name borne
        by several places gives the most populous; where a municipality bears it, the municipality
        at its town.
        """
        meant = self._meant_by(text)
        return meant[0] if meant else None

    def others(self, text: str) -> tuple[Place, ...]:
        """Return the other bearers of the name in ``text``, most populous first.

        Each has a name that tells it apart, such as "Herøy (Nordland)", which `find` understands.
        """
        meant = self._meant_by(text)
        return tuple(replace(place, name=self._telling_name(place, meant)) for place in meant[1:])

    def near_names(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """Return known names a misspelt one may stand for, nearest and most populous first.

        One mistake is allowed from 4 letters and two from 8; a name that is known has none. Nor has
        one that begins with another letter, as quarters of towns do that nobody has told us of.
        """
        words = without_trailing(without_leading(fold(text).split()))
        if len(words) > _MOST_WORDS or self._meant_by(text):
            return ()
        bearers = self._content.names.bearers
        found = sorted(
            (mistakes, -(bearers[name][0].population or 0), bearers[name][0].name)
            for name, mistakes in self._content.names.near.near(" ".join(words))
            if _begins_alike(" ".join(words), name, fold(bearers[name][0].name))
        )
        return tuple(dict.fromkeys(name for _, _, name in found))[:limit]

    def near_name(self, word: str, least_people: int) -> tuple[str, int] | None:
        """Return the folded name that a misspelt ``word`` may stand for, and how many its mistakes are.

        Only names of at least ``least_people`` people count. Of equally near ones the most
        populous is taken. A short word begins as they do: what it names otherwise is a quarter that
        nobody has told us of.
        """
        names, word = self._content.names, fold(word)
        near = (
            (name, mistakes, names.bearers[name][0]) for name, mistakes in names.near.near(word)
        )
        found = [
            (mistakes, -(place.population or 0), name)
            for name, mistakes, place in near
            if (place.population or 0) >= least_people
            and (len(word) > _SHORT or _begins_alike(word, name, fold(place.name)))
        ]
        if not found:
            return None
        mistakes, _, name = min(found)
        return name, mistakes

    def longest_match(
        self, words: Sequence[str], start: int, *, stands_as_name: bool = False
    ) -> tuple[Place, int] | None:
        """Return the place named by the longest run of ``words`` from ``start``, and its length.

        For reading free text: a word that is also an everyday one ("ski", "time") is taken for a
        place only where the word before leads to one, or where it ``stands_as_name``: with a
        capital that was meant, or set apart by commas. Four digits are one only beside their town or
        after "postnummer". None if no place is named there.
        """
        # Nearly no word begins a name, so the others are folded only where this one does.
        if start >= len(words) or not self._may_begin(fold(words[start]).split(" ", 1)[0]):
            return None
        folded = [fold(word) for word in words[start : start + _LONGEST_RUN]]
        if "" in folded:
            folded = folded[: folded.index("")]
        before = fold(words[start - 1]) if start > 0 else ""
        for length in range(len(folded), 0, -1):
            place = self._named_by_run(
                folded[:length], words[start], before, stands_as_name=stands_as_name
            )
            if place is not None:
                return place, length
        return None

    def municipality(self, number: str) -> Municipality | None:
        """Return the municipality with this number of four digits, None if there is none."""
        return self._content.municipalities.get(number)

    def municipality_place(self, number: str) -> Place | None:
        """Return the municipality with this number as a place, at its town; None if there is none."""
        found = self.municipality(number)
        return place_of(found) if found else None

    def municipalities(self) -> tuple[Municipality, ...]:
        """Return all municipalities of 2024, by number."""
        return tuple(self._content.municipalities.values())

    def county(self, number: str) -> Area | None:
        """Return the county with this number of two digits, None if there is none."""
        return self._content.counties.get(number)

    def counties(self) -> tuple[Area, ...]:
        """Return all counties, by number."""
        return tuple(self._content.counties.values())

    def name_of(self, area_code: str) -> str | None:
        """Return the name of a municipality, a county or ``NO``; None for any other code."""
        if area_code == "NO":
            return "Norge"
        area = self.municipality(area_code) or self.county(area_code)
        return area.name if area else None

    def nearest_municipality(self, lat: float, lon: float) -> Municipality:
        """Return the municipality of the known place nearest to a point in degrees.

        Borders are not known here, so near one it may be the neighbour's. ValueError for numbers
        that are not finite.
        """
        if not (isfinite(lat) and isfinite(lon)):
            raise ValueError("a position needs two finite numbers")
        # Within Norway a degree of longitude shrinks so evenly that the flat distance orders right.
        shrunk = cos(radians(lat))

        def squared(place: Place | Municipality) -> float:
            return (place.lat - lat) ** 2 + ((place.lon - lon) * shrunk) ** 2

        place = min(self._content.settlements, key=squared)
        town = min(self._content.municipalities.values(), key=squared)
        if squared(town) <= squared(place):
            return town
        return self._content.municipalities[place.municipality]

    def postcode(self, code: str) -> Place | None:
        """Return the place of a postcode, named "7041 Trondheim"; None if it is unknown."""
        town = self._content.post_towns.get(code)
        return replace(town, name=f"{code} {town.name}") if town else None

    def postcodes(self) -> tuple[str, ...]:
        """Return every known postcode, in order."""
        return tuple(sorted(self._content.post_towns))

    def all_names(self) -> tuple[str, ...]:
        """Return each name once that `find` understands, most populous first, as it is written.

        Last and in order of letters stand other names, and places whose figure is not known.
        """
        towns = self.municipalities()
        people = {place.name: 0 for place in self._content.post_towns.values()}
        people |= {name: 0 for town in towns for name in town.also_called}
        for place in (*self._content.settlements, *map(place_of, towns)):
            people[place.name] = max(people.get(place.name, 0), place.population or 0)
        return tuple(sorted(people, key=lambda name: (-people[name], name)))

    def places_weighted(self) -> tuple[tuple[Place, int], ...]:
        """Return places with weights, for drawing made-up people as they live in Norway.

        Settlements weigh their people; a municipality's town weighs what its settlements leave,
        or 500 where no figure is known, so that every municipality can be drawn.
        """
        weighted: list[tuple[Place, int]] = []
        left = {each.number: each.population or _LEAST_WEIGHT for each in self.municipalities()}
        for place in self._content.settlements:
            number = place.municipality
            if place.population and place.population < left[number] and not self._is_own(place):
                weighted.append((place, place.population))
                left[number] -= place.population
        weighted += [(place_of(each), left[each.number]) for each in self.municipalities()]
        return tuple(weighted)

    def _meant_by(self, text: str) -> tuple[Place, ...]:
        words = fold(text).split()
        if not words or len(words) > _MOST_WORDS:
            return ()
        if _POSTCODE.fullmatch(words[0]):
            place = self.postcode(words[0])
            return (place,) if place else ()
        names = self._content.names
        return names.meant_by(words) or names.meant_by(without_leading(words))

    def _named_by_run(
        self, folded: list[str], first: str, before: str, *, stands_as_name: bool
    ) -> Place | None:
        words = " ".join(folded).split()
        if _POSTCODE.fullmatch(words[0]):
            return self._postcode_in_text(words, before)
        if len(folded) == 1 and not may_be_a_place(
            first, folded[0], before, stands_as_name=stands_as_name
        ):
            return None
        if len(words) > 1 and words[-1] in _LEFT_FOR_THE_NEXT:
            return None
        meant = self._content.names.meant_by(words)
        return meant[0] if meant else None

    def _postcode_in_text(self, words: list[str], before: str) -> Place | None:
        place = self.postcode(words[0])
        if place is None:
            return None
        if len(words) == 1:
            return place if before in _BEFORE_A_POSTCODE else None
        named = self._content.names.meant_by(words[1:])
        return place if any(each.municipality == place.municipality for each in named) else None

    def _may_begin(self, word: str) -> bool:
        return word in self._content.names.first_words or word in self._content.post_towns

    def _telling_name(self, place: Place, namesakes: tuple[Place, ...]) -> str:
        if "(" in place.name or len(self._content.names.bearers[fold(place.name)]) == 1:
            return place.name
        county = place.municipality[:2]
        alone = sum(each.municipality[:2] == county for each in namesakes) == 1
        return f"{place.name} ({self.name_of(county if alone else place.municipality)})"

    def _is_own(self, place: Place) -> bool:
        """Tell whether a settlement bears its municipality's name and so its whole figure."""
        return place.name == self._content.municipalities[place.municipality].name


def read_gazetteer(path: Path = DEFAULT_PATH) -> Gazetteer:
    """Read a gazetteer; OSError if the file is not there, ValueError if it is of another format."""
    return Gazetteer(read_content(path))


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the gazetteer that comes with the site, read once in each process."""
    return read_gazetteer()


def _begins_alike(word: str, *names: str) -> bool:
    """Tell whether all ``names`` have the first letter of ``word``, or the first two swapped."""
    return all(word[:1] == name[:1] or word[:2] == name[1::-1] for name in names)
