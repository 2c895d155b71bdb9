"""Two pages of the same answers are sent at the same moment: what is written on either is kept."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from stewardship.models import Draft
from stewardship.registering.questions.price import Price
from tests.support.client import PageClient
from tests.support.databases import on_both_databases
from tests.support.mailed import link_mailed_to
from tests.support.registering import ANSWERS, answer, answer_all, begin

PRICE = {"is_free": "costs", "per_time": "70"}


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], Any]], None]:
    """Let something happen after the page on prices has been read, and before it is kept."""
    understood = Price.changed

    def let(happen: Callable[[], Any]) -> None:
        happens = iter([happen])

        def changed(form: Price) -> Any:
            answers = understood(form)
            for one in happens:
                one()
            return answers

        monkeypatch.setattr(Price, "changed", changed)

    return let


@on_both_databases
def test_what_is_written_on_two_pages_at_once_is_all_kept(
    app: Flask, client: PageClient, session: Session, meanwhile: Callable[..., None]
) -> None:
    word = begin(client)
    answer(client, word, "navn", **ANSWERS["navn"])
    other = PageClient(app, app.response_class)
    meanwhile(lambda: answer(other, word, "hva", **ANSWERS["hva"]))

    answer(client, word, "pris", **PRICE)

    draft = session.scalars(select(Draft)).one()
    assert draft.entry["summary"] == {"nb": ANSWERS["hva"]["summary"]}
    assert draft.entry["cost"] == {"per_time": 70}


@on_both_databases
def test_of_one_page_sent_twice_the_later_stands(
    app: Flask, client: PageClient, session: Session, meanwhile: Callable[..., None]
) -> None:
    word = begin(client)
    answer(client, word, "navn", **ANSWERS["navn"])
    free = {"is_free": "free", "per_time": "0"}
    other = PageClient(app, app.response_class)
    meanwhile(lambda: answer(other, word, "pris", **free))

    answer(client, word, "pris", **PRICE)

    assert session.scalars(select(Draft)).one().entry["cost"] == {"per_time": 70}


@on_both_databases
def test_nothing_is_written_in_what_has_been_sent_meanwhile(
    app: Flask, client: PageClient, session: Session, meanwhile: Callable[..., None]
) -> None:
    word = begin(client)
    answer_all(client, word)
    client.submit(f"/meld-inn/{word}/sjekk")
    link = link_mailed_to(session, "kari@example.org")
    session.rollback()
    other = PageClient(app, app.response_class)
    meanwhile(lambda: other.submit(link))

    led_to = client.submit(f"/meld-inn/{word}/pris", **PRICE).location

    session.rollback()
    assert led_to == "/meld-inn/takk/ny"
    assert session.scalars(select(Draft)).one().entry["cost"] == {"per_time": 30}
