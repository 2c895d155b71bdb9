"""A first message reaches the group and nobody else, is kept nowhere, and is never met with silence."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, inspect, select, text
from sqlalchemy.orm import Session

from accounts.queries import account_for
from core.clock import now_in_utc
from core.db import db
from core.delivery import Sender, deliver
from core.events import Event
from core.mail_transport import RefusedError
from core.outbox import MailState, OutgoingMail
from core.tokens import OneTimeToken
from stewardship.models import FirstContact
from stewardship.visitors.first_contact import Message, overdue_first_contacts, send_first_contact
from stewardship.visitors.queries import contact_point_of, offer_shown
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save, save_contact_point, schedule_entry
from web.limits import limiter

ADDRESS = "/kontakt/klatrekveld"
WRITTEN = "Hei, jeg heter ingenting.\nKan jeg komme på onsdag?"


class KeptMail:
    """A way out for mail that keeps what it is handed, or refuses all of it."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.refuses = refuses
        self.taken: list[EmailMessage] = []

    def send(self, message: EmailMessage, name: str) -> None:
        if self.refuses:
            raise RefusedError("550")
        self.taken.append(message)

    def close(self) -> None:
        pass


@pytest.fixture(autouse=True)
def nobody_has_sent_anything(app: Flask) -> Iterator[None]:
    limiter.reset()
    yield
    limiter.reset()


@pytest.fixture
def group(session: Session) -> None:
    """A group that takes messages, and another like it near by."""
    save(session, offer_entry(), offer_entry(id="buldring", name="Buldring"))
    save_contact_point(session, "klatrekveld")


def delivered(app: Flask, *, refuses: bool = False) -> list[EmailMessage]:
    way_out = KeptMail(refuses=refuses)
    with app.app_context():
        deliver(db.session(), Sender("hei@example.org", "Noe å gå til", way_out), now_in_utc())
    return way_out.taken


def give_up_on(app: Flask, *, in_days: float = 0) -> None:
    with app.app_context():
        overdue_first_contacts(db.session(), now_in_utc() + timedelta(days=in_days))
        db.session.commit()


def waiting_mail(session: Session) -> list[OutgoingMail]:
    session.expire_all()
    found = select(OutgoingMail).where(OutgoingMail.state == MailState.WAITING)
    return list(session.scalars(found.order_by(OutgoingMail.id)))


def those_who_wait(session: Session) -> list[FirstContact]:
    session.expire_all()
    return list(session.scalars(select(FirstContact)))


def everything_kept(session: Session) -> str:
    """Return every value of every column of every table, as one text."""
    engine = session.get_bind()
    tables = inspect(engine).get_table_names()
    rows = [row for table in tables for row in session.execute(text(f'SELECT * FROM "{table}"'))]  # noqa: S608
    return "\n".join(str(value) for row in rows for value in row)


def link_in(letter: str) -> str:
    (line,) = [line for line in letter.splitlines() if "/kontakt/svart/" in line]
    return line.removeprefix("https://example.org")


@pytest.mark.usefixtures("group")
def test_a_message_goes_to_the_group_with_where_to_answer(
    client: PageClient, session: Session
) -> None:
    response = client.submit(ADDRESS, text=WRITTEN, reply_to="meg@example.net", wants_company="y")

    (letter,) = waiting_mail(session)
    assert letter.recipient == "gruppa@example.org"
    assert "> Hei, jeg heter ingenting.\n> Kan jeg komme på onsdag?" in letter.text
    assert "meg@example.net" in letter.text
    assert "Den som skrev, vil gjerne bli møtt av noen første gang." in letter.text
    assert letter.about == "offer:klatrekveld"
    assert response.status_code == 303
    assert "Meldingen din er på vei" in client.page(response.location).text


@pytest.mark.usefixtures("group")
def test_the_address_of_the_group_is_shown_nowhere(client: PageClient) -> None:
    pages = ["/tilbud/klatrekveld", ADDRESS, f"{ADDRESS}/sendt"]

    assert all("gruppa@example.org" not in client.get(page).text for page in pages)


@pytest.mark.usefixtures("group")
def test_the_group_reads_it_in_its_own_language(client: PageClient, session: Session) -> None:
    account_for(session, "gruppa@example.org").language = "en"
    session.commit()

    client.submit(ADDRESS, reply_to="911 23 456")

    (letter,) = waiting_mail(session)
    assert letter.language == "en"
    assert "/en/kontakt/svart/" in letter.text


