"""An offer that is there is changed on the same pages, by whoever holds it."""

import pytest
from flask import Flask
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from accounts.models import Account, Steward
from directory.models import Offer
from stewardship.messages import take_messages
from stewardship.models import ContactPoint, Draft, Revision, RevisionState
from stewardship.proposing import Proposal, propose_change
from stewardship.registering.drafts import draft_of_offer
from stewardship.versions import current_head
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save
from tests.support.registering import answer
from tests.support.signing_in import sign_in, sign_out
from tests.support.waiting import HIDDEN_STREET, at_street

OFFER = "klatrekveld"


@pytest.fixture
def steward(client: PageClient, session: Session) -> Account:
    told = {"first_visit": {"nb": "Vi møter deg."}, "cost": {"per_time": 0, "per_year": 0}}
    save(session, offer_entry(**told, contacts=[{"email": "post@example.org"}]))
    return sign_in(client, session, "kari@example.org", organisations=["en-forening"])


@pytest.fixture
def word(session: Session, steward: Account) -> str:
    made = draft_of_offer(session, OFFER, steward)
    session.commit()
    return made


def test_a_time_is_changed_and_out_at_once(client: PageClient, session: Session, word: str) -> None:
    answer(client, word, "tid", times_0="hver torsdag 17–19")
    answer(client, word, "tider")
    sent = client.submit(f"/meld-inn/{word}/sjekk")

    session.expire_all()
    assert sent.location == "/meld-inn/takk/ute"
    assert session.get_one(Offer, OFFER).schedules[0].rrule == "FREQ=WEEKLY;BYDAY=TH"


def test_words_wait_for_a_moderator(client: PageClient, session: Session, word: str) -> None:
    answer(client, word, "hva", summary="Vi klatrer ute om sommeren.")
    sent = client.submit(f"/meld-inn/{word}/sjekk")

    newest = session.scalars(select(Revision).order_by(Revision.number.desc())).first()
    session.expire_all()
    assert sent.location == "/meld-inn/takk/endring"
    assert newest is not None
    assert newest.state is RevisionState.PROPOSED
    assert session.get_one(Offer, OFFER).summary == {"nb": "Klatre sammen med andre."}


def test_nobody_is_asked_who_they_are_again(client: PageClient, word: str) -> None:
    assert client.get(f"/meld-inn/{word}/deg").status_code == 404
    assert "Spørsmål 9 av 9" in client.page(f"/meld-inn/{word}/kontakt").text


def test_the_word_alone_does_not_open_a_change(client: PageClient, word: str) -> None:
    sign_out(client)

    assert client.get(f"/meld-inn/{word}/navn").status_code == 404


def test_somebody_elses_change_is_not_there(
    client: PageClient, session: Session, word: str
) -> None:
    sign_in(client, session, "ola@example.org", organisations=["en-forening"])

    assert client.get(f"/meld-inn/{word}/navn").status_code == 404


def test_a_change_that_was_begun_is_gone_on_with(
    client: PageClient, session: Session, steward: Account, word: str
) -> None:
    answer(client, word, "navn", name="Klatring")
    again = draft_of_offer(session, OFFER, steward)
    session.commit()

    page = client.page(f"/meld-inn/{again}/navn")

    assert page.select_one("[name=name]")["value"] == "Klatring"
    assert client.get(f"/meld-inn/{word}/navn").status_code == 404
    assert len(session.scalars(select(Draft)).all()) == 1


def changed_by_another(session: Session, steward: Account, **told: object) -> None:
    head = current_head(session, OFFER)
    proposal = Proposal(head.entry | told, False, head.number)
    propose_change(session, OFFER, proposal, steward, may_publish=True)
    session.commit()


def test_two_who_change_the_same_both_see_both(
    client: PageClient, session: Session, steward: Account, word: str
) -> None:
    answer(client, word, "navn", name="Klatring for alle")
    changed_by_another(session, steward, name="Klatring på onsdag")

    merge = client.submit(f"/meld-inn/{word}/sjekk")

    assert merge.status_code == 409
    assert "Klatring for alle" in merge.text
    assert "Klatring på onsdag" in merge.text


