"""A person and a catalogue in, an answer out: reach, rules, signals, rank, reasons."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from matching.agenda import Agenda
from matching.answer import Answer, Match
from matching.caveats import caveats_of
from matching.columns import Columns, Floats
from matching.counts import count_ruled_out
from matching.day import Day
from matching.explain import DECIMALS, reasons_of
from matching.facts import told
from matching.person import Person
from matching.rank import best_rows
from matching.reach import Ring, reached, rings, steps_taken
from matching.rows import Index, Rows
from matching.rules import Rules, rules_for
from matching.signals import SIGNALS, STANDING, Signal, points, signals_for
from matching.signposts import signposts_for
from matching.tree import Tree
from matching.wishes import Wishes

# With fewer than this to choose from, one looks farther (DESIGN 2, rule 12: 3 to 5 suggestions).
ENOUGH: Final = 5
# How far a wish alone makes us look, where there is enough else near by.
WISH_KM: Final = 100.0


@dataclass(frozen=True)
class Prepared:
    """A catalogue at one moment, with everything added up that does not depend on who asks."""

    day: Day

    @cached_property
    def standing(self) -> Floats:
        columns = self.day.columns
        nobody = Wishes(self.day, Person())
        everything = Rows(nobody, np.arange(len(columns), dtype=np.int32))
        return points(everything, STANDING)


def prepare(columns: Columns, agenda: Agenda, tree: Tree) -> Prepared:
    return Prepared(Day(columns, agenda, tree))


def match(person: Person, prepared: Prepared, among: Iterable[str] | None = None) -> Answer:
    """Return what there is to go to for ``person``, best first, with reasons and caveats.

    The same person, catalogue and moment give the same answer everywhere. It has no matches only
    where the hard rules allow nothing at all. ``among`` names the only offers to choose from,
    wherever they are; the hard rules hold for them as for all.
    """
    day = prepared.day
    rules = rules_for(person, day)
    wishes = Wishes(day, person)
    found = _look(wishes, rules) if among is None else _pick_out(wishes, rules, among)
    signals = signals_for(person)
    score = prepared.standing[found.allowed.index] + points(found.allowed, signals)
    chosen = found.allowed.pick(best_rows(found.allowed, score, person.limit))
    matches = _matches(chosen)
    return Answer(
        matches=matches,
        widened=steps_taken(found.tried),
        nearest_beyond_km=_nearest_beyond(person, day, rules, found.allowed),
        signposts=signposts_for(person, day, len(matches)),
        considered=day.columns.offers_to_go_to,
        ruled_out=count_ruled_out(day, rules, found.candidates, found.allowed),
    )


@dataclass(frozen=True)
class _Found:
    tried: list[Ring]
    candidates: Index
    allowed: Rows


def _look(wishes: Wishes, rules: Rules) -> _Found:
    """Look ring by ring until there is enough, and what the person wishes for is among it."""
    day, person = wishes.day, wishes.person
    enough: _Found | None = None
    tried: list[Ring] = []
    for ring in rings(person):
        if enough is not None and (ring.km is None or ring.km > WISH_KM):
            return enough
        tried.append(ring)
        candidates = reached(day, person, ring)
        rows = Rows(wishes, candidates)
        allowed = rows.pick(rules.allow(day, candidates, rows.facts))
        found = _Found(list(tried), candidates, allowed)
        if _has_enough(allowed):
            if _meets_a_wish(allowed):
                return found
            enough = enough or found
    return enough or found


def _pick_out(wishes: Wishes, rules: Rules, among: Iterable[str]) -> _Found:
    day = wishes.day
    numbers = [day.columns.offer_numbers[one] for one in among if one in day.columns.offer_numbers]
    candidates = np.flatnonzero(np.isin(day.columns.offer, numbers)).astype(np.int32)
    rows = Rows(wishes, candidates)
    return _Found([], candidates, rows.pick(rules.allow(day, candidates, rows.facts)))


def _has_enough(allowed: Rows) -> bool:
    wanted = min(allowed.person.limit, ENOUGH)
    if len(allowed) < wanted:
        return False
    # A few rows of each offer at most: the first stretch nearly always tells.
    stretch = allowed.offer[: wanted * 20]
    return len(set(stretch.tolist())) >= wanted or len(np.unique(allowed.offer)) >= wanted


def _meets_a_wish(allowed: Rows) -> bool:
    wished = [s for s in SIGNALS if s.code in {"interest", "used_to_like"} and s.asked]
    asked = [signal for signal in wished if signal.asked and signal.asked(allowed.person)]
    return not asked or any(bool(np.any(signal.share(allowed))) for signal in asked)


def _nearest_beyond(person: Person, day: Day, rules: Rules, allowed: Rows) -> float | None:
    """Return how far the nearest to go to is, where none lies within the distance named."""
    if person.max_km is None or person.position is None:
        return None
    # A place known only roughly may lie within the distance or not, so it settles nothing.
    known = allowed.to_go_to & allowed.has("is", "exact")
    if bool(np.any(known & (allowed.km <= person.max_km))):
        return None
    everywhere = reached(day, person, Ring(None))
    rows = Rows(allowed.wishes, everywhere)
    beyond = rows.pick(rules.allow(day, everywhere, rows.facts))
    km = beyond.km[beyond.to_go_to & (beyond.km > person.max_km)]
    return round(float(km.min()), 1) if len(km) else None


def _matches(chosen: Rows) -> tuple[Match, ...]:
    columns, index = chosen.columns, chosen.index
    signals: Sequence[Signal] = (*signals_for(chosen.person), *STANDING)
    position = chosen.person.position
    has_distance = chosen.to_go_to if position else np.zeros(len(chosen), dtype=np.bool_)
    is_exact = has_distance & chosen.has("is", "exact") & bool(position and position.is_exact)
    told_in_rows = zip(
        chosen.offer.tolist(),
        columns.position[index].tolist(),
        np.where(has_distance, chosen.km, -1).astype(np.float64).tolist(),
        is_exact.tolist(),
        columns.municipality[index].tolist(),
        chosen.timetable.tolist(),
        chosen.facts.tolist(),
        reasons_of(chosen, signals),
        caveats_of(chosen),
        strict=True,
    )
    matches = [
        Match(
            offer=columns.ids[offer],
            position=place,
            score=round(sum(reason.points for reason in reasons), DECIMALS),
            distance_km=round(km, 1) if km >= 0 else None,
            distance_is_exact=exact,
            municipality=columns.municipalities[municipality],
            next=chosen.day.agenda.next_of(timetable),
            attendance=told(facts, "attendance"),
            reasons=reasons,
            caveats=caveats,
        )
        for offer, place, km, exact, municipality, timetable, facts, reasons, caveats in told_in_rows
    ]
    return tuple(sorted(matches, key=lambda match: (-match.score, match.offer)))
