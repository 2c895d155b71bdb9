"""Every question asked of what is on its way and of what was."""

from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from core.errors import NotFoundError
from directory.models import Offer
from stewardship.models import Claim, ClaimState, Revision, RevisionState, TrustedOrganisation

OPEN = (RevisionState.PROPOSED, RevisionState.RETURNED)
STANDING = (*OPEN, RevisionState.ACCEPTED)


class NoSuchClaimError(NotFoundError):
    """Nobody has asked for this."""


class NoSuchRevisionError(NotFoundError):
    """There is no version of this number, or not for the one who asks."""


def revisions_of(offer_id: str) -> Select[Revision]:
    """Return the question for every version, read anew: another may have decided while one waited."""
    found = select(Revision).where(Revision.offer_id == offer_id)
    return found.order_by(Revision.number.desc()).execution_options(populate_existing=True)


def history(session: Session, offer_id: str, most: int | None = None) -> Sequence[Revision]:
    """Return every version of an offer's words, the newest first; only so many where ``most`` is given."""
    return session.scalars(revisions_of(offer_id).limit(most)).all()


def revision(session: Session, offer_id: str, number: int) -> Revision:
    """Return one version. Raises NoSuchRevisionError."""
    found = session.scalars(revisions_of(offer_id).where(Revision.number == number)).one_or_none()
    if found is None:
        raise NoSuchRevisionError(f"{offer_id} has no version {number}.")
    return found


def find_head(session: Session, offer_id: str) -> Revision | None:
    """Return what whoever writes next builds upon: the open proposal, else what was accepted last."""
    return session.scalars(
        revisions_of(offer_id).where(Revision.state.in_(STANDING)).limit(1)
    ).first()


def find_accepted(session: Session, offer_id: str) -> Revision | None:
    return session.scalars(
        revisions_of(offer_id).where(Revision.state == RevisionState.ACCEPTED).limit(1)
    ).first()


def find_open_proposal(session: Session, offer_id: str) -> Revision | None:
    return session.scalars(revisions_of(offer_id).where(Revision.state.in_(OPEN)).limit(1)).first()


def highest_number(session: Session, offer_id: str) -> int:
    """Return the number of the newest version, whatever became of it; 0 where there is none."""
    highest = select(func.max(Revision.number)).where(Revision.offer_id == offer_id)
    return session.scalar(highest) or 0


def offers_proposed_by(session: Session, account_id: int) -> Sequence[Revision]:
    """Return the head of each offer that an account has proposed and that is not in the catalogue yet."""
    published = select(Offer.id)
    found = session.scalars(
        select(Revision)
        .where(
            Revision.account_id == account_id,
            Revision.state.in_(OPEN),
            Revision.offer_id.not_in(published),
        )
        .order_by(Revision.id)
    )
    return found.all()


def claim_by_id(session: Session, claim_id: int) -> Claim:
    """Raises NoSuchClaimError."""
    found = session.get(Claim, claim_id)
    if found is None:
        raise NoSuchClaimError(f"There is no claim {claim_id}.")
    return found


def find_open_claim(session: Session, account_id: int, organisation_id: str) -> Claim | None:
    return session.scalars(
        select(Claim).where(
            Claim.organisation_id == organisation_id,
            Claim.account_id == account_id,
            Claim.state == ClaimState.OPEN,
        )
    ).first()


def names_of_offers(session: Session, organisation_id: str) -> dict[str, str]:
    """Return what the offers of an organisation are called by their ids, whatever their status."""
    found = select(Offer.id, Offer.name).where(Offer.organisation_id == organisation_id)
    return {row.id: row.name for row in session.execute(found.order_by(Offer.id))}


def is_trusted(session: Session, organisation_id: str) -> bool:
    return session.get(TrustedOrganisation, organisation_id) is not None
