"""Throwing away who has asked in vain or has stopped coming, and practices where nobody is left."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import and_, delete, func, or_, select, update
from sqlalchemy.orm import Session

from accounts.models import Account
from core.events import SYSTEM
from prescribing.choices import PrescriberState
from prescribing.models import Practice, Prescriber, PrescribingCount, Prescription, UsualChoice
from prescribing.practices.deciding import note, tell
from prescribing.practices.letters import PrescriberEndedLetter
from web.letters import address_of

KEPT_FOR: Final = timedelta(days=90)
UNUSED_FOR: Final = timedelta(days=365)
"""As long as a code is valid: whoever has not been here since has none that is still in use."""


def purge_prescribers(session: Session, now: datetime) -> None:
    """Forget those who have got no, or no answer, for as long; and end what has not been used for a year.

    The latter are told by mail, and can ask again.
    """
    _end_unused(session, now)
    past = now - KEPT_FOR
    session.execute(
        delete(Prescriber).where(
            or_(
                and_(Prescriber.state == PrescriberState.ASKED, Prescriber.asked_at <= past),
                and_(Prescriber.state == PrescriberState.REFUSED, Prescriber.decided_at <= past),
            )
        )
    )
    _forget_empty_practices(session, past)


def _end_unused(session: Session, now: datetime) -> None:
    past = now - UNUSED_FOR
    seen_on = func.coalesce(Account.last_seen_on, past.date())
    unused = (
        select(Account)
        .join(Prescriber, Prescriber.account_id == Account.id)
        .where(
            Prescriber.state == PrescriberState.APPROVED,
            Prescriber.decided_at <= past,
            seen_on <= past.date(),
        )
        .order_by(Account.id)
    )
    for account in session.scalars(unused).all():
        session.execute(delete(Prescriber).where(Prescriber.account_id == account.id))
        note(session, account.id, "unused", SYSTEM)
        address = address_of("practices.show_ask", account.language)
        letter = PrescriberEndedLetter(address, is_unused=True)
        tell(session, account, "unused", letter, now)


def _forget_empty_practices(session: Session, past: datetime) -> None:
    """Let go of what tells which place it was. Its counts stay: what was told of a month never changes."""
    in_use = [select(table.practice_id) for table in (Prescriber, Prescription)]
    empty = select(Practice.id).where(
        Practice.created_at <= past, *(Practice.id.not_in(used) for used in in_use)
    )
    gone = session.scalars(empty).all()
    session.execute(delete(UsualChoice).where(UsualChoice.practice_id.in_(gone)))
    session.execute(update(Practice).where(Practice.id.in_(gone)).values(orgnr=None))
    counted = select(PrescribingCount.practice_id)
    session.execute(delete(Practice).where(Practice.id.in_(gone), Practice.id.not_in(counted)))