@pytest.mark.usefixtures("group")
def test_a_telephone_number_is_kept_nowhere_but_in_the_mail(
    app: Flask, client: PageClient, session: Session
) -> None:
    client.submit(ADDRESS, text="", reply_to="+47 911 23 456")
    (mail,) = delivered(app)

    assert "+4791123456" in mail.get_content()
    assert those_who_wait(session)[0].sealed_reply_to is None
    assert "91123456" not in everything_kept(session)


@pytest.mark.usefixtures("group")
def test_the_link_in_the_mail_says_that_they_have_answered_once(
    app: Flask, client: PageClient, session: Session
) -> None:
    client.submit(ADDRESS, text=WRITTEN, reply_to="meg@example.net")
    link = link_in(waiting_mail(session)[0].text)

    client.page(link)
    assert len(those_who_wait(session)) == 1, "opening the link says nothing yet"
    response = client.submit(link)

    assert those_who_wait(session) == []
    assert "Takk for at dere svarte" in client.page(response.location).text
    assert "Lenken virker ikke lenger" in client.page(link, status=410).text
    assert client.post(link).status_code == 410
    give_up_on(app, in_days=30)
    assert [one.recipient for one in waiting_mail(session)] == ["gruppa@example.org"]


@pytest.mark.usefixtures("group")
def test_a_link_never_speaks_for_a_later_message_with_the_same_number(
    app: Flask, client: PageClient, session: Session
) -> None:
    client.submit(ADDRESS, reply_to="meg@example.net")
    link = link_in(waiting_mail(session)[0].text)
    give_up_on(app, in_days=4)
    assert those_who_wait(session) == []
    client.submit(ADDRESS, reply_to="deg@example.net")
    number = those_who_wait(session)[0].id

    client.submit(link)

    assert [one.id for one in those_who_wait(session)] == [number]


@pytest.mark.usefixtures("group")
def test_whoever_waits_in_vain_is_told_of_the_next_best_and_forgotten(
    app: Flask, client: PageClient, session: Session
) -> None:
    client.submit(f"/en{ADDRESS}", text=WRITTEN, reply_to="meg@example.net")
    delivered(app)

    give_up_on(app, in_days=2.9)
    assert waiting_mail(session) == []
    give_up_on(app, in_days=3.1)

    (letter,) = waiting_mail(session)
    assert (letter.recipient, letter.language) == ("meg@example.net", "en")
    assert "Buldring" in letter.text
    assert "https://example.org/en/tilbud/buldring" in letter.text
    assert "https://example.org/en/tilbud/klatrekveld" not in letter.text
    assert "116 123" in letter.text
    assert those_who_wait(session) == []
    assert session.scalars(select(Event.action)).all() == ["contact:unanswered"]


@pytest.mark.usefixtures("group")
def test_where_the_mail_to_the_group_is_refused_the_sender_is_told_at_once(
    app: Flask, client: PageClient, session: Session
) -> None:
    client.submit(ADDRESS, text=WRITTEN, reply_to="meg@example.net")
    delivered(app, refuses=True)

    give_up_on(app)
    give_up_on(app)

    (letter,) = waiting_mail(session)
    assert letter.recipient == "meg@example.net"
    assert those_who_wait(session) == []
    assert "Kan jeg komme" not in everything_kept(session)


@pytest.mark.usefixtures("group")
def test_an_offer_for_people_who_use_now_is_never_replaced_by_a_drug_free_one(
    app: Flask, client: PageClient, session: Session
) -> None:
    save(
        session,
        offer_entry(id="varmestua", name="Varmestua", sobriety_rule="active_use"),
        offer_entry(id="natthuset", name="Natthuset", sobriety_rule="active_use"),
    )
    save_contact_point(session, "varmestua", "stua@example.org")
    client.submit("/kontakt/varmestua", reply_to="meg@example.net")
    client.submit(ADDRESS, reply_to="deg@example.net")
    delivered(app)

    give_up_on(app, in_days=4)

    of_use, drug_free = (letter.text for letter in waiting_mail(session))
    assert "Natthuset" in of_use and "Buldring" not in of_use and "Klatrekveld" not in of_use
    assert "Buldring" in drug_free and "Natthuset" not in drug_free


@pytest.mark.usefixtures("group")
def test_where_there_is_nothing_like_it_there_is_still_somebody_to_ring(
    app: Flask, client: PageClient, session: Session
) -> None:
    save(session, offer_entry(id="buldring", name="Buldring", status="ended"))
    client.submit(ADDRESS, reply_to="meg@example.net")
    delivered(app)

    give_up_on(app, in_days=4)

    (letter,) = waiting_mail(session)
    assert "Her er noe annet som ligner" not in letter.text
    assert "116 123" in letter.text


