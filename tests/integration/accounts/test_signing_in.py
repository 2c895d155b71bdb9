"""A link in a mail signs in, once; and nobody finds out which addresses we know."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import event, func, select, update
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from accounts.actions import LINK_LASTS
from accounts.models import Account, Role, SignInSession
from accounts.queries import account_for
from core.clock import now_in_utc
from core.db import db
from core.events import events_of
from core.outbox import OutgoingMail
from core.tokens import OneTimeToken, purge_tokens
from tests.support.client import PageClient
from tests.support.databases import on_both_databases
from tests.support.mailed import link_mailed_to, mailed_to
from tests.support.signing_in import sign_in

KNOWN = "kari@example.org"
UNKNOWN = "ukjent@example.org"


@pytest.fixture
def account(session: Session) -> Account:
    made = account_for(session, KNOWN)
    session.commit()
    return made


@pytest.fixture
def link(client: PageClient, session: Session, account: Account) -> str:
    client.submit("/inn", email=KNOWN)
    return link_mailed_to(session, KNOWN)


@pytest.fixture
def statements(app: Flask) -> Iterator[list[str]]:
    """What the application asks of its database, in order, without the values."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        asked.append(statement)

    with app.app_context():
        engine: Engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


def typed_in(markup: str) -> str:
    field = BeautifulSoup(markup, "html.parser").select_one("[name=email]")
    assert field
    return str(field["value"]).replace("\r", "").replace("\n", "")


def count(session: Session, table: type) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_the_link_leads_to_a_button_and_the_button_to_what_one_holds(
    client: PageClient, link: str
) -> None:
    assert client.get(link).status_code == 200

    answer = client.submit(link)

    assert (answer.status_code, answer.location) == (303, "/mine")
    assert KNOWN in client.page("/konto").text


def test_a_link_that_is_only_opened_is_not_used(
    client: PageClient, session: Session, link: str
) -> None:
    for _opening in range(3):
        client.page(link)

    assert count(session, SignInSession) == 0
    assert client.submit(link).status_code == 303


def test_a_link_signs_in_once(app: Flask, client: PageClient, session: Session, link: str) -> None:
    client.submit(link)
    other = app.test_client()

    again = other.post(link)

    assert again.status_code == 410
    assert other.get(link).status_code == 410
    assert other.get("/konto").status_code == 303
    assert count(session, SignInSession) == 1


@on_both_databases
def test_of_two_who_press_at_once_one_is_let_in(
    app: Flask, session: Session, account: Account
) -> None:
    app.test_client().submit("/inn", email=KNOWN)
    link = link_mailed_to(session, KNOWN)
    session.rollback()
    start = Barrier(2)

    def press() -> int:
        client = app.test_client()
        start.wait()
        return client.post(link).status_code

    with ThreadPoolExecutor(2) as threads:
        statuses = [one.result() for one in [threads.submit(press) for _ in range(2)]]

    assert sorted(statuses) == [303, 410]
    assert count(session, SignInSession) == 1


def test_a_link_is_too_old_after_a_quarter_of_an_hour(
    client: PageClient, session: Session, link: str
) -> None:
    given = session.scalars(select(OneTimeToken)).one()
    assert given.expires_at - given.created_at <= LINK_LASTS == timedelta(minutes=15)
    session.execute(update(OneTimeToken).values(expires_at=now_in_utc()))
    session.commit()

    assert client.get(link).status_code == 410
    assert client.post(link).status_code == 410
    assert count(session, SignInSession) == 0


@pytest.mark.parametrize("word", ["x", "x" * 43, "x" * 5000, "ø", "' OR 1=1"])
def test_a_word_that_was_made_up_opens_nothing(
    client: PageClient, session: Session, account: Account, word: str
) -> None:
    assert client.get(f"/inn/{word}").status_code == 410
    assert client.post(f"/inn/{word}").status_code == 410
    assert count(session, SignInSession) == 0


def test_the_word_itself_is_nowhere_in_the_database_but_in_the_letter(
    client: PageClient, session: Session, link: str
) -> None:
    word = link.rpartition("/")[2]

    client.submit(link)

    session.execute(update(OutgoingMail).values(text=""))
    session.commit()
    connection = session.connection().connection.dbapi_connection
    assert connection is not None
    assert word not in "\n".join(connection.iterdump())


def test_an_unknown_address_gets_no_mail_and_the_same_answer(
    client: PageClient, session: Session, account: Account
) -> None:
    known = client.submit("/inn", email=KNOWN)
    unknown = client.submit("/inn", email=UNKNOWN)

    assert (known.status_code, known.location) == (unknown.status_code, unknown.location)
    assert known.text == unknown.text
    assert dict(known.headers) == dict(unknown.headers)
    assert len(mailed_to(session, KNOWN)) == 1
    assert mailed_to(session, UNKNOWN) == []


