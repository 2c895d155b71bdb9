"""Finds what is in the catalogue already under the same name or nearly so, near by."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

import numpy as np
from sqlalchemy.orm import Session

from directory.choices import Precision
from directory.entries import Entry
from finder import catalogue
from matching.columns import Columns, Marks
from matching.facts import bit, bits
from matching.grid import chord_of_km, unit_vector
from places.gazetteer import gazetteer
from stewardship.duplicates.homographs import looks_like
from stewardship.duplicates.known_names import Known, known_names
from stewardship.duplicates.likeness import Likeness, Why

MOST: Final = 5
NEAR_KM: Final = 0.3


class Where(StrEnum):
    """How the places of two offers are alike, the likeliest first."""

    SAME_PLACE = "same_place"
    FROM_HOME = "from_home"
    SAME_MUNICIPALITY = "same_municipality"
    ANYWHERE = "anywhere"


ORDER: Final = tuple(Where)


@dataclass(frozen=True)
class Sought:
    """What somebody tells of, as far as it is told.

    ``lat`` and ``lon`` only where they are exact. Without them and ``municipality`` it is looked
    for among what one attends from home, and by its very name everywhere. ``organisation`` is an
    id or a name; ``besides`` is the offer that it is itself.
    """

    name: str
    aliases: tuple[str, ...] = ()
    municipality: str | None = None
    lat: float | None = None
    lon: float | None = None
    organisation: str | None = None
    besides: str | None = None

    @property
    def names(self) -> frozenset[str]:
        """All its names as they are compared; what has no letter or digit is none."""
        return frozenset(filter(None, map(looks_like, (self.name, *self.aliases))))


@dataclass(frozen=True)
class Likely:
    """A published offer that may be the same: ``offer`` is its id, ``organisation`` a name."""

    offer: str
    name: str
    organisation: str
    municipality: str | None
    why: Why
    where: Where


def sought_of(entry: Entry, organisation: str | None, besides: str | None) -> Sought:
    """Return an entry as it is looked for, at the first place that is told; both are as in Sought."""
    venues = (one.get("venue") or {} for one in entry.get("schedules", ()))
    venue = next((one for one in venues if one.get("municipality") or one.get("lat")), {})
    is_exact = venue.get("precision") == Precision.EXACT
    return Sought(
        name=entry["name"],
        aliases=tuple(entry.get("aliases", ())),
        municipality=venue.get("municipality"),
        lat=venue.get("lat") if is_exact else None,
        lon=venue.get("lon") if is_exact else None,
        organisation=organisation,
        besides=besides,
    )


def likely_duplicates(session: Session, sought: Sought) -> list[Likely]:
    """Return the published offers that may be the same as ``sought``, the likeliest first, five at most."""
    names = sought.names
    if not names:
        return []
    known = known_names(session)
    columns = catalogue.current(session).table.columns
    ours, likeness = looks_like(sought.organisation or ""), Likeness(names)
    ranked: list[tuple[tuple[bool, bool, int, str], Likely]] = []
    for offer, (where, municipality) in _near(columns, sought).items():
        one = known.get(offer)
        if one is None or offer == sought.besides:
            continue
        is_ours = _is_of(one, sought.organisation, ours)
        why = _why(likeness, one, where, municipality, is_ours=is_ours)
        if why is not None:
            likely = Likely(offer, one.name, one.organisation, municipality, why, where)
            rank = (why is not Why.SAME_NAME, not is_ours, ORDER.index(where), offer)
            ranked.append((rank, likely))
    return [likely for _rank, likely in sorted(ranked, key=lambda pair: pair[0])[:MOST]]


def _is_of(one: Known, organisation: str | None, ours: str) -> bool:
    return bool(ours) and (one.organisation_id == organisation or one.organisation_looks == ours)


def _why(
    likeness: Likeness, one: Known, where: Where, municipality: str | None, *, is_ours: bool
) -> Why | None:
    # Anywhere in the country many are called nearly the same.
    if where is Where.ANYWHERE:
        return Why.SAME_NAME if likeness.has_one_of(one.names) else None
    ignored = {*_words_of_town(municipality), *one.organisation_looks.split()}
    loosely = is_ours and where is Where.SAME_PLACE
    return likeness.to(one.names, ignored=ignored, may_differ_more=loosely)


@cache
def _words_of_town(municipality: str | None) -> tuple[str, ...]:
    return tuple(looks_like(gazetteer().name_of(municipality or "") or "").split())


def _near(columns: Columns, sought: Sought) -> dict[str, tuple[Where, str | None]]:
    """Return the offers to compare names with, each with how its place is alike, and where it is."""
    found: dict[str, tuple[Where, str | None]] = {}
    # The likeliest last, so that it is what stays of an offer that is found in two ways.
    for where, rows in reversed(_rows(columns, sought)):
        for row in np.flatnonzero(rows).tolist():
            number = columns.municipalities[columns.municipality[row]]
            found[columns.ids[columns.offer[row]]] = (where, number)
    return found


def _rows(columns: Columns, sought: Sought) -> list[tuple[Where, Marks]]:
    """Return marks of the rows at a like place, for each way in which it can be, the likeliest first."""
    home = np.uint64(bits("attendance", ("online", "phone")))
    from_home = (columns.facts & home) != 0
    if sought.lat is None and sought.municipality is None:
        return [(Where.FROM_HOME, from_home), (Where.ANYWHERE, ~from_home)]
    is_exact = (columns.facts & np.uint64(bit("is", "exact"))) != 0
    numbers = [at for at, one in enumerate(columns.municipalities) if one == sought.municipality]
    in_town = np.isin(columns.municipality, numbers) & (sought.municipality is not None)
    if sought.lat is None or sought.lon is None:
        return [(Where.SAME_MUNICIPALITY, in_town)]
    near = is_exact & _within(columns, sought.lat, sought.lon)
    return [(Where.SAME_PLACE, near), (Where.SAME_MUNICIPALITY, in_town & ~is_exact)]


def _within(columns: Columns, lat: float, lon: float) -> Marks:
    # Differences and not a product of vectors: so near 1 that would be wrong by kilometres.
    here = unit_vector(lat, lon)
    squared = sum((axis - at) ** 2 for axis, at in zip(columns.point, here, strict=True))
    return np.asarray(squared <= chord_of_km(NEAR_KM) ** 2)
