"""Where first messages to a group go: told with its words, and put in use when they are published."""

from typing import Any, Final

from sqlalchemy.orm import Session

from directory.models import Offer
from stewardship.models import ContactPoint, Revision

KEY: Final = "contact_point"


def keep_contact_point(session: Session, version: Revision, point: dict[str, Any] | None) -> None:
    """Keep with ``version`` where messages go, None for nowhere, and change it at once for an offer there is.

    It is shown to nobody, so no moderator has to look at it first.
    """
    version.verification = {**version.verification, KEY: point}
    if session.get(Offer, version.offer_id) is not None:
        open_contact_point(session, version)


def told_contact_point(session: Session, version: Revision) -> dict[str, Any] | None:
    """Return where messages go now; for an offer that is not out yet, where ``version`` says they shall."""
    if session.get(Offer, version.offer_id) is None:
        told: dict[str, Any] | None = version.verification.get(KEY)
        return told
    there = session.get(ContactPoint, version.offer_id)
    if there is None:
        return None
    return {"email": there.email, "answers_within_days": there.answers_within_days}


def open_contact_point(session: Session, version: Revision) -> None:
    """Take messages as ``version`` tells; where it tells nothing of them, all stays as it is."""
    if KEY not in version.verification:
        return
    there, told = session.get(ContactPoint, version.offer_id), version.verification[KEY]
    if told is None:
        if there is not None:
            session.delete(there)
        return
    if there is None:
        there = ContactPoint(offer_id=version.offer_id)
        session.add(there)
    there.email, there.answers_within_days = told["email"], told["answers_within_days"]
