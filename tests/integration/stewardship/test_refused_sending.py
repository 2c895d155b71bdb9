"""What is sent in and cannot be kept: the page says why, nothing is half done, and one can go on."""

from typing import Final

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.models import Role
from core.outbox import OutgoingMail
from stewardship.models import Draft, Revision, RevisionState
from tests.support.client import PageClient
from tests.support.mailed import link_mailed_to
from tests.support.registering import ANSWERS, answer, answer_all, begin
from tests.support.signing_in import sign_in

KARI: Final = "kari@example.org"
TOLD: Final = "Vi møtes i Storgata 1, og går inn bak huset."
ADDRESS_STANDS: Final = "Adressen står også i teksten. Ta den bort der, så kan den skjules helt."
NO_LONGER_FITS: Final = "Noe i svarene kan ikke lagres slik det er skrevet."


def test_an_address_that_is_hidden_and_told_is_refused_before_any_mail(
    client: PageClient, session: Session
) -> None:
    word = begin(client)
    answer_all(
        client,
        word,
        sted={**ANSWERS["sted"], "hides_address": "y"},
        forste_gang={"first_visit": TOLD},
    )

    refused = client.submit(f"/meld-inn/{word}/sjekk")

    assert refused.status_code == 422
    assert ADDRESS_STANDS in refused.text
    assert TOLD in refused.text
    assert session.scalars(select(OutgoingMail)).all() == []


def test_what_has_been_changed_since_the_mail_is_refused_with_a_reason_and_can_be_mended(
    client: PageClient, session: Session
) -> None:
    word = begin(client)
    answer_all(client, word)
    client.submit(f"/meld-inn/{word}/sjekk")
    link = link_mailed_to(session, KARI).removeprefix("/nn")
    hidden = {**ANSWERS["sted"], "hides_address": "y"}
    answer(client, word, "sted", **hidden)
    answer(client, word, "forste-gang", first_visit=TOLD)

    refused = client.submit(link)
    answer(client, word, "forste-gang", first_visit="Vi møter deg i døra.")
    sent = client.submit(link)

    assert refused.status_code == 422
    assert ADDRESS_STANDS in refused.text
    assert sent.location == "/meld-inn/takk/ny"


def test_an_interest_that_is_gone_is_told_of_when_sending(
    client: PageClient, session: Session
) -> None:
    word = begin(client)
    answer_all(client, word)
    draft = session.scalars(select(Draft)).one()
    draft.entry = draft.entry | {"interests": ["no-interest-any-more"]}
    session.commit()

    refused = client.submit(f"/meld-inn/{word}/sjekk")

    assert refused.status_code == 422
    assert NO_LONGER_FITS in refused.text
    assert session.scalars(select(Revision)).all() == []


def test_an_organisation_that_is_gone_is_told_of_when_accepting(
    app: Flask, client: PageClient, session: Session
) -> None:
    word = begin(client)
    answer_all(client, word)
    draft = session.scalars(select(Draft)).one()
    draft.organisation = {"id": "gone"}
    session.commit()
    client.submit(f"/meld-inn/{word}/sjekk")
    client.submit(link_mailed_to(session, KARI))
    moderator = PageClient(app, app.response_class)
    sign_in(moderator, session, "mod@example.org", role=Role.MODERATOR)
    version = session.scalars(select(Revision)).one()
    page = f"/moderering/forslag/{version.offer_id}/1"
    (field, *_others) = moderator.page(page).select("[name=token]")

    sent = {"token": field["value"], "verified": "call"}
    refused = moderator.post(f"{page}/godta", data=sent)

    session.refresh(version)
    assert refused.status_code == 400
    assert "passer ikke lenger" in refused.text
    assert version.state is RevisionState.PROPOSED
