"""Signposts: who to turn to, where there is little to go to or where it may be needed."""

from typing import Final

from matching.answer import Signposted
from matching.day import Day
from matching.explain import reasons_of
from matching.person import Person
from matching.rank import best_rows
from matching.rows import Rows
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
    here = _working_here(Wishes(day, person))
    allowed = here.pick(signpost_rules_for(person, day).allow(here))
    if not len(allowed):
        return ()
    signals = (*signals_for(person), *STANDING)
    chosen = allowed.pick(best_rows(allowed, points(allowed, signals), MOST))
    reasons = reasons_of(chosen, signals)
    offers = [chosen.columns.ids[offer] for offer in chosen.offer]
    return tuple(Signposted(offer, why) for offer, why in zip(offers, reasons, strict=True))


def _working_here(wishes: Wishes) -> Rows:
    """A signpost with an area is for that area; one without is for whoever it may help."""
    signposts = Rows(wishes, wishes.day.columns.signposts)
    if wishes.person.municipality is None and wishes.person.position is None:
        return signposts
    return signposts.pick(~signposts.has("is", "fenced") | (signposts.served > 0))
