"""What somebody is sent to is right for them: by the reason, and in the place of what has ended."""

from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy.orm import Session

from prescribing.choices import Reason
from prescribing.draft import Draft, Item, close
from tests.support.as_read import as_read
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save
from tests.support.pdf_reading import words_of
from tests.support.prescriptions import ENDED_ON_IT, gone_offer, save_prescription
from web.limits import limiter

CLOSED = {"welcome_after_slip": False}
TURNED_AWAY = "Etter en sprekk kan du ikke komme tilbake hit."


@pytest.fixture(autouse=True)
def nobody_has_guessed(app: Flask) -> Iterator[None]:
    limiter.reset()
    yield
    limiter.reset()


def address_of(app: Flask, draft: Draft) -> str:
    return f"/resept/{close(draft, app.extensions['seal'])}"


def after_a_slip(*offers: str) -> Draft:
    items = tuple(Item(one) for one in offers)
    question = {"municipality": "5001"}
    return Draft((Reason.AFTER_A_SLIP,), question, items, is_by_hand=bool(items))


def on_sheet(page: BeautifulSoup) -> list[str]:
    return [tag.text.strip() for tag in page.select(".minute-entries h3 a")]


def cards(client: PageClient) -> list[str]:
    found = client.page(f"/r/{ENDED_ON_IT}").select(".code-offer h2")
    return [as_read(one.text) for one in found]


@pytest.mark.parametrize("kind", ["activity", "self_help_group", "mentor_scheme"])
def test_nobody_is_suggested_a_place_that_would_turn_them_away_after_a_slip(
    app: Flask, client: PageClient, session: Session, kind: str
) -> None:
    save(session, offer_entry(kind=kind, access=CLOSED), offer_entry(id="apen", name="Åpen kveld"))

    assert on_sheet(client.page(address_of(app, after_a_slip()))) == ["Åpen kveld"]


def test_where_one_is_chosen_all_the_same_the_screen_says_that_it_would(
    app: Flask, client: PageClient, session: Session
) -> None:
    save(session, offer_entry(access=CLOSED))

    page = client.page(address_of(app, after_a_slip("klatrekveld")))

    assert "Etter en sprekk kan folk ikke komme tilbake til «Klatrekveld»." in as_read(page.text)


@pytest.mark.parametrize("path", ["/ark", "/ark.pdf"])
def test_the_sheet_says_that_it_would(
    app: Flask, client: PageClient, session: Session, path: str
) -> None:
    save(session, offer_entry(access=CLOSED))
    address = address_of(app, after_a_slip("klatrekveld"))

    told = client.get(address + path)
    words = words_of(told.data) if path.endswith(".pdf") else told.text

    assert TURNED_AWAY in as_read(words)


def test_what_takes_the_place_of_another_turns_nobody_away_after_a_slip(
    client: PageClient, session: Session
) -> None:
    save(session, gone_offer(), offer_entry(access=CLOSED))
    save_prescription(session, ENDED_ON_IT, "kveldsklatring", reasons=["after_a_slip"])

    assert cards(client) == []


@pytest.mark.parametrize(
    ("reason", "audience"), [("relative", "relatives"), ("bereaved", "bereaved")]
)
def test_a_sheet_for_who_is_close_to_somebody_stays_one(
    client: PageClient, session: Session, reason: str, audience: str
) -> None:
    save(
        session,
        gone_offer(audience=["self", audience]),
        offer_entry(),
        offer_entry(id="narmest", name="For de nærmeste", audience=[audience], interests=[]),
    )
    save_prescription(session, ENDED_ON_IT, "kveldsklatring", reasons=[reason])

    assert cards(client) == ["For de nærmeste"]