@pytest.mark.usefixtures("group")
@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Skriv hvor gruppa kan svare deg."),
        ({"reply_to": "ring meg"}, "Skriv en e-postadresse som kari@eksempel.no"),
        ({"reply_to": "a@b.no\nBcc: c@d.no"}, "Skriv en e-postadresse som kari@eksempel.no"),
        ({"reply_to": "a@b.no", "text": "x" * 801}, "Du skrev 801 tegn. Skriv høyst 800."),
        ({"reply_to": "a@b.no", "text": "www.a.no www.b.no www.c.no"}, "høyst to nettadresser"),
        ({"reply_to": "a@b.no", "homepage": "x"}, "La dette feltet stå tomt"),
    ],
)
def test_what_cannot_be_sent_is_said_beside_the_field_and_what_was_typed_stays(
    client: PageClient, session: Session, typed: dict[str, str], said: str
) -> None:
    response = client.post(ADDRESS, data=typed | {"wants_company": "y"})

    assert response.status_code == 422
    assert said in response.text
    assert typed.get("text", "") in response.text
    assert "checked" in response.text
    assert waiting_mail(session) == [] and those_who_wait(session) == []


@pytest.mark.usefixtures("group")
def test_neither_one_nor_many_together_can_fill_the_mail_box_of_a_group(
    client: PageClient, session: Session
) -> None:
    def sent_by(caller: int) -> int:
        callers = {"REMOTE_ADDR": f"192.0.2.{caller}"}
        typed = {"reply_to": "meg@example.net"}
        return client.post(ADDRESS, data=typed, environ_overrides=callers).status_code

    from_one = [sent_by(1) for _time in range(11)]
    from_many = [sent_by(caller) for caller in range(2, 33)]

    assert from_one == [303] * 10 + [429]
    assert from_many == [303] * 30 + [429]
    assert len(waiting_mail(session)) == 40


def test_one_can_write_only_to_a_group_that_has_said_so_and_is_there(
    client: PageClient, session: Session
) -> None:
    save(
        session,
        offer_entry(),
        offer_entry(id="slutt", status="ended"),
        offer_entry(id="hvile", status="paused"),
    )
    for offer in ("slutt", "hvile"):
        save_contact_point(session, offer)

    for offer in ("klatrekveld", "slutt", "hvile", "finnes-ikke"):
        assert client.get(f"/kontakt/{offer}").status_code == 404
        assert client.get(f"/kontakt/{offer}/sendt").status_code == 404
        assert client.post(f"/kontakt/{offer}", data={"reply_to": "a@b.no"}).status_code == 404
    assert not client.page("/tilbud/klatrekveld").select("a[href^='/kontakt/']")


@pytest.mark.usefixtures("group")
def test_the_page_of_the_offer_leads_to_the_form(client: PageClient) -> None:
    assert client.page("/tilbud/klatrekveld").select_one(f"a[href='{ADDRESS}']")


def test_an_offer_without_a_place_finds_others_all_the_same(
    app: Flask, client: PageClient, session: Session
) -> None:
    online = [schedule_entry(attendance="online", venue=None)]
    save(
        session,
        offer_entry(schedules=online, audience=["relatives"], gender="women", age={"min": 18}),
        offer_entry(id="buldring", name="Buldring", schedules=online, audience=["relatives"]),
    )
    save_contact_point(session, "klatrekveld")
    client.submit(ADDRESS, reply_to="meg@example.net")
    delivered(app)

    give_up_on(app, in_days=4)

    assert "Buldring" in waiting_mail(session)[0].text


letters = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
WORDS = st.text(letters, min_size=12, max_size=60)


@pytest.mark.usefixtures("group")
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(message=WORDS, name=st.from_regex(r"\A[a-z]{12}\Z"))
def test_no_word_of_a_message_is_anywhere_in_the_database_once_it_is_delivered(
    app: Flask, session: Session, message: str, name: str
) -> None:
    before = everything_kept(session)
    assume(message not in before and name not in before)
    with app.app_context():
        offer = offer_shown(db.session(), "klatrekveld", now_in_utc().date())
        point = contact_point_of(db.session(), offer)
        sent = Message(message, f"{name}@example.net", None, wants_company=True)
        send_first_contact(db.session(), offer, point, sent, "nb")
        db.session.commit()
    session.rollback()
    assert message in everything_kept(session), "or the test looks in the wrong place"

    (mail,) = delivered(app)

    session.rollback()
    after = everything_kept(session)
    assert name in mail.get_content()
    assert message not in after and name not in after
    for table in (FirstContact, OneTimeToken, OutgoingMail):
        session.execute(delete(table))
    session.commit()
