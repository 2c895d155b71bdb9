"""What is asked of the tables on behalf of visitors, and of what visitors have said."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from accounts.models import Account
from accounts.queries import find_account
from core.errors import NotFoundError
from core.outbox import MailState, OutgoingMail
from directory.models import Offer
from directory.offer_page import has_ended
from directory.queries import published_by_ids
from stewardship.models import ContactPoint, FirstContact, OpenOrClosed, Report
from web.languages import SOURCE_LANGUAGE


class NotOpenToVisitorsError(NotFoundError):
    """There is no such offer to write about or to, or no longer."""


class NoSuchMunicipalityError(NotFoundError):
    """There is no municipality of this number."""


class NoSuchReportError(NotFoundError):
    """Nobody has reported this."""


def offer_shown(session: Session, offer_id: str, today: date) -> Offer:
    """Return an offer that one can go to. Raises NotOpenToVisitorsError."""
    offer = published_by_ids(session, [offer_id]).get(offer_id)
    if offer is None or has_ended(offer, today):
        raise NotOpenToVisitorsError(f"There is no offer {offer_id}.")
    return offer


def contact_point_of(session: Session, offer: Offer) -> ContactPoint:
    """Return where a first message to a group goes. Raises NotOpenToVisitorsError."""
    point = session.get(ContactPoint, offer.id)
    if point is None:
        raise NotOpenToVisitorsError(f"{offer.id} takes no first message.")
    return point


def takes_messages(session: Session, offer_id: str) -> bool:
    wanted = select(ContactPoint.offer_id).where(ContactPoint.offer_id == offer_id)
    return session.scalar(wanted) is not None


def language_at(session: Session, email: str) -> str:
    """Return the language that whoever reads a mail box wants mail in, as far as we know."""
    account: Account | None = find_account(session, email)
    return account.language if account else SOURCE_LANGUAGE


def report_numbered(session: Session, number: int) -> Report:
    """Raises NoSuchReportError."""
    found = session.get(Report, number)
    if found is None:
        raise NoSuchReportError(f"There is no report {number}.")
    return found


def reports_open_since(session: Session, moment: datetime) -> Sequence[Report]:
    """Return the reports that were made before ``moment`` and have stayed open."""
    stale = select(Report).where(Report.state == OpenOrClosed.OPEN, Report.created_at < moment)
    return session.scalars(stale.order_by(Report.id)).all()


def dead_mails(session: Session, key_begins: str) -> dict[str, OutgoingMail]:
    """Return the mails that will not be delivered and still have words, by key, of keys that begin so."""
    dead = select(OutgoingMail).where(
        OutgoingMail.state == MailState.DEAD,
        OutgoingMail.key.startswith(key_begins, autoescape=True),
        OutgoingMail.text != "",
    )
    return {mail.key: mail for mail in session.scalars(dead)}


def contacts_waiting(
    session: Session, promised_before: datetime, or_numbered: Iterable[int]
) -> Sequence[FirstContact]:
    """Return those who were promised an answer by now, and those of the numbers given."""
    waiting = select(FirstContact).where(
        or_(FirstContact.promised_by <= promised_before, FirstContact.id.in_(list(or_numbered)))
    )
    return session.scalars(waiting.order_by(FirstContact.id)).all()
