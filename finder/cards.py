"""What a card shows of a match, and what a line shows of a signpost: words, ready for the template."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from directory.choice_words import sobriety_in_short
from directory.contact_words import Way, contact_points
from directory.cost_words import cost_in_short
from directory.examples import is_example
from directory.map_places import MapPlace, map_place_of
from directory.models import Offer, Schedule
from directory.occurrences import Occurrence
from directory.passages import Passage, passage
from directory.time_words import is_always_on, occurrence_in_words, times_together
from directory.timetable import Timetable
from directory.timetables import timetable_of
from directory.wording import with_capital
from finder.caveat_words import caveat_sentence
from finder.place_words import LONGEST_OUTING_KM, where_in_words
from finder.reason_words import reason_sentence
from finder.telling import Telling
from finder.time_words import next_in_words
from finder.way_words import way_in_words
from finder.wished_times import first_wished
from finder.words import explained
from matching.answer import Caveat, Match
from web.languages import current_locale

MOST_CAVEATS: Final = 3
MOST_WAYS: Final = 3
# Not having to go alone is said wherever it is true (DESIGN 2, rule 7).
ALWAYS_SAID: Final = "companion"
# The facts on the card say these already, in the very place where one looks for them.
REASONS_IN_THE_FACTS: Final = frozenset({"free", "rule_told"})
IN_THE_FACTS: Final = frozenset({"day_unknown", "time_unknown", "cost_unknown", "sober_there"})
PRICE_IS_UNKNOWN: Final = Caveat("must_unknown", "free")
# The heading or the notice above the cards says it, or the explanation does, in better words.
NOT_YOUR_WISH: Final = "not_your_wish"
NEARLY_WISHED: Final = "interest_near"
SILENT: Final = "silent"
# That somebody was asked and has not answered says more than when they last did.
UNANSWERED: Final = frozenset({SILENT, "overdue"})
# What may do most harm to who does without stands before all else.
ALCOHOL: Final = "alcohol_served"
# Who has told no age is hardly kept out by a limit, and one can ask all the same.
ABOUT_AGE: Final = "age_limit_unknown"


@dataclass(frozen=True)
class Card:
    """One match. ``summary`` and ``sobriety`` are None where nobody has told.

    ``kind`` is that of the offer, which is also the name of its picture. ``organisation`` is None
    where its name is that of the offer. ``why`` are the one or two things that speak for going.
    ``caveats`` are what else is good to know, the few that matter most. ``place`` is None where one
    goes nowhere, or nobody has told where. ``is_silent`` tells that nobody has answered for it in over
    a year.
    """

    id: str
    kind: str
    name: str
    organisation: str | None
    summary: Passage | None
    when: str
    where: str
    place: MapPlace | None
    cost: str
    sobriety: str | None
    why: list[str]
    caveats: list[str]
    further_caveats: list[str]
    is_in_week: bool
    is_example: bool
    is_silent: bool
    # On paper one cannot follow a link to where these stand.
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class SignpostLine:
    """Somebody to turn to. ``hours`` says when they answer; empty where nobody has told."""

    id: str
    name: str
    summary: Passage | None
    ways: list[Way]
    hours: tuple[str, ...]
    is_example: bool


@dataclass(frozen=True)
class Dealing:
    """What all cards of an answer share: their offers, the words for them, and the person's week.

    ``wish_is_told`` where a heading or notice says that an offer is not what was wished for.
    """

    offers: Mapping[str, Offer]
    telling: Telling
    week: tuple[str, ...] = ()
    wish_is_told: bool = False

    def cards(self, matches: Iterable[Match]) -> list[Card]:
        """Return a card for each match; one that was withdrawn meanwhile has none."""
        return [self.card(match) for match in matches if match.offer in self.offers]

    def card(self, match: Match) -> Card:
        offer = self.offers[match.offer]
        schedule = next((one for one in offer.schedules if one.position == match.position), None)
        why = explained(_without_facts(match), self.telling)
        in_sight, folded = self._parted(self._caveats(match))
        return Card(
            id=offer.id,
            kind=offer.kind.value,
            name=offer.name,
            organisation=_organisation(offer),
            summary=passage(offer.summary, current_locale().language),
            when=with_capital(_when(match, schedule, offer, self.telling)),
            where=with_capital(self._where(match, schedule, offer, why)),
            place=_place(match, schedule),
            cost=with_capital(cost_in_short(offer.cost_per_time, offer.cost_per_year)),
            sobriety=_sobriety(offer),
            why=[" ".join(why), *self._always_said(match, why)],
            caveats=[caveat_sentence(one) for one in in_sight],
            further_caveats=[caveat_sentence(one) for one in folded],
            is_in_week=offer.id in self.week,
            is_example=is_example(offer.id),
            is_silent=any(one.code == SILENT for one in match.caveats),
            ways=_ways(offer),
        )

    def _caveats(self, match: Match) -> Iterable[Caveat]:
        """Leave out what stands elsewhere on the card or above it."""
        left_out = set(IN_THE_FACTS)
        if self.wish_is_told or any(reason.code == NEARLY_WISHED for reason in match.reasons):
            left_out.add(NOT_YOUR_WISH)
        if any(one.code in UNANSWERED for one in match.caveats):
            left_out.add("unconfirmed")
        return (
            one for one in match.caveats if one.code not in left_out and one != PRICE_IS_UNKNOWN
        )

    def _parted(self, caveats: Iterable[Caveat]) -> tuple[list[Caveat], list[Caveat]]:
        """Return the few that matter most to the person, and all others."""
        every = list(caveats)
        if self.telling.does_without:
            every.sort(key=lambda one: one.code != ALCOHOL)
        mattering = [one for one in every if self.telling.age_is_told or one.code != ABOUT_AGE]
        in_sight = mattering[:MOST_CAVEATS]
        return in_sight, [one for one in every if one not in in_sight]

    def _where(self, match: Match, schedule: Schedule | None, offer: Offer, why: list[str]) -> str:
        """Say how far it is only where the explanation does not."""
        way = way_in_words(_without_facts(match), self.telling)
        # What is far away as well as online needs its distance to be told as the second choice.
        is_second = _is_far_and_online(match)
        if way is not None and way in why and not is_second:
            match = match._replace(distance_km=None)
        match = match._replace(distance_is_exact=self.telling.distance_is_exact(match))
        return where_in_words(match, schedule, offer)

    def _always_said(self, match: Match, why: list[str]) -> Iterable[str]:
        sentences = (
            reason_sentence(reason, self.telling.vocabulary)
            for reason in match.reasons
            if reason.code == ALWAYS_SAID
        )
        return (sentence for sentence in sentences if sentence not in why)


def _ways(offer: Offer) -> tuple[Way, ...]:
    """Return the few ways to get in touch that a sheet of paper has room for."""
    every = [way for point in contact_points(offer.contacts) for way in point.ways]
    return tuple(way for way in every if way.href is not None)[:MOST_WAYS]


def _without_facts(match: Match) -> Match:
    """Leave out what the facts on the card say: that it is free, and in which municipality it is.

    The municipality stays where there is no certain time to tell instead.
    """
    reasons = tuple(one for one in match.reasons if one.code not in REASONS_IN_THE_FACTS)
    is_timed = match.next is not None and all(one.code != "holiday" for one in match.caveats)
    municipality = None if is_timed else match.municipality
    return match._replace(reasons=reasons, municipality=municipality)


def signpost_lines(ids: Iterable[str], offers: Mapping[str, Offer]) -> list[SignpostLine]:
    return [_signpost_line(offers[one]) for one in ids if one in offers]


def _place(match: Match, schedule: Schedule | None) -> MapPlace | None:
    # A map with what is too far away on it shows nothing of what is near.
    return None if _is_far_and_online(match) else map_place_of(schedule)


def _is_far_and_online(match: Match) -> bool:
    return match.attendance == "hybrid" and (match.distance_km or 0) > LONGEST_OUTING_KM


def _organisation(offer: Offer) -> str | None:
    name = offer.organisation.name
    return None if name == offer.name else name


def _sobriety(offer: Offer) -> str | None:
    """Return what is asked of those who come; untold, it stands among the things to know instead."""
    return None if offer.sobriety_rule is None else sobriety_in_short(offer.sobriety_rule)


def _when(match: Match, schedule: Schedule | None, offer: Offer, telling: Telling) -> str:
    """Say when it is next; of what meets often, when it is on the day that was asked for."""
    timetable = timetable_of(schedule, offer.ended_on) if schedule else Timetable()
    if match.next is None or is_always_on(timetable):
        return next_in_words(match.next, timetable, telling.moment)
    wished = first_wished(timetable, telling.when, telling.moment)
    if wished is not None:
        return occurrence_in_words(wished, timetable, telling.moment.date())
    if not isinstance(match.next, datetime):
        return next_in_words(match.next, timetable, telling.moment)
    length = timetable.duration_minutes
    ends_at = None if length is None else match.next + timedelta(minutes=length)
    # Whether a holiday changes it stands among the things to know.
    following = Occurrence(match.next, match.next.date(), ends_at, is_holiday=False)
    return occurrence_in_words(following, timetable, telling.moment.date())


def _signpost_line(offer: Offer) -> SignpostLine:
    points = contact_points(offer.contacts)
    return SignpostLine(
        id=offer.id,
        name=offer.name,
        summary=passage(offer.summary, current_locale().language),
        ways=[way for point in points for way in point.ways if way.href],
        hours=times_together(timetable_of(one, offer.ended_on) for one in offer.schedules),
        is_example=is_example(offer.id),
    )
