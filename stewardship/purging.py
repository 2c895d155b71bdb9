"""Throwing away what was needed only until a decision was made."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, String, and_, cast, func, or_, update
from sqlalchemy.orm import Session

from stewardship.models import Claim, Revision, RevisionState

KEPT_FOR: Final = timedelta(days=90)
"""Long enough to ask once more, should the decision prove to be wrong."""


def purge_verifications(session: Session, now: datetime) -> None:
    """Forget whom a moderator could ask about a proposer; how they made sure stays as an event.

    What was said to somebody who claimed an organisation goes with it. A version that was replaced
    before anybody decided is done with as well, from when it was written.
    """
    past = now - KEPT_FOR
    session.execute(
        update(Claim)
        .where(Claim.decided_at <= past, or_(_is_told(Claim), Claim.reason.is_not(None)))
        .values(verification={}, reason=None)
    )
    is_done = or_(
        Revision.decided_at <= past,
        and_(Revision.state == RevisionState.REPLACED, Revision.created_at <= past),
    )
    session.execute(update(Revision).where(is_done, _is_told(Revision)).values(verification={}))


def _is_told(model: type[Claim | Revision]) -> ColumnElement[bool]:
    # PostgreSQL does not compare JSON; an empty map is written with two signs.
    return func.length(cast(model.verification, String)) > len("{}")
