"""Moderators see to offers: reports, flags, two that are one, trust, the archive, and the log of it all."""

from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.models import Role
from core.events import Event
from directory.choices import Status
from directory.models import MovedOffer, Offer
from stewardship.flags import find_flag, raise_flag
from stewardship.models import FlagKind, OpenOrClosed, Report, TrustedOrganisation
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save
from tests.support.mailed import mailed_to
from tests.support.pressing import press
from tests.support.routes import our_rules
from tests.support.signing_in import sign_in
from tests.support.waiting import propose_change, report, steward_of

TOOLS = "/moderering/tilbud/klatrekveld"
PAIR = "/moderering/sla-sammen?ett=klatrekveld&annet=https://example.org/nn/tilbud/klatring"


@pytest.fixture(autouse=True)
def offers(session: Session) -> None:
    save(session, offer_entry(), offer_entry(id="klatring", name="Klatring", aliases=["Taket"]))


@pytest.fixture
def moderator(client: PageClient, session: Session) -> PageClient:
    sign_in(client, session, "mod@example.org", role=Role.MODERATOR)
    return client


def actions(session: Session) -> list[str]:
    session.rollback()
    return list(session.scalars(select(Event.action).order_by(Event.id)))


# Reports


def test_a_report_is_answered_without_its_address_being_shown(
    app: Flask, session: Session, moderator: PageClient
) -> None:
    made = report(app, session, "De er flyttet.", "anne@example.org")
    url = f"/moderering/meldinger/{made.id}"
    text = moderator.get(url).text

    press(moderator, url, "Lukk meldingen", answer="Takk! Nå står det riktig.")

    session.refresh(made)
    assert "De er flyttet." in text
    assert "anne@example.org" not in text
    assert "Nå står det riktig." in mailed_to(session, "anne@example.org")[-1].text
    assert (made.state, made.text, made.reply_to) == (OpenOrClosed.CLOSED, None, None)


def test_a_report_that_wants_no_answer_asks_for_none(
    app: Flask, session: Session, moderator: PageClient
) -> None:
    made = report(app, session, "De er flyttet.")
    page = moderator.page(f"/moderering/meldinger/{made.id}")

    assert page.select("textarea") == []

    press(moderator, f"/moderering/meldinger/{made.id}", "Lukk meldingen")
    assert session.scalars(select(Report.state)).all() == [OpenOrClosed.CLOSED]


# Flags


@pytest.mark.parametrize("kind", [FlagKind.DEAD_LINK, FlagKind.BOUNCED_MAIL, FlagKind.SAMPLE])
def test_a_flag_that_is_seen_to_comes_down(
    session: Session, moderator: PageClient, kind: FlagKind
) -> None:
    flag = raise_flag(session, "klatrekveld", kind, "1")
    session.commit()

    press(moderator, f"/moderering/merker/{flag.id}", "Dette er sett på")

    session.refresh(flag)
    assert flag.state is OpenOrClosed.CLOSED
    assert "Dette er sett på." in moderator.page(f"/moderering/merker/{flag.id}").text
    assert actions(session)[-1] == "flag:closed"


# Two that are one


def test_the_one_that_is_picked_stays_and_the_other_leads_there(
    session: Session, moderator: PageClient
) -> None:
    press(moderator, PAIR, "Behold denne: Klatrekveld (klatrekveld)")

    session.expire_all()
    moved = moderator.get("/tilbud/klatring")
    assert session.get_one(Offer, "klatring").status is Status.ENDED
    assert session.get_one(Offer, "klatrekveld").aliases == ["Klatring", "Taket"]
    assert moved.location == "/tilbud/klatrekveld"


def test_the_other_one_can_be_picked_as_well(session: Session, moderator: PageClient) -> None:
    press(moderator, PAIR, "Behold denne: Klatring (klatring)")

    assert session.get_one(MovedOffer, "klatrekveld").moved_to == "klatring"


def test_two_that_are_not_one_are_left_and_no_longer_asked_about(
    session: Session, moderator: PageClient
) -> None:
    raise_flag(session, "klatring", FlagKind.DUPLICATE, "klatrekveld")
    session.commit()

    press(moderator, PAIR, "Nei, dette er to forskjellige")

    flag = find_flag(session, "klatring", FlagKind.DUPLICATE, "klatrekveld")
    session.refresh(flag)
    assert flag.state is OpenOrClosed.CLOSED
    assert session.scalars(select(MovedOffer)).all() == []


def test_only_what_differs_is_shown(moderator: PageClient) -> None:
    page = moderator.page(PAIR)

    assert [one.text.strip() for one in page.select(".versions h3")] == ["Navn", "Andre navn"]


