"""Who holds an organisation, and what an account holds."""

import pytest
from sqlalchemy.orm import Session

from accounts.holding import (
    UnknownOrganisationError,
    make_steward,
    organisations_of,
    stewards_of,
)
from accounts.queries import account_for, find_account
from core.events import account_actor, events_of
from tests.support.databases import on_both_databases
from tests.support.factories import organisation_entry, save


@on_both_databases
def test_an_address_has_one_account_however_it_is_written(session: Session) -> None:
    first = account_for(session, "Kari@Example.org")

    assert account_for(session, " kari@example.ORG ") is first
    assert find_account(session, "KARI@example.org") is first
    assert find_account(session, "ola@example.org") is None


@on_both_databases
def test_several_hold_an_organisation_and_one_holds_several(session: Session) -> None:
    save(session, organisation_entry(id="en"), organisation_entry(id="to"))
    kari, ola = account_for(session, "kari@example.org"), account_for(session, "ola@example.org")

    for account, organisation in ((kari, "en"), (kari, "to"), (ola, "en")):
        assert make_steward(session, account, organisation)

    assert organisations_of(session, kari) == {"en", "to"}
    assert stewards_of(session, "en") == [kari, ola]
    assert stewards_of(session, "finnes-ikke") == []


@on_both_databases
def test_holding_twice_is_holding_once(session: Session) -> None:
    save(session, organisation_entry())
    kari = account_for(session, "kari@example.org")
    make_steward(session, kari, "en-forening")

    assert not make_steward(session, kari, "en-forening")
    assert stewards_of(session, "en-forening") == [kari]
    assert len(events_of(session, "organisation:en-forening")) == 1


@on_both_databases
def test_nobody_holds_what_is_not_there(session: Session) -> None:
    kari = account_for(session, "kari@example.org")

    with pytest.raises(UnknownOrganisationError):
        make_steward(session, kari, "finnes-ikke")

    session.rollback()
    assert stewards_of(session, "finnes-ikke") == []


def test_who_let_somebody_hold_an_organisation_is_written_down(session: Session) -> None:
    save(session, organisation_entry())
    kari, ola = account_for(session, "kari@example.org"), account_for(session, "ola@example.org")

    make_steward(session, kari, "en-forening", actor=account_actor(ola.id))

    [noted] = events_of(session, "organisation:en-forening")
    assert (noted.actor, noted.details) == (f"account:{ola.id}", {"account": kari.id})
