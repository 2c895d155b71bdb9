"""Every answer tells the browser to run nothing from elsewhere and to tell others nothing."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from app import create_app
from core.settings import Settings
from core.tiles import Tiles
from tests.support.client import PageClient
from tests.support.factories import save
from tests.support.routes import SAMPLE_OFFER, our_rules, pages
from web.headers import ALWAYS

PRIVATE = ("/treff/", "/finn", "/uke/", "/sprekk", "/api/")
NEVER = {"Set-Cookie", "Server", "X-Powered-By", "Via"}
# That everything really went as it is called.
STATUSES = {
    "static": 200,
    "missing static": 404,
    "missing": 404,
    "missing in the API": 404,
    "wrong method": 405,
    "too large": 413,
    "damaged": 404,
    "refused by the API": 400,
    "found": 303,
    "crash": 500,
    "crash in the API": 500,
}


def crash() -> None:
    raise ZeroDivisionError


def answers(app: Flask, client: PageClient) -> Iterator[tuple[str, TestResponse]]:
    """Yield an answer of every kind: pages, files, and everything that can go wrong."""
    for url in pages(app):
        yield url, client.get(url)
    yield "static", client.get(app.extensions["assets"].address("css/site.css"))
    yield "missing static", client.get("/static/missing.css")
    yield "missing", client.get("/missing")
    yield "missing in the API", client.get("/api/missing")
    yield "wrong method", client.delete("/")
    yield "options", client.options("/")
    yield "head", client.head("/")
    yield "damaged", client.get("/treff/damaged")
    yield "too large", client.post("/finn", data={"text": "x" * 300_000})
    yield "refused by the API", client.post("/api/v1/match", data="[")
    yield "found", client.post("/finn", data={})
    for rule in our_rules(app):
        app.view_functions[rule.endpoint] = crash
    yield "crash", client.get("/")
    yield "crash in the API", client.post("/api/v1/match", data="{}")


def faults(kind: str, response: TestResponse) -> Iterator[str]:
    for name, value in ALWAYS.items():
        if response.headers.get(name) != value:
            yield f"{kind}: {name} is {response.headers.get(name)!r}"
    for name in NEVER & set(response.headers.keys()):
        yield f"{kind}: {name} is told"
    if kind.startswith(PRIVATE) and response.headers.get("Cache-Control") != "no-store":
        yield f"{kind}: is about a visitor and may be kept"


def test_every_answer_carries_the_headers_and_no_cookie(
    app: Flask, client: PageClient, session: Session
) -> None:
    save(session, SAMPLE_OFFER)

    found = dict(answers(app, client))

    assert [fault for kind, response in found.items() for fault in faults(kind, response)] == []
    assert {kind: found[kind].status_code for kind in STATUSES} == STATUSES


def test_the_policy_allows_nothing_that_is_not_named() -> None:
    policy = ALWAYS["Content-Security-Policy"]

    assert policy.startswith("default-src 'none'")
    assert not any(word in policy for word in ("unsafe", "http", "*", "blob:"))


def test_only_pictures_may_come_from_where_the_street_tiles_are(settings: Settings) -> None:
    tiles = Tiles("https://tiles.example.org/{z}/{x}/{y}.png", "© OpenStreetMap")
    app = create_app(replace(settings, tiles=tiles))

    policy = app.test_client().get("/personvern").headers["Content-Security-Policy"]

    ours = ALWAYS["Content-Security-Policy"].split("; ")
    added = [rule for rule in policy.split("; ") if rule not in ours]
    assert added == ["img-src 'self' data: https://tiles.example.org"]
    assert len(policy.split("; ")) == len(ours)


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_only_a_secure_site_asks_to_stay_secure(settings: Settings, scheme: str) -> None:
    app = create_app(replace(settings, base_url=f"{scheme}://example.org"))

    response = app.test_client().get("/personvern")

    assert ("Strict-Transport-Security" in response.headers) == (scheme == "https")


def test_a_header_that_a_view_has_set_is_left_to_it(app: Flask, client: PageClient) -> None:
    header = {"Referrer-Policy": "same-origin"}
    app.view_functions["directory.show_privacy"] = lambda: ("", 204, header)

    assert client.get("/personvern").headers["Referrer-Policy"] == "same-origin"
