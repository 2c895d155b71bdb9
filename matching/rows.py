"""Some rows of the columns, looked at for one person; each column is fetched at most once."""

from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from matching.columns import COUNTRY, Columns, Floats, Marks, Whole, Words
from matching.facts import bit, bits
from matching.grid import EARTH_RADIUS_KM, unit_vector
from matching.person import Person
from matching.wishes import Masks, Wishes

Index = npt.NDArray[np.int32]
# How near an area that an offer serves makes it: the municipality, its county, the whole country.
SERVED_SHARE: Final = (1.0, 0.8, 0.4)
KEPT_WHEN_PICKED: Final = frozenset(
    {
        "facts",
        "offer",
        "organisation",
        "timetable",
        "is_silent",
        "km",
        "served",
        "meets_interests",
        "meets_used_to_like",
    }
)


class Rows:
    """Rows at ``index``, in that order, for the person of ``wishes``."""

    def __init__(self, wishes: Wishes, index: Index) -> None:
        self.wishes, self.index = wishes, index
        self.day, self.person = wishes.day, wishes.person

    def __len__(self) -> int:
        return len(self.index)

    @property
    def columns(self) -> Columns:
        return self.day.columns

    def pick(self, chosen: Marks | Index) -> "Rows":
        """Return some of these rows, with what is known of them already."""
        # Marks are turned into places once, for fetching by marks walks through all of them.
        places = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen
        rows = Rows(self.wishes, self.index[places])
        for name in KEPT_WHEN_PICKED & self.__dict__.keys():
            rows.__dict__[name] = self.__dict__[name][places]
        return rows

    def followed_by(self, others: "Rows") -> "Rows":
        """Return these rows and then ``others``, of the same person, with what is known of both."""
        if not len(others):
            return self
        rows = Rows(self.wishes, np.concatenate([self.index, others.index]))
        for name in KEPT_WHEN_PICKED & self.__dict__.keys() & others.__dict__.keys():
            rows.__dict__[name] = np.concatenate([self.__dict__[name], others.__dict__[name]])
        return rows

    @cached_property
    def facts(self) -> Words:
        return self.day.facts[self.index]

    @cached_property
    def offer(self) -> Whole:
        return self.columns.offer[self.index]

    @cached_property
    def organisation(self) -> Whole:
        return self.columns.organisation[self.index]

    @cached_property
    def timetable(self) -> Whole:
        return self.columns.timetable[self.index]

    @cached_property
    def km(self) -> Floats:
        """Great-circle kilometres to the person; infinite where either has no position."""
        return distances(self.columns, self.person, self.index)

    @cached_property
    def days_until(self) -> Whole:
        return self.day.agenda.days_until[self.timetable]

    @cached_property
    def is_silent(self) -> Marks:
        """Which rows nobody has answered for in a long time; they stand after all else."""
        return self.day.is_silent[self.index]

    @property
    def heard_of(self) -> "Rows":
        """The rows without those that are silent."""
        return self.pick(~self.is_silent) if self.day.has_silent else self

    @cached_property
    def served(self) -> Floats:
        """How near the areas an offer serves make it to the person, 0 to 1."""
        shares = self.columns.served_shares(areas_of(self.person))
        return shares[self.columns.serves[self.index]]

    @cached_property
    def meets_interests(self) -> Marks:
        return self.touch(self.wishes.interests)

    @cached_property
    def meets_used_to_like(self) -> Marks:
        return self.touch(self.wishes.used_to_like)

    @property
    def meets_a_wish(self) -> Marks:
        """Which rows have something the person likes or used to like."""
        return self.meets_interests | self.meets_used_to_like

    def touch(self, masks: Masks) -> Marks:
        """Return which rows have any interest of ``masks``."""
        return touches(self.columns, self.index, masks)

    def has(self, field: str, *words: str) -> Marks:
        """Return which rows tell one of ``words`` for ``field``; without words, anything at all."""
        mask = bits(field, words) if words else bits(field)
        found: Marks = (self.facts & np.uint64(mask)) != 0
        return found

    @cached_property
    def to_go_to(self) -> Marks:
        """Which rows one can go to: in person, at a place with a position."""
        mask = bit("is", "placed")
        found: Marks = (self.facts & np.uint64(mask)) != 0
        return found & self.has("attendance", "in_person", "hybrid")

    @cached_property
    def from_home(self) -> Marks:
        return self.has("attendance", "online", "hybrid", "phone")


def areas_of(person: Person) -> tuple[tuple[str, float], ...]:
    """Return the person's municipality, county and country, each with how near serving it is."""
    if person.municipality is None:
        return ()
    areas = (person.municipality, person.municipality[:2], COUNTRY)
    return tuple(zip(areas, SERVED_SHARE, strict=True))


def member_of(index: Index, rows: Index) -> Marks:
    """Return which of ``index`` stand in ``rows``, which is sorted."""
    if not len(rows):
        return np.zeros(len(index), dtype=np.bool_)
    places = np.searchsorted(rows, index)
    places[places == len(rows)] = 0
    found: Marks = rows[places] == index
    return found


def touches(columns: Columns, index: Index, masks: Masks) -> Marks:
    """Return which rows have any interest of ``masks`` (one word of 64 bits for each column)."""
    found = np.zeros(len(index), dtype=np.bool_)
    for column, mask in zip(columns.interests, masks, strict=True):
        if mask:
            found |= (column[index] & np.uint64(mask)) != 0
    return found


def distances(columns: Columns, person: Person, index: Index) -> Floats:
    """Return great-circle kilometres, from the chord between points on the sphere.

    Differences of unit vectors keep single precision good to about a metre, where the cosine
    formula would lose hundreds for what is close by.
    """
    if person.position is None:
        return np.full(len(index), np.inf, dtype=np.float32)
    here = unit_vector(person.position.lat, person.position.lon)
    square = np.zeros(len(index), dtype=np.float32)
    for column, coordinate in zip(columns.point, here, strict=True):
        difference = column[index] - np.float32(coordinate)
        square += difference * difference
    half_chord = np.sqrt(square, out=square)
    half_chord *= np.float32(0.5)
    km = np.arcsin(np.minimum(half_chord, np.float32(1.0), out=half_chord), out=half_chord)
    km *= np.float32(2 * EARTH_RADIUS_KM)
    km[np.isnan(km)] = np.inf
    return km
