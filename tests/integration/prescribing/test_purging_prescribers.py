"""Who has asked in vain or stopped coming is forgotten, and an account that prescribes is not."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.models import Account
from accounts.queries import account_for, find_account
from accounts.roles import remove_account
from core.clock import now_in_utc
from core.events import events_of
from prescribing.choices import Counted, PrescriberState
from prescribing.models import ANY_KIND, Practice, Prescriber, PrescribingCount, UsualChoice
from prescribing.practices.purging import purge_prescribers
from stewardship.purging import purge_accounts
from tests.support.databases import on_both_databases
from tests.support.mailed import mailed_to
from tests.support.practices import ORGNR, make_prescriber, save_practice

DOCTOR = "lege@kontor.example"
NOW = now_in_utc()
pytestmark = [on_both_databases, pytest.mark.usefixtures("app")]


def account_seen(session: Session, days_ago: int) -> Account:
    account = account_for(session, DOCTOR)
    account.created_at = NOW - timedelta(days=1000)
    account.last_seen_on = (NOW - timedelta(days=days_ago)).date()
    session.commit()
    return account


def prescribing_since(session: Session, state: PrescriberState, *, days: int, seen: int) -> Account:
    """Return an account that asked ``days`` ago, and was answered at once where it was."""
    account = account_seen(session, seen)
    practice = save_practice(session, orgnr=ORGNR, created_at=NOW - timedelta(days=days))
    made = make_prescriber(session, account, state, practice)
    made.asked_at = NOW - timedelta(days=days)
    made.decided_at = None if state is PrescriberState.ASKED else made.asked_at
    session.commit()
    return account


def purge(session: Session) -> None:
    purge_prescribers(session, NOW)
    purge_accounts(session, NOW)
    session.commit()
    session.expire_all()


@pytest.mark.parametrize(
    ("state", "days", "seen"),
    [
        (PrescriberState.APPROVED, 900, 300),
        (PrescriberState.ASKED, 89, 400),
        (PrescriberState.REFUSED, 89, 400),
    ],
    ids=["may prescribe", "waits", "was told no lately"],
)
def test_the_account_of_who_prescribes_or_waits_is_kept(
    session: Session, state: PrescriberState, days: int, seen: int
) -> None:
    prescribing_since(session, state, days=days, seen=seen)

    purge(session)

    assert find_account(session, DOCTOR)
    assert len(session.scalars(select(Prescriber)).all()) == 1


@pytest.mark.parametrize("state", [PrescriberState.ASKED, PrescriberState.REFUSED])
def test_who_has_asked_in_vain_is_forgotten_after_90_days(
    session: Session, state: PrescriberState
) -> None:
    prescribing_since(session, state, days=91, seen=91)

    purge(session)

    assert find_account(session, DOCTOR) is None
    assert session.scalars(select(Practice)).all() == []


def test_who_has_not_been_here_for_a_year_is_told_and_makes_no_codes_any_more(
    app: Flask, session: Session
) -> None:
    account = prescribing_since(session, PrescriberState.APPROVED, days=900, seen=366)
    number = account.id

    with app.app_context():
        purge(session)

    (letter,) = mailed_to(session, DOCTOR)
    assert "Du har ikke logget inn på et år." in letter.text
    assert session.scalars(select(Prescriber)).all() == []
    assert [one.action for one in events_of(session, f"prescriber:{number}")] == [
        "prescriber:unused"
    ]


def test_a_practice_without_people_keeps_its_counts_and_nothing_that_tells_which_it_was(
    session: Session,
) -> None:
    practice = save_practice(session, orgnr=ORGNR, created_at=NOW - timedelta(days=91))
    session.add(UsualChoice(practice_id=practice.id, draft={}))
    key = {"month": "2026-01", "municipality": "", "kind": ANY_KIND, "event": Counted.MADE}
    session.add(PrescribingCount(practice_id=practice.id, count=5, **key))
    session.commit()

    purge(session)

    assert session.scalars(select(UsualChoice)).all() == []
    (kept,) = session.scalars(select(Practice))
    assert kept.orgnr is None
    assert session.scalars(select(PrescribingCount.count)).all() == [5]


def test_removing_an_account_takes_what_it_prescribes_for_with_it(
    app: Flask, session: Session
) -> None:
    prescribing_since(session, PrescriberState.APPROVED, days=10, seen=0)

    remove_account(session, DOCTOR)
    session.commit()

    assert session.scalars(select(Prescriber)).all() == []
