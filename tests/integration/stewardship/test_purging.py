"""What is kept only until a decision has been made, and a little longer."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.holding import make_steward
from accounts.models import Account, Role
from accounts.queries import account_for
from core.clock import now_in_utc
from core.events import SYSTEM
from stewardship.models import Claim, ClaimState, Revision, RevisionState
from stewardship.purging import purge_accounts, purge_verifications
from tests.support.databases import on_both_databases
from tests.support.factories import organisation_entry, save

pytestmark = on_both_databases


def decided(session: Session, days_ago: int | None) -> Revision:
    version = Revision(
        offer_id="en-gruppe",
        number=1,
        entry={"name": "En gruppe"},
        verification={"way": "call", "whom": "Kari, 22 22 22 22"},
        state=RevisionState.ACCEPTED,
        actor=SYSTEM,
        decided_at=None if days_ago is None else now_in_utc() - timedelta(days=days_ago),
    )
    session.add(version)
    session.commit()
    return version


def test_whom_to_ask_is_forgotten_90_days_after_the_decision(session: Session) -> None:
    version = decided(session, days_ago=91)

    purge_verifications(session, now_in_utc())

    session.refresh(version)
    assert version.verification == {}
    assert version.entry == {"name": "En gruppe"}


def test_whom_to_ask_is_forgotten_of_a_version_that_was_replaced_undecided(
    session: Session,
) -> None:
    version = decided(session, days_ago=None)
    version.state, version.created_at = RevisionState.REPLACED, now_in_utc() - timedelta(days=91)
    session.commit()

    purge_verifications(session, now_in_utc())

    session.refresh(version)
    assert version.verification == {}


def test_what_a_claimant_was_told_goes_with_whom_to_ask(session: Session) -> None:
    save(session, organisation_entry())
    account = account_for(session, "kari@example.org")
    claim = Claim(
        organisation_id="en-forening",
        account_id=account.id,
        verification={"way": "call", "whom": "Kari, 22 22 22 22"},
        state=ClaimState.REJECTED,
        decided_at=now_in_utc() - timedelta(days=91),
        reason="Kari svarte ikke.",
    )
    session.add(claim)
    session.commit()

    purge_verifications(session, now_in_utc())

    session.refresh(claim)
    assert (claim.verification, claim.reason) == ({}, None)


def test_whom_to_ask_is_there_while_nobody_has_decided_and_a_little_longer(
    session: Session,
) -> None:
    versions = [decided(session, days_ago=89)]

    purge_verifications(session, now_in_utc())

    session.refresh(versions[0])
    assert versions[0].verification["way"] == "call"


def test_whom_to_ask_is_kept_while_it_waits(session: Session) -> None:
    version = decided(session, days_ago=None)

    purge_verifications(session, now_in_utc())

    session.refresh(version)
    assert version.verification["way"] == "call"


def account(session: Session, email: str, **more: Any) -> Account:
    made = account_for(session, email)
    made.created_at = now_in_utc() - timedelta(days=91)
    for name, value in more.items():
        setattr(made, name, value)
    session.flush()
    return made


def test_whoever_looks_after_nothing_and_waits_for_nothing_is_forgotten(session: Session) -> None:
    save(session, organisation_entry())
    account(session, "gone@example.org")
    account(session, "new@example.org", created_at=now_in_utc() - timedelta(days=89))
    account(session, "seen@example.org", last_seen_on=now_in_utc().date() - timedelta(days=80))
    account(session, "mod@example.org", role=Role.MODERATOR)
    make_steward(session, account(session, "holds@example.org"), "en-forening")
    claims = account(session, "claims@example.org").id
    session.add(Claim(organisation_id="en-forening", account_id=claims))
    decided(session, days_ago=None).account_id = account(session, "writes@example.org").id
    session.flush()
    session.scalars(select(Revision)).one().state = RevisionState.PROPOSED
    session.commit()

    purge_accounts(session, now_in_utc())

    left = {one.partition("@")[0] for one in session.scalars(select(Account.email))}
    assert left == {"new", "seen", "mod", "holds", "claims", "writes"}
