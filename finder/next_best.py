"""Something else to go to in place of an offer that is not there, or whose people do not answer.

It is found by what the offer is, never by anything a visitor said.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from directory.choices import Audience, Gender, OfferKind, SobrietyRule
from directory.examples import is_example
from directory.models import Offer
from directory.offer_page import has_ended
from directory.queries import published_by_ids
from directory.venue_positions import position_of
from finder import catalogue
from finder.place_words import LONGEST_OUTING_KM
from finder.question_file import OLDEST
from finder.week_outlooks import are_kept_apart
from matching.answer import Match
from matching.match import match
from matching.person import Person, Position
from places.gazetteer import gazetteer

# More are asked for than anybody needs, since some of them are left out.
ASKED_FOR: Final = 12
FOR_WHOM: Final = {
    Audience.SELF: "self",
    Audience.RELATIVES: "relative",
    Audience.BEREAVED: "bereaved",
}
GENDERS: Final = {Gender.WOMEN: "woman", Gender.MEN: "man"}
# Who comes to an offer with such a rule is shown nothing that goes against it, and no bar either.
SITUATIONS: Final = {
    SobrietyRule.DRUG_FREE: "drug_free",
    SobrietyRule.SOBER_THERE: "drug_free",
    SobrietyRule.WISH_TO_STOP: "wants_to_stop",
    SobrietyRule.ACTIVE_USE: "uses_now",
}


def next_best(
    session: Session,
    offer: Offer,
    now: datetime,
    *,
    beside: Collection[Offer] = (),
    near: str | None = None,
    whom: Collection[Audience] = (),
) -> tuple[Offer, ...]:
    """Return what is most like ``offer`` and near it, the best first.

    Made-up offers never, nor what is too far away to go to instead. ``now`` is an aware moment in
    Norway, ``beside`` what it is to stand with: none of that is returned, nor what may not stand
    with it. ``near`` is a municipality, for where the offer itself is nowhere in particular.
    ``whom`` says for which of its people something is looked for, where it has several.
    """
    snapshot = catalogue.current(session)
    moment = now.replace(second=0, microsecond=0, tzinfo=None)
    not_these = (offer.id, *(one.id for one in beside))
    answer = match(_whom_it_is_for(offer, not_these, near, whom), snapshot.prepared(moment))
    near_enough = [one.offer for one in answer.matches if _is_near_enough(one)]
    signposts = [one.offer for one in answer.signposts]
    ids = signposts if offer.kind is OfferKind.SIGNPOST else near_enough
    found = published_by_ids(session, [one for one in ids if not is_example(one)])
    offers = [found[one] for one in ids if one in found and one not in not_these]
    return tuple(
        one
        for one in offers
        if _may_stand(one, (offer, *beside)) and not has_ended(one, now.date())
    )


def _is_near_enough(one: Match) -> bool:
    return one.attendance == "hybrid" or (one.distance_km or 0) <= LONGEST_OUTING_KM


def _may_stand(one: Offer, others: Sequence[Offer]) -> bool:
    return not any(are_kept_apart(one.sobriety_rule, other.sobriety_rule) for other in others)


def _whom_it_is_for(
    offer: Offer, not_these: tuple[str, ...], near: str | None, whom: Collection[Audience]
) -> Person:
    """Return somebody whom the offer would be right for."""
    people = [Audience(one) for one in offer.audience or [Audience.SELF]]
    position, municipality = _place(offer, near)
    has_limit = offer.age_min is not None or offer.age_max is not None
    return Person(
        interests=tuple(offer.interests),
        ages=(offer.age_min or 0, OLDEST if offer.age_max is None else offer.age_max)
        if has_limit
        else None,
        position=position,
        municipality=municipality,
        situation=SITUATIONS.get(offer.sobriety_rule) if offer.sobriety_rule else None,
        for_whom=FOR_WHOM[next((one for one in people if one in whom), people[0])],
        gender=GENDERS.get(offer.gender) if offer.gender else None,
        not_for_me=not_these,
        limit=ASKED_FOR,
    )


def _place(offer: Offer, near: str | None) -> tuple[Position | None, str | None]:
    """Return where the offer is, or what it serves where it is nowhere in particular, or ``near``."""
    for schedule in offer.schedules:
        found = position_of(schedule.venue, gazetteer()) if schedule.venue else None
        if found is not None:
            nearest = gazetteer().nearest_municipality(*found).number
            told = schedule.venue.municipality if schedule.venue else None
            return Position(*found), told or nearest
    for area in (*offer.serves, *((near,) if near else ())):
        place = gazetteer().municipality_place(area)
        if place is not None:
            return Position(place.lat, place.lon), area
    return None, None
