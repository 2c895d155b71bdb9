"""A person and a catalogue in, an answer out: reach, rules, signals, rank, variety, reasons."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from matching.agenda import Agenda
from matching.answer import Answer, Match, Signposted
from matching.caveats import caveats_of
from matching.columns import Columns, Floats
from matching.counts import count_ruled_out
from matching.day import Day
from matching.explain import Explained, explain
from matching.facts import told
from matching.ladder import look, look_anywhere, pick_out, steps_taken
from matching.person import Person
from matching.rows import Rows
from matching.rules import Rules, rules_for
from matching.signals import STANDING, points, signals_for
from matching.signposts import signposts_for
from matching.tree import Tree
from matching.variety import Order, varied
from matching.wishes import Wishes


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
    found = look(wishes, rules) if among is None else pick_out(wishes, rules, among)
    signals = signals_for(person)
    score = prepared.standing[found.allowed.index] + points(found.allowed, signals)
    order = varied(found.allowed, score, person.limit)
    chosen = found.allowed.pick(order.places)
    signposts = signposts_for(wishes, prepared.standing, len(chosen))
    explained = explain(chosen.followed_by(signposts), (*signals, *STANDING))
    return Answer(
        matches=_matches(chosen, explained[: len(chosen)], order),
        widened=steps_taken(found.tried),
        nearest_beyond_km=_nearest_beyond(rules, found.allowed),
        signposts=_signposts(signposts, explained[len(chosen) :]),
        considered=day.columns.offers_to_go_to,
        ruled_out=count_ruled_out(rules, found.allowed, found.ruled_out),
    )


def _nearest_beyond(rules: Rules, allowed: Rows) -> float | None:
    """Return how far the nearest to go to is, where none lies within the distance named."""
    person = allowed.person
    if person.max_km is None or person.position is None:
        return None
    # What is also to be had from home, or comes to one's area, or lies at a place known only
    # roughly, does not say that there is something to go to near by.
    is_plain = allowed.columns.plainly_gone_to[allowed.offer]
    if bool(np.any(is_plain & (allowed.km <= person.max_km))):
        return None
    beyond = look_anywhere(allowed.wishes, rules)
    km = beyond.km[beyond.to_go_to & (beyond.km > person.max_km)]
    return round(float(km.min()), 1) if len(km) else None


def _signposts(chosen: Rows, explained: list[Explained]) -> tuple[Signposted, ...]:
    offers = [chosen.columns.ids[offer] for offer in chosen.offer.tolist()]
    return tuple(
        Signposted(offer, why.reasons) for offer, why in zip(offers, explained, strict=True)
    )


def _matches(chosen: Rows, explained: list[Explained], order: Order) -> tuple[Match, ...]:
    """Return the first few in order of their scores, then the others, and then those that are silent."""
    columns, index = chosen.columns, chosen.index
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
        explained,
        caveats_of(chosen),
        strict=True,
    )
    matches = [
        Match(
            offer=columns.ids[offer],
            position=place,
            score=why.score,
            distance_km=round(km, 1) if km >= 0 else None,
            distance_is_exact=exact,
            municipality=columns.municipalities[municipality],
            next=chosen.day.agenda.next_of(timetable),
            timetable=timetable,
            attendance=told(facts, "attendance"),
            reasons=why.reasons,
            caveats=caveats,
        )
        for offer, place, km, exact, municipality, timetable, facts, why, caveats in told_in_rows
    ]
    parts = pairwise((0, order.first, order.heard_of, len(matches)))
    return tuple(one for low, high in parts for one in sorted(matches[low:high], key=_order))


def _order(match: Match) -> tuple[float, str]:
    return -match.score, match.offer