@on_both_databases
def test_an_unknown_address_costs_the_same_work(
    client: PageClient, session: Session, account: Account, statements: list[str]
) -> None:
    client.submit("/inn", email=KNOWN)
    for_known = list(statements)
    statements.clear()

    client.submit("/inn", email=UNKNOWN)

    assert statements == for_known
    assert for_known


def test_what_was_given_for_an_unknown_address_signs_nobody_in(
    client: PageClient, session: Session
) -> None:
    client.submit("/inn", email=UNKNOWN)

    given = session.scalars(select(OneTimeToken)).one()
    assert session.get(Account, given.subject["account"]) is None


def test_a_mail_box_gets_three_links_at_most(
    client: PageClient, session: Session, account: Account
) -> None:
    answers = {client.submit("/inn", email=KNOWN).location for _time in range(5)}

    assert answers == {"/inn/sendt"}
    assert len(mailed_to(session, KNOWN)) == 3


def test_other_links_come_when_the_first_are_too_old(
    client: PageClient, session: Session, account: Account
) -> None:
    for _time in range(4):
        client.submit("/inn", email=KNOWN)
    session.execute(update(OneTimeToken).values(expires_at=now_in_utc()))
    session.commit()

    client.submit("/inn", email=KNOWN)

    assert len(mailed_to(session, KNOWN)) == 4


def test_capital_letters_and_spaces_make_no_other_address(
    client: PageClient, session: Session, account: Account
) -> None:
    client.submit("/inn", email="  Kari@Example.ORG ")

    assert len(mailed_to(session, KNOWN)) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Skriv e-postadressen din."),
        ("   ", "Skriv e-postadressen din."),
        ("kari", "Skriv hele adressen"),
        ("kari@example", "Skriv hele adressen"),
        ("kari@example.org, ola@example.org", "Skriv hele adressen"),
        ("kari@example.org\r\nBcc: ola@example.org", "Skriv hele adressen"),
        ("<b>@example.org", "Skriv hele adressen"),
        ("x" * 250 + "@example.org", "Skriv hele adressen"),
    ],
)
def test_what_is_no_address_is_said_beside_the_field_and_stays_there(
    client: PageClient, session: Session, typed: str, said: str
) -> None:
    answer = client.submit("/inn", email=typed)

    assert answer.status_code == 422
    assert said in answer.text
    assert typed_in(answer.text) == typed.replace("\r\n", "").strip().lower()
    assert count(session, OneTimeToken) == 0


def test_the_letter_is_in_the_language_of_the_page(
    client: PageClient, session: Session, account: Account
) -> None:
    client.submit("/en/inn", email=KNOWN)

    assert link_mailed_to(session, KNOWN).startswith("/en/inn/")


def test_one_lands_where_one_was_going(
    client: PageClient, session: Session, account: Account
) -> None:
    asked = client.get("/konto/nokkel")
    assert asked.location == "/inn?til=/konto/nokkel"

    client.submit(asked.location, email=KNOWN)
    answer = client.submit(link_mailed_to(session, KNOWN))

    assert answer.location == "/konto/nokkel"


def test_who_is_signed_in_already_is_not_asked_again(client: PageClient, session: Session) -> None:
    sign_in(client, session, KNOWN)

    assert client.get("/inn").location == "/konto"
    assert client.get("/inn?til=/mine").location == "/mine"


@pytest.mark.parametrize("elsewhere", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_a_link_cannot_be_made_to_lead_elsewhere(
    client: PageClient, session: Session, account: Account, elsewhere: str
) -> None:
    assert elsewhere not in client.get("/inn", query_string={"til": elsewhere}).text

    client.post("/inn", data={"email": KNOWN, "til": elsewhere})
    answer = client.submit(link_mailed_to(session, KNOWN))

    assert answer.location == "/mine"


@pytest.mark.parametrize("role", Role)
def test_that_somebody_who_decides_signed_in_is_written_down_without_their_address(
    client: PageClient, session: Session, account: Account, role: Role
) -> None:
    account.role = role
    session.commit()
    client.submit("/inn", email=KNOWN)

    client.submit(link_mailed_to(session, KNOWN))

    noted = events_of(session, f"account:{account.id}")
    assert [one.action for one in noted] == ([] if role is Role.STEWARD else ["account:signed_in"])
    assert all(one.actor == f"account:{account.id}" and not one.details for one in noted)


def test_links_that_are_too_old_are_swept_away(session: Session, link: str) -> None:
    purge_tokens(session, now_in_utc() + LINK_LASTS)
    session.commit()

    assert count(session, OneTimeToken) == 0
