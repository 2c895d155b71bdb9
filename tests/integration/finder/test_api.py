"""``POST /api/v1/match``: the answers of the command for other programs, and refusals in one shape."""

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from tests.support.commands import succeed
from tests.support.factories import offer_entry, save

ADDRESS = "/api/v1/match"
TODAY = "2026-11-24"


@pytest.fixture(autouse=True)
def _catalogue(session: Session) -> None:
    save(session, offer_entry(id="klatring"), offer_entry(id="loping", interests=["running"]))


def check_refusal(response: TestResponse, status: int) -> dict[str, Any]:
    body = response.get_json()
    assert response.status_code == status
    assert response.mimetype == "application/json"
    assert (body["ok"], body["status"]) == (False, status)
    assert isinstance(body["code"], str)
    assert isinstance(body["detail"], str)
    assert set(body) <= {"ok", "status", "code", "detail", "faults"}
    return dict(body)


def test_an_answer_is_that_of_the_command(app: Flask, client: FlaskClient) -> None:
    person = {"interests": ["running"], "place": "Trondheim", "today": TODAY}

    response = client.post(ADDRESS, json=person)

    assert response.status_code == 200
    by_command = succeed(app, "match", "--json", typed=json.dumps(person))
    assert response.get_json() == json.loads(by_command)
    assert response.get_json()["matches"][0]["offer"] == "loping"


def test_nothing_of_it_is_kept_anywhere(client: FlaskClient) -> None:
    for person in ({}, {"text": "rusfri"}, {"age": 121}):
        response = client.post(ADDRESS, json=person)

        assert response.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    ("typed", "faults"),
    [
        (b'{"age": 121, "colour": "blue"}', ["age", "colour"]),
        (b'{"municipality": "9999"}', ["municipality"]),
        (b'{"max_km": NaN}', ["max_km"]),
        (b'{"age": ', [""]),
        (b"", [""]),
        (b"\xff\xfe", [""]),
        (b"null", [""]),
        (b"[" * 100_000, [""]),
        (b'{"interests": ' + b"[" * 600 + b"]" * 600 + b"}", ["interests"]),
        (b'{"today": "0001-01-01T00:00+23:00"}', ["today"]),
        (b'{"text": "' + b"a" * 10_000 + b'"}', ["text"]),
    ],
)
def test_a_faulty_person_is_refused_with_every_fault(
    client: FlaskClient, typed: bytes, faults: list[str]
) -> None:
    body = check_refusal(client.post(ADDRESS, data=typed), 400)

    assert body["code"] == "faulty_question"
    assert len(body["faults"]) == len(faults)
    for fault, key in zip(sorted(body["faults"]), faults, strict=True):
        assert fault.startswith(key)


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", None])
def test_what_the_body_is_called_does_not_matter(
    client: FlaskClient, content_type: str | None
) -> None:
    response = client.post(ADDRESS, data=b'{"limit": 1}', content_type=content_type)

    assert len(response.get_json()["matches"]) == 1


def test_a_body_that_is_too_large_is_not_read(client: FlaskClient) -> None:
    response = client.post(ADDRESS, data=b'{"text": "' + b"a" * 300_000 + b'"}')

    assert check_refusal(response, 413)["code"] == "request_entity_too_large"


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_other_methods_are_refused_and_told_which_one_is_not(
    client: FlaskClient, method: str
) -> None:
    response = client.open(ADDRESS, method=method)

    check_refusal(response, 405)
    assert "POST" in response.headers["Allow"]


def test_an_unknown_address_is_refused_in_the_same_shape(client: FlaskClient) -> None:
    assert check_refusal(client.get("/api/v1/nothing"), 404)["code"] == "not_found"


def test_a_change_is_in_the_next_answer(client: FlaskClient, session: Session) -> None:
    def shown() -> set[str]:
        return {one["offer"] for one in client.post(ADDRESS, json={}).get_json()["matches"]}

    before = shown()
    save(
        session, offer_entry(id="klatring", status="ended"), offer_entry(id="kor", serves=["5001"])
    )
    after = shown()
    save(session, offer_entry(id="kor", status="paused"))
    last = shown()

    assert (before, after, last) == ({"klatring", "loping"}, {"loping", "kor"}, {"loping"})


def test_after_the_last_offer_of_an_area_is_gone_those_who_live_there_are_answered(
    client: FlaskClient, session: Session
) -> None:
    save(session, offer_entry(id="lokalt", serves=["5035"]))
    there = {"place": "Stjørdal", "limit": 100}
    client.post(ADDRESS, json=there)

    save(session, offer_entry(id="lokalt", status="ended"))

    found = client.post(ADDRESS, json=there).get_json()["matches"]
    assert {one["offer"] for one in found} == {"klatring", "loping"}
