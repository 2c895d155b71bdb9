"""A browser that is signed in: its cookie, how long it lasts, and the ways out."""

from dataclasses import replace
from datetime import timedelta
from http.cookies import Morsel, SimpleCookie

import pytest
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from accounts.models import Account, Role, SignInSession
from accounts.sessions import purge_sessions
from app import create_app
from core.clock import now_in_utc
from core.db import db
from core.settings import Settings
from core.tokens import digest_of
from tests.support.client import PageClient
from tests.support.mailed import link_mailed_to
from tests.support.signing_in import cookie_name, sign_in, sign_out

EMAIL = "kari@example.org"
LASTS = {
    Role.STEWARD: timedelta(days=14),
    Role.MODERATOR: timedelta(hours=12),
    Role.ADMIN: timedelta(hours=12),
}


def sign_in_by_mail(
    client: PageClient, session: Session, base_url: str = "https://example.org"
) -> TestResponse:
    client.submit("/inn", email=EMAIL)
    return client.submit(link_mailed_to(session, EMAIL, base_url))


def cookie_of(response: TestResponse) -> tuple[str, Morsel[str]]:
    [(name, cookie)] = SimpleCookie(response.headers["Set-Cookie"]).items()
    return name, cookie


def sessions(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(SignInSession)) or 0


@pytest.mark.parametrize("role", Role)
def test_a_session_lasts_as_long_as_its_role_allows(
    client: PageClient, session: Session, role: Role
) -> None:
    sign_in(client, session, EMAIL, role=role)
    begun = session.scalars(select(SignInSession)).one()
    assert begun.expires_at - begun.created_at == LASTS[role]
    assert client.get("/konto").status_code == 200

    session.execute(update(SignInSession).values(expires_at=now_in_utc()))
    session.commit()

    assert client.get("/konto").status_code == 303


def test_the_cookie_is_for_the_browser_alone(client: PageClient, session: Session) -> None:
    sign_in(client, session, EMAIL)
    sign_out(client)

    name, cookie = cookie_of(sign_in_by_mail(client, session))

    assert name == "__Host-inn"
    assert (cookie["httponly"], cookie["secure"]) == (True, True)
    assert (cookie["samesite"], cookie["path"], cookie["domain"]) == ("Lax", "/", "")
    assert int(cookie["max-age"]) == LASTS[Role.STEWARD].total_seconds()


def test_a_cookie_over_plain_http_is_not_marked_as_secure(
    settings: Settings, session: Session
) -> None:
    app = create_app(replace(settings, base_url="http://localhost:5000"))
    client = PageClient(app, app.response_class)
    sign_in(client, session, EMAIL)
    sign_out(client)

    name, cookie = cookie_of(sign_in_by_mail(client, session, "http://localhost:5000"))

    assert (name, cookie["secure"], cookie["httponly"]) == ("inn", "", True)
    with app.app_context():
        db.engine.dispose()


def test_the_database_does_not_hold_what_the_cookie_holds(
    client: PageClient, session: Session
) -> None:
    sign_in(client, session, EMAIL)
    sign_out(client)

    _name, cookie = cookie_of(sign_in_by_mail(client, session))

    digests = set(session.scalars(select(SignInSession.digest)))
    assert digest_of(cookie.value) in digests
    assert cookie.value not in digests


def test_no_page_but_the_one_that_signs_in_sets_a_cookie(
    client: PageClient, session: Session
) -> None:
    sign_in(client, session, EMAIL)

    answers = [client.get(url) for url in ("/", "/konto", "/konto/nokkel", "/inn", "/finn")]

    assert [answer for answer in answers if "Set-Cookie" in answer.headers] == []


@pytest.mark.parametrize("word", ["", "x", "x" * 3000, "ø", "a-word-that-nobody-was-given"])
def test_a_cookie_that_was_made_up_is_a_visitors(client: PageClient, word: str) -> None:
    client.set_cookie(cookie_name(client), word)

    assert client.get("/konto").location == "/inn?til=/konto"
    assert client.get("/").headers["Cache-Control"] == "private, no-cache"


def test_signing_in_again_ends_the_session_before(
    app: Flask, client: PageClient, session: Session
) -> None:
    sign_in(client, session, EMAIL)
    before = client.get_cookie(cookie_name(client))
    app.test_client().submit("/inn", email=EMAIL)

    client.submit(link_mailed_to(session, EMAIL))

    after = client.get_cookie(cookie_name(client))
    assert before
    assert after
    assert before.value != after.value
    assert sessions(session) == 1


