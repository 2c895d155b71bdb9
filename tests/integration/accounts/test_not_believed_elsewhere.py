"""What another site says of somebody is believed only when all of it holds."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask import Flask, Response
from joserfc import jws, jwt
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from accounts.models import SignInSession
from app import create_app
from core.oidc_settings import OidcSettings
from core.settings import Settings
from core.tokens import OneTimeToken
from tests.support.client import PageClient
from tests.support.lying_site import LyingSite, lying_site

START, ANSWER = "/inn/annet-sted", "/inn/annet-sted/svar"


@pytest.fixture
def site() -> Iterator[LyingSite]:
    with lying_site() as site:
        yield site


@pytest.fixture
def settings(settings: Settings, site: LyingSite) -> Settings:
    return replace(settings, oidc=site.settings())


def come_back(client: PageClient, site: LyingSite, **instead: str) -> TestResponse:
    page = client.post(START)
    assert page.status_code == 200, page.text
    link = BeautifulSoup(page.text, "html.parser").select_one("main a.ds-button")
    assert link
    state = site.goes_there(str(link["href"]))
    return client.post(ANSWER, data={"state": state, "code": "c"} | instead)


def count(session: Session, table: type) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(table)) or 0


def test_the_truth_is_believed(client: PageClient, site: LyingSite) -> None:
    answer = come_back(client, site)

    assert (answer.status_code, answer.location) == (303, "/inn/annet-sted/adresse")


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://another.example.org"},
        {"iss": None},
        {"aud": "another"},
        {"aud": None},
        {"aud": ["noe-a-ga-til", "another"], "azp": "another"},
        {"aud": ["noe-a-ga-til", "another"]},
        {"azp": "another"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 1},
        {"exp": None},
        {"iat": None},
        {"iat": 9_999_999_999},
        {"nbf": 9_999_999_999},
        {"at_hash": "another"},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
        {"sub": "x" * 256},
        {"sub": "01019012345"},
    ],
    ids=str,
)
def test_a_claim_that_does_not_hold_signs_nobody_in(
    client: PageClient, session: Session, site: LyingSite, claims: dict[str, Any]
) -> None:
    site.claims = claims

    answer = come_back(client, site)

    assert answer.status_code == 502
    assert "Vi kunne ikke stole på svaret fra HelseID." in answer.text
    assert "Set-Cookie" not in answer.headers
    assert count(session, SignInSession) == 0


@pytest.mark.parametrize(
    "signs",
    [
        "unsigned",
        "signed_with_what_everybody_has",
        "signed_by_another",
        "signed_with_an_unknown_key",
    ],
)
def test_a_signature_that_does_not_hold_signs_nobody_in(
    client: PageClient, session: Session, site: LyingSite, signs: str
) -> None:
    site.signs = getattr(site, signs)

    answer = come_back(client, site)

    assert answer.status_code == 502
    assert count(session, SignInSession) == 0


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "..", "x" * 60_000, "å.æ.ø"])
def test_what_is_no_token_signs_nobody_in(client: PageClient, site: LyingSite, token: str) -> None:
    site.signs = lambda _claims: token

    assert come_back(client, site).status_code == 502


def test_a_token_with_no_end_of_lists_signs_nobody_in(client: PageClient, site: LyingSite) -> None:
    header = {"alg": "RS256", "kid": site.key.kid}
    site.signs = lambda _claims: jws.serialize_compact(header, b"[" * 9_000, site.key)

    assert come_back(client, site).status_code == 502


def test_a_site_that_names_itself_in_its_answers_has_to_do_so(
    client: PageClient, site: LyingSite
) -> None:
    site.doors = {"authorization_response_iss_parameter_supported": True}

    assert come_back(client, site).status_code == 410
    assert come_back(client, site, iss="https://another.example.org").status_code == 410
    assert come_back(client, site, iss=site.issuer).status_code == 303


def test_a_key_that_is_new_is_asked_for(
    client: PageClient, site: LyingSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    come_back(client, site)
    site.key = type(site.key).generate_key(2048, {"kid": "theirs-now"})
    site.signs = lambda claims: _signed_as(site, "theirs-now", claims)

    assert come_back(client, site).status_code == 502, "not at every turn"
    monkeypatch.setattr("accounts.elsewhere.site.ASKED_AGAIN_AFTER", 0)

    assert come_back(client, site).status_code == 303


def _signed_as(site: LyingSite, kid: str, claims: dict[str, Any]) -> str:
    return jwt.encode({"alg": "RS256", "kid": kid}, claims, site.key, algorithms=["RS256"])


def test_doors_and_keys_are_asked_for_once(client: PageClient, site: LyingSite) -> None:
    for _time in range(3):
        come_back(client, site)

    assert site.asked.count("/.well-known/openid-configuration") == 1
    assert site.asked.count("/keys") == 1
    assert site.asked.count("/token") == 3


@pytest.mark.parametrize(
    "doors",
    [{"issuer": "https://another.example.org"}, {"token_endpoint": None}, {"jwks_uri": 7}],
    ids=str,
)
def test_doors_that_are_not_as_they_should_be_lead_nowhere(
    client: PageClient, session: Session, site: LyingSite, doors: dict[str, Any]
) -> None:
    site.doors = doors

    answer = client.post(START)

    assert answer.status_code == 503
    assert "HelseID svarer ikke akkurat nå." in answer.text
    assert "Set-Cookie" not in answer.headers
    assert count(session, OneTimeToken) == 0


@pytest.mark.parametrize(
    ("reply", "status"),
    [
        (Response("down", 500), 503),
        (Response("[]", 200), 503),
        (Response('{"error": "invalid_client"}', 401), 503),
        (Response('{"error": "invalid_grant"}', 400), 410),
        (Response("{}", 200), 502),
    ],
    ids=["down", "no object", "refuses us", "refuses the code", "no token"],
)
def test_a_site_that_gives_no_token_signs_nobody_in(
    client: PageClient, site: LyingSite, reply: Response, status: int
) -> None:
    site.answers["/token"] = reply

    assert come_back(client, site).status_code == status


def test_a_site_that_is_down_is_said_in_a_sentence_beside_the_way_by_mail(
    settings: Settings,
) -> None:
    nobody = OidcSettings("http://127.0.0.1:9", "us", "HelseID", secret="s")  # noqa: S106
    app = create_app(replace(settings, oidc=nobody))
    app.test_client_class = PageClient

    answer = app.test_client().post(START)

    assert answer.status_code == 503
    page = BeautifulSoup(answer.text, "html.parser")
    assert "HelseID svarer ikke akkurat nå. Du kan logge inn med e-post så lenge." in page.text
    assert page.select_one('main a[href="/inn"]')


def test_who_is_another_in_userinfo_is_nobody(client: PageClient, site: LyingSite) -> None:
    site.doors = {"userinfo_endpoint": f"{site.issuer}/userinfo"}
    site.claims = {"name": None}
    site.answers["/userinfo"] = Response('{"sub": "ola", "name": "Ola"}')

    assert come_back(client, site).status_code == 502


def test_where_no_other_site_is_set_there_is_no_button_and_no_page(settings: Settings) -> None:
    app = create_app(replace(settings, oidc=None))
    app.test_client_class = PageClient
    client: Any = app.test_client()

    assert "annet-sted" not in client.page("/inn").decode()
    assert {
        client.post(START).status_code,
        client.get(ANSWER).status_code,
        client.post(ANSWER).status_code,
        client.get("/inn/annet-sted/adresse").status_code,
        client.post("/inn/annet-sted/adresse").status_code,
        client.get("/inn/annet-sted/sendt").status_code,
        client.get("/inn/annet-sted/knytt/x").status_code,
        client.post("/inn/annet-sted/knytt/x").status_code,
    } == {404}


def test_where_one_is_set_the_page_has_its_button(app: Flask, client: PageClient) -> None:
    page = client.page("/inn?til=/hjelp")

    form = page.select_one(f'form[action="{START}"]')
    assert form and form.select_one("button").text == "Logg inn med HelseID"
    assert form.select_one("[name=til]")["value"] == "/hjelp"
