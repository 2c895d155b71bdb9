"""A group puts itself in: ten questions, looked over, sent by a link in a mail."""

from typing import Final

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.models import Account
from core.outbox import OutgoingMail
from stewardship.deciding import ask_back
from stewardship.models import Draft, Revision, RevisionState
from stewardship.registering.drafts import draft_of_offer
from tests.support.as_read import as_read
from tests.support.client import PageClient
from tests.support.factories import organisation_entry, save
from tests.support.mailed import link_mailed_to, mailed_to
from tests.support.registering import ANSWERS, answer, answer_all, begin
from tests.support.signing_in import sign_in

KARI: Final = "kari@example.org"


def draft_of(session: Session) -> Draft:
    session.expire_all()
    return session.scalars(select(Draft)).one()


def test_a_group_puts_itself_in_from_nothing_to_sent(client: PageClient, session: Session) -> None:
    word = begin(client)
    answer_all(client, word)
    sent = client.submit(f"/meld-inn/{word}/sjekk")
    link = link_mailed_to(session, KARI)
    thanks = client.submit(link)

    version = session.scalars(select(Revision)).one()
    account = session.scalars(select(Account)).one()
    assert sent.location == f"/meld-inn/{word}/sendt"
    assert thanks.location == "/nn/meld-inn/takk/ny"
    assert version.state is RevisionState.PROPOSED
    assert version.account_id == account.id
    assert (account.email, account.language) == (KARI, "nn")
    assert version.verification == {"way": "call", "whom": "Ola, 22 00 00 00"}
    assert version.organisation is not None
    assert version.organisation["name"] == "Tauet"
    assert version.entry["cost"] == {"per_time": 30}
    assert version.entry["age"] == {"min": 18}
    assert version.entry["access"] == {"companion_first_time": True, "medication_ok": True}
    assert version.entry["schedules"][0]["venue"] == {
        "name": "Hallen",
        "address": "Storgata 1",
        "postcode": "7011",
        "municipality": "5001",
    }


def test_nothing_is_kept_before_somebody_begins(client: PageClient, session: Session) -> None:
    client.page("/meld-inn")

    assert session.scalars(select(Draft)).all() == []


def test_the_word_in_the_address_is_not_in_the_database(
    client: PageClient, session: Session
) -> None:
    word = begin(client)

    assert word not in draft_of(session).digest


def test_answers_are_there_again_when_one_comes_back(client: PageClient, session: Session) -> None:
    word = begin(client)
    answer(client, word, "navn", **ANSWERS["navn"])

    page = client.page(f"/meld-inn/{word}/navn")

    assert page.select_one("[name=name]")["value"] == "Klatring på tirsdag"
    assert client.get(f"/meld-inn/{word}").location == f"/meld-inn/{word}/hva"


def test_a_link_to_go_on_is_mailed(client: PageClient, session: Session) -> None:
    word = begin(client)
    client.post(f"/meld-inn/{word}/lenke", data={"resume_email": KARI})

    assert link_mailed_to(session, KARI) == f"/meld-inn/{word}"
    assert draft_of(session).email == KARI


def test_a_second_link_within_the_hour_is_not_mailed(client: PageClient, session: Session) -> None:
    word = begin(client)
    for _time in range(2):
        client.post(f"/meld-inn/{word}/lenke", data={"resume_email": KARI})

    assert len(mailed_to(session, KARI)) == 1


def test_what_is_missing_is_named_and_nothing_is_mailed(
    client: PageClient, session: Session
) -> None:
    word = begin(client)
    answer(client, word, "navn", **ANSWERS["navn"])

    response = client.submit(f"/meld-inn/{word}/sjekk")

    assert response.status_code == 422
    assert "Hva som kreves av dem som kommer" in response.text
    assert session.scalars(select(OutgoingMail)).all() == []


def test_times_have_to_be_read_and_approved(client: PageClient, session: Session) -> None:
    word = begin(client)
    answer(client, word, "sted", **ANSWERS["sted"])

    leads_to = answer(client, word, "tid", **ANSWERS["tid"])

    assert leads_to == f"/meld-inn/{word}/tider"
    assert "Hver tirsdag kl. 18.00–20.00" in as_read(client.page(leads_to).text)
    assert "At tidene er riktig forstått" in client.page(f"/meld-inn/{word}/sjekk").text