def test_signing_out_ends_this_session_on_the_server(
    app: Flask, client: PageClient, session: Session
) -> None:
    sign_in(client, session, EMAIL)
    kept = client.get_cookie(cookie_name(client))
    other = app.test_client()
    sign_in(other, session, EMAIL)

    answer = press(client, "/konto/ut")

    assert (answer.status_code, answer.location) == (303, "/")
    assert cookie_of(answer)[1]["max-age"] == "0"
    assert kept
    client.set_cookie(cookie_name(client), kept.value)
    assert client.get("/konto").status_code == 303
    assert other.get("/konto").status_code == 200


def test_signing_out_everywhere_ends_all_of_them_and_nobody_elses(
    app: Flask, client: PageClient, session: Session
) -> None:
    others, stranger = [app.test_client() for _one in range(2)], app.test_client()
    for one in (client, *others):
        sign_in(one, session, EMAIL)
    sign_in(stranger, session, "ola@example.org")
    assert "3 nettlesere" in client.page("/konto").text

    press(client, "/konto/ut-overalt")

    assert [one.get("/konto").status_code for one in (client, *others)] == [303] * 3
    assert stranger.get("/konto").status_code == 200


def test_after_signing_out_everywhere_no_link_in_a_mail_box_signs_in(
    client: PageClient, session: Session
) -> None:
    sign_in(client, session, EMAIL)
    sign_out(client)
    client.submit("/inn", email=EMAIL)
    link = link_mailed_to(session, EMAIL)
    sign_in(client, session, EMAIL)

    press(client, "/konto/ut-overalt")

    assert client.get(link).status_code == 410


@pytest.mark.parametrize("url", ["/konto/ut", "/konto/ut-overalt"])
def test_a_link_signs_nobody_out(client: PageClient, session: Session, url: str) -> None:
    sign_in(client, session, EMAIL)

    assert client.get(url).status_code == 405
    assert client.get("/konto").status_code == 200


@pytest.mark.parametrize("url", ["/", "/hjelp", "/konto", "/finn", "/finnes-ikke"])
def test_what_somebody_signed_in_sees_is_kept_by_no_browser(
    client: PageClient, session: Session, url: str
) -> None:
    sign_in(client, session, EMAIL)

    assert client.get(url).headers["Cache-Control"] == "no-store"


def test_only_those_signed_in_see_the_way_to_their_page(
    client: PageClient, session: Session
) -> None:
    assert not client.page("/").select("header a[href='/mine']")

    sign_in(client, session, EMAIL)

    assert client.page("/").select_one("header a[href='/mine']")
    assert client.page("/en/").select_one("header a[href='/en/mine']")


def test_programs_are_answered_in_nobodys_name(client: PageClient, session: Session) -> None:
    sign_in(client, session, EMAIL)

    assert client.post("/api/v1/match", json={}).status_code == 200


def test_the_page_that_says_we_are_down_asks_nothing_of_the_database(
    app: Flask, client: PageClient, session: Session
) -> None:
    sign_in(client, session, EMAIL)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    session.connection().exec_driver_sql("DROP TABLE sign_in_session")
    session.commit()

    answer = client.get("/hjelp")

    assert answer.status_code == 500
    assert "Feilen er vår" in answer.text


def test_one_chooses_the_language_of_ones_mail(client: PageClient, session: Session) -> None:
    account = sign_in(client, session, EMAIL)

    answer = client.submit("/konto", language="nn")

    session.refresh(account)
    assert (answer.status_code, account.language) == (303, "nn")


def test_a_language_that_is_not_spoken_here_is_refused(
    client: PageClient, session: Session
) -> None:
    account = sign_in(client, session, EMAIL)
    token = client.page("/konto").select_one("[name=token]")
    assert token

    answer = client.post("/konto", data={"token": str(token["value"]), "language": "tlh"})

    session.refresh(account)
    assert (answer.status_code, account.language) == (422, "nb")


def test_sessions_that_are_over_are_swept_away(client: PageClient, session: Session) -> None:
    sign_in(client, session, EMAIL)
    sign_in(client, session, "ola@example.org", role=Role.MODERATOR)

    purge_sessions(session, now_in_utc() + timedelta(hours=13))
    session.commit()

    left = session.scalars(select(Account.email).join(SignInSession))
    assert list(left) == [EMAIL]


def press(client: PageClient, action: str) -> TestResponse:
    """Press the button of one's own page that sends to ``action``."""
    field = client.page("/konto").select_one(f"form[action='{action}'] [name=token]")
    assert field
    return client.post(action, data={"token": str(field["value"])})
