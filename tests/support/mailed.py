"""What lies in the outbox, as whoever gets it would read it."""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.outbox import OutgoingMail


def mailed_to(session: Session, email: str) -> list[OutgoingMail]:
    """Return the letters to an address, the oldest first."""
    session.rollback()
    found = select(OutgoingMail).where(OutgoingMail.recipient == email).order_by(OutgoingMail.id)
    return list(session.scalars(found))


def link_mailed_to(session: Session, email: str, base_url: str = "https://example.org") -> str:
    """Return the path of the one address that the newest letter wants opened."""
    letter = mailed_to(session, email)[-1]
    found = re.findall(rf"^{re.escape(base_url)}(/\S+)$", letter.text, re.MULTILINE)
    assert found, letter.text
    return str(found[0])