def test_times_that_may_mean_several_things_are_asked_about(
    client: PageClient, session: Session
) -> None:
    word = begin(client)
    answer(client, word, "sted", **ANSWERS["sted"])

    response = client.submit(f"/meld-inn/{word}/tid", times_0="onsdag 8")

    assert response.status_code == 422
    assert "onsdag 8" in response.text
    assert draft_of(session).entry["schedules"][0].get("rrule") is None


@pytest.mark.parametrize(
    ("slug", "typed"),
    [
        ("navn", {"name": ""}),
        ("navn", {"name": "Klаtring"}),
        ("navn", {"orgnr": "123456789"}),
        ("navn", {"name": "x" * 201}),
        ("sted", {"postcode": "70"}),
        ("sted", {"postcode": "", "town": "Ingenstedby"}),
        ("hvem", {"youngest": "forti"}),
        ("hvem", {"youngest": "40", "oldest": "20"}),
        ("pris", {"per_time": "mange penger"}),
        ("kontakt", {"phone": "ring meg", "email": "", "url": ""}),
        ("kontakt", {"url": "javascript:alert(1)"}),
        ("deg", {"email": "kari"}),
    ],
    ids=str,
)
def test_what_cannot_be_used_is_told_beside_the_field_and_still_stands_there(
    client: PageClient, session: Session, slug: str, typed: dict[str, str]
) -> None:
    word = begin(client)
    before = dict(draft_of(session).entry)

    response = client.submit(f"/meld-inn/{word}/{slug}", **{**ANSWERS[slug], **typed})

    assert response.status_code == 422
    assert 'class="fault"' in response.text
    for value in typed.values():
        assert value in response.text
    assert draft_of(session).entry == before


def test_markup_in_a_field_is_kept_as_text(client: PageClient, session: Session) -> None:
    word = begin(client)
    name = "<script>alert(1)</script>"
    answer(client, word, "navn", **{**ANSWERS["navn"], "name": name})

    page = client.get(f"/meld-inn/{word}/sjekk").text

    assert draft_of(session).entry["name"] == name
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_body_of_ten_megabytes_is_refused_in_our_words(client: PageClient) -> None:
    word = begin(client)

    response = client.post(f"/meld-inn/{word}/hva", data={"summary": "x" * 10_000_000})

    assert response.status_code == 413
    assert "for stort" in response.text


def test_an_organisation_that_is_there_is_not_made_again(
    client: PageClient, session: Session
) -> None:
    save(session, organisation_entry(id="tauet", name="Tauet"))
    word = begin(client)
    answer(client, word, "navn", **ANSWERS["navn"])

    assert draft_of(session).organisation == {"id": "tauet"}


def test_a_group_of_its_own_bears_its_own_name(client: PageClient, session: Session) -> None:
    word = begin(client)
    answer(client, word, "navn", name="Fredagsgruppa", behind="group", fellowship="")

    assert draft_of(session).organisation == {"name": "Fredagsgruppa", "kind": "user_run"}


def test_a_group_of_a_fellowship_that_is_there_does_not_come_to_hold_the_fellowship(
    client: PageClient, session: Session
) -> None:
    save(session, organisation_entry(id="fellesskapet", name="Fellesskapet"))
    word = begin(client)
    answer(client, word, "navn", name="Fredag", behind="group", fellowship="Fellesskapet")

    assert draft_of(session).organisation == {"name": "Fellesskapet", "kind": "user_run"}


def test_several_places_each_have_their_times(client: PageClient, session: Session) -> None:
    word = begin(client)
    client.post(f"/meld-inn/{word}/sted", data={**ANSWERS["sted"], "more": "1"})
    answer(client, word, "sted?nr=1", attendance="online", online_url="example.org/rom")
    answer(client, word, "tid", times_0="hver tirsdag 18–20", times_1="hver onsdag 18–20")

    schedules = draft_of(session).entry["schedules"]
    assert [one["attendance"] for one in schedules] == ["in_person", "online"]
    assert [one["rrule"] for one in schedules] == ["FREQ=WEEKLY;BYDAY=TU", "FREQ=WEEKLY;BYDAY=WE"]
    assert schedules[1]["online_url"] == "https://example.org/rom"


