"""Throwing away what was needed only until a decision was made."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import String, cast, func, update
from sqlalchemy.orm import Session

from stewardship.models import Claim, Revision

KEPT_FOR: Final = timedelta(days=90)
"""Long enough to ask once more, should the decision prove to be wrong."""


def purge_verifications(session: Session, now: datetime) -> None:
    """Forget whom a moderator could ask about a proposer; how they made sure stays as an event."""
    for model in (Claim, Revision):
        # PostgreSQL does not compare JSON; an empty map is written with two signs.
        is_told = func.length(cast(model.verification, String)) > len("{}")
        session.execute(
            update(model).where(model.decided_at <= now - KEPT_FOR, is_told).values(verification={})
        )
