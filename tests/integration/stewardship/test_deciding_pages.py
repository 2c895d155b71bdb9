"""A moderator decides: yes, a question first, or no with a reason; once, and with nothing half done."""

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from accounts.holding import stewards_of
from accounts.models import Account, Role
from accounts.queries import account_for
from core.events import Event
from core.outbox import OutgoingMail
from directory.models import Offer, Organisation
from stewardship.models import Claim, ClaimState, Revision, RevisionState
from stewardship.trusting import trust
from tests.support.client import PageClient
from tests.support.factories import offer_entry, organisation_entry, save
from tests.support.mailed import link_mailed_to, mailed_to
from tests.support.pressing import press
from tests.support.signing_in import sign_in
from tests.support.waiting import (
    HIDDEN_STREET,
    at_street,
    claim,
    propose_change,
    propose_new,
    steward_of,
)

OLA = "ola@example.org"


@pytest.fixture(autouse=True)
def offer(session: Session) -> None:
    save(session, offer_entry())


@pytest.fixture
def moderator(client: PageClient, session: Session) -> PageClient:
    sign_in(client, session, "mod@example.org", role=Role.MODERATOR)
    return client


@pytest.fixture
def kari(session: Session) -> Account:
    return steward_of(session, "kari@example.org", "en-forening")


@pytest.fixture
def new(app: Flask, session: Session) -> Revision:
    return propose_new(app, session, OLA, name="Gitarkveld")


def page_of(version: Revision) -> str:
    return f"/moderering/forslag/{version.offer_id}/{version.number}"


def written(session: Session) -> tuple[int, ...]:
    session.rollback()
    return tuple(
        session.scalar(select(func.count()).select_from(table)) or 0
        for table in (Offer, Revision, Event, OutgoingMail)
    )


# A new offer


def test_a_new_offer_is_shown_whole_with_who_sent_it_and_how_to_ask(
    moderator: PageClient, new: Revision
) -> None:
    text = moderator.page(page_of(new)).text

    for told in ("Gitarkveld", "Klatre sammen med andre.", "Nymoen musikk", OLA, "73 11 22 33"):
        assert told in text
    assert "Ring nummeret gruppa selv har oppgitt" in text
    assert "Hver onsdag kl. 18.00–20.00" in text


def test_nobody_unknown_is_let_in_before_it_is_said_how_we_know_them(
    session: Session, moderator: PageClient, new: Revision
) -> None:
    before = written(session)

    answer = press(moderator, page_of(new), "Godta")

    assert answer.status_code == 422
    assert "Velg hvordan dere har forsikret dere." in answer.text
    assert written(session) == before


def test_a_new_offer_is_published_mailed_and_held_by_who_sent_it(
    session: Session, moderator: PageClient, new: Revision
) -> None:
    answer = press(moderator, page_of(new), "Godta", verified="call")

    session.expire_all()
    organisation = session.get_one(Offer, new.offer_id).organisation_id
    letter = mailed_to(session, OLA)[-1]
    assert answer.location.startswith("/moderering?")
    assert session.get_one(Organisation, organisation).name == "Nymoen musikk"
    assert [one.email for one in stewards_of(session, organisation)] == [OLA]
    assert f"https://example.org/tilbud/{new.offer_id}" in letter.text
    assert f"https://example.org/mine/{new.offer_id}" in letter.text
    assert "Gitarkveld" not in letter.subject
    assert "Det er publisert." in moderator.page(answer.location).text


def test_what_was_decided_cannot_be_decided_again(
    session: Session, moderator: PageClient, new: Revision
) -> None:
    before = moderator.page(page_of(new))
    press(moderator, page_of(new), "Godta", verified="call")
    form = {one["name"]: one["value"] for one in before.select("input[type=hidden]")}
    counted = written(session)

    answer = moderator.post(f"{page_of(new)}/avvis", data=form | {"own_words": "Nei."})

    assert answer.status_code == 409
    assert "Noen har avgjort dette i mellomtida." in answer.text
    assert written(session) == counted


def test_a_question_goes_to_who_sent_it_and_stands_on_their_page(
    app: Flask, session: Session, moderator: PageClient, new: Revision
) -> None:
    press(moderator, page_of(new), "Send spørsmålet", question="Hvor er det?\n<b>Hvem</b> åpner?")

    letter = mailed_to(session, OLA)[-1]
    other = app.test_client()
    sign_in(other, session, OLA)
    mine = other.get("/mine").text
    assert "Hvor er det?\n<b>Hvem</b> åpner?" in letter.text
    assert letter.subject == "Et spørsmål om det du sendte oss"
    assert "Vi spør deg om dette" in mine
    assert "&lt;b&gt;Hvem&lt;/b&gt; åpner?" in mine


