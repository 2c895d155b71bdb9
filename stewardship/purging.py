"""Throwing away what was needed only until a decision was made."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, String, and_, cast, func, or_, select, update
from sqlalchemy.orm import Session

from accounts.models import Account, Role, Steward
from accounts.roles import columns_that_keep_accounts, remove_account
from stewardship.models import Claim, ClaimState, Revision, RevisionState
from stewardship.queries import OPEN

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


def purge_accounts(session: Session, now: datetime) -> None:
    """Forget those who hold nothing, have nothing that waits, and have not been here for as long."""
    past = now - KEPT_FOR
    holding = select(Steward.account_id)
    asking = select(Claim.account_id).where(
        or_(Claim.state == ClaimState.OPEN, Claim.decided_at > past)
    )
    writing = select(Revision.account_id).where(
        Revision.account_id.is_not(None),
        or_(Revision.state.in_(OPEN), Revision.decided_at > past),
    )
    kept = [select(column) for column in columns_that_keep_accounts()]
    idle = select(Account.email).where(
        Account.role == Role.STEWARD,
        Account.created_at <= past,
        or_(Account.last_seen_on.is_(None), Account.last_seen_on <= past.date()),
        *(Account.id.not_in(busy) for busy in (holding, asking, writing, *kept)),
    )
    for email in session.scalars(idle).all():
        remove_account(session, email)
