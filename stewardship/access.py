"""Who holds what an address is about: stewards their offers, and everybody what they have proposed."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from accounts.holding import organisations_of
from accounts.models import Account, Role
from directory.models import Offer
from stewardship import queries
from stewardship.models import Revision


def holds_offer(session: Session, account: Account, view_args: Mapping[str, Any]) -> bool:
    """Tell whether ``account`` holds the offer called ``offer_id``.

    Of what is not in the catalogue yet that is whoever proposed it, and those who hold the
    organisation it is to belong to.
    """
    offer_id = view_args["offer_id"]
    offer = session.get(Offer, offer_id)
    if offer is not None:
        return offer.organisation_id in organisations_of(session, account)
    head = queries.find_head(session, offer_id)
    if head is None:
        return False
    return head.account_id == account.id or head.entry["organisation"] in organisations_of(
        session, account
    )


def holds_organisation(session: Session, account: Account, view_args: Mapping[str, Any]) -> bool:
    return view_args["organisation_id"] in organisations_of(session, account)


def speaks_for(session: Session, account: Account, version: Revision) -> bool:
    """Tell whether ``account`` speaks for the organisation of a version, as moderators do for all."""
    if account.role is not Role.STEWARD:
        return True
    return version.entry["organisation"] in organisations_of(session, account)