def test_what_was_asked_about_can_still_be_a_no_and_nothing_else(
    session: Session, moderator: PageClient, new: Revision
) -> None:
    press(moderator, page_of(new), "Send spørsmålet", question="Hvor er det?")
    page = moderator.page(page_of(new))

    press(moderator, page_of(new), "Si nei", own_words="Vi fikk ikke svar.")

    session.expire_all()
    assert "Godta" not in page.text
    assert session.get_one(Revision, new.id).state is RevisionState.REJECTED


def test_what_is_refused_and_was_never_out_is_put_in_anew(
    session: Session, moderator: PageClient, new: Revision
) -> None:
    press(moderator, page_of(new), "Si nei", own_words="Vi fikk ikke svar.")

    assert link_mailed_to(session, OLA) == "/meld-inn"


def test_a_moderator_is_told_how_much_comes_with_letting_somebody_in(
    session: Session, moderator: PageClient, new: Revision
) -> None:
    organisation = new.entry["organisation"]
    if session.get(Organisation, organisation) is None:
        save(session, organisation_entry(id=organisation))
    save(session, offer_entry(id="vakttelefonen", organisation=organisation))

    assert "ansvaret for det andre tilbudet" in moderator.page(page_of(new)).text


def test_an_empty_question_is_none(moderator: PageClient, new: Revision) -> None:
    answer = press(moderator, page_of(new), "Send spørsmålet", question="  ")

    assert answer.status_code == 422
    assert "Skriv det du lurer på." in answer.text


def test_a_reason_is_mailed_in_the_language_of_who_gets_it(
    session: Session, moderator: PageClient, new: Revision
) -> None:
    account_for(session, OLA).language = "en"
    session.commit()

    press(
        moderator, page_of(new), "Si nei", ready="there_already", own_words="Se Gitarkveld i byen."
    )

    session.expire_all()
    letter = mailed_to(session, OLA)[-1]
    assert session.get_one(Revision, new.id).state is RevisionState.REJECTED
    assert letter.language == "en"
    assert "Se Gitarkveld i byen." in letter.text
    assert session.get(Offer, new.offer_id) is None


def test_no_reason_is_no_answer(session: Session, moderator: PageClient, new: Revision) -> None:
    before = written(session)

    answer = press(moderator, page_of(new), "Si nei")

    assert answer.status_code == 422
    assert "Velg en grunn, eller skriv den selv." in answer.text
    assert written(session) == before


def test_what_was_typed_is_still_there(moderator: PageClient, new: Revision) -> None:
    answer = press(moderator, page_of(new), "Si nei", own_words="x" * 1001)

    assert answer.status_code == 422
    assert "x" * 1001 in answer.text
    assert "Du skrev 1001 tegn. Skriv høyst 1000." in answer.text


def test_words_that_look_like_code_are_shown_as_words(
    app: Flask, session: Session, moderator: PageClient
) -> None:
    made = propose_new(app, session, OLA, name="<script>alert(1)</script>")

    assert "<script>alert(1)" not in moderator.get(page_of(made)).text


def test_a_likely_duplicate_is_shown(app: Flask, session: Session, moderator: PageClient) -> None:
    made = propose_new(app, session, OLA, name="Klatrekvelden")

    page = moderator.page(page_of(made))

    assert "Kan det være et av disse?" in page.text
    assert page.select_one("a[href='/tilbud/klatrekveld']")


# A change


def test_a_change_is_shown_beside_what_is_public(
    app: Flask, session: Session, moderator: PageClient, kari: Account
) -> None:
    made = propose_change(app, session, kari, summary={"nb": "Vi klatrer ute."})

    page = moderator.page(page_of(made))

    before, after = page.select_one(".version-before"), page.select_one(".version-after")
    assert len(page.select(".versions > li")) == 1
    assert "Klatre sammen med andre." in before.text
    assert "Vi klatrer ute." in after.text


def test_who_holds_an_offer_need_not_be_asked_after(
    app: Flask, session: Session, moderator: PageClient, kari: Account
) -> None:
    made = propose_change(app, session, kari, summary={"nb": "Vi klatrer ute."})

    answer = press(moderator, page_of(made), "Godta")

    session.expire_all()
    assert answer.status_code == 303
    assert session.get_one(Offer, "klatrekveld").summary == {"nb": "Vi klatrer ute."}


def test_a_change_to_what_has_been_changed_since_is_not_published(
    app: Flask, session: Session, moderator: PageClient, kari: Account
) -> None:
    made = propose_change(app, session, kari, summary={"nb": "Vi klatrer ute."})
    save(session, offer_entry(name="Klatretorsdag"))
    before = written(session)

    answer = press(moderator, page_of(made), "Godta")

    assert answer.status_code == 409
    assert "Det som står om tilbudet, er endret siden dette ble foreslått." in answer.text
    assert written(session) == before
    assert session.get_one(Offer, "klatrekveld").name == "Klatretorsdag"


