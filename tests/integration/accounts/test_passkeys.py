"""A passkey is made once, shown in each session, and counts only where it answers our own question."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from accounts.access import requires
from accounts.models import Account, Passkey, Role, SignInSession
from accounts.passkeys import MOST_KEYS
from accounts.permissions import Permission
from app import create_app
from core.db import db
from core.events import events_of
from core.settings import Environment, Settings
from tests.support.client import PageClient
from tests.support.signing_in import sign_in
from tests.support.soft_key import SoftKey

EMAIL = "kari@example.org"
GUARDED = "/bare-for-moderatorer"
Twist = Callable[[SoftKey], None]


@pytest.fixture
def app(app: Flask) -> Flask:
    """The site with a page that only moderators open."""
    view = requires(Permission.MODERATE)(lambda: ("", 204))
    app.add_url_rule(GUARDED, "guarded", view)
    return app


@pytest.fixture
def moderator(client: PageClient, session: Session) -> Account:
    return sign_in(client, session, EMAIL, role=Role.MODERATOR, has_shown_key=False)


def send(client: PageClient, path: str, body: Any = None) -> TestResponse:
    """Send JSON as the script of the page does, with the token of the page."""
    field = client.page("/konto").select_one("[name=token]")
    assert field
    return client.post(
        f"/konto/nokkel/{path}",
        json={} if body is None else body,
        headers={"X-Form-Token": field["value"]},
    )


def ask(client: PageClient, verb: str) -> dict[str, Any]:
    answer = send(client, f"sporsmal/{verb}")
    assert answer.status_code == 200, answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert isinstance(answer.json, dict)
    return answer.json


def make(client: PageClient, key: SoftKey) -> int:
    return send(client, "lag", key.make(ask(client, "lag"))).status_code


def show(client: PageClient, key: SoftKey) -> int:
    return send(client, "bruk", key.show(ask(client, "bruk"))).status_code


def keys(session: Session) -> list[Passkey]:
    session.rollback()
    return list(session.scalars(select(Passkey).order_by(Passkey.id)))


def test_a_moderator_is_asked_for_a_key_and_then_let_in(
    client: PageClient, session: Session, moderator: Account
) -> None:
    asked = client.get(GUARDED)
    assert (asked.status_code, asked.location) == (303, f"/konto/nokkel?til={GUARDED}")
    assert client.page(asked.location).select_one(f"[data-goes-to='{GUARDED}']")

    assert make(client, SoftKey()) == 204

    assert client.get(GUARDED).status_code == 204
    assert len(keys(session)) == 1


def test_a_key_is_shown_in_every_session(
    app: Flask, client: PageClient, session: Session, moderator: Account
) -> None:
    key, later = SoftKey(), app.test_client()
    make(client, key)
    sign_in(later, session, EMAIL, role=Role.MODERATOR, has_shown_key=False)
    assert later.get(GUARDED).status_code == 303
    assert "Bruk nøkkelen din" in later.page("/konto/nokkel").text

    assert show(later, key) == 204

    assert later.get(GUARDED).status_code == 204


def test_who_has_only_the_mail_box_cannot_make_another_key(
    app: Flask, client: PageClient, session: Session, moderator: Account
) -> None:
    make(client, SoftKey())
    thief, key = app.test_client(), SoftKey()
    sign_in(thief, session, EMAIL, role=Role.MODERATOR, has_shown_key=False)

    assert send(thief, "sporsmal/lag").status_code == 400
    question = ask(thief, "bruk")
    assert send(thief, "lag", key.make(question)).status_code == 400
    assert send(thief, "bruk", key.show(question)).status_code == 400
    assert thief.get(GUARDED).status_code == 303
    assert len(keys(session)) == 1


def test_after_showing_one_another_can_be_made(
    client: PageClient, session: Session, moderator: Account
) -> None:
    first, second = SoftKey(), SoftKey()
    make(client, first)

    question = ask(client, "lag")

    assert [one["id"] for one in question["excludeCredentials"]] == [keys(session)[0].credential_id]
    assert send(client, "lag", second.make(question)).status_code == 204
    assert len(keys(session)) == 2


def test_nobody_gathers_keys_without_end(
    client: PageClient, session: Session, moderator: Account
) -> None:
    made = [make(client, SoftKey()) for _key in range(MOST_KEYS)]

    assert set(made) == {204}
    assert send(client, "sporsmal/lag").status_code == 400


def test_a_key_belongs_to_one_account_and_its_name_has_an_end(
    app: Flask, client: PageClient, session: Session, moderator: Account
) -> None:
    key, long = SoftKey(), SoftKey()
    long.id = b"x" * 1024
    make(client, key)
    other = app.test_client()
    sign_in(other, session, "ola@example.org", role=Role.MODERATOR, has_shown_key=False)

    assert make(other, key) == 400
    assert make(other, long) == 400
    assert len(keys(session)) == 1


@pytest.mark.parametrize("base_url", ["https://Example.ORG", "https://example.org:443"])
def test_the_address_of_the_site_may_be_written_otherwise(
    settings: Settings, session: Session, base_url: str
) -> None:
    app = create_app(replace(settings, base_url=base_url))
    client = PageClient(app, app.response_class)
    sign_in(client, session, EMAIL, role=Role.MODERATOR, has_shown_key=False)

    assert make(client, SoftKey()) == 204
    with app.app_context():
        db.engine.dispose()


def another_host(key: SoftKey) -> None:
    key.host = "evil.example"


def another_origin(key: SoftKey) -> None:
    key.origin = "https://example.org.evil.example"


def plain_http(key: SoftKey) -> None:
    key.origin = "http://example.org"


@pytest.mark.parametrize("twist", [another_host, another_origin, plain_http])
def test_an_answer_given_on_another_site_is_refused(
    app: Flask, client: PageClient, session: Session, moderator: Account, twist: Twist
) -> None:
    made_elsewhere, key = SoftKey(), SoftKey()
    twist(made_elsewhere)
    assert make(client, made_elsewhere) == 400
    assert keys(session) == []
    make(client, key)
    later = app.test_client()
    sign_in(later, session, EMAIL, role=Role.MODERATOR, has_shown_key=False)

    twist(key)

    assert show(later, key) == 400
    assert later.get(GUARDED).status_code == 303


def test_an_answer_counts_once(
    app: Flask, client: PageClient, session: Session, moderator: Account
) -> None:
    key = SoftKey()
    make(client, key)
    answer = key.show(ask(client, "bruk"))

    assert send(client, "bruk", answer).status_code == 204
    assert send(client, "bruk", answer).status_code == 400


def test_an_answer_from_another_session_is_none_of_this_one(
    app: Flask, client: PageClient, session: Session, moderator: Account
) -> None:
    key, later = SoftKey(), app.test_client()
    make(client, key)
    sign_in(later, session, EMAIL, role=Role.MODERATOR, has_shown_key=False)
    answer = key.show(ask(client, "bruk"))

    assert send(later, "bruk", answer).status_code == 400
    ask(later, "bruk")
    assert send(later, "bruk", answer).status_code == 400
    assert later.get(GUARDED).status_code == 303


def test_somebody_elses_key_is_none_of_mine(
    app: Flask, client: PageClient, session: Session, moderator: Account
) -> None:
    mine, theirs, other = SoftKey(), SoftKey(), app.test_client()
    make(client, mine)
    sign_in(other, session, "ola@example.org", role=Role.MODERATOR, has_shown_key=False)
    make(other, theirs)
    later = app.test_client()
    sign_in(later, session, EMAIL, role=Role.MODERATOR, has_shown_key=False)

    assert show(later, theirs) == 400
    assert later.get(GUARDED).status_code == 303


def test_a_copy_of_a_key_that_lags_behind_is_refused(
    client: PageClient, session: Session, moderator: Account
) -> None:
    key = SoftKey()
    make(client, key)
    assert show(client, key) == 204
    assert keys(session)[0].sign_count == 1

    key.uses = 0

    assert show(client, key) == 400


@pytest.mark.parametrize(
    "answer",
    [
        [],
        "x",
        5,
        {"id": "x"},
        {"id": None},
        {"id": ["x"]},
        {"id": "x", "rawId": "x", "type": "public-key", "response": {}},
        {"id": "x", "rawId": "x", "type": "public-key", "response": "x"},
        {
            "id": "x",
            "rawId": "x",
            "type": "public-key",
            "response": {"clientDataJSON": "eA", "attestationObject": "oA", "signature": "eA"},
        },
    ],
    ids=str,
)
@pytest.mark.parametrize("verb", ["lag", "bruk"])
def test_what_is_no_answer_is_refused(
    client: PageClient, session: Session, moderator: Account, verb: str, answer: object
) -> None:
    ask(client, verb)

    assert send(client, verb, answer).status_code == 400
    assert client.get(GUARDED).status_code == 303
    assert keys(session) == []


@pytest.mark.parametrize("part", ["clientDataJSON", "attestationObject"])
@pytest.mark.parametrize("cut", [1, 20, 60])
def test_an_answer_that_was_cut_is_refused(
    client: PageClient, session: Session, moderator: Account, part: str, cut: int
) -> None:
    answer = SoftKey().make(ask(client, "lag"))
    answer["response"][part] = answer["response"][part][:-cut]

    assert send(client, "lag", answer).status_code == 400
    assert keys(session) == []


def test_an_answer_to_no_question_is_refused(client: PageClient, moderator: Account) -> None:
    assert send(client, "lag", SoftKey().make({"challenge": "eA"})).status_code == 400


def test_a_key_is_taken_away_after_showing_one(
    app: Flask, client: PageClient, session: Session, moderator: Account
) -> None:
    make(client, SoftKey())
    thief = app.test_client()
    sign_in(thief, session, EMAIL, role=Role.MODERATOR, has_shown_key=False)

    assert press_remove(thief).location == "/konto/nokkel"
    assert len(keys(session)) == 1

    assert press_remove(client).location == "/konto"
    assert keys(session) == []


def press_remove(client: PageClient) -> TestResponse:
    form = client.page("/konto").select_one("form[action$='/fjern']")
    assert form
    token = form.select_one("[name=token]")
    assert token
    return client.post(str(form["action"]), data={"token": str(token["value"])})


def test_nobody_takes_away_anothers_key(
    app: Flask, client: PageClient, session: Session, moderator: Account
) -> None:
    make(client, SoftKey())
    other = app.test_client()
    sign_in(other, session, "ola@example.org", role=Role.ADMIN)

    answer = send(other, f"{keys(session)[0].id}/fjern")

    assert answer.status_code == 404
    assert len(keys(session)) == 1


def test_a_steward_who_has_made_a_key_is_asked_for_it(
    app: Flask, client: PageClient, session: Session
) -> None:
    held = requires(Permission.HOLD_OFFER, lambda *_all: True)(lambda: ("", 204))
    app.add_url_rule("/mitt", "held", held)
    sign_in(client, session, EMAIL, has_shown_key=False)
    assert client.get("/mitt").status_code == 204
    make(client, SoftKey())
    assert client.get("/mitt").status_code == 204
    later = app.test_client()

    sign_in(later, session, EMAIL, has_shown_key=False)

    assert later.get("/mitt").location == "/konto/nokkel?til=/mitt"


def test_keys_are_written_down_as_events(
    client: PageClient, session: Session, moderator: Account
) -> None:
    key = SoftKey()
    make(client, key)
    show(client, key)
    press_remove(client)

    noted = events_of(session, f"account:{moderator.id}")
    assert [one.action for one in noted] == [
        "account:key_made",
        "account:key_shown",
        "account:key_removed",
    ]
    assert {one.actor for one in noted} == {f"account:{moderator.id}"}


def test_no_question_is_left_when_it_has_been_answered(
    client: PageClient, session: Session, moderator: Account
) -> None:
    make(client, SoftKey())

    session.rollback()
    assert list(session.scalars(select(SignInSession.challenge))) == [None]


@pytest.mark.parametrize(
    ("environment", "base_url", "said", "is_let_in"),
    [
        (Environment.DEVELOPMENT, "http://127.0.0.1:5000", "trenger ingen nøkkel", True),
        (Environment.DEVELOPMENT, "http://localhost:5000", "Lag en nøkkel", False),
        (Environment.PRODUCTION, "https://192.0.2.1", "må ha et navn", False),
        (Environment.PRODUCTION, "https://example.org", "Lag en nøkkel", False),
    ],
)
def test_where_no_key_can_be_the_page_says_so(
    settings: Settings,
    session: Session,
    environment: Environment,
    base_url: str,
    said: str,
    is_let_in: bool,
) -> None:
    app = create_app(replace(settings, environment=environment, base_url=base_url))
    app.add_url_rule(GUARDED, "guarded", requires(Permission.MODERATE)(lambda: ("", 204)))
    client = PageClient(app, app.response_class)
    sign_in(client, session, EMAIL, role=Role.MODERATOR, has_shown_key=False)

    assert said in client.page("/konto/nokkel").text
    assert client.get(GUARDED).status_code == (204 if is_let_in else 303)
    assert client.get("/").status_code == 200
    with app.app_context():
        db.engine.dispose()


def test_where_no_key_can_be_none_is_asked_for(settings: Settings, session: Session) -> None:
    app = create_app(replace(settings, base_url="https://192.0.2.1"))
    client = PageClient(app, app.response_class)
    sign_in(client, session, EMAIL, role=Role.MODERATOR, has_shown_key=False)

    assert send(client, "sporsmal/lag").status_code == 400
    assert send(client, "sporsmal/bruk").status_code == 400
    with app.app_context():
        db.engine.dispose()
