"""What is kept only until a decision has been made, and a little longer."""

from datetime import timedelta

from sqlalchemy.orm import Session

from core.clock import now_in_utc
from core.events import SYSTEM
from stewardship.models import Revision, RevisionState
from stewardship.purging import purge_verifications
from tests.support.databases import on_both_databases

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
