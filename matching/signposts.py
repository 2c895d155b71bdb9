"""Signposts: who to turn to, where there is little to go to or where it may be needed."""

from typing import Final

import numpy as np

from matching.answer import Signposted
from matching.day import Day
from matching.explain import reasons_of
from matching.facts import bit
from matching.person import Person
from matching.rank import best_rows
from matching.rows import Index, Rows, areas_of, member_of
from matching.rules import signpost_rules_for
from matching.signals import STANDING, points, signals_for
from matching.wishes import Wishes

MOST: Final = 3
FEW_MATCHES: Final = 3
ALWAYS_FOR: Final = ("uses_now", "wants_to_stop")


def signposts_for(person: Person, day: Day, matches: int) -> tuple[Signposted, ...]:
    """Return at most three, those that work nearest and suit best first; often none is needed."""
    if matches >= FEW_MATCHES and person.situation not in ALWAYS_FOR:
        return ()
    here = _working_here(person, day)
    rows = Rows(Wishes(day, person), here)
    allowed = rows.pick(signpost_rules_for(person, day).allow(day, here, rows.facts))
    if not len(allowed):
        return ()
    signals = (*signals_for(person), *STANDING)
    chosen = allowed.pick(best_rows(allowed, points(allowed, signals), MOST))
    reasons = reasons_of(chosen, signals)
    offers = [chosen.columns.ids[offer] for offer in chosen.offer]
    return tuple(Signposted(offer, why) for offer, why in zip(offers, reasons, strict=True))


def _working_here(person: Person, day: Day) -> Index:
    """A signpost with an area is for that area; one without is for whoever it may help."""
    signposts = day.columns.signposts
    if person.municipality is None and person.position is None:
        return signposts
    serving = [day.columns.serving.get(area) for area, _share in areas_of(person)]
    here = [rows for rows in serving if rows is not None] or [np.empty(0, dtype=np.int32)]
    fenced = (day.columns.facts[signposts] & np.uint64(bit("is", "fenced"))) != 0
    return signposts[~fenced | member_of(signposts, np.unique(np.concatenate(here)))]