def test_a_hidden_address_is_shown_to_moderators_and_marked(
    app: Flask, session: Session, moderator: PageClient
) -> None:
    made = propose_new(app, session, OLA, hides=True, schedules=[at_street()])

    text = moderator.page(page_of(made)).text
    press(moderator, page_of(made), "Godta", verified="call")

    assert HIDDEN_STREET in text
    assert "Adressen er skjult for andre" in text
    assert HIDDEN_STREET not in moderator.get(f"/tilbud/{made.offer_id}").text


def test_who_sent_it_in_holds_it_though_a_moderator_has_mended_it(
    app: Flask, session: Session, moderator: PageClient
) -> None:
    told = {"first_visit": {"nb": "Vi møter deg."}, "cost": {"per_time": 0, "per_year": 0}}
    contacts = [{"email": "post@example.org"}]
    new = propose_new(app, session, OLA, name="Gitarkveld", contacts=contacts, **told)
    draft = press(moderator, page_of(new), "Rett det selv").location
    moderator.submit(f"{draft}/hva", summary="Vi spiller gitar.")
    moderator.submit(f"{draft}/sjekk")

    answer = press(moderator, f"/moderering/forslag/{new.offer_id}/2", "Godta", verified="call")

    session.expire_all()
    made = session.get_one(Offer, new.offer_id)
    assert answer.status_code == 303
    assert made.summary == {"nb": "Vi spiller gitar."}
    assert [one.email for one in stewards_of(session, made.organisation_id)] == [OLA]


def test_what_a_moderator_changes_is_out_at_once(session: Session, moderator: PageClient) -> None:
    told = {"first_visit": {"nb": "Vi møter deg."}, "cost": {"per_time": 0, "per_year": 0}}
    save(session, offer_entry(**told, contacts=[{"email": "post@example.org"}]))
    draft = press(moderator, "/mine/klatrekveld", "Rett noe").location

    moderator.submit(f"{draft}/hva", summary="Vi klatrer ute.")
    moderator.submit(f"{draft}/sjekk")

    session.expire_all()
    assert session.get_one(Offer, "klatrekveld").summary == {"nb": "Vi klatrer ute."}


# Who speaks for an organisation


def test_somebody_who_speaks_for_an_organisation_comes_to_hold_it(
    session: Session, moderator: PageClient
) -> None:
    made = claim(session, OLA)
    url = f"/moderering/overtakelser/{made.id}"
    assert "Per, 900 00 000" in moderator.page(url).text

    press(moderator, url, "Godta", verified="fellowship")

    session.expire_all()
    assert [one.email for one in stewards_of(session, "en-forening")] == [OLA]
    assert "https://example.org/mine" in mailed_to(session, OLA)[-1].text
    assert "Dette er avgjort." in moderator.page(url).text


def test_nobody_holds_an_organisation_before_it_is_said_how_we_know_them(
    session: Session, moderator: PageClient
) -> None:
    made = claim(session, OLA)

    answer = press(moderator, f"/moderering/overtakelser/{made.id}", "Godta")

    session.expire_all()
    assert answer.status_code == 422
    assert session.get_one(Claim, made.id).state is ClaimState.OPEN
    assert stewards_of(session, "en-forening") == []


def test_somebody_who_does_not_speak_for_it_is_told_why(
    app: Flask, session: Session, moderator: PageClient
) -> None:
    made = claim(session, OLA)

    press(moderator, f"/moderering/overtakelser/{made.id}", "Si nei", ready="not_confirmed")

    letter = mailed_to(session, OLA)[-1]
    other = app.test_client()
    sign_in(other, session, OLA)
    assert "Vi fikk ikke bekreftet" in letter.text
    assert "https://example.org/tilbud/klatrekveld" in letter.text
    assert "Vi fikk ikke bekreftet" in other.get("/mine").text


def test_a_claim_is_decided_once(session: Session, moderator: PageClient) -> None:
    made = claim(session, OLA)
    url = f"/moderering/overtakelser/{made.id}"
    page = moderator.page(url)
    press(moderator, url, "Godta", verified="call")
    token = page.select_one("input[name=token]")["value"]

    answer = moderator.post(f"{url}/avvis", data={"token": token, "own_words": "Nei."})

    session.expire_all()
    assert answer.status_code == 409
    assert session.get_one(Claim, made.id).state is ClaimState.ACCEPTED


def test_a_trusted_organisation_is_marked(
    app: Flask, session: Session, moderator: PageClient, kari: Account
) -> None:
    made = propose_change(app, session, kari, summary={"nb": "Vi klatrer ute."})
    trust(session, "en-forening", "account:1")
    session.commit()

    assert "Publiserer selv" in moderator.page(page_of(made)).text
