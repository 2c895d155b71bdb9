"""How far to look: near first, and where that is too little farther, step by step, each one named."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Final

import numpy as np

from matching.answer import Step
from matching.columns import Columns, Marks
from matching.person import Person
from matching.reach import everything, reached, rows_of, within_km
from matching.rows import Index, Rows, member_of
from matching.rules import Rules
from matching.signals import NAMED
from matching.wishes import Wishes

FIRST_RADIUS_KM: Final = 25.0
WIDER_KM: Final = (50.0, 100.0)


# With fewer than this to choose from, one looks farther (DESIGN 2, rule 12: 3 to 5 suggestions).
ENOUGH: Final = 5
# With fewer than this that meet a wish, one looks farther for the wish alone, and how far.
ENOUGH_OF_A_WISH: Final = 3
WISH_KM: Final = 100.0


@dataclass(frozen=True)
class Ring:
    """How far to look. ``km`` None: the person's county, or the whole country."""

    km: float | None
    is_county: bool = False


def rings(person: Person) -> list[Ring]:
    """Return how far to look first, and then how much farther, step by step.

    A distance that the person named is never widened.
    """
    if person.position is None:
        return [Ring(None)]
    if person.max_km is not None:
        return [Ring(person.max_km)]
    wider = [Ring(FIRST_RADIUS_KM), *(Ring(km) for km in WIDER_KM)]
    county = [Ring(None, is_county=True)] if person.municipality is not None else []
    return [*wider, *county, Ring(None)]


def steps_taken(tried: tuple[Ring, ...]) -> tuple[Step, ...]:
    """Name every ring after the first, for the answer to tell."""
    steps = []
    for before, ring in pairwise(tried):
        if ring.km is not None:
            steps.append(Step("radius", before.km, ring.km))
        else:
            steps.append(Step("county" if ring.is_county else "country", before.km))
    return tuple(steps)


@dataclass(frozen=True)
class Found:
    """The rings that were tried, and of the rows within the last one which may be shown."""

    tried: tuple[Ring, ...]
    candidates: Rows
    is_allowed: Marks

    @cached_property
    def allowed(self) -> Rows:
        return self.candidates.pick(self.is_allowed)

    @cached_property
    def ruled_out(self) -> Rows:
        return self.candidates.pick(~self.is_allowed)


def look(wishes: Wishes, rules: Rules) -> Found:
    """Look ring by ring until there is enough, and then on for what the person wishes for.

    Farther away than is needed for enough, only what meets a wish is looked at.
    """
    tried: tuple[Ring, ...] = ()
    for ring in rings(wishes.person):
        tried = (*tried, ring)
        near = Rows(wishes, _within(wishes.day.columns, wishes.person, ring))
        found = _sort_out(tried, near, rules)
        if _has_enough(found.allowed):
            break
    return _with_named(_look_on_for_a_wish(found, rules), rules)


def _with_named(found: Found, rules: Rules) -> Found:
    """Add what was asked for by its name, wherever it is, unless a distance was named."""
    near, person = found.candidates, found.candidates.person
    named = [one for one, share in person.text_shares.items() if share >= NAMED]
    if not named or person.max_km is not None:
        return found
    rows = Rows(near.wishes, near.columns.rows_of(named))
    is_new = ~member_of(rows.index, np.sort(near.index)) & (rows.to_go_to | rows.from_home)
    is_new &= ~rows.has("is", "fenced") | (rows.served > 0)
    if not np.any(is_new):
        return found
    return _sort_out(found.tried, near.followed_by(rows.pick(is_new)), rules)


def _look_on_for_a_wish(found: Found, rules: Rules) -> Found:
    """Add what meets a wish, from the nearest ring beyond that has most of it; often nothing."""
    person, near = found.allowed.person, found.candidates
    if not (person.interests or person.used_to_like):
        return found
    heard_of = found.allowed.heard_of
    known = heard_of.offer[heard_of.meets_a_wish]
    most, tried, beyond = len(np.unique(known)), found.tried, None
    for ring in rings(person)[len(tried) :]:
        if most >= ENOUGH_OF_A_WISH or ring.km is None or ring.km > WISH_KM:
            break
        tried = (*tried, ring)
        farther = Rows(near.wishes, within_km(near.columns, person, ring.km))
        wished = farther.pick(farther.meets_a_wish)
        allowed = wished.pick(rules.allow(wished)).heard_of
        number = len(np.unique(np.concatenate([known, allowed.offer])))
        if number > most:
            most, beyond = number, (tried, wished)
    if beyond is None:
        return found
    is_new = ~member_of(beyond[1].index, np.sort(near.index))
    return _sort_out(beyond[0], near.followed_by(beyond[1].pick(is_new)), rules)


def look_anywhere(wishes: Wishes, rules: Rules) -> Rows:
    """Return every row that may be shown, however far away and whatever distance was named."""
    anywhere = Wishes(wishes.day, replace(wishes.person, max_km=None))
    candidates = Rows(anywhere, _within(wishes.day.columns, anywhere.person, Ring(None)))
    return candidates.pick(rules.allow(candidates))


def pick_out(wishes: Wishes, rules: Rules, among: Iterable[str]) -> Found:
    """Return the rows of the offers named, wherever they are, that may be shown."""
    return _sort_out((), Rows(wishes, wishes.day.columns.rows_of(among)), rules)


def _sort_out(tried: tuple[Ring, ...], candidates: Rows, rules: Rules) -> Found:
    return Found(tried, candidates, rules.allow(candidates))


def _within(columns: Columns, person: Person, ring: Ring) -> Index:
    if person.position is None:
        return everything(columns)
    if ring.is_county:
        # With what lies as near in the next county: a step farther takes nothing away.
        in_county = columns.in_county(str(person.municipality)[:2])
        near = np.union1d(within_km(columns, person, WIDER_KM[-1]), in_county)
    elif ring.km is None:
        near = rows_of(columns.grid.everywhere())
    else:
        near = within_km(columns, person, ring.km)
    return reached(columns, person, near)


def _has_enough(allowed: Rows) -> bool:
    allowed = allowed.heard_of
    wanted = min(allowed.person.limit, ENOUGH)
    # Few offers have more than a handful of rows, so the first stretch nearly always tells.
    stretch = allowed.offer[: wanted * 20]
    return len(set(stretch.tolist())) >= wanted or len(np.unique(allowed.offer)) >= wanted
