"""Whose entries are due to be confirmed, and who is to be asked."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session

from accounts.models import Account, Steward
from core.outbox import MailState, OutgoingMail
from directory.choices import OfferKind, Status
from directory.models import ConfirmationRhythm, Offer
from directory.queries import chunks
from stewardship.models import Revision, RevisionState


def asked_about() -> Select[Offer]:
    """Published offers whose stewards are asked, the longest due first.

    Whoever has proposed a change that waits for us has answered, and is not asked meanwhile.
    """
    waiting = select(Revision.offer_id).where(Revision.state == RevisionState.PROPOSED)
    return (
        select(Offer)
        .join(ConfirmationRhythm, ConfirmationRhythm.offer_id == Offer.id)
        .where(Offer.status == Status.PUBLISHED, Offer.id.not_in(waiting))
        .order_by(ConfirmationRhythm.due_on, Offer.id)
    )


def due_by(session: Session, day: date) -> list[Offer]:
    return list(session.scalars(asked_about().where(ConfirmationRhythm.due_on <= day)))


def to_remind(session: Session, stages: Sequence[date]) -> list[Offer]:
    """Return what has had fewer reminders than it should by now: the n-th when due by the n-th day."""
    late = [
        and_(ConfirmationRhythm.reminders < number, ConfirmationRhythm.due_on <= day)
        for number, day in enumerate(stages, start=1)
    ]
    return list(session.scalars(asked_about().where(or_(*late))))


def not_asked_about(session: Session, season: str) -> list[Offer]:
    """Return what one goes to again and again, whose stewards were not asked about ``season``."""
    found = asked_about().where(
        Offer.kind != OfferKind.SIGNPOST,
        ConfirmationRhythm.season_asked.is_distinct_from(season),
    )
    return list(session.scalars(found))


def holders_of(session: Session, organisations: Collection[str]) -> dict[str, list[Account]]:
    """Return who holds each organisation; an organisation that nobody holds is not there."""
    found: dict[str, list[Account]] = {}
    for some in chunks(sorted(set(organisations))):
        rows = session.execute(
            select(Steward.organisation_id, Account)
            .join(Account, Account.id == Steward.account_id)
            .where(Steward.organisation_id.in_(some))
            .order_by(Steward.organisation_id, Account.id)
        )
        for organisation, account in rows:
            found.setdefault(organisation, []).append(account)
    return found


def accounts_mail_does_not_reach(session: Session, prefixes: Sequence[str]) -> set[int]:
    """Return whose mail of these kinds came back for good. The number follows the kind in a mail's key."""
    found: set[int] = set()
    for prefix in prefixes:
        dead = select(OutgoingMail.key).where(
            OutgoingMail.state == MailState.DEAD, OutgoingMail.key.startswith(f"{prefix}:")
        )
        found |= {int(key.split(":")[1]) for key in session.scalars(dead)}
    return found