def test_what_has_a_proposal_waiting_is_not_made_one_with_another(
    app: Flask, session: Session, moderator: PageClient
) -> None:
    kari = steward_of(session, "kari@example.org", "en-forening")
    propose_change(app, session, kari, summary={"nb": "Vi klatrer ute."})

    answer = press(moderator, PAIR, "Behold denne: Klatring (klatring)")

    assert answer.status_code == 409
    assert "De to kan ikke slås sammen nå." in answer.text
    assert session.scalars(select(MovedOffer)).all() == []


@pytest.mark.parametrize(
    "asked", ["?ett=klatrekveld&annet=finnes-ikke", "?ett=klatrekveld", "?ett=&annet="]
)
def test_a_pair_that_is_not_there_is_asked_for_again(moderator: PageClient, asked: str) -> None:
    page = moderator.page(f"/moderering/sla-sammen{asked}")

    assert page.select_one("form[method=get] input[name=annet]")
    assert page.select(".versions") == []


def test_nothing_is_kept_that_is_none_of_the_two(session: Session, moderator: PageClient) -> None:
    token = moderator.page(PAIR).select_one("input[name=token]")["value"]
    sent = {"token": token, "ett": "klatrekveld", "annet": "klatring", "keep": "noe-annet"}

    assert moderator.post("/moderering/sla-sammen", data=sent).status_code == 422
    assert session.scalars(select(MovedOffer)).all() == []


def test_two_that_were_made_one_are_taken_apart(session: Session, moderator: PageClient) -> None:
    press(moderator, PAIR, "Behold denne: Klatrekveld (klatrekveld)")

    press(moderator, "/moderering/tilbud/klatring", "Skill dem igjen")

    assert session.scalars(select(MovedOffer)).all() == []
    assert moderator.get("/tilbud/klatring").status_code == 200


# Trust and the archive


def test_an_organisation_is_trusted_and_no_more(session: Session, moderator: PageClient) -> None:
    press(moderator, TOOLS, "La dem publisere selv")
    trusted = session.scalars(select(TrustedOrganisation.organisation_id)).all()
    press(moderator, TOOLS, "La dem vente på oss igjen")

    assert trusted == ["en-forening"]
    assert actions(session)[-2:] == ["organisation:trusted", "organisation:trusted_no_more"]


def test_an_offer_is_archived_once(session: Session, moderator: PageClient) -> None:
    token = moderator.page(TOOLS).select_one("input[name=token]")["value"]
    press(moderator, TOOLS, "Arkiver tilbudet")

    again = moderator.post(f"{TOOLS}/arkiver", data={"token": token})

    session.expire_all()
    assert session.get_one(Offer, "klatrekveld").status is Status.ENDED
    assert again.status_code == 409
    assert "Det er gjort allerede" in again.text
    assert "Arkiver tilbudet" not in moderator.page(TOOLS).text


# The log


def test_the_log_says_who_did_what_when(session: Session, moderator: PageClient) -> None:
    press(moderator, TOOLS, "Arkiver tilbudet")

    line = moderator.page("/moderering/logg").select_one(".log > li").text

    assert "Arkiverte" in line
    assert "klatrekveld" in line
    assert "mod@example.org" in line


def test_the_log_of_one_record_has_no_other(session: Session, moderator: PageClient) -> None:
    press(moderator, TOOLS, "Arkiver tilbudet")
    press(moderator, "/moderering/tilbud/klatring", "Arkiver tilbudet")

    lines = moderator.page("/moderering/logg?om=offer:klatring").select(".log > li")

    assert len(lines) == 1
    assert "klatring" in lines[0].text
    assert "Her står det ingenting." in moderator.page("/moderering/logg?om=offer:finnes-ikke").text


def test_a_long_log_has_several_sides(session: Session, moderator: PageClient) -> None:
    for number in range(120):
        session.add(Event(actor="system", action=f"gjorde:{number}", record="offer:klatring"))
    session.commit()

    first = moderator.page("/moderering/logg?om=offer:klatring")
    last = moderator.page("/moderering/logg?om=offer:klatring&side=3")

    assert len(first.select(".log > li")) == 50
    onward = parse_qs(urlsplit(first.select_one("a[rel=next]")["href"]).query)
    assert onward == {"om": ["offer:klatring"], "side": ["2"]}
    assert len(last.select(".log > li")) == 20
    assert last.select("a[rel=next]") == []


@pytest.mark.parametrize("side", ["0", "-3", "tull", "99999999999999999999"])
def test_a_side_that_is_not_there_is_no_failure(moderator: PageClient, side: str) -> None:
    moderator.page(f"/moderering/logg?side={side}")


def test_no_address_of_moderators_takes_anything_away(app: Flask) -> None:
    methods = {
        method
        for rule in our_rules(app)
        if rule.rule.startswith("/moderering")
        for method in rule.methods or ()
    }

    assert methods <= {"GET", "HEAD", "OPTIONS", "POST"}
    assert not any(
        "logg" in rule.rule and "POST" in (rule.methods or ()) for rule in our_rules(app)
    )
