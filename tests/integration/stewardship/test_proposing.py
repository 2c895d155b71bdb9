"""Who may write new words for an offer, also when things have changed since they began."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import delete, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from accounts.models import Account, Role, Steward
from core.events import SYSTEM
from core.tokens import UsedUpError
from directory.models import Offer
from stewardship import deciding, queries
from stewardship.messages import take_messages, take_no_messages
from stewardship.models import ContactPoint, Draft, Revision, RevisionState
from stewardship.proposing import Proposal, propose_change, propose_new
from stewardship.registering.drafts import draft_of_offer
from stewardship.trusting import trust
from stewardship.versions import NotInCatalogueError, current_head
from tests.support.client import PageClient
from tests.support.databases import on_both_databases
from tests.support.factories import offer_entry, save
from tests.support.registering import answer
from tests.support.signing_in import sign_in
from tests.support.waiting import steward_of, words

OFFER = "klatrekveld"


@pytest.fixture
def inside(app: Flask) -> Iterator[None]:
    """Letters are written in the application's own words."""
    with app.app_context():
        yield


@pytest.fixture
def kari(session: Session) -> Account:
    told = {"first_visit": {"nb": "Vi møter deg."}, "cost": {"per_time": 0, "per_year": 0}}
    save(session, offer_entry(**told, contacts=[{"email": "post@example.org"}]))
    return steward_of(session, "kari@example.org", "en-forening")


def changed(session: Session, **changes: object) -> Proposal:
    head = current_head(session, OFFER)
    return Proposal(head.entry | changes, head.hides_address, head.number)


def let_go(session: Session, account: Account) -> None:
    session.execute(delete(Steward).where(Steward.account_id == account.id))
    session.commit()


def test_whoever_let_go_of_an_offer_publishes_nothing_with_what_they_had_begun(
    client: PageClient, session: Session, kari: Account
) -> None:
    sign_in(client, session, kari.email)
    word = draft_of_offer(session, OFFER, kari)
    session.commit()
    answer(client, word, "tid", times_0="hver torsdag 17–19")
    answer(client, word, "tider")
    before = session.scalars(select(Offer.id)).all()
    let_go(session, kari)

    sent = client.post(f"/meld-inn/{word}/sjekk", data=token(client, word))

    session.expire_all()
    assert sent.status_code == 404
    assert session.get_one(Offer, OFFER).schedules[0].rrule == "FREQ=WEEKLY;BYDAY=WE"
    assert session.get(ContactPoint, OFFER) is None
    assert session.scalars(select(Offer.id)).all() == before
    assert session.scalars(select(Revision).where(Revision.account_id == kari.id)).all() == []


def token(client: PageClient, word: str) -> dict[str, str]:
    field = client.page("/konto").select_one("input[name=token]")
    assert field
    return {"token": str(field["value"])}


def test_a_moderator_without_their_key_writes_in_nobodys_offer(
    session: Session, kari: Account
) -> None:
    moderator = steward_of(session, "mod@example.org")
    moderator.role = Role.MODERATOR
    session.commit()

    with pytest.raises(NotInCatalogueError):
        propose_change(session, OFFER, changed(session, cost={"per_time": 50}), moderator)


@on_both_databases
@pytest.mark.usefixtures("inside")
def test_what_was_accepted_while_somebody_waited_for_their_turn_stays_accepted(
    session: Session, engine: Engine, kari: Account
) -> None:
    waits = propose_change(session, OFFER, changed(session, summary={"nb": "Ute."}), kari)
    session.commit()
    mine = changed(session, summary={"nb": "Ute og inne."})
    assert queries.find_head(session, OFFER) is waits
    assert waits.state is RevisionState.PROPOSED

    with Session(engine) as other:
        deciding.accept(other, queries.revision(other, OFFER, waits.number), SYSTEM)
        other.commit()
    propose_change(session, OFFER, mine, kari)
    session.commit()

    states = [one.state for one in queries.history(session, OFFER)][:2]
    assert states == [RevisionState.PROPOSED, RevisionState.ACCEPTED]


@on_both_databases
@pytest.mark.usefixtures("inside")
def test_what_two_links_send_at_once_is_sent_once(session: Session, engine: Engine) -> None:
    kari = steward_of(session, "kari@example.org")
    draft = Draft(digest="d", language="nb", entry=words(), organisation={"name": "Tauet"})
    session.add(draft)
    session.commit()
    assert draft.sent_at is None

    with Session(engine) as other:
        propose_new(other, other.get_one(Draft, draft.id), other.get_one(Account, kari.id))
        other.commit()
    with pytest.raises(UsedUpError):
        propose_new(session, draft, kari)

    session.rollback()
    assert len(session.scalars(select(Revision)).all()) == 1


@pytest.mark.usefixtures("inside")
def test_messages_that_were_turned_off_stay_off_whatever_is_published_later(
    session: Session, kari: Account
) -> None:
    take_messages(session, OFFER, email="taket@example.org", days=3, actor=SYSTEM)
    waits = propose_change(session, OFFER, changed(session, summary={"nb": "Ute."}), kari)
    take_no_messages(session, OFFER, actor=SYSTEM)
    deciding.reject(session, waits, SYSTEM, "Nei.")

    propose_change(session, OFFER, changed(session, cost={"per_time": 50}), kari)

    assert session.get_one(Offer, OFFER).cost_per_time == 50
    assert session.get(ContactPoint, OFFER) is None


@pytest.mark.usefixtures("inside")
@pytest.mark.parametrize("was_signed_in", [True, False])
def test_what_is_sent_in_a_trusted_stewards_name_waits_unless_they_began_it_signed_in(
    session: Session, kari: Account, was_signed_in: bool
) -> None:
    trust(session, "en-forening", SYSTEM)
    draft = Draft(
        digest="d",
        language="nb",
        email=kari.email,
        account_id=kari.id if was_signed_in else None,
        entry=words(name="Gitarkveld"),
        organisation={"id": "en-forening"},
    )
    session.add(draft)

    made = propose_new(session, draft, kari)

    assert (made.state is RevisionState.ACCEPTED) is was_signed_in
