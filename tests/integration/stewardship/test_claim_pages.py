"""Somebody says that a group in the catalogue is theirs."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.models import Account
from stewardship.models import Claim, ClaimState
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save
from tests.support.mailed import link_mailed_to, mailed_to

CLAIM = "/tilbud/klatrekveld/ta-over"
KARI = "kari@example.org"
TOLD = {"email": KARI, "way": "call", "whom": "Ola, 22 00 00 00"}


@pytest.fixture(autouse=True)
def _offer(session: Session) -> None:
    save(session, offer_entry())


def test_a_claim_waits_until_its_link_is_opened(client: PageClient, session: Session) -> None:
    sent = client.submit(CLAIM, **TOLD)
    assert sent.location == f"{CLAIM}/sendt"
    assert session.scalars(select(Claim)).all() == []

    thanks = client.submit(link_mailed_to(session, KARI))

    claim = session.scalars(select(Claim)).one()
    assert thanks.location == "/meld-inn/takk/eier"
    assert claim.state is ClaimState.OPEN
    assert claim.organisation_id == "en-forening"
    assert claim.verification == {"way": "call", "whom": "Ola, 22 00 00 00"}
    assert session.get_one(Account, claim.account_id).email == KARI


def test_claiming_twice_is_one_claim(client: PageClient, session: Session) -> None:
    for number in range(2):
        client.submit(CLAIM, **TOLD)
        assert len(mailed_to(session, KARI)) == number + 1
        client.submit(link_mailed_to(session, KARI))

    assert len(session.scalars(select(Claim)).all()) == 1


@pytest.mark.parametrize("told", [{"email": "kari"}, {"whom": ""}], ids=str)
def test_what_cannot_be_used_is_told(
    client: PageClient, session: Session, told: dict[str, str]
) -> None:
    response = client.submit(CLAIM, **(TOLD | told))

    assert response.status_code == 422
    assert 'class="fault"' in response.text
    assert mailed_to(session, KARI) == []


def test_an_offer_that_is_not_there_can_be_claimed_by_nobody(client: PageClient) -> None:
    assert client.get("/tilbud/finnes-ikke/ta-over").status_code == 404
    assert client.post("/tilbud/finnes-ikke/ta-over", data=TOLD).status_code == 404


def test_the_page_after_tells_nobody_who_asked(client: PageClient) -> None:
    client.submit(CLAIM, **TOLD)

    assert KARI not in client.get(f"{CLAIM}/sendt").text
