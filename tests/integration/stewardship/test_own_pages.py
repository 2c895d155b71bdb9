"""Those who hold offers see how they stand, and do what they need to by themselves."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.models import Account, Role
from core.clock import now_in_norway
from directory.choices import ConfirmedBy, Status
from directory.models import ConfirmationRhythm, Offer
from finder.age_bands import AgeBand
from stewardship.deciding import ask_back
from stewardship.models import ContactPoint, OpenOrClosed, Revision, RevisionState
from stewardship.visitors.wishing import wish
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save
from tests.support.mailed import mailed_to
from tests.support.pressing import press
from tests.support.questions_asked import questions_asked
from tests.support.signing_in import sign_in
from tests.support.waiting import (
    HIDDEN_STREET,
    at_street,
    claim,
    propose_change,
    propose_new,
    report,
    steward_of,
)

OWN = "/mine/klatrekveld"
TODAY = now_in_norway().date()


@pytest.fixture(autouse=True)
def offer(session: Session) -> None:
    save(session, offer_entry(schedules=[at_street()]))
    session.add(ConfirmationRhythm(offer_id="klatrekveld", due_on=TODAY + timedelta(days=10)))
    session.commit()


@pytest.fixture
def kari(client: PageClient, session: Session) -> Account:
    return sign_in(client, session, "kari@example.org", organisations=["en-forening"])


def offer_now(session: Session) -> Offer:
    session.rollback()
    session.expire_all()
    return session.get_one(Offer, "klatrekveld")


# Everything at once


def test_what_somebody_holds_is_on_their_first_page(client: PageClient, kari: Account) -> None:
    text = client.page("/mine").text

    for said in ("en-forening", "Klatrekveld", "Er publisert.", "Bekreft innen"):
        assert said in text


def test_what_is_late_says_so(client: PageClient, session: Session, kari: Account) -> None:
    session.get_one(ConfirmationRhythm, "klatrekveld").due_on = TODAY - timedelta(days=3)
    session.commit()

    assert client.page("/mine").select_one(".own-state strong").text.startswith("Skulle vært")


def test_whoever_holds_nothing_is_shown_how_to_begin(client: PageClient, session: Session) -> None:
    sign_in(client, session, "ny@example.org")

    page = client.page("/mine")

    assert "Her er det tomt ennå." in page.text
    assert page.select_one("a[href='/meld-inn']")


def test_what_somebody_has_sent_in_is_theirs_to_follow_before_it_is_published(
    app: Flask, client: PageClient, session: Session
) -> None:
    made = propose_new(app, session, "ola@example.org", name="Gitarkveld")
    sign_in(client, session, "ola@example.org")

    assert "Gitarkveld" in client.page("/mine").text
    assert "Vi ser på det dere har sendt inn." in client.page(f"/mine/{made.offer_id}").text


def test_what_somebody_else_has_sent_in_is_not_there(
    app: Flask, client: PageClient, session: Session, kari: Account
) -> None:
    made = propose_new(app, session, "ola@example.org", name="Gitarkveld")

    client.page(f"/mine/{made.offer_id}", status=404)
    client.page(f"/mine/{made.offer_id}/versjoner/1", status=404)


def test_a_claim_that_waits_is_shown(client: PageClient, session: Session) -> None:
    claim(session, "ola@example.org")
    sign_in(client, session, "ola@example.org")

    assert "Vi sjekker at du snakker for dem." in client.page("/mine").text
    client.page(OWN, status=404)


def test_wishes_where_they_are_are_shown_only_where_the_number_may_be_told(
    client: PageClient, session: Session, kari: Account
) -> None:
    for _one in range(7):
        wish(session, ["music"], "5001", AgeBand.UNKNOWN)
    for _one in range(4):
        wish(session, ["hiking"], "5001", AgeBand.UNKNOWN)
        wish(session, ["choir"], "0301", AgeBand.UNKNOWN)
    session.commit()

    wishes = [one.text for one in client.page("/mine").select("section:has(#wishes) li")]

    assert wishes == ["7 ønsker musikk i Trondheim"]


def test_the_first_page_asks_no_more_the_more_somebody_holds(
    client: PageClient, session: Session, kari: Account
) -> None:
    client.page("/mine")
    with questions_asked() as few:
        client.page("/mine")
    save(session, *(offer_entry(id=f"kveld-{number}") for number in range(8)))
    client.page("/mine")

    with questions_asked() as many:
        client.page("/mine")

    assert len(many) == len(few)


# One offer


def test_all_is_confirmed_with_one_press(
    client: PageClient, session: Session, kari: Account
) -> None:
    answer = press(client, OWN, "Alt stemmer")

    confirmation = offer_now(session).confirmation
    assert confirmation is not None
    assert confirmation.confirmed_on == TODAY
    assert confirmation.confirmed_by is ConfirmedBy.ORGANISATION
    assert "Nå vet folk at dette stemmer i dag." in client.page(answer.location).text


def test_an_offer_is_paused_and_shown_again(
    client: PageClient, session: Session, kari: Account
) -> None:
    press(client, OWN, "Ta pause")
    paused, found = offer_now(session).status, client.get("/tilbud/klatrekveld").status_code
    press(client, OWN, "Vis det igjen")

    assert (paused, found) == (Status.PAUSED, 404)
    assert offer_now(session).status is Status.PUBLISHED


def test_an_offer_is_ended_and_nothing_is_asked_of_it_any_more(
    client: PageClient, session: Session, kari: Account
) -> None:
    press(client, OWN, "Avslutt tilbudet")

    page = client.page(OWN)
    assert offer_now(session).status is Status.ENDED
    assert "Alt stemmer" not in page.text
    assert "Hvor ofte" not in page.text


def test_what_is_done_already_is_refused_in_a_plain_sentence(
    client: PageClient, session: Session, kari: Account
) -> None:
    token = client.page(OWN).select_one("input[name=token]")["value"]
    press(client, OWN, "Ta pause")

    again = client.post(f"{OWN}/pause", data={"token": token})

    assert again.status_code == 409
    assert "Det er gjort allerede" in again.text


def test_they_choose_how_often_to_be_asked(
    client: PageClient, session: Session, kari: Account
) -> None:
    press(client, OWN, "Lagre hvor ofte", months="12")

    session.expire_all()
    assert session.get_one(ConfirmationRhythm, "klatrekveld").months == 12


def test_a_rhythm_that_nobody_offers_is_refused(
    client: PageClient, session: Session, kari: Account
) -> None:
    token = client.page(OWN).select_one("input[name=token]")["value"]

    answer = client.post(f"{OWN}/rytme", data={"token": token, "months": "1200"})

    session.expire_all()
    assert answer.status_code == 422
    assert session.get_one(ConfirmationRhythm, "klatrekveld").months == 6


def test_a_question_of_a_moderator_stands_where_it_is_answered(
    app: Flask, client: PageClient, session: Session, kari: Account
) -> None:
    made = propose_change(app, session, kari, summary={"nb": "Ute."})
    with app.app_context():
        ask_back(session, made, "account:1", "Hvor da?")
    session.commit()

    page = client.page(OWN)

    assert "Hvor da?" in page.text
    assert press(client, OWN, "Svar ved å rette det som står").location.startswith("/meld-inn/")


def test_what_visitors_say_is_wrong_is_answered_and_closed(
    app: Flask, client: PageClient, session: Session, kari: Account
) -> None:
    made = report(app, session, "De er flyttet.", "anne@example.org")
    assert "1 melding om feil" in client.page("/mine").text
    page = client.get(OWN).text

    press(client, OWN, "Lukk meldingen", **{f"r{made.id}-answer": "Takk for at du sa fra."})

    session.refresh(made)
    assert "De er flyttet." in page
    assert "anne@example.org" not in page
    assert made.state is OpenOrClosed.CLOSED
    assert "Takk for at du sa fra." in mailed_to(session, "anne@example.org")[-1].text


def test_nobody_closes_what_was_said_of_anothers_offer(
    app: Flask, client: PageClient, session: Session, kari: Account
) -> None:
    save(session, offer_entry(id="turgruppe", organisation="en-annen"))
    made = report(app, session, "De er flyttet.")
    sign_in(client, session, "per@example.org", organisations=["en-annen"])
    token = client.page("/mine/turgruppe").select_one("input[name=token]")["value"]

    answer = client.post(f"/mine/turgruppe/feil/{made.id}", data={"token": token})

    session.refresh(made)
    assert answer.status_code == 404
    assert made.state is OpenOrClosed.OPEN


# First messages


def test_people_can_write_to_a_group_that_wants_it_until_it_does_not(
    client: PageClient, session: Session, kari: Account
) -> None:
    press(client, OWN, "Slå på", email="taket@example.org", days="7")
    point = session.get_one(ContactPoint, "klatrekveld")
    told = (point.email, point.answers_within_days)
    form = client.get("/kontakt/klatrekveld").status_code
    press(client, OWN, "Slå av meldinger")

    session.expire_all()
    assert told == ("taket@example.org", 7)
    assert form == 200
    assert session.get(ContactPoint, "klatrekveld") is None
    assert client.get("/kontakt/klatrekveld").status_code == 404


def test_an_address_that_is_none_is_said_beside_its_field(
    client: PageClient, session: Session, kari: Account
) -> None:
    answer = press(client, OWN, "Slå på", email="taket(at)example.org")

    assert answer.status_code == 422
    assert "Skriv hele adressen" in answer.text
    assert "taket(at)example.org" in answer.text
    assert session.get(ContactPoint, "klatrekveld") is None


def test_where_messages_go_is_as_told_last_when_waiting_words_are_accepted(
    app: Flask, client: PageClient, session: Session, kari: Account
) -> None:
    press(client, OWN, "Slå på", email="taket@example.org")
    waits = propose_change(app, session, kari, summary={"nb": "Ute."})
    press(client, OWN, "Slå av meldinger")
    sign_in(client, session, "mod@example.org", role=Role.MODERATOR)

    press(client, f"/moderering/forslag/klatrekveld/{waits.number}", "Godta")

    session.expire_all()
    assert offer_now(session).summary == {"nb": "Ute."}
    assert session.get(ContactPoint, "klatrekveld") is None


# The street address


def test_the_address_is_hidden_at_once_and_shown_only_to_those_who_hold_it(
    client: PageClient, session: Session, kari: Account
) -> None:
    assert HIDDEN_STREET in client.get("/tilbud/klatrekveld").text

    answer = press(client, OWN, "Skjul adressen")

    assert "Gateadressen er skjult nå." in client.page(answer.location).text
    assert HIDDEN_STREET not in client.get("/tilbud/klatrekveld").text
    assert HIDDEN_STREET in client.get(OWN).text


def test_hiding_does_not_wait_and_publishes_nothing_that_does(
    app: Flask, client: PageClient, session: Session, kari: Account
) -> None:
    propose_change(app, session, kari, summary={"nb": "Ute."})

    press(client, OWN, "Skjul adressen")

    waiting = session.scalars(
        select(Revision).where(Revision.state == RevisionState.PROPOSED)
    ).one()
    assert HIDDEN_STREET not in client.get("/tilbud/klatrekveld").text
    assert offer_now(session).summary == {"nb": "Klatre sammen med andre."}
    assert waiting.entry["summary"] == {"nb": "Ute."}
    assert waiting.hides_address


def test_a_question_still_waits_for_its_answer_when_the_address_is_hidden(
    app: Flask, client: PageClient, session: Session, kari: Account
) -> None:
    made = propose_change(app, session, kari, summary={"nb": "Ute."})
    with app.app_context():
        ask_back(session, made, "account:1", "Hvor da?")
    session.commit()

    press(client, OWN, "Skjul adressen")

    assert "Hvor da?" in client.page(OWN).text


def test_an_address_that_the_text_tells_cannot_be_hidden_before_the_text_is_mended(
    client: PageClient, session: Session, kari: Account
) -> None:
    summary = {"nb": f"Kom til {HIDDEN_STREET}."}
    save(session, offer_entry(schedules=[at_street()], summary=summary))

    answer = press(client, OWN, "Skjul adressen")

    assert answer.status_code >= 400
    assert "Adressen står også i teksten." in answer.text


def test_waiting_words_that_tell_the_address_do_not_keep_it_from_being_hidden(
    app: Flask, client: PageClient, session: Session, kari: Account
) -> None:
    propose_change(app, session, kari, summary={"nb": f"Kom til {HIDDEN_STREET}."})

    press(client, OWN, "Skjul adressen")

    assert HIDDEN_STREET not in client.get("/tilbud/klatrekveld").text
    states = set(session.scalars(select(Revision.state)))
    assert states == {RevisionState.ACCEPTED, RevisionState.REPLACED}


def test_showing_the_address_waits_for_a_moderator(
    client: PageClient, session: Session, kari: Account
) -> None:
    press(client, OWN, "Skjul adressen")

    answer = press(client, OWN, "Vis adressen")

    assert "Vi ser på det" in client.page(answer.location).text
    assert HIDDEN_STREET not in client.get("/tilbud/klatrekveld").text


# Versions


def test_every_version_says_when_by_whom_and_what_was_changed(
    app: Flask, client: PageClient, session: Session, kari: Account
) -> None:
    other = steward_of(session, "per@example.org", "en-forening")
    propose_change(app, session, kari, cost={"per_time": 50})
    propose_change(app, session, other, cost={"per_time": 60})

    lines = [one.text for one in client.page(f"{OWN}/versjoner").select(".log > li")]
    page = client.page(f"{OWN}/versjoner/3")

    assert ["Fra en annen" in lines[0], "Fra deg" in lines[1], "Fra fila" in lines[2]] == [True] * 3
    assert "per@example.org" not in "".join(lines)
    assert "50 kr" in page.select_one(".version-before").text
    assert "60 kr" in page.select_one(".version-after").text


def test_old_words_are_put_back(
    app: Flask, client: PageClient, session: Session, kari: Account
) -> None:
    propose_change(app, session, kari, cost={"per_time": 50})

    answer = press(client, f"{OWN}/versjoner/1", "Hent tilbake disse ordene")

    assert offer_now(session).cost_per_time is None
    assert "De gamle ordene er på plass igjen." in client.page(answer.location).text


def test_what_is_hidden_stays_hidden_when_old_words_are_put_back(
    client: PageClient, session: Session, kari: Account
) -> None:
    press(client, OWN, "Skjul adressen")
    token = client.page(OWN).select_one("input[name=token]")["value"]

    client.post(f"{OWN}/versjoner/1", data={"token": token})

    assert HIDDEN_STREET not in client.get("/tilbud/klatrekveld").text


def test_an_offer_nobody_has_written_on_has_no_versions_yet(
    client: PageClient, kari: Account
) -> None:
    assert "Det er bare én versjon" in client.page(f"{OWN}/versjoner").text
    client.page(f"{OWN}/versjoner/1", status=404)