@pytest.mark.parametrize(
    ("choice", "name"), [("mine", "Klatring for alle"), ("theirs", "Klatring på onsdag")]
)
def test_what_is_chosen_of_two_changes_is_sent(
    client: PageClient, session: Session, steward: Account, word: str, choice: str, name: str
) -> None:
    answer(client, word, "navn", name="Klatring for alle")
    answer(client, word, "pris", is_free="costs", per_time="50")
    changed_by_another(session, steward, name="Klatring på onsdag", gender="any")
    client.submit(f"/meld-inn/{word}/sjekk")
    head = current_head(session, OFFER).number
    session.rollback()

    sent = client.post(
        f"/meld-inn/{word}/flett",
        data={"token": token_on(client, word), "head": head, "choice:name": choice},
    )

    newest = session.scalars(select(Revision).order_by(Revision.number.desc())).first()
    assert sent.status_code == 303, sent.text
    assert newest is not None
    assert newest.entry["name"] == name
    assert newest.entry["gender"] == "any"
    assert newest.entry["cost"]["per_time"] == 50


def test_a_third_change_meanwhile_is_shown_before_anything_is_sent(
    client: PageClient, session: Session, steward: Account, word: str
) -> None:
    answer(client, word, "navn", name="Klatring for alle")
    changed_by_another(session, steward, name="Klatring på onsdag")
    old_head = current_head(session, OFFER).number
    changed_by_another(session, steward, name="Klatring på torsdag")

    sent = client.post(
        f"/meld-inn/{word}/flett",
        data={"token": token_on(client, word), "head": old_head, "choice:name": "mine"},
    )

    assert sent.status_code == 409
    assert "Klatring på torsdag" in sent.text


def test_messages_through_the_site_are_turned_on_and_off(
    client: PageClient, session: Session, steward: Account, word: str
) -> None:
    relay = {"is_relayed": "y", "relay_email": "vakt@example.org", "relay_days": "2"}
    answer(client, word, "kontakt", **relay)
    client.submit(f"/meld-inn/{word}/sjekk")

    session.expire_all()
    point = session.get_one(ContactPoint, OFFER)
    assert (point.email, point.answers_within_days) == ("vakt@example.org", 2)

    again = draft_of_offer(session, OFFER, steward)
    session.commit()
    answer(client, again, "kontakt", is_relayed=[], email="post@example.org")
    client.submit(f"/meld-inn/{again}/sjekk")

    session.expire_all()
    assert session.get(ContactPoint, OFFER) is None


def test_messages_that_are_turned_on_while_somebody_writes_stay_on(
    app: Flask, client: PageClient, session: Session, word: str
) -> None:
    with app.app_context():
        take_messages(session, OFFER, email="vakt@example.org", days=2, actor="system")
    session.commit()
    answer(client, word, "hva", summary="Vi klatrer ute om sommeren.")
    client.submit(f"/meld-inn/{word}/sjekk")

    session.expire_all()
    assert session.get_one(ContactPoint, OFFER).email == "vakt@example.org"


def token_on(client: PageClient, word: str) -> str:
    return str(client.page(f"/meld-inn/{word}/sjekk").select_one("[name=token]")["value"])


def test_whoever_has_let_go_of_an_offer_sees_no_change_to_it(
    app: Flask, client: PageClient, session: Session
) -> None:
    save(session, offer_entry(schedules=[at_street()]))
    kari = sign_in(client, session, "kari@example.org", organisations=["en-forening"])
    head = current_head(session, "klatrekveld")
    with app.app_context():
        propose_change(session, "klatrekveld", Proposal(head.entry, True, head.number), kari)
    word = draft_of_offer(session, "klatrekveld", kari)
    session.commit()
    assert HIDDEN_STREET in client.get(f"/meld-inn/{word}/sjekk").text

    session.execute(delete(Steward))
    session.commit()

    assert client.get(f"/meld-inn/{word}/sjekk").status_code == 404


def test_a_change_that_is_nobodys_any_more_is_shown_to_nobody(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry())
    kari = sign_in(client, session, "kari@example.org", organisations=["en-forening"])
    word = draft_of_offer(session, "klatrekveld", kari)
    session.flush()
    session.execute(update(Draft).values(account_id=None))
    session.commit()
    sign_out(client)

    assert client.get(f"/meld-inn/{word}/sjekk").status_code == 404
