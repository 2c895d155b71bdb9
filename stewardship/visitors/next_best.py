"""The letter about something else to go to, for somebody whom a group does not answer."""

from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from core.clock import NORWAY
from directory.helplines import fixed_lines
from directory.listed import listed_offer
from directory.models import Offer
from finder.next_best import next_best
from stewardship.visitors.letters import NextBestLetter, Suggestion
from web.languages import speaking
from web.letters import address_of

SUGGESTED: Final = 3


def next_best_letter(
    session: Session, offer: Offer, language: str, now: datetime
) -> NextBestLetter:
    """``now`` is an aware moment."""
    now = now.astimezone(NORWAY)
    found = next_best(session, offer, now)[:SUGGESTED]
    with speaking(language):
        suggestions = tuple(_suggestion(one, language, now) for one in found)
        lines = tuple((line.name, line.telephone.words) for line in fixed_lines() if line.telephone)
    return NextBestLetter(
        name=offer.name,
        suggestions=suggestions,
        lines=lines,
        questions_address=address_of("finder.show_questions", language),
    )


def _suggestion(offer: Offer, language: str, now: datetime) -> Suggestion:
    entry = listed_offer(offer, now)
    address = address_of("directory.show_offer", language, offer_id=offer.id)
    return Suggestion(entry.name, entry.next.when, entry.next.where, address)
