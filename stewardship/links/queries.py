"""What the check of links asks the tables: which addresses offers point to, and when each was looked at."""

from datetime import datetime
from typing import Any, Final, TypeGuard

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from directory.choices import Status
from directory.models import Offer, Organisation, Schedule
from directory.page_queries import IS_REAL
from stewardship.models import CheckedLink

LONGEST: Final = 2000  # what a flag can say


def addresses_shown(session: Session) -> dict[str, set[str]]:
    """Return every web address on the pages of published offers, with those offers.

    An organisation's own address is told of at the first of its offers. Made-up offers point to
    nothing that should be asked.
    """
    found: dict[str, set[str]] = {}
    seen: set[str] = set()
    for offer, organisation, homepage, contacts in session.execute(_with_contacts()):
        addresses = [one.get(key) for one in contacts for key in ("url", "chat")]
        if organisation not in seen:
            addresses.append(homepage)
            seen.add(organisation)
        for address in filter(is_address, addresses):
            found.setdefault(address, set()).add(offer)
    meetings = (
        select(Schedule.offer_id, Schedule.online_url)
        .join(Offer, Offer.id == Schedule.offer_id)
        .where(Offer.status == Status.PUBLISHED, IS_REAL, Schedule.online_url.is_not(None))
    )
    for offer, online in session.execute(meetings):
        if is_address(online):
            found.setdefault(online, set()).add(offer)
    return found


def _with_contacts() -> Select[Any]:
    return (
        select(Offer.id, Offer.organisation_id, Organisation.url, Offer.contacts)
        .join(Organisation, Organisation.id == Offer.organisation_id)
        .where(Offer.status == Status.PUBLISHED, IS_REAL)
        .order_by(Offer.id)
    )


def is_address(text: str | None) -> TypeGuard[str]:
    return text is not None and text.startswith(("http://", "https://")) and len(text) <= LONGEST


def checked_links(session: Session) -> dict[str, CheckedLink]:
    """Return what is known of every address, by its digest, read anew each time."""
    newest = select(CheckedLink).execution_options(populate_existing=True)
    return {link.digest: link for link in session.scalars(newest)}


def forget_links_before(session: Session, moment: datetime) -> None:
    """Remove what is known of addresses that nobody points to any more; others are looked at weekly."""
    session.execute(delete(CheckedLink).where(CheckedLink.checked_at < moment))
