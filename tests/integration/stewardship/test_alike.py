"""What is there already under nearly the same name, asked by a page while somebody types."""

import pytest
from sqlalchemy.orm import Session

from tests.support.client import PageClient
from tests.support.factories import offer_entry, save
from tests.support.registering import ANSWERS, answer, begin


@pytest.fixture(autouse=True)
def _offer(session: Session) -> None:
    save(session, offer_entry())


def test_a_name_that_is_there_is_found(client: PageClient) -> None:
    found = client.get("/meld-inn/ligner?navn=Klatrekveld&kommune=Trondheim").json

    assert found == [
        {
            "name": "Klatrekveld",
            "organisation": "en-forening",
            "href": "/tilbud/klatrekveld",
            "claim": "/tilbud/klatrekveld/ta-over",
        }
    ]


@pytest.mark.parametrize("query", ["", "?navn=", "?navn=%00", "?navn=Strikking", "?kommune=x"])
def test_what_is_like_nothing_finds_nothing(client: PageClient, query: str) -> None:
    response = client.get(f"/meld-inn/ligner{query}")

    assert response.json == []
    assert response.headers["Cache-Control"] == "no-store"


def test_the_next_page_asks_whether_it_is_that_one(client: PageClient) -> None:
    word = begin(client)
    answer(client, word, "navn", **{**ANSWERS["navn"], "name": "Klatrekveld"})

    page = client.page(f"/meld-inn/{word}/hva")

    assert page.select_one(".likely a[href='/tilbud/klatrekveld/ta-over']")


def test_a_text_that_could_be_better_has_hints_while_it_is_written(client: PageClient) -> None:
    text = "For alkoholikere. Ring 41 23 45 67."

    hints = client.post("/meld-inn/tips", data={"field": "summary", "text": text}).json

    assert any("alkoholikere" in hint for hint in hints)
    assert any("privat nummer" in hint for hint in hints)


@pytest.mark.parametrize("field", ["", "name", "summary.nb", "x" * 1000])
def test_what_has_no_hints_has_none(client: PageClient, field: str) -> None:
    response = client.post("/meld-inn/tips", data={"field": field, "text": "For alkoholikere"})

    assert response.json == []
