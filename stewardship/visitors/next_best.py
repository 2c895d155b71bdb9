"""Something else to go to in place of an offer whose people do not answer.

It is found by what the offer is, never by anything a visitor said.
"""

from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from core.clock import NORWAY
from directory.choices import Audience, Gender, SobrietyRule
from directory.examples import is_example
from directory.helplines import fixed_lines
from directory.listed import listed_offer
from directory.models import Offer
from directory.queries import published_by_ids
from directory.venue_positions import position_of
from finder import catalogue
from finder.question_file import OLDEST
from matching.match import match
from matching.person import Person, Position
from places.gazetteer import gazetteer
from stewardship.visitors.letters import NextBestLetter, Suggestion
from web.languages import speaking
from web.letters import address_of

SUGGESTED: Final = 3
# More are asked for, since made-up ones among them are left out.
ASKED_FOR: Final = 12
FOR_WHOM: Final = {
    Audience.SELF: "self",
    Audience.RELATIVES: "relative",
    Audience.BEREAVED: "bereaved",
}
GENDERS: Final = {Gender.WOMEN: "woman", Gender.MEN: "man"}


def next_best_letter(
    session: Session, offer: Offer, language: str, now: datetime
) -> NextBestLetter:
    """``now`` is an aware moment."""
    now = now.astimezone(NORWAY)
    found = next_best(session, offer, now)
    with speaking(language):
        suggestions = tuple(_suggestion(one, language, now) for one in found)
        lines = tuple((line.name, line.telephone.words) for line in fixed_lines() if line.telephone)
    return NextBestLetter(
        name=offer.name,
        suggestions=suggestions,
        lines=lines,
        questions_address=address_of("finder.show_questions", language),
    )


def next_best(session: Session, offer: Offer, now: datetime) -> tuple[Offer, ...]:
    """Return what is most like ``offer`` and near it, the best first. Made-up offers never."""
    snapshot = catalogue.current(session)
    moment = now.replace(second=0, microsecond=0, tzinfo=None)
    answer = match(_whom_it_is_for(offer), snapshot.prepared(moment))
    ids = [one.offer for one in answer.matches if not is_example(one.offer)][:SUGGESTED]
    found = published_by_ids(session, ids)
    return tuple(found[one] for one in ids if one in found)


def _whom_it_is_for(offer: Offer) -> Person:
    """Return somebody whom the offer would be right for."""
    position, municipality = _place(offer)
    has_limit = offer.age_min is not None or offer.age_max is not None
    is_for_use = offer.sobriety_rule is SobrietyRule.ACTIVE_USE
    return Person(
        interests=tuple(offer.interests),
        ages=(offer.age_min or 0, OLDEST if offer.age_max is None else offer.age_max)
        if has_limit
        else None,
        position=position,
        municipality=municipality,
        # Whoever comes to an offer for people who use now is shown no drug-free one, and the reverse.
        situation="uses_now" if is_for_use else None,
        for_whom=FOR_WHOM[Audience((offer.audience or [Audience.SELF])[0])],
        gender=GENDERS.get(offer.gender) if offer.gender else None,
        not_for_me=(offer.id,),
        limit=ASKED_FOR,
    )


def _place(offer: Offer) -> tuple[Position | None, str | None]:
    """Return where the offer is, or what it serves where it is nowhere in particular."""
    for schedule in offer.schedules:
        found = position_of(schedule.venue, gazetteer()) if schedule.venue else None
        if found is not None:
            nearest = gazetteer().nearest_municipality(*found).number
            told = schedule.venue.municipality if schedule.venue else None
            return Position(*found), told or nearest
    for area in offer.serves:
        place = gazetteer().municipality_place(area)
        if place is not None:
            return Position(place.lat, place.lon), area
    return None, None


def _suggestion(offer: Offer, language: str, now: datetime) -> Suggestion:
    entry = listed_offer(offer, now)
    address = address_of("directory.show_offer", language, offer_id=offer.id)
    return Suggestion(entry.name, entry.next.when, entry.next.where, address)
