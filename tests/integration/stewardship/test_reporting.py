"""«Noe er feil»: a visitor says it, those who hold the offer hear it, and the words go when it is done."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from accounts.holding import make_steward
from accounts.models import Role
from accounts.queries import account_for
from core.clock import now_in_utc
from core.db import db
from core.events import Event
from core.outbox import OutgoingMail
from stewardship.models import OpenOrClosed, Report
from stewardship.visitors.reporting import OPEN_AT_MOST, close_report, purge_reports
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save
from tests.support.signing_in import sign_in
from web.limits import limiter

ADDRESS = "/rett-opp/klatrekveld"


@pytest.fixture(autouse=True)
def nobody_has_sent_anything(app: Flask) -> Iterator[None]:
    limiter.reset()
    yield
    limiter.reset()


@pytest.fixture
def offer(session: Session) -> None:
    save(session, offer_entry())


def give_steward(session: Session, email: str, language: str = "nb") -> None:
    account = account_for(session, email)
    account.language = language
    session.flush()
    make_steward(session, account, "en-forening")
    session.commit()


def mails(session: Session) -> list[OutgoingMail]:
    session.expire_all()
    return list(session.scalars(select(OutgoingMail).order_by(OutgoingMail.id)))


def the_report(session: Session) -> Report:
    session.expire_all()
    return session.scalars(select(Report)).one()


@pytest.mark.usefixtures("offer")
def test_a_visitor_says_what_is_wrong_and_is_thanked(client: PageClient, session: Session) -> None:
    response = client.submit(ADDRESS, wrong=["time", "price"], text="Det er torsdager nå.")

    kept = the_report(session)
    assert (kept.wrong, kept.text) == (["time", "price"], "Det er torsdager nå.")
    assert (kept.reply_to, kept.state) == (None, OpenOrClosed.OPEN)
    assert response.status_code == 303
    assert "Takk for at du sa fra" in client.page(response.location).text


@pytest.mark.usefixtures("offer")
def test_every_steward_is_mailed_in_their_language_and_never_who_it_was(
    client: PageClient, session: Session
) -> None:
    give_steward(session, "en@example.org")
    give_steward(session, "to@example.org", "en")

    client.submit(ADDRESS, wrong=["closed"], text="Døra er\nlåst.", reply_to="meg@example.net")

    letters = mails(session)
    assert [one.recipient for one in letters] == ["en@example.org", "to@example.org"]
    assert [one.language for one in letters] == ["nb", "en"]
    assert "* Det er stengt eller slutt" in letters[0].text
    assert "> Døra er\n> låst." in letters[0].text
    assert "https://example.org/tilbud/klatrekveld" in letters[0].text
    assert "https://example.org/en/tilbud/klatrekveld" in letters[1].text
    assert "https://example.org/en/mine/klatrekveld" in letters[1].text
    assert not any("meg@example.net" in one.text + one.subject for one in letters)


@pytest.mark.usefixtures("offer")
def test_an_offer_that_nobody_holds_waits_in_the_queue_alone(
    client: PageClient, session: Session
) -> None:
    response = client.submit(ADDRESS, wrong=["other"])

    assert mails(session) == []
    assert the_report(session).state is OpenOrClosed.OPEN
    assert "Et menneske hos oss ser på det" in client.page(response.location).text


@pytest.mark.usefixtures("offer")
def test_closing_answers_whoever_left_an_address_and_clears_all_words(
    app: Flask, client: PageClient, session: Session
) -> None:
    client.submit(ADDRESS, wrong=["time"], text="Feil tid.", reply_to="meg@example.net")

    with app.app_context():
        report = db.session.scalars(select(Report)).one()
        assert close_report(db.session(), report, actor="account:7", answer="Nå er det rettet.")
        assert not close_report(db.session(), report, actor="account:8", answer="En gang til.")
        db.session.commit()

    kept = the_report(session)
    assert (kept.state, kept.text, kept.reply_to) == (OpenOrClosed.CLOSED, None, None)
    (letter,) = mails(session)
    assert letter.recipient == "meg@example.net"
    assert "> Nå er det rettet." in letter.text
    assert [event.action for event in session.scalars(select(Event).order_by(Event.id))] == [
        "report:made",
        "report:closed",
    ]


@pytest.mark.usefixtures("offer")
def test_closing_mails_nobody_where_no_address_was_left(
    app: Flask, client: PageClient, session: Session
) -> None:
    client.submit(ADDRESS, wrong=["time"], text="Feil tid.")

    with app.app_context():
        close_report(db.session(), db.session.scalars(select(Report)).one(), actor="account:7")
        db.session.commit()

    assert mails(session) == []
    assert the_report(session).text is None


@pytest.mark.usefixtures("offer")
def test_what_has_lain_open_for_a_year_loses_its_words(
    app: Flask, client: PageClient, session: Session
) -> None:
    client.submit(ADDRESS, wrong=["time"], text="Feil tid.", reply_to="meg@example.net")

    with app.app_context():
        purge_reports(db.session(), now_in_utc() + OPEN_AT_MOST - timedelta(minutes=1))
        db.session.commit()
        assert the_report(session).text == "Feil tid."
        purge_reports(db.session(), now_in_utc() + OPEN_AT_MOST + timedelta(minutes=1))
        db.session.commit()

    kept = the_report(session)
    assert (kept.state, kept.text, kept.reply_to) == (OpenOrClosed.CLOSED, None, None)


@pytest.mark.usefixtures("offer")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Velg hva som er feil, eller skriv det i feltet under."),
        ({"text": "x" * 1001}, "Du skrev 1001 tegn. Skriv høyst 1000."),
        ({"wrong": "time", "reply_to": "ikke en adresse"}, "Skriv hele adressen"),
        ({"wrong": "time", "reply_to": "a@b.no\nBcc: x@y.no"}, "Skriv hele adressen"),
        ({"text": "www.a.no www.b.no www.c.no"}, "Skriv høyst to nettadresser."),
        ({"wrong": "time", "homepage": "http://x"}, "La dette feltet stå tomt"),
        ({"wrong": "everything"}, "Velg hva som er feil"),
    ],
    ids=["nothing", "too long", "no address", "two addresses", "links", "a program", "no choice"],
)
def test_what_cannot_be_used_is_said_beside_the_field_and_what_was_typed_stays(
    client: PageClient, session: Session, typed: dict[str, str], said: str
) -> None:
    response = client.post(ADDRESS, data=typed)

    assert response.status_code == 422
    assert said in response.text
    assert typed.get("text", "") in response.text
    assert session.scalars(select(Report)).all() == []


@pytest.mark.usefixtures("offer")
def test_markup_is_words_on_the_page_and_in_the_mail(client: PageClient, session: Session) -> None:
    give_steward(session, "en@example.org")

    refused = client.post(ADDRESS, data={"text": "<b>hei</b>", "reply_to": '"><script>'})
    client.submit(ADDRESS, text="<b>hei</b>\r\nSubject: annet\n\nBcc: x@example.net")

    assert "&lt;b&gt;hei&lt;/b&gt;" in refused.text and "<script>" not in refused.text
    (letter,) = mails(session)
    assert "> <b>hei</b>\n> Subject: annet" in letter.text
    assert "annet" not in letter.subject and "x@example.net" not in letter.recipient


@pytest.mark.parametrize("status", ["ended", "paused"])
def test_what_is_not_there_any_more_cannot_be_reported(
    client: PageClient, session: Session, status: str
) -> None:
    save(session, offer_entry(status=status))

    assert client.get(ADDRESS).status_code == 404
    assert client.post(ADDRESS, data={"wrong": "time"}).status_code == 404
    assert client.get("/rett-opp/finnes-ikke").status_code == 404


@pytest.mark.usefixtures("offer")
def test_ten_megabytes_are_refused_in_our_words(client: PageClient, session: Session) -> None:
    response = client.post(ADDRESS, data={"wrong": "time", "text": "x" * 10_000_000})

    assert response.status_code == 413
    assert "for stort" in response.text
    assert session.scalars(select(Report)).all() == []


@pytest.mark.usefixtures("offer")
def test_only_so_many_reports_an_hour_are_taken_and_faults_count_against_nobody(
    client: PageClient, session: Session
) -> None:
    for _time in range(12):
        assert client.post(ADDRESS, data={}).status_code == 422

    statuses = [client.post(ADDRESS, data={"wrong": "time"}).status_code for _time in range(11)]

    assert statuses == [303] * 10 + [429]
    assert len(session.scalars(select(Report)).all()) == 10


@pytest.mark.usefixtures("offer")
def test_many_together_cannot_fill_the_mail_box_of_a_steward(
    client: PageClient, session: Session
) -> None:
    give_steward(session, "kari@example.org")

    statuses = [
        client.post(
            ADDRESS,
            data={"wrong": "time"},
            environ_overrides={"REMOTE_ADDR": f"192.0.2.{caller}"},
        ).status_code
        for caller in range(1, 42)
    ]

    assert statuses == [303] * 40 + [429]
    assert len(mails(session)) == 40


@pytest.mark.usefixtures("offer")
def test_the_page_of_an_offer_leads_to_it(client: PageClient) -> None:
    page = client.page("/tilbud/klatrekveld")

    assert page.select_one(f"main a[href='{ADDRESS}']")


@pytest.mark.usefixtures("offer")
def test_that_somebody_was_hurt_is_told_to_moderators_alone(
    client: PageClient, session: Session
) -> None:
    give_steward(session, "kari@example.org")

    response = client.submit(ADDRESS, wrong=["time", "harm"], text="Lederen slo.")

    kept = the_report(session)
    assert (kept.text, kept.is_for_us_alone) == ("Lederen slo.", True)
    assert mails(session) == []
    thanks = client.page(response.location)
    assert "Bare vi som driver nettstedet, leser det." in thanks.text
    assert "sendt det til dem som driver" not in thanks.text


def closed(client: PageClient, number: int) -> TestResponse:
    """Press the button that another report would have, with the token of a page that is there."""
    token = client.page("/konto").select_one("[name=token]")
    fields = {str(token["name"]): str(token["value"])} if token else {}
    return client.post(f"/mine/klatrekveld/feil/{number}", data=fields)


@pytest.mark.usefixtures("offer")
def test_those_it_may_be_about_neither_see_it_nor_close_it(
    client: PageClient, session: Session
) -> None:
    client.submit(ADDRESS, wrong=["harm"], text="Lederen slo.")
    number = the_report(session).id
    sign_in(client, session, "kari@example.org", organisations=["en-forening"])

    assert "Lederen slo." not in client.page("/mine/klatrekveld").text
    assert closed(client, number).status_code == 404
    assert the_report(session).state is OpenOrClosed.OPEN


@pytest.mark.usefixtures("offer")
def test_a_moderator_sees_that_somebody_was_hurt(client: PageClient, session: Session) -> None:
    client.submit(ADDRESS, wrong=["harm"], text="Lederen slo.")
    sign_in(client, session, "mod@example.org", role=Role.MODERATOR)

    assert "Lederen slo." in client.page(f"/moderering/meldinger/{the_report(session).id}").text
