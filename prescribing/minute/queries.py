"""What the screen asks the database for beyond the offers that it shows."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.models import Offer

WELCOME_AFTER_SLIP = "welcome_after_slip"


def welcome_after_slip(session: Session, offers: Iterable[str]) -> Mapping[str, bool | None]:
    """Return, by id, whether one is welcome back after a slip; None where nobody has told."""
    told = session.execute(select(Offer.id, Offer.access).where(Offer.id.in_(list(offers))))
    return {offer: access.get(WELCOME_AFTER_SLIP) for offer, access in told}
