"""Every address of the site, by each kind of caller: what is to be answered, and what is.

What is to be answered follows from the mark that each view carries. A new address is in the table
by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, product
from typing import Final

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.orm import Session
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from accounts.access import NotForYouError
from accounts.form_tokens import FIELD, new_form_token
from accounts.models import Role
from accounts.permissions import Permission
from tests.support.practices import make_prescriber
from tests.support.routes import SAMPLE_OFFER, access_of, address, our_rules
from tests.support.signing_in import cookie_name, signed_in_account
from web.access import PUBLIC, WITH_KEY
from web.errors import show_domain_error


class Outcome(StrEnum):
    """What the guard of a view does with a caller."""

    LET_IN = "let in"
    SIGN_IN = "asked to sign in"
    SHOW_KEY = "asked for a passkey"
    NOT_THERE = "as if it were not there"


@dataclass(frozen=True)
class Caller:
    """A kind of person who asks. ``role`` is None for a visitor."""

    name: str
    role: Role | None = None
    holds: bool = False
    has_shown_key: bool = False
    prescribes: bool = False


VISITOR: Final = Caller("visitor")
STEWARD: Final = Caller("steward of another organisation", Role.STEWARD)
OWNER: Final = Caller("steward of the organisation", Role.STEWARD, holds=True)
PRESCRIBER: Final = Caller("prescriber", Role.STEWARD, prescribes=True)
WITHOUT_KEY: Final = Caller("moderator without a key", Role.MODERATOR)
MODERATOR: Final = Caller("moderator with a key", Role.MODERATOR, has_shown_key=True)
ADMIN_WITHOUT_KEY: Final = Caller("admin without a key", Role.ADMIN)
ADMIN: Final = Caller("admin with a key", Role.ADMIN, has_shown_key=True)
CALLERS: Final = (
    VISITOR,
    STEWARD,
    OWNER,
    PRESCRIBER,
    WITHOUT_KEY,
    MODERATOR,
    ADMIN_WITHOUT_KEY,
    ADMIN,
)

_ALL_IN: Final = dict.fromkeys(CALLERS, Outcome.LET_IN)
_MODERATORS: Final = {
    VISITOR: Outcome.SIGN_IN,
    STEWARD: Outcome.NOT_THERE,
    OWNER: Outcome.NOT_THERE,
    PRESCRIBER: Outcome.NOT_THERE,
    WITHOUT_KEY: Outcome.SHOW_KEY,
    MODERATOR: Outcome.LET_IN,
    ADMIN_WITHOUT_KEY: Outcome.SHOW_KEY,
    ADMIN: Outcome.LET_IN,
}
# Written down once more, and by hand: the table of permissions is what is tested.
EXPECTED: Final = {
    PUBLIC: _ALL_IN,
    WITH_KEY: _ALL_IN,
    Permission.SIGNED_IN: _ALL_IN | {VISITOR: Outcome.SIGN_IN},
    Permission.REMOVE_KEY: _ALL_IN
    | {
        VISITOR: Outcome.SIGN_IN,
        WITHOUT_KEY: Outcome.SHOW_KEY,
        ADMIN_WITHOUT_KEY: Outcome.SHOW_KEY,
    },
    Permission.HOLD_OFFER: _MODERATORS | {OWNER: Outcome.LET_IN},
    # No role gives it: a moderator who has not been approved themselves makes no codes either.
    Permission.PRESCRIBE: dict.fromkeys(CALLERS, Outcome.NOT_THERE)
    | {VISITOR: Outcome.SIGN_IN, PRESCRIBER: Outcome.LET_IN},
    Permission.MODERATE: _MODERATORS,
    Permission.ADMINISTER: _MODERATORS
    | {WITHOUT_KEY: Outcome.NOT_THERE, MODERATOR: Outcome.NOT_THERE},
}


@dataclass(frozen=True)
class Call:
    """One line of the table."""

    method: str
    rule: Rule
    caller: Caller

    def __str__(self) -> str:
        return f"{self.method} {self.rule.rule} by a {self.caller.name}"


@dataclass(frozen=True)
class Answer:
    """How a call went: what the guard did, the status, and whether anything was written."""

    outcome: Outcome
    status: int
    has_written: bool


def calls(app: Flask) -> Iterator[Call]:
    """Yield the lines of the table: reading first, and those who are let in last."""
    for rule in our_rules(app):
        for method, caller in product(("GET", "POST"), CALLERS):
            if method in (rule.methods or ()):
                yield Call(method, rule, caller)


def expected(app: Flask, call: Call) -> Outcome:
    return EXPECTED[access_of(app, call.rule.endpoint)][call.caller]


class Switchboard:
    """Makes the calls, each with a session of its own and from an address of its own."""

    def __init__(self, app: Flask, session: Session) -> None:
        self.app = app
        self.session = session
        self._numbers = count(1)
        self._refusals = 0
        app.register_error_handler(NotForYouError, self._refuse)

    def call(self, call: Call, **instead: str) -> Answer:
        client = FlaskClient(self.app, self.app.response_class)
        sent = self._signed_in(client, call.caller)
        before, refusals = self._version(), self._refusals
        response = client.open(
            address(self.app, call.rule, **instead),
            method=call.method,
            data=sent if call.method == "POST" else None,
            environ_base={"REMOTE_ADDR": f"192.0.2.{next(self._numbers)}"},
            buffered=True,
        )
        was_refused = self._refusals > refusals
        outcome = Outcome.NOT_THERE if was_refused else self._outcome(call, response)
        return Answer(outcome, response.status_code, self._version() != before)

    def _signed_in(self, client: FlaskClient, caller: Caller) -> dict[str, str]:
        """Sign ``client`` in; return what its forms then carry."""
        if caller.role is None:
            return {}
        held = [str(SAMPLE_OFFER["organisation"])] if caller.holds else []
        account, word = signed_in_account(
            self.session,
            f"{caller.name.replace(' ', '.')}@example.org",
            role=caller.role,
            organisations=held,
            has_shown_key=caller.has_shown_key,
        )
        if caller.prescribes:
            make_prescriber(self.session, account)
        client.set_cookie(cookie_name(client), word)
        return {FIELD: new_form_token(word)}

    def _outcome(self, call: Call, response: TestResponse) -> Outcome:
        if access_of(self.app, call.rule.endpoint) in {PUBLIC, WITH_KEY}:
            return Outcome.LET_IN
        led_to = (response.location or "").partition("?")[0]
        return {"/inn": Outcome.SIGN_IN, "/konto/nokkel": Outcome.SHOW_KEY}.get(
            led_to, Outcome.LET_IN
        )

    def _refuse(self, error: NotForYouError) -> object:
        self._refusals += 1
        return show_domain_error(error)

    def _version(self) -> int:
        """Return a number that another connection's writing changes, and nothing else."""
        version = self.session.scalar(text("PRAGMA data_version"))
        self.session.rollback()
        return int(version or 0)
