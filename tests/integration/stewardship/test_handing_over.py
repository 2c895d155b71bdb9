"""Who holds an organisation: asked by mail, said yes to once, let go of, and never left to nobody."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.holding import organisations_of, stewards_of
from accounts.models import Account
from core.outbox import OutgoingMail
from stewardship.models import Draft
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save
from tests.support.mailed import link_mailed_to, mailed_to
from tests.support.pressing import press
from tests.support.signing_in import sign_in
from tests.support.waiting import steward_of
from web.limits import limiter

ORGANISATION = "/mine/organisasjon/en-forening"
NEW = "ny@example.org"


@pytest.fixture(autouse=True)
def nobody_has_sent_anything(app: Flask) -> Iterator[None]:
    limiter.reset()
    yield
    limiter.reset()


@pytest.fixture(autouse=True)
def offer(session: Session) -> None:
    save(session, offer_entry(), offer_entry(id="annet", organisation="en-annen"))


@pytest.fixture
def kari(client: PageClient, session: Session) -> Account:
    return sign_in(client, session, "kari@example.org", organisations=["en-forening"])


def holders(session: Session) -> list[str]:
    session.rollback()
    return [one.email for one in stewards_of(session, "en-forening")]


def invited(client: PageClient, session: Session) -> str:
    """Ask somebody, and return the path of the link they are mailed."""
    press(client, ORGANISATION, "Send lenken", email=NEW)
    return link_mailed_to(session, NEW)


def test_the_addresses_of_others_are_not_shown(
    client: PageClient, session: Session, kari: Account
) -> None:
    steward_of(session, "per@example.org", "en-forening")

    text = client.page(ORGANISATION).text

    assert "kari@example.org" in text
    assert "per@example.org" not in text
    assert "p•••@…" in text


def test_somebody_who_is_asked_says_yes_with_one_press(
    app: Flask, client: PageClient, session: Session, kari: Account
) -> None:
    link = invited(client, session)
    visitor = app.test_client()

    opened, before = visitor.page(link), holders(session)
    answer = visitor.submit(link)

    assert "en-forening" in opened.text
    assert before == ["kari@example.org"]
    assert holders(session) == ["kari@example.org", NEW]
    assert "Takk, nå er du med" in visitor.page(answer.location).text


def test_the_link_of_an_invitation_says_nothing_in_its_subject(
    client: PageClient, session: Session, kari: Account
) -> None:
    invited(client, session)

    assert mailed_to(session, NEW)[-1].subject == "Vil du ta over en oppgave?"


def test_a_link_is_used_once(
    app: Flask, client: PageClient, session: Session, kari: Account
) -> None:
    link = invited(client, session)
    visitor = app.test_client()
    visitor.submit(link)

    again = visitor.post(link)

    assert again.status_code == 410
    assert "Lenken virker ikke lenger" in visitor.page(link, status=410).text


def test_a_word_that_was_never_given_opens_nothing(client: PageClient, session: Session) -> None:
    assert client.post("/overta/funnet-pa").status_code == 410
    assert holders(session) == []


def test_an_address_that_is_none_is_asked_for_again(
    client: PageClient, session: Session, kari: Account
) -> None:
    answer = press(client, ORGANISATION, "Send lenken", email="per")

    assert answer.status_code == 422
    assert "Skriv hele adressen" in answer.text
    assert session.scalars(select(OutgoingMail)).all() == []


def test_the_last_who_holds_it_cannot_let_go(
    client: PageClient, session: Session, kari: Account
) -> None:
    answer = press(client, ORGANISATION, "Gi slipp")

    assert answer.status_code == 409
    assert "Inviter en annen først." in answer.text
    assert holders(session) == ["kari@example.org"]


def test_one_of_two_can_let_go(client: PageClient, session: Session, kari: Account) -> None:
    steward_of(session, "per@example.org", "en-forening")

    answer = press(client, ORGANISATION, "Gi slipp")

    assert holders(session) == ["per@example.org"]
    assert "Du holder ikke organisasjonen lenger." in client.page(answer.location).text
    client.page(ORGANISATION, status=404)


def test_another_offer_begins_with_who_stands_behind_it(
    client: PageClient, session: Session, kari: Account
) -> None:
    answer = press(client, "/mine", "Legg til et tilbud for en-forening")

    draft = session.scalars(select(Draft)).one()
    assert answer.location.startswith("/meld-inn/")
    assert draft.organisation == {"id": "en-forening"}
    assert draft.email == "kari@example.org"
    assert client.get(answer.location).status_code in {200, 303}


def test_nobody_sees_who_holds_what_is_not_theirs(client: PageClient, kari: Account) -> None:
    client.page("/mine/organisasjon/en-annen", status=404)
    client.page("/mine/organisasjon/finnes-ikke", status=404)


def test_nobody_can_ask_others_to_hold_what_is_not_theirs(
    client: PageClient, session: Session, kari: Account
) -> None:
    token = client.page(ORGANISATION).select_one("input[name=token]")["value"]

    answer = client.post("/mine/organisasjon/en-annen/inviter", data={"token": token, "email": NEW})

    assert answer.status_code == 404
    assert session.scalars(select(OutgoingMail)).all() == []
    assert organisations_of(session, kari) == {"en-forening"}


def test_nobody_is_asked_by_mail_again_and_again(
    client: PageClient, session: Session, kari: Account
) -> None:
    answers = [press(client, ORGANISATION, "Send lenken", email=NEW) for _time in range(7)]

    assert {one.status_code for one in answers} == {303}
    assert len(mailed_to(session, NEW)) == 5
