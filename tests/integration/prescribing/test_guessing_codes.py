"""Whoever tries codes is soon asked to wait; whoever holds a sheet never is."""

from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from prescribing.codes import views
from prescribing.codes.code import with_check
from prescribing.models import CODE_LENGTH
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save
from tests.support.prescriptions import FRESH, MISTYPED, save_prescription
from tests.support.routes import our_rules
from web.limits import limiter

HERE, THERE = {"REMOTE_ADDR": "192.0.2.1"}, {"REMOTE_ADDR": "192.0.2.2"}
PER_HOUR = 20
EVERY_WAY = (
    "GET /r/{}",
    "GET /r/{}.ics",
    "GET /r/{}/ark",
    "GET /r/{}/ark.pdf",
    "POST /r/{}/apnet",
    "POST /r/{}/svar",
    "POST /r/{}/forny",
    "POST /r",
)


@pytest.fixture(autouse=True)
def nobody_has_guessed(app: Flask) -> Iterator[None]:
    limiter.reset()
    yield
    limiter.reset()


def guess(number: int) -> str:
    return with_check(f"{number:>07}".translate(str.maketrans("01", "AC")))


def tried(client: PageClient, way: str, code: str, caller: dict[str, str]) -> int:
    method, path = way.split(" ")
    sent = {"code": code} if path == "/r" else {}
    answer = client.open(path.format(code), method=method, data=sent, environ_base=caller)
    return answer.status_code


@pytest.mark.parametrize("way", EVERY_WAY)
def test_the_twenty_first_wrong_one_in_an_hour_is_not_even_looked_up(
    client: PageClient, session: Session, way: str
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")

    statuses = {tried(client, way, guess(number), HERE) for number in range(PER_HOUR)}

    assert statuses <= {404, 422}
    assert tried(client, way, guess(PER_HOUR), HERE) == 429
    # Not the right one either: whoever guesses must not be told.
    assert tried(client, "GET /r/{}", FRESH, HERE) == 429
    assert tried(client, "GET /r/{}", FRESH, THERE) == 200


def test_every_way_of_asking_counts_in_the_same_sum(client: PageClient) -> None:
    for number in range(PER_HOUR):
        tried(client, EVERY_WAY[number % len(EVERY_WAY)], guess(number), HERE)

    assert {tried(client, way, guess(99), HERE) for way in EVERY_WAY} == {429}


def test_whoever_holds_a_sheet_may_look_as_often_as_they_like(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")

    statuses = {tried(client, "GET /r/{}", FRESH, HERE) for _ in range(PER_HOUR + 5)}

    assert statuses == {200}


def test_a_mistyped_code_is_no_guess(client: PageClient) -> None:
    statuses = {tried(client, "POST /r", MISTYPED, HERE) for _ in range(PER_HOUR + 5)}

    assert statuses == {422}


def test_nobody_has_any_number_of_mistyped_ones_answered(client: PageClient) -> None:
    """Each is answered on the beat, and would keep a thread from everybody else."""
    ways = ("POST /r", "GET /r/{}", "GET /en/r/{}.ics")
    statuses = [tried(client, ways[turn % 3], MISTYPED, HERE) for turn in range(61)]

    assert 429 not in statuses[:60]
    assert statuses[60] == 429


def test_every_address_with_a_code_keeps_the_beat(app: Flask) -> None:
    with_code = [rule for rule in our_rules(app) if rule.rule.startswith("/r/")]

    uneven = [
        rule.rule
        for rule in with_code
        if not getattr(app.view_functions[rule.endpoint], "is_on_the_beat", False)
    ]

    assert len(with_code) == len(EVERY_WAY) - 1
    assert uneven == []
    assert getattr(views.open_code, "is_on_the_beat", False)


def test_a_guess_is_written_as_codes_are() -> None:
    assert len({guess(number) for number in range(200)}) == 200
    assert all(len(guess(number)) == CODE_LENGTH for number in range(200))
