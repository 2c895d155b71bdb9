"""What the catalogue says of an offer, for those who may also see the address that it hides."""

from sqlalchemy.orm import Session

from stewardship import queries
from stewardship.publishing import live_entry, public_words_of, words_of
from stewardship.wording.rows import Side


def public_side(session: Session, offer_id: str) -> Side | None:
    """Return what the catalogue says now, with the address that it hides; None where it has nothing."""
    live = live_entry(session, offer_id)
    if live is None:
        return None
    accepted = queries.find_accepted(session, offer_id)
    if accepted is not None and public_words_of(accepted) == words_of(live):
        return Side(accepted.entry, accepted.hides_address)
    return Side(words_of(live), accepted is not None and accepted.hides_address)
