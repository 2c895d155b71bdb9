"""``flask accounts``: who may sign in is said by an operator, and nobody else."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.holding import organisations_of
from accounts.models import Account, Passkey, Role, SignInSession, Steward
from core.events import Event
from stewardship.models import Claim, Draft, Revision, RevisionState
from tests.support.client import PageClient
from tests.support.commands import refused, run, succeed
from tests.support.factories import organisation_entry, save
from tests.support.signing_in import sign_in

EMAIL = "kari@example.org"


def only_account(session: Session) -> Account:
    session.rollback()
    return session.scalars(select(Account)).one()


def noted(session: Session) -> list[tuple[str, str]]:
    session.rollback()
    return [(one.actor, one.action) for one in session.scalars(select(Event).order_by(Event.id))]


def test_an_account_is_made_with_its_role_and_what_it_holds(app: Flask, session: Session) -> None:
    save(session, organisation_entry(id="en-forening"), organisation_entry(id="en-annen"))

    organisations = ["--organisation", "en-forening", "--organisation", "en-annen"]
    succeed(app, "accounts", "add", "Kari@Example.org", "--role", "steward", *organisations)

    account = only_account(session)
    assert (account.email, account.role) == (EMAIL, Role.STEWARD)
    assert organisations_of(session, account) == {"en-forening", "en-annen"}


def test_an_account_that_holds_what_is_not_there_is_refused_whole(
    app: Flask, session: Session
) -> None:
    said = refused(
        app, "accounts", "add", EMAIL, "--role", "steward", "--organisation", "finnes-ikke"
    )

    assert said == ["There is no organisation 'finnes-ikke'."]
    assert session.scalars(select(Account)).all() == []
    assert noted(session) == []


def test_what_is_no_address_is_refused(app: Flask, session: Session) -> None:
    assert refused(app, "accounts", "add", "kari", "--role", "admin") == [
        "'kari' is not a mail address."
    ]
    assert session.scalars(select(Account)).all() == []


def test_a_role_that_is_none_is_wrong_usage(app: Flask) -> None:
    assert run(app, "accounts", "add", EMAIL, "--role", "king").exit_code == 2
    assert run(app, "accounts", "add", EMAIL).exit_code == 2


def test_an_account_is_made_once(app: Flask, session: Session) -> None:
    succeed(app, "accounts", "add", EMAIL, "--role", "steward")

    [said] = refused(app, "accounts", "add", EMAIL, "--role", "admin")

    assert "flask accounts role" in said
    assert only_account(session).role is Role.STEWARD


def test_a_new_role_ends_the_sessions_of_the_old_one(
    app: Flask, client: PageClient, session: Session
) -> None:
    sign_in(client, session, EMAIL, role=Role.MODERATOR)

    succeed(app, "accounts", "role", EMAIL, "steward")

    assert only_account(session).role is Role.STEWARD
    assert client.get("/konto").status_code == 303


def test_the_same_role_again_changes_nothing(
    app: Flask, client: PageClient, session: Session
) -> None:
    sign_in(client, session, EMAIL, role=Role.MODERATOR)

    succeed(app, "accounts", "role", EMAIL, "moderator")

    assert client.get("/konto").status_code == 200
    assert noted(session) == []


def test_lost_keys_are_removed_and_their_sessions_ended(
    app: Flask, client: PageClient, session: Session
) -> None:
    account = sign_in(client, session, EMAIL, role=Role.MODERATOR)
    account.passkeys = [Passkey(credential_id="one", public_key="x")]
    session.commit()

    said = succeed(app, "accounts", "remove-keys", EMAIL)

    assert said == "1 key removed.\n"
    assert only_account(session).passkeys == []
    assert client.get("/konto").status_code == 303


def test_an_account_that_is_not_there_is_refused(app: Flask) -> None:
    for command in (["role", EMAIL, "admin"], ["remove-keys", EMAIL]):
        assert refused(app, "accounts", *command) == [f"There is no account for {EMAIL!r}."]


def test_the_list_begins_with_those_who_decide_most(app: Flask, session: Session) -> None:
    save(session, organisation_entry())
    succeed(app, "accounts", "add", "b@example.org", "--role", "steward")
    succeed(
        app,
        "accounts",
        "add",
        "a@example.org",
        "--role",
        "steward",
        "--organisation",
        "en-forening",
    )
    succeed(app, "accounts", "add", "c@example.org", "--role", "admin")
    succeed(app, "accounts", "add", "d@example.org", "--role", "moderator")

    lines = succeed(app, "accounts", "list").splitlines()

    assert [line.split("\t")[0][0] for line in lines] == ["c", "d", "a", "b"]
    assert lines[2] == "a@example.org\tsteward\tseen never\tkeys 0\ten-forening"


def test_all_of_it_is_written_down_without_an_address(app: Flask, session: Session) -> None:
    save(session, organisation_entry())
    succeed(app, "accounts", "add", EMAIL, "--role", "steward", "--organisation", "en-forening")
    succeed(app, "accounts", "role", EMAIL, "admin")
    succeed(app, "accounts", "remove-keys", EMAIL)

    assert noted(session) == [
        ("system", "account:added"),
        ("system", "organisation:steward_added"),
        ("system", "account:role_changed"),
        ("system", "account:keys_removed"),
    ]
    assert not any("@" in str(one.details) for one in session.scalars(select(Event)))


def test_somebody_who_asks_for_it_is_forgotten(
    app: Flask, client: PageClient, session: Session
) -> None:
    save(session, organisation_entry(id="en-forening"))
    account = sign_in(client, session, EMAIL, organisations=["en-forening"])
    revision = Revision(
        offer_id="en-gruppe", number=1, entry={"name": "En gruppe"},
        state=RevisionState.ACCEPTED, actor="account:1", account_id=account.id,
    )  # fmt: skip
    claim = Claim(organisation_id="en-forening", account_id=account.id)
    session.add_all([revision, claim])
    session.commit()

    succeed(app, "accounts", "remove", "Kari@example.org")

    session.rollback()
    assert session.scalars(select(Account)).all() == []
    for model in (Steward, SignInSession, Claim):
        assert session.scalars(select(model)).all() == []
    kept = session.scalars(select(Revision)).one()
    assert (kept.entry, kept.account_id) == ({"name": "En gruppe"}, None)
    assert ("system", "account:removed") in noted(session)


def test_nobody_can_be_forgotten_who_is_not_there(app: Flask) -> None:
    assert refused(app, "accounts", "remove", EMAIL) == [f"There is no account for '{EMAIL}'."]


def test_what_they_had_begun_to_change_goes_with_them(
    app: Flask, client: PageClient, session: Session
) -> None:
    account = sign_in(client, session, EMAIL)
    session.add(Draft(digest="d", offer_id="en-gruppe", account_id=account.id, language="nb"))
    session.add(Draft(digest="of a visitor", language="nb"))
    session.commit()

    succeed(app, "accounts", "remove", EMAIL)

    session.rollback()
    assert session.scalars(select(Draft.digest)).all() == ["of a visitor"]


def test_the_number_of_somebody_who_is_forgotten_is_given_to_nobody_else(
    app: Flask, session: Session
) -> None:
    succeed(app, "accounts", "add", EMAIL, "--role", "steward")
    before = only_account(session).id
    succeed(app, "accounts", "remove", EMAIL)

    succeed(app, "accounts", "add", "ola@example.org", "--role", "steward")

    assert only_account(session).id != before
