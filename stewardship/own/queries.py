"""What those who hold organisations ask: theirs, what waits of it, and what they have asked for."""

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from accounts.holding import organisations_of
from accounts.models import Account
from directory.models import Offer, Organisation
from stewardship import queries
from stewardship.models import Claim, ClaimState, OpenOrClosed, Report, Revision


def held_organisations(session: Session, account: Account) -> Sequence[Organisation]:
    held = organisations_of(session, account)
    found = select(Organisation).where(Organisation.id.in_(held))
    return session.scalars(found.order_by(Organisation.name, Organisation.id)).all()


def offers_of(session: Session, organisations: Iterable[str]) -> Sequence[Offer]:
    """Return the offers of several organisations, whatever their status."""
    found = select(Offer).where(Offer.organisation_id.in_(list(organisations)))
    return session.scalars(found.order_by(Offer.name, Offer.id)).all()


def open_proposals_of(session: Session, offers: Iterable[str]) -> dict[str, Revision]:
    found = select(Revision).where(
        Revision.offer_id.in_(list(offers)), Revision.state.in_(queries.OPEN)
    )
    return {one.offer_id: one for one in session.scalars(found.order_by(Revision.number))}


# What says that somebody was hurt is for moderators alone.
_TO_BE_SEEN: Final = (Report.state == OpenOrClosed.OPEN, Report.is_for_us_alone.is_(False))


def open_reports_of(session: Session, offers: Iterable[str]) -> dict[str, int]:
    """Return how many open reports there are of each offer that has any."""
    counted = (
        select(Report.offer_id, func.count())
        .where(Report.offer_id.in_(list(offers)), *_TO_BE_SEEN)
        .group_by(Report.offer_id)
    )
    return {row[0]: row[1] for row in session.execute(counted)}


def reports_of(session: Session, offer_id: str) -> Sequence[Report]:
    found = select(Report).where(Report.offer_id == offer_id, *_TO_BE_SEEN)
    return session.scalars(found.order_by(Report.created_at, Report.id)).all()


def claims_of(session: Session, account: Account) -> Sequence[tuple[Claim, str]]:
    """Return what an account has asked to hold and does not hold, each with the organisation's name."""
    found = (
        select(Claim, Organisation.name)
        .join(Organisation, Organisation.id == Claim.organisation_id)
        .where(Claim.account_id == account.id, Claim.state != ClaimState.ACCEPTED)
        .order_by(Claim.id)
    )
    held = organisations_of(session, account)
    return [(one, name) for one, name in session.execute(found) if one.organisation_id not in held]
