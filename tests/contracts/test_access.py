"""Every view says who may open it, and opens for nobody else."""

from http import HTTPStatus

import pytest
from flask import Flask
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from accounts.permissions import Permission
from tests.support.access_table import (
    ADMIN,
    CALLERS,
    EXPECTED,
    OWNER,
    Caller,
    Outcome,
    Switchboard,
    calls,
    expected,
)
from tests.support.factories import save
from tests.support.routes import SAMPLE_OFFER, access_of, our_rules, with_numbers, with_words
from web.access import PUBLIC, WITH_KEY

KNOWN = {PUBLIC, WITH_KEY, *Permission}
NOBODYS, NOBODYS_NUMBER = "finnes-ikke-og-ble-aldri-gitt-ut", "999999999"
NOT_HERE = {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}


@pytest.fixture
def switchboard(app: Flask, session: Session) -> Switchboard:
    save(session, SAMPLE_OFFER)
    return Switchboard(app, session)


def test_every_view_declares_its_access(app: Flask) -> None:
    silent = [
        rule.endpoint for rule in our_rules(app) if access_of(app, rule.endpoint) not in KNOWN
    ]

    assert silent == []


def test_there_are_views_to_look_at(app: Flask) -> None:
    assert len(our_rules(app)) > 5


def test_the_table_has_a_line_for_every_access_and_every_caller() -> None:
    assert set(EXPECTED) == KNOWN
    assert all(list(line) == list(CALLERS) for line in EXPECTED.values())


def test_every_address_answers_every_caller_as_the_table_says(
    app: Flask, session: Session, switchboard: Switchboard
) -> None:
    surprises = []
    for call in calls(app):
        save(session, SAMPLE_OFFER)  # whatever the call before did to it
        answer, wanted = switchboard.call(call), expected(app, call)
        if answer.outcome is not wanted:
            surprises.append(f"{call}: {answer.outcome} ({answer.status}), not {wanted}")
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            surprises.append(f"{call}: {answer.status}")
        may_write = call.method == "POST" and answer.outcome is Outcome.LET_IN
        if answer.has_written and not may_write:
            surprises.append(f"{call}: has written")

    assert surprises == []


@pytest.mark.parametrize("caller", [OWNER, ADMIN], ids=lambda caller: caller.name)
def test_what_nobody_was_given_opens_nothing(
    app: Flask, switchboard: Switchboard, caller: Caller
) -> None:
    opened = [
        f"{call} with {guess}: {answer.status}, has written: {answer.has_written}"
        for call in calls(app)
        if call.caller is caller
        for guess in guesses(call.rule)
        if (answer := switchboard.call(call, **guess)).status not in NOT_HERE or answer.has_written
    ]

    assert opened == []


def guesses(rule: Rule) -> list[dict[str, str]]:
    """Return what somebody might write in place of the words of an address, and of its numbers."""
    found = [with_words(rule, NOBODYS), with_numbers(rule, NOBODYS_NUMBER)]
    return [guess for guess in found if guess]
