"""What waits for moderators, put there by the same actions as the pages use."""

from typing import Any

from flask import Flask
from sqlalchemy.orm import Session

from accounts.holding import make_steward
from accounts.models import Account
from accounts.queries import account_for
from directory.models import Offer
from stewardship import claiming, proposing
from stewardship.models import Claim, Draft, Report, Revision
from stewardship.verification import Way
from stewardship.visitors import reporting
from tests.support.factories import offer_entry, schedule_entry

NOT_OF_WORDS = ("id", "organisation", "status")
HIDDEN_STREET = "Hemmeliggata 17"
PLACE_WITH_STREET = {
    "name": "Klatrehallen",
    "address": HIDDEN_STREET,
    "postcode": "7011",
    "municipality": "5001",
    "precision": "municipality",
}


def words(**changes: Any) -> dict[str, Any]:
    entry = offer_entry(**changes)
    return {key: value for key, value in entry.items() if key not in NOT_OF_WORDS}


def at_street(street: str = HIDDEN_STREET) -> dict[str, Any]:
    """Return a weekly time at a place with a street address."""
    return schedule_entry(venue=PLACE_WITH_STREET | {"address": street})


def steward_of(session: Session, email: str, *organisations: str) -> Account:
    account = account_for(session, email)
    session.flush()
    for organisation in organisations:
        make_steward(session, account, organisation)
    session.commit()
    return account


def propose_new(
    app: Flask, session: Session, email: str, *, hides: bool = False, **changes: Any
) -> Revision:
    """Let somebody whom nobody knows propose a new offer of an organisation of their own."""
    account = steward_of(session, email)
    draft = Draft(
        digest=str(changes),
        language="nb",
        entry=words(**changes),
        organisation={"name": "Nymoen musikk"},
        hides_address=hides,
        typed={"verification": {"way": Way.CALL.value, "whom": "73 11 22 33"}},
    )
    session.add(draft)
    session.flush()
    with app.app_context():
        made = proposing.propose_new(session, draft, account)
    session.commit()
    return made


def propose_change(
    app: Flask, session: Session, account: Account, offer_id: str = "klatrekveld", **changes: Any
) -> Revision:
    head = proposing.current_head(session, offer_id)
    told = proposing.Proposal(head.entry | changes, head.hides_address, head.number)
    with app.app_context():
        made = proposing.propose_change(session, offer_id, told, account)
    session.commit()
    return made


def claim(session: Session, email: str, offer_id: str = "klatrekveld") -> Claim:
    account = steward_of(session, email)
    made = claiming.claim(session, offer_id, account, Way.FELLOWSHIP, "Per, 900 00 000")
    assert made is not None
    session.commit()
    return made


def report(app: Flask, session: Session, text: str, reply_to: str | None = None) -> Report:
    told = reporting.Told((reporting.Wrong.TIME,), text, reply_to)
    with app.app_context():
        made = reporting.report(session, session.get_one(Offer, "klatrekveld"), told, "nb")
    session.commit()
    return made
