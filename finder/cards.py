"""What a card shows of a match, and what a line shows of a signpost: words, ready for the template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from directory.choice_words import sobriety_in_short
from directory.contact_words import Way, contact_points
from directory.cost_words import cost_in_short
from directory.examples import is_example
from directory.models import Offer, Schedule
from directory.passages import Passage, passage
from directory.time_words import times_together
from directory.timetables import timetable_of
from directory.vocabulary import Vocabulary
from directory.wording import with_capital
from finder.place_words import where_in_words
from finder.time_words import next_in_words
from finder.words import caveat_sentence, reason_sentence
from matching.answer import Match, Reason
from web.languages import current_locale

MOST_REASONS: Final = 2
MOST_CAVEATS: Final = 3
NEAR_KM: Final = 15  # the top of the second band of distances in DESIGN 6
# What the facts on the card say already, or what tells little, is not the first reason to give.
LESS_TELLING: Final = frozenset(
    {
        "distance",
        "serves_you",
        "online",
        "soon",
        "regular",
        "free",
        "rule_told",
        "must_met",
        "confirmed",
    }
)
# Not having to go alone is said wherever it is true (DESIGN 2, rule 7).
ALWAYS_SAID: Final = "companion"
# The facts on the card say these as well, so they are folded away.
CAVEATS_IN_FACTS: Final = frozenset(
    {"day_unknown", "time_unknown", "cost_unknown", "sober_there", "place_approximate"}
)
# Said once above the cards where it is true of all of them, and in other words by the reason below.
SAID_ABOVE: Final = "not_your_wish"
NEARLY_WISHED: Final = "interest_near"


@dataclass(frozen=True)
class Card:
    """One match. ``summary`` and ``sobriety`` are None where nobody has told.

    ``organisation`` is None where its name is that of the offer.
    """

    id: str
    name: str
    organisation: str | None
    summary: Passage | None
    when: str
    where: str
    cost: str
    sobriety: str | None
    reasons: list[str]
    caveats: list[str]
    further_caveats: list[str]
    is_example: bool


@dataclass(frozen=True)
class SignpostLine:
    """Somebody to turn to. ``hours`` says when they answer; empty where nobody has told."""

    id: str
    name: str
    summary: Passage | None
    ways: list[Way]
    hours: tuple[str, ...]
    is_example: bool


def cards_of(
    matches: Iterable[Match],
    offers: Mapping[str, Offer],
    vocabulary: Vocabulary,
    moment: datetime,
) -> list[Card]:
    """Return a card for each match whose offer is still published, in the same order."""
    shown = [match for match in matches if match.offer in offers]
    is_said_above = all(any(c.code == SAID_ABOVE for c in match.caveats) for match in shown)
    last = CAVEATS_IN_FACTS | ({SAID_ABOVE} if is_said_above else set())
    return [card_of(match, offers[match.offer], vocabulary, moment, last) for match in shown]


def card_of(
    match: Match, offer: Offer, vocabulary: Vocabulary, moment: datetime, last: frozenset[str]
) -> Card:
    """Return the card of one match; caveats with a code in ``last`` are folded away."""
    schedule = _schedule(match, offer)
    if any(reason.code == NEARLY_WISHED for reason in match.reasons):
        last |= {SAID_ABOVE}
    first = [caveat_sentence(one) for one in match.caveats if one.code not in last]
    folded = [caveat_sentence(one) for one in match.caveats if one.code in last]
    return Card(
        id=offer.id,
        name=offer.name,
        organisation=_organisation(offer),
        summary=passage(offer.summary, current_locale().language),
        when=with_capital(_when(match, schedule, moment)),
        where=with_capital(where_in_words(match, schedule, offer)),
        cost=with_capital(cost_in_short(offer.cost_per_time, offer.cost_per_year)),
        sobriety=_sobriety(offer),
        reasons=[reason_sentence(reason, vocabulary) for reason in chosen_reasons(match.reasons)],
        caveats=first[:MOST_CAVEATS],
        further_caveats=first[MOST_CAVEATS:] + folded,
        is_example=is_example(offer.id),
    )


def signpost_lines(ids: Iterable[str], offers: Mapping[str, Offer]) -> list[SignpostLine]:
    return [_signpost_line(offers[one]) for one in ids if one in offers]


def chosen_reasons(reasons: tuple[Reason, ...]) -> list[Reason]:
    """Return the few reasons that say most, the weightiest first.

    Where none says much, the weightiest of the others; but a long way is no reason to go.
    """
    telling = [one for one in reasons if one.code not in LESS_TELLING]
    late = [one for one in telling[MOST_REASONS:] if one.code == ALWAYS_SAID]
    others = [one for one in reasons if one.code != "distance" or float(one.value or 0) <= NEAR_KM]
    return telling[:MOST_REASONS] + late or others[:1]


def _organisation(offer: Offer) -> str | None:
    name = offer.organisation.name
    return None if name == offer.name else name


def _sobriety(offer: Offer) -> str | None:
    """Return what is asked of those who come; untold, it stands among the things to know instead."""
    return None if offer.sobriety_rule is None else sobriety_in_short(offer.sobriety_rule)


def _schedule(match: Match, offer: Offer) -> Schedule | None:
    return next((one for one in offer.schedules if one.position == match.position), None)


def _when(match: Match, schedule: Schedule | None, moment: datetime) -> str:
    timetable = None if schedule is None else timetable_of(schedule)
    return next_in_words(match.next, timetable, moment)


def _signpost_line(offer: Offer) -> SignpostLine:
    points = contact_points(offer.contacts)
    return SignpostLine(
        id=offer.id,
        name=offer.name,
        summary=passage(offer.summary, current_locale().language),
        ways=[way for point in points for way in point.ways if way.href],
        hours=times_together(timetable_of(one) for one in offer.schedules),
        is_example=is_example(offer.id),
    )
