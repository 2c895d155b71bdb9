"""Whatever goes wrong is a page for people and one JSON shape for programs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask, abort
from werkzeug.exceptions import TooManyRequests

from app import create_app
from core.db import db
from core.errors import DomainError, FaultsError, NotFoundError
from core.settings import Settings
from tests.support.client import PageClient
from tests.support.routes import pages

API = "/api/v1/match"


class MovedOnError(DomainError):
    """Somebody else was quicker."""

    code = "moved_on"
    status = 409


def raise_at(app: Flask, path: str, error: Exception) -> None:
    def fail() -> str:
        raise error

    app.add_url_rule(path, path, fail)


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (MovedOnError("Somebody else was quicker."), 409, "moved_on"),
        (NotFoundError("Nothing here."), 404, "not_found"),
        (ZeroDivisionError("hemmelig"), 500, "internal_server_error"),
        (TooManyRequests(retry_after=7), 429, "too_many_requests"),
    ],
    ids=["refusal", "not found", "crash", "HTTP"],
)
def test_a_failure_is_a_page_for_people_and_json_for_programs(
    app: Flask, client: PageClient, error: Exception, status: int, code: str
) -> None:
    raise_at(app, "/try", error)
    raise_at(app, "/api/try", error)

    page = client.page("/try", status=status)
    answer = client.get("/api/try")

    assert page.select("main a[href='/']"), "the page leads nowhere"
    assert answer.status_code == status
    assert answer.json is not None
    assert set(answer.json) == {"ok", "status", "code", "detail"}
    assert (answer.json["ok"], answer.json["status"], answer.json["code"]) == (False, status, code)
    assert "hemmelig" not in page.text + answer.text


def test_every_fault_is_told_to_programs(app: Flask, client: PageClient) -> None:
    raise_at(app, "/api/try", FaultsError(["age: is no number", "text: is too long"]))

    answer = client.get("/api/try")

    assert answer.json is not None
    assert answer.json["faults"] == ["age: is no number", "text: is too long"]


@pytest.mark.parametrize(
    ("method", "url", "status"),
    [
        ("GET", "/api/missing", 404),
        ("GET", API, 405),
        ("POST", API, 400),
        ("DELETE", "/api/v1/match", 405),
    ],
)
def test_the_api_refuses_in_one_shape(
    client: PageClient, method: str, url: str, status: int
) -> None:
    answer = client.open(url, method=method, data="[" if method == "POST" else None)

    assert answer.status_code == status
    assert answer.json is not None
    assert set(answer.json) - {"faults"} == {"ok", "status", "code", "detail"}
    assert answer.json["status"] == status


def test_a_wrong_method_says_which_are_right(client: PageClient) -> None:
    assert set(client.get(API).headers["Allow"].split(", ")) == {"POST", "OPTIONS"}


def test_too_many_requests_say_when_to_come_back(app: Flask, client: PageClient) -> None:
    raise_at(app, "/try", TooManyRequests(retry_after=7))

    assert client.get("/try").headers["Retry-After"] == "7"


@pytest.mark.parametrize(
    "status", [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503]
)
def test_every_failure_has_a_decent_page_that_is_kept_nowhere(
    app: Flask, client: PageClient, status: int
) -> None:
    app.add_url_rule("/try", "try", lambda: abort(status))

    answer = client.get("/try")

    assert answer.status_code == status
    assert answer.headers["Cache-Control"] == "no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]


@pytest.fixture
def client_without_database(settings: Settings, tmp_path: Path) -> Iterator[PageClient]:
    url = f"sqlite:///{tmp_path / 'nowhere' / 'site.sqlite'}"
    app = create_app(replace(settings, database_url=url))
    app.test_client_class = PageClient
    yield app.test_client()
    app.extensions["offer_index"].close()
    with app.app_context():
        db.engine.dispose()


def test_every_page_is_decent_when_the_database_is_down(
    client_without_database: PageClient,
) -> None:
    addresses = list(pages(client_without_database.application))

    statuses = {url: client_without_database.get(url).status_code for url in addresses}

    assert set(statuses.values()) <= {200, 500}
    # Whoever needs these two must not be met by a failure of ours.
    assert (statuses["/sprekk"], statuses["/hjelp"]) == (200, 200)


def test_the_api_keeps_its_shape_when_the_database_is_down(
    client_without_database: PageClient,
) -> None:
    answer = client_without_database.post(API, json={})

    assert answer.status_code == 500
    assert answer.json is not None
    assert (answer.json["ok"], answer.json["code"]) == (False, "internal_server_error")
