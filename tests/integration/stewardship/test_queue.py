"""The moderators' queue: everything that waits, the longest waiting first, and nothing that is private."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy.orm import Session

from accounts.models import Role
from core.clock import now_in_norway, now_in_utc
from core.outbox import MailState, OutgoingMail
from directory.models import ConfirmationRhythm
from stewardship.flags import raise_flag
from stewardship.models import FlagKind
from tests.support.client import PageClient
from tests.support.databases import on_both_databases
from tests.support.factories import offer_entry, save
from tests.support.pressing import press
from tests.support.questions_asked import questions_asked
from tests.support.signing_in import sign_in
from tests.support.waiting import claim, propose_change, propose_new, report, steward_of

QUEUE = "/moderering"
SAID = "Det er en hemmelighet i teksten."


@pytest.fixture(autouse=True)
def offers(session: Session) -> None:
    save(session, offer_entry(), offer_entry(id="turgruppe", name="Turgruppe"))


@pytest.fixture
def moderator(client: PageClient, session: Session) -> PageClient:
    sign_in(client, session, "mod@example.org", role=Role.MODERATOR)
    return client


@pytest.fixture
def one_of_each(app: Flask, session: Session, offers: None) -> None:
    """Let one thing of every kind wait."""
    kari = steward_of(session, "kari@example.org", "en-forening")
    propose_new(app, session, "ola@example.org", name="Gitarkveld")
    propose_change(app, session, kari, summary={"nb": "Vi klatrer ute."})
    claim(session, "per@example.org", "turgruppe")
    report(app, session, SAID)
    raise_flag(session, "klatrekveld", FlagKind.DUPLICATE, "turgruppe")
    raise_flag(session, "turgruppe", FlagKind.DEAD_LINK, "https://example.org/borte")
    raise_flag(session, "turgruppe", FlagKind.SAMPLE, "1")
    long_ago = now_in_norway().date() - timedelta(days=400)
    session.add(ConfirmationRhythm(offer_id="turgruppe", due_on=long_ago))
    dead_mail(session)


def items(page: BeautifulSoup) -> list[tuple[str, str]]:
    """Return kind and name of each line."""
    return [
        (one.select_one(".ds-tag").text, one.select_one("strong").text)
        for one in page.select(".queue-item")
    ]


def dead_mail(session: Session) -> OutgoingMail:
    mail = OutgoingMail(
        key="first_contact:4",
        recipient="noen@example.org",
        subject="Et brev",
        text=SAID,
        language="nb",
        state=MailState.DEAD,
        failure="550",
        about="offer:turgruppe",
        settled_at=now_in_utc(),
    )
    session.add(mail)
    session.commit()
    return mail


def test_an_empty_queue_says_that_all_is_well(moderator: PageClient) -> None:
    page = moderator.page(QUEUE)

    assert items(page) == []
    assert "Her er det tomt, og det er bra." in page.text


@on_both_databases
def test_whatever_waits_is_in_the_queue(moderator: PageClient, one_of_each: None) -> None:
    page = moderator.page(QUEUE)

    assert set(items(page)) == {
        ("Nytt tilbud", "Gitarkveld"),
        ("Endring", "Klatrekveld"),
        ("Vil ta over", "en-forening"),
        ("Melding om feil", "Klatrekveld"),
        ("Kan være det samme", "Klatrekveld"),
        ("Når ikke fram", "Turgruppe"),
        ("Stikkprøve", "Turgruppe"),
        ("Stille i over ett år", "Turgruppe"),
        ("E-post som ikke kom fram", "Første melding til gruppa"),
    }
    assert [one.text for one in page.select(".counts .count")] == ["9", *["1"] * 9]


def test_what_has_waited_longest_stands_first(
    app: Flask, session: Session, moderator: PageClient
) -> None:
    for name, days in (("Ny", 0), ("Eldst", 9), ("Eldre", 3)):
        made = propose_new(app, session, "ola@example.org", name=name)
        made.created_at = now_in_utc() - timedelta(days=days)
    session.commit()

    page = moderator.page(QUEUE)

    assert [name for _kind, name in items(page)] == ["Eldst", "Eldre", "Ny"]
    assert "Har ventet i 9 dager" in page.text
    assert "Kom i dag" in page.text


def test_one_kind_can_be_looked_at_alone(
    app: Flask, session: Session, moderator: PageClient
) -> None:
    propose_new(app, session, "ola@example.org", name="Gitarkveld")
    claim(session, "per@example.org")

    assert items(moderator.page(f"{QUEUE}?slag=claim")) == [("Vil ta over", "en-forening")]
    assert len(items(moderator.page(f"{QUEUE}?slag=tull"))) == 2


def test_every_line_leads_to_where_one_decides(moderator: PageClient, one_of_each: None) -> None:
    lines = moderator.page(QUEUE).select(".queue-item")

    for line in lines:
        moderator.page(str(line["href"]))
    assert len(lines) == 9


def test_the_queue_asks_no_more_the_longer_it_is(
    app: Flask, session: Session, moderator: PageClient
) -> None:
    propose_new(app, session, "ola@example.org", name="Den første")
    with questions_asked() as few:
        moderator.page(QUEUE)
    for number in range(9):
        propose_new(app, session, "ola@example.org", name=f"Kveld {number}")

    with questions_asked() as many:
        moderator.page(QUEUE)

    assert len(many) == len(few) <= 10


def test_a_proposal_that_is_sent_back_waits_for_somebody_else(
    app: Flask, session: Session, moderator: PageClient
) -> None:
    made = propose_new(app, session, "ola@example.org", name="Gitarkveld")

    press(
        moderator,
        f"/moderering/forslag/{made.offer_id}/1",
        "Send spørsmålet",
        question="Hvor er det?",
    )

    assert items(moderator.page(QUEUE)) == []


def test_the_queue_tells_nothing_of_what_was_written(
    app: Flask, session: Session, moderator: PageClient
) -> None:
    report(app, session, SAID, "besok@example.org")
    mail = dead_mail(session)

    for url in (QUEUE, f"/moderering/brev/{mail.id}", "/moderering/logg"):
        text = moderator.get(url).text
        assert SAID not in text
        assert "besok@example.org" not in text
        assert "noen@example.org" not in text


def test_a_letter_can_be_tried_again(session: Session, moderator: PageClient) -> None:
    mail = dead_mail(session)

    answer = press(moderator, f"/moderering/brev/{mail.id}", "Prøv igjen")

    session.refresh(mail)
    assert answer.status_code == 303
    assert mail.state is MailState.WAITING
    assert mail.text == SAID
    assert items(moderator.page(QUEUE)) == []


def test_a_letter_can_be_set_aside_and_its_words_go(
    session: Session, moderator: PageClient
) -> None:
    mail = dead_mail(session)

    press(moderator, f"/moderering/brev/{mail.id}", "Ferdig med denne")

    session.refresh(mail)
    assert mail.state is MailState.SET_ASIDE
    assert (mail.recipient, mail.subject, mail.text) == ("", "", "")
    moderator.page(f"/moderering/brev/{mail.id}", status=404)


def test_a_letter_whose_words_are_gone_can_only_be_set_aside(
    session: Session, moderator: PageClient
) -> None:
    mail = dead_mail(session)
    mail.text = ""
    session.commit()

    page = moderator.page(f"/moderering/brev/{mail.id}")

    assert "Prøv igjen" not in page.text
    assert "Ferdig med denne" in page.text
