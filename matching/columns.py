"""The catalogue as columns: one row for each schedule, and one for an offer that has none.

Rows lie in the order of their place on the map, so that "near" is a handful of slices instead of
a walk through everything.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matching.facts import bit, bits
from matching.grid import Grid

Array = npt.NDArray[np.generic]
Rows = npt.NDArray[np.int32]
Marks = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float32]
Words = npt.NDArray[np.uint64]
Whole = npt.NDArray[np.int32]

NEVER = np.iinfo(np.int32).max  # a day that does not come
NO_LIMIT = 255  # of age
TO_GO_TO = bit("attendance", "in_person") | bit("is", "placed")
COUNTRY = "NO"  # the area that is all of Norway
KINDS = (
    "activity",
    "self_help_group",
    "mentor_scheme",
    "meeting_place",
    "course",
    "follow_up_group",
    "outreach",
    "signpost",
)


@dataclass(frozen=True)
class Columns:
    """Equal-length arrays, one value per row, and the few lists they point into.

    ``offer`` points into ``ids``, which are in alphabetical order; so the offer's number also
    settles ties. ``point`` is the position on a unit sphere, three arrays; what has no position
    lies nowhere (NaN). ``interests`` has as many words of 64 bits as the vocabulary needs.
    ``kind`` points into KINDS. ``only_gambling`` marks what is told to be about gambling and nothing else.
    ``confirmed_on``, ``due_on`` and ``ended_on`` are day numbers (0: never confirmed, NEVER: nobody is
    asked to confirm it, or not ended). Ages are whole years; an untold limit is 0 below and NO_LIMIT
    above. ``cell`` is the cell of the grid, NOWHERE for rows that are not found by going near them.
    """

    ids: Sequence[str]
    interest_ids: Sequence[str]
    effect_ids: Sequence[str]
    languages: Sequence[frozenset[str]]
    municipalities: Sequence[str | None]
    areas: Sequence[tuple[str, ...]]
    organisations: Sequence[str]

    offer: Whole
    position: npt.NDArray[np.int16]
    facts: Words
    kind: npt.NDArray[np.uint8]
    only_gambling: Marks
    organisation: Whole
    interests: tuple[Words, ...]
    effects: npt.NDArray[np.uint16]
    language: npt.NDArray[np.int16]
    municipality: npt.NDArray[np.int16]
    point: tuple[Floats, Floats, Floats]
    cell: Whole
    age_min: npt.NDArray[np.uint8]
    age_max: npt.NDArray[np.uint8]
    typical_min: npt.NDArray[np.uint8]
    typical_max: npt.NDArray[np.uint8]
    confirmed_on: Whole
    due_on: Whole
    ended_on: Whole
    timetable: Whole
    serves: Whole

    def __len__(self) -> int:
        return len(self.offer)

    @cached_property
    def grid(self) -> Grid:
        return Grid(self.cell)

    @cached_property
    def interest_bits(self) -> Mapping[str, int]:
        return {interest: number for number, interest in enumerate(self.interest_ids)}

    @cached_property
    def signposts(self) -> Rows:
        return self._rows_with(bit("is", "signpost"))

    @cached_property
    def from_home(self) -> Rows:
        """Rows that anybody can attend without going anywhere."""
        rows = self._rows_with(bits("attendance", ("online", "hybrid", "phone")))
        barred = np.uint64(bits("is", ("fenced", "signpost")))
        return rows[(self.facts[rows] & barred) == 0]

    @cached_property
    def serving(self) -> Mapping[str, Rows]:
        """By area (municipality, county, country): the rows of offers that serve it, sorted."""
        order = np.argsort(self.serves, kind="stable").astype(np.int32)
        edges = np.searchsorted(self.serves[order], np.arange(len(self.areas) + 1))
        found: dict[str, list[Rows]] = {}
        for code, areas in enumerate(self.areas):
            for area in areas:
                found.setdefault(area, []).append(order[edges[code] : edges[code + 1]])
        return {area: np.sort(np.concatenate(rows)) for area, rows in found.items()}

    @cached_property
    def everywhere(self) -> Rows:
        """Rows that anybody in the country is shown: from home, or because they serve all of it."""
        country = self.serving.get(COUNTRY)
        parts = [self.from_home] if country is None else [self.from_home, country]
        return np.unique(np.concatenate(parts))

    @cached_property
    def everywhere_unplaced(self) -> Rows:
        """Of these, the ones that one need not go to a place for."""
        country = self.serving.get(COUNTRY)
        parts = (
            [self.from_home] if country is None else [self.from_home, self.without_place(country)]
        )
        return np.unique(np.concatenate(parts))

    @cached_property
    def plainly_gone_to(self) -> Marks:
        """By offer: whether one goes there in person, always, to exact places, and it serves no area."""
        mask = np.uint64(TO_GO_TO | bit("is", "exact"))
        serves_none = np.array([not areas for areas in self.areas], dtype=np.bool_)
        plain = ((self.facts & mask) == mask) & serves_none[self.serves]
        found = np.ones(len(self.ids), dtype=np.bool_)
        found[self.offer[~plain]] = False
        return found

    @cached_property
    def fenced_to_go_to(self) -> Rows:
        """Rows at a place that only the areas they serve are shown, so that no grid holds them."""
        mask = np.uint64(bit("is", "placed") | bit("is", "fenced"))
        return np.flatnonzero((self.facts & mask) == mask).astype(np.int32)

    def without_place(self, rows: Rows) -> Rows:
        return rows[(self.facts[rows] & np.uint64(TO_GO_TO)) != TO_GO_TO]

    def served_shares(self, shares: tuple[tuple[str, float], ...]) -> Floats:
        """Return, for each number of ``serves``, the highest share of an area that it names.

        ``shares`` are a person's areas; there are few different ones, so what is found is kept.
        """
        found = self._served.get(shares)
        if found is None:
            of = dict(shares)
            best = [max((of.get(area, 0.0) for area in areas), default=0.0) for areas in self.areas]
            found = self._served[shares] = np.array(best, dtype=np.float32)
        return found

    @cached_property
    def _served(self) -> dict[tuple[tuple[str, float], ...], Floats]:
        return {}

    def _rows_with(self, mask: int) -> Rows:
        return np.flatnonzero(self.facts & np.uint64(mask)).astype(np.int32)

    @cached_property
    def _counties(self) -> npt.NDArray[np.int8]:
        """The county of every row with a place, -1 elsewhere."""
        numbers = [int(number[:2]) if number else -1 for number in self.municipalities]
        found = np.array(numbers, dtype=np.int8)[self.municipality]
        return np.where(self.cell >= 0, found, np.int8(-1))

    def in_county(self, county: str) -> Rows:
        """Return the rows with a place in ``county``, two digits."""
        return np.flatnonzero(self._counties == int(county)).astype(np.int32)

    def masks_of(self, interests: Iterable[str]) -> tuple[int, ...]:
        """Return ``interests`` as bits, one word for each column of interests."""
        masks = [0] * len(self.interests)
        for interest in interests:
            number = self.interest_bits[interest]
            masks[number // 64] |= 1 << (number % 64)
        return tuple(masks)

    @cached_property
    def offer_numbers(self) -> Mapping[str, int]:
        return {offer: number for number, offer in enumerate(self.ids)}

    def rows_of(self, offers: Iterable[str]) -> Rows:
        """Return the rows of the offers with these ids; what is not there has none."""
        numbers = [self.offer_numbers[one] for one in offers if one in self.offer_numbers]
        return np.flatnonzero(np.isin(self.offer, numbers)).astype(np.int32)

    def organisations_of(self, offers: Sequence[str]) -> list[int]:
        """Return the number of each offer's organisation, in any order; nothing for an unknown offer."""
        if not offers:
            return []
        rows = self.rows_of(offers)
        _offers, first = np.unique(self.offer[rows], return_index=True)
        found: list[int] = self.organisation[rows[first]].tolist()
        return found

    @cached_property
    def offers_to_go_to(self) -> int:
        """How many offers there are that are not signposts."""
        going = (self.facts & np.uint64(bit("is", "signpost"))) == 0
        return len(np.unique(self.offer[going]))
