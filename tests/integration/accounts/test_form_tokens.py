"""A form does something in somebody's name only where they sent it, from a page of ours."""

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from accounts.models import SignInSession
from tests.support.client import PageClient
from tests.support.mailed import mailed_to
from tests.support.signing_in import sign_in

EMAIL = "kari@example.org"
OUT = "/konto/ut-overalt"


def token_on(client: PageClient, url: str = "/konto") -> str:
    field = client.page(url).select_one("[name=token]")
    assert field
    return str(field["value"])


def sessions(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(SignInSession)) or 0


@pytest.mark.parametrize("token", [None, "", ".", "x", "x.y", "x" * 5000, "ø.ø"])
def test_without_a_token_of_ours_nothing_is_done(
    client: PageClient, session: Session, token: str | None
) -> None:
    sign_in(client, session, EMAIL)

    answer = client.post(OUT, data={} if token is None else {"token": token})

    assert answer.status_code == 400
    assert "Gå tilbake" in answer.text
    assert sessions(session) == 1


def test_a_token_of_another_session_is_none(
    app: Flask, client: PageClient, session: Session
) -> None:
    other = app.test_client()
    sign_in(other, session, "ola@example.org")
    sign_in(client, session, EMAIL)

    answer = client.post(OUT, data={"token": token_on(other)})

    assert answer.status_code == 400
    assert sessions(session) == 2


def test_every_page_has_another_token_and_each_is_good(
    client: PageClient, session: Session
) -> None:
    account = sign_in(client, session, EMAIL)
    tokens = [token_on(client) for _page in range(3)]

    statuses = [
        client.post("/konto", data={"token": one, "language": "en"}).status_code for one in tokens
    ]

    session.refresh(account)
    assert len(set(tokens)) == 3
    assert statuses == [303] * 3
    assert account.language == "en"


@pytest.mark.parametrize("url", ["/", "/finn", "/inn", "/hjelp"])
def test_visitors_get_no_token(client: PageClient, url: str) -> None:
    assert client.page(url).select("[name=token]") == []


def test_somebody_signed_in_can_look_for_things_to_go_to(
    client: PageClient, session: Session
) -> None:
    sign_in(client, session, EMAIL)

    assert client.submit("/finn", text="tur").status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "https://example.org"},
        {"Origin": "https://evil.example"},
        {"Origin": "https://example.org.evil.example"},
        {"Origin": "http://example.org"},
    ],
    ids=str,
)
def test_what_another_site_sends_is_refused_from_everybody(
    client: PageClient, session: Session, headers: dict[str, str]
) -> None:
    sign_in(client, session, EMAIL)
    token = token_on(client)

    signed_in = client.post(OUT, data={"token": token}, headers=headers)
    visitor = client.application.test_client().post("/inn", data={"email": EMAIL}, headers=headers)

    assert (signed_in.status_code, visitor.status_code) == (403, 403)
    assert sessions(session) == 1
    assert mailed_to(session, EMAIL) == []


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "null"},
        {"Origin": "https://example.org"},
        {"Origin": "http://localhost"},
    ],
    ids=str,
)
def test_what_our_own_page_sends_is_taken(
    client: PageClient, session: Session, headers: dict[str, str]
) -> None:
    sign_in(client, session, EMAIL)

    answer = client.post(OUT, data={"token": token_on(client)}, headers=headers)

    assert answer.status_code == 303


def test_a_link_from_elsewhere_can_be_followed(client: PageClient, session: Session) -> None:
    sign_in(client, session, EMAIL)

    answer = client.get("/konto", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 200


def test_another_site_may_ask_the_api_which_keeps_nothing(client: PageClient) -> None:
    answer = client.post("/api/v1/match", json={}, headers={"Origin": "https://other.example"})

    assert answer.status_code == 200
