"""Signposts: who to turn to, where there is little to go to or where it may be needed."""

from typing import Final

import numpy as np

from matching.columns import Floats, Marks
from matching.rank import best_rows
from matching.rows import Rows
from matching.rules import signpost_rules_for
from matching.signals import NAMED, points, signals_for
from matching.wishes import Wishes

MOST: Final = 3
FEW_MATCHES: Final = 3
# Puts those whom one talks with before the emergency numbers, which stand on every page as it is.
SOMEBODY_TO_TALK_WITH: Final = np.float32(0.15)
# More than all points together, so that whoever has not answered for a year stands last.
BELOW_ALL_ELSE: Final = np.float32(10)
ALWAYS_FOR: Final = ("uses_now", "wants_to_stop")


def signposts_for(wishes: Wishes, standing: Floats, matches: int) -> Rows:
    """Return the rows of at most three, those that work nearest and suit best first.

    Often none is needed; what was asked for by its name always is. ``standing`` are the points that
    every row has whoever asks.
    """
    person = wishes.person
    is_needed = matches < FEW_MATCHES or person.situation in ALWAYS_FOR
    if not (is_needed or person.text_shares):
        return Rows(wishes, np.empty(0, dtype=np.int32))
    here = _working_here(wishes)
    here = here if is_needed else here.pick(_named(here))
    allowed = here.pick(signpost_rules_for(person, wishes.day).allow(here))
    score = standing[allowed.index] + points(allowed, signals_for(person))
    score += allowed.has("format", "one_to_one") * SOMEBODY_TO_TALK_WITH
    score -= allowed.is_silent * BELOW_ALL_ELSE
    return allowed.pick(best_rows(allowed, score, MOST))


def _named(rows: Rows) -> Marks:
    shares, ids = rows.person.text_shares, rows.columns.ids
    named = [shares.get(ids[offer], 0) >= NAMED for offer in rows.offer.tolist()]
    return np.array(named, dtype=np.bool_)


def _working_here(wishes: Wishes) -> Rows:
    """A signpost with an area is for that area; one without is for whoever it may help."""
    signposts = Rows(wishes, wishes.day.columns.signposts)
    if wishes.person.municipality is None and wishes.person.position is None:
        return signposts
    return signposts.pick(~signposts.has("is", "fenced") | (signposts.served > 0))