def test_a_place_is_taken_away(client: PageClient, session: Session) -> None:
    word = begin(client)
    answer(client, word, "sted", **ANSWERS["sted"])
    answer(client, word, "sted?nr=1", attendance="online")
    client.post(f"/meld-inn/{word}/sted?nr=0", data={"remove": "1"})

    assert [one["attendance"] for one in draft_of(session).entry["schedules"]] == ["online"]


def test_a_hidden_address_is_sent_as_hidden(client: PageClient, session: Session) -> None:
    word = begin(client)
    answer_all(client, word, sted={**ANSWERS["sted"], "hides_address": "y"})
    client.submit(f"/meld-inn/{word}/sjekk")
    client.submit(link_mailed_to(session, KARI))

    assert session.scalars(select(Revision)).one().hides_address


def test_a_mail_to_another_address_sends_nothing(client: PageClient, session: Session) -> None:
    word = begin(client)
    answer_all(client, word)
    client.submit(f"/meld-inn/{word}/sjekk")
    link = link_mailed_to(session, KARI)
    answer(client, word, "deg", **{**ANSWERS["deg"], "email": "ola@example.org"})

    assert client.post(link).status_code == 410
    assert session.scalars(select(Revision)).all() == []


def test_the_link_sends_once_and_opening_it_sends_nothing(
    client: PageClient, session: Session
) -> None:
    word = begin(client)
    answer_all(client, word)
    client.submit(f"/meld-inn/{word}/sjekk")
    link = link_mailed_to(session, KARI)
    client.page(link)
    assert session.scalars(select(Revision)).all() == []

    client.submit(link)

    assert client.post(link).status_code == 410
    assert len(session.scalars(select(Revision)).all()) == 1


def test_what_is_sent_cannot_be_changed_any_more(client: PageClient, session: Session) -> None:
    word = begin(client)
    answer_all(client, word)
    client.submit(f"/meld-inn/{word}/sjekk")
    client.submit(link_mailed_to(session, KARI))

    response = client.get(f"/meld-inn/{word}/navn")

    assert response.location == "/meld-inn/takk/ny"


def test_a_program_that_fills_in_what_nobody_sees_begins_nothing(
    client: PageClient, session: Session
) -> None:
    client.post("/meld-inn", data={"homepage": "https://example.com"})

    assert session.scalars(select(Draft)).all() == []


@pytest.mark.parametrize("path", ["/meld-inn/ukjent/navn", "/meld-inn/ukjent/sjekk"])
def test_a_word_that_nobody_was_given_opens_nothing(client: PageClient, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.post(path).status_code == 404


def test_answering_a_question_loses_nothing_that_was_told(
    app: Flask, client: PageClient, session: Session
) -> None:
    relay = {"is_relayed": "y", "relay_email": "vakt@example.org", "relay_days": "2"}
    word = begin(client)
    answer_all(client, word, kontakt={**ANSWERS["kontakt"], **relay})
    client.submit(f"/meld-inn/{word}/sjekk")
    client.submit(link_mailed_to(session, KARI))
    first = session.scalars(select(Revision)).one()
    with app.app_context():
        ask_back(session, first, "system", "Hva er riktig adresse?")
    kari = sign_in(client, session, KARI)
    again = draft_of_offer(session, first.offer_id, kari)
    session.commit()

    sent = client.submit(f"/meld-inn/{again}/sjekk")

    session.expire_all()
    second = session.scalars(select(Revision).order_by(Revision.number.desc())).first()
    assert sent.location == "/meld-inn/takk/ny"
    assert second is not None
    assert second.number == 2
    assert second.verification["way"] == "call"
    assert second.verification["contact_point"] == {
        "email": "vakt@example.org",
        "answers_within_days": 2,
    }


def test_a_group_without_a_number_is_not_offered_the_public_register(client: PageClient) -> None:
    word = begin(client)
    answer(client, word, "navn", name="Fredag", behind="group")

    assert "Enhetsregisteret" not in client.page(f"/meld-inn/{word}/deg").text