@pytest.mark.parametrize(
    ("ended", "other"),
    [
        ({"gender": "women"}, {"gender": "any"}),
        ({"gender": "women"}, {}),
        ({}, {"gender": "women"}),
        ({}, {"age": {"max": 25}}),
        ({"age": {"min": 18}}, {"age": {"min": 60}}),
        ({"age": {"min": 18, "max": 30}}, {"age": {"min": 25, "max": 40}}),
        ({}, {"approach": "faith_based"}),
        ({}, {"approach": "twelve_step"}),
    ],
    ids=str,
)
def test_nobody_is_sent_to_what_may_not_be_for_them_in_the_place_of_what_was(
    client: PageClient, session: Session, ended: dict[str, Any], other: dict[str, Any]
) -> None:
    save(session, gone_offer(**ended), offer_entry(**other))
    save_prescription(session, ENDED_ON_IT, "kveldsklatring")

    assert cards(client) == []


@pytest.mark.parametrize(
    "both",
    [
        {"gender": "women"},
        {"age": {"max": 25}},
        {"age": {"min": 60}},
        {"age": {"min": 18, "max": 30}},
        {"approach": "twelve_step"},
        {"audience": ["relatives"]},
    ],
    ids=str,
)
def test_what_is_for_the_same_people_takes_its_place(
    client: PageClient, session: Session, both: dict[str, Any]
) -> None:
    save(session, gone_offer(**both), offer_entry(**both))
    save_prescription(session, ENDED_ON_IT, "kveldsklatring")

    assert cards(client) == ["Klatrekveld"]


@pytest.mark.parametrize(
    ("ended", "other"),
    [
        ("none", "drug_free"),
        ("sober_there", "drug_free"),
        ("active_use", "drug_free"),
        ("wish_to_stop", "drug_free"),
        (None, "drug_free"),
        ("none", "wish_to_stop"),
        ("sober_there", "wish_to_stop"),
        (None, "wish_to_stop"),
        ("none", "active_use"),
    ],
)
def test_no_rule_about_drugs_is_stricter_than_that_of_what_has_ended(
    client: PageClient, session: Session, ended: str | None, other: str
) -> None:
    save(session, gone_offer(sobriety_rule=ended), offer_entry(sobriety_rule=other))
    save_prescription(session, ENDED_ON_IT, "kveldsklatring")

    assert cards(client) == []


@pytest.mark.parametrize(
    ("ended", "other"),
    [
        ("drug_free", "wish_to_stop"),
        ("drug_free", "sober_there"),
        ("wish_to_stop", "sober_there"),
        ("sober_there", "none"),
        ("none", "sober_there"),
        ("active_use", "none"),
        (None, "none"),
        ("none", None),
    ],
)
def test_a_rule_about_drugs_that_lets_in_the_same_people_keeps_nothing_away(
    client: PageClient, session: Session, ended: str | None, other: str | None
) -> None:
    save(session, gone_offer(sobriety_rule=ended), offer_entry(sobriety_rule=other))
    save_prescription(session, ENDED_ON_IT, "kveldsklatring")

    assert cards(client) == ["Klatrekveld"]


@pytest.mark.parametrize("age", [{"min": 18}, {"min": 15}, {"max": 100}], ids=str)
def test_usual_limits_keep_nothing_away(
    client: PageClient, session: Session, age: dict[str, int]
) -> None:
    save(session, gone_offer(), offer_entry(age=age))
    save_prescription(session, ENDED_ON_IT, "kveldsklatring")

    assert cards(client) == ["Klatrekveld"]


@pytest.mark.parametrize("words", ["selvmord", "fiske, jeg vil dø", "han slår meg"])
@pytest.mark.parametrize("path", ["/resept", "/resept/forslag"])
def test_words_of_danger_among_interests_are_answered_with_whom_to_ring(
    client: PageClient, path: str, words: str
) -> None:
    answer = client.post(path, data={"words": words, "reasons": "loneliness"})

    assert answer.status_code == 422
    told = answer.json["summary"] if answer.is_json else answer.text  # type: ignore[index]
    assert "Ring 113" in told
    assert "112" in told
    assert "116 123" in told
    assert not answer.is_json or "selvmord" not in told
