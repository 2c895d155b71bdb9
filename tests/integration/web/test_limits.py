"""A form can be sent only so often, by each caller for itself; and nobody's address is kept."""

from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from accounts.queries import account_for
from app import create_app
from core.db import db
from core.settings import Settings
from tests.support.client import PageClient
from tests.support.mailed import mailed_to
from web import limits
from web.limits import caller, limiter

EMAIL = "kari@example.org"


def send(client: PageClient, address: str, forwarded: str | None = None) -> int:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return client.post(
        "/inn", data={"email": EMAIL}, headers=headers, environ_base={"REMOTE_ADDR": address}
    ).status_code


def test_the_sixth_in_a_minute_is_asked_to_wait(client: PageClient) -> None:
    statuses = [send(client, "192.0.2.1") for _time in range(6)]

    assert statuses == [303] * 5 + [429]


def test_whoever_is_asked_to_wait_is_told_for_how_long(client: PageClient) -> None:
    for _time in range(5):
        send(client, "192.0.2.1")

    answer = client.post("/inn", data={"email": EMAIL}, environ_base={"REMOTE_ADDR": "192.0.2.1"})

    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 61
    assert "Vent litt" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert not any(name.startswith("X-RateLimit") for name, _value in answer.headers)


def test_what_has_to_wait_sends_no_mail(client: PageClient, session: Session) -> None:
    account_for(session, "ola@example.org")
    session.commit()
    for _time in range(5):
        send(client, "192.0.2.1")

    client.post(
        "/inn", data={"email": "ola@example.org"}, environ_base={"REMOTE_ADDR": "192.0.2.1"}
    )

    assert mailed_to(session, "ola@example.org") == []


def test_the_form_can_still_be_seen(client: PageClient) -> None:
    for _time in range(6):
        send(client, "192.0.2.1")

    assert client.get("/inn", environ_base={"REMOTE_ADDR": "192.0.2.1"}).status_code == 200


def test_others_need_not_wait(client: PageClient) -> None:
    for _time in range(6):
        send(client, "192.0.2.1")

    assert send(client, "192.0.2.2") == 303


def test_a_whole_network_of_ipv6_is_one_caller(client: PageClient) -> None:
    for last in range(5):
        send(client, f"2001:db8::{last}")

    assert send(client, "2001:db8::ffff") == 429
    assert send(client, "2001:db8:0:1::1") == 303


def test_nobody_escapes_by_naming_another_address(client: PageClient) -> None:
    statuses = [send(client, "192.0.2.1", forwarded=f"198.51.100.{one}") for one in range(6)]

    assert statuses[-1] == 429


@pytest.mark.parametrize(("proxies", "header"), [(1, "{}"), (2, "203.0.113.9, {}, 192.0.2.1")])
def test_behind_proxies_callers_are_told_apart(
    settings: Settings, proxies: int, header: str
) -> None:
    app = create_app(replace(settings, trusted_proxies=proxies))
    client = PageClient(app, app.response_class)

    statuses = [
        send(client, "192.0.2.2", forwarded=header.format(f"198.51.100.{one}")) for one in range(6)
    ]
    same = [send(client, "192.0.2.2", forwarded=header.format("198.51.100.77")) for _ in range(6)]

    assert statuses == [303] * 6
    assert same[-1] == 429
    with app.app_context():
        db.engine.dispose()


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1", "", "unix:"])
def test_what_is_counted_holds_no_address(
    app: Flask, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
        first = caller()
        monkeypatch.setattr(limits, "_SALT", b"another start")
        second = caller()

    assert len(first) == len(second) == 64
    assert first != second
    assert not address or address not in first


def test_each_start_of_the_site_begins_to_count_anew(
    client: PageClient, settings: Settings
) -> None:
    for _time in range(6):
        send(client, "192.0.2.1")

    app = create_app(settings)

    assert send(PageClient(app, app.response_class), "192.0.2.1") == 303
    assert limiter.enabled
    with app.app_context():
        db.engine.dispose()
