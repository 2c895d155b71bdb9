"""Whatever is typed about a patient on the prescribers' side is in no table, log, mail or file afterwards."""

import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import StringIO

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from accounts.models import Role
from accounts.queries import account_for
from core.clock import now_in_utc
from core.tokens import Purpose, give
from prescribing.choices import PrescriberState
from prescribing.models import Prescriber
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save
from tests.support.personal import (
    PERSONAL,
    found_in,
    found_in_database,
    found_in_files,
)
from tests.support.prescriber_side import Part, sealed_with
from tests.support.prescriptions import FRESH, practice, save_prescription
from tests.support.signing_in import sign_in
from tests.support.typist import OWN, SHEET, Typist
from web.logs import log

# What somebody does on the way, and has to be seen to do.
LET_IN = {
    "as_visitor": [
        *("POST /resept", "POST /resept/<sealed>", "POST /r/<code>/svar", "POST /resept/bli-med"),
        *("POST /resept/bli-med/<word>", "POST /inn"),
    ],
    "as_prescriber": [
        *("POST /resept", "POST /resept/<sealed>", "POST /resept/<sealed>/kode"),
        *("POST /resept/<sealed>/vanlig", "POST /resept/bli-med/slutt"),
    ],
    "as_moderator": ["POST /moderering/praksiser/<int:account_id>/godkjenn"],
}
WHERE = {"as_moderator": "/moderering/praksiser"}
callers = pytest.mark.parametrize("caller", LET_IN)


@pytest.fixture
def logged(app: Flask) -> Iterator[StringIO]:
    """Everything that anybody logs, however unimportant."""
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    loggers = [logging.getLogger(), log, app.logger, logging.getLogger("werkzeug")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
    yield stream
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


@pytest.fixture
def samples(app: Flask, session: Session) -> dict[str, str]:
    """What stands in the addresses: a code, a sheet, and the word of a link in a mail."""
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")
    workplace = {"kind": "gp", "municipality": "5001", "orgnr": None, "language": "nb"}
    word = give(session, Purpose.PRESCRIBE, timedelta(hours=1), email=OWN, **workplace)
    session.commit()
    return {"code": FRESH, "sealed": sealed_with(app, {"sheet": SHEET}), "word": word}


@pytest.fixture
def as_visitor(client: PageClient, samples: dict[str, str]) -> PageClient:
    return client


@pytest.fixture
def as_prescriber(client: PageClient, session: Session, samples: dict[str, str]) -> PageClient:
    """Somebody of the practice that made the sheet with the code."""
    account = sign_in(client, session, OWN)
    session.add(
        Prescriber(
            account_id=account.id,
            practice_id=practice(session).id,
            state=PrescriberState.APPROVED,
            decided_at=now_in_utc(),
        )
    )
    session.commit()
    return client


@pytest.fixture
def as_moderator(client: PageClient, session: Session, samples: dict[str, str]) -> PageClient:
    """Somebody who decides about one who has asked to prescribe."""
    asker = account_for(session, OWN)
    session.flush()
    session.add(Prescriber(account_id=asker.id, practice_id=practice(session).id))
    session.commit()
    samples["account_id"] = str(asker.id)
    sign_in(client, session, "moderator@example.org", role=Role.MODERATOR)
    return client


def traces(app: Flask, session: Session, logged: StringIO) -> list[str]:
    """Return every place where something is left."""
    folder = app.extensions["settings"].instance_path
    in_log = [f"the log holds {one}" for one in found_in(logged.getvalue())]
    return [*found_in_database(session), *in_log, *found_in_files(folder)]


@callers
def test_nothing_that_is_typed_is_found_afterwards(
    request: pytest.FixtureRequest,
    app: Flask,
    session: Session,
    logged: StringIO,
    samples: dict[str, str],
    caller: str,
) -> None:
    client = request.getfixturevalue(caller)
    typist = Typist(Part(app, WHERE.get(caller, "/"), samples), client)

    typist.type_everywhere()

    assert traces(app, session, logged) == []
    assert [one for one in typist.answers if one[1] >= 500] == []
    # Where all were refused at the door, nothing would be kept, and nothing be shown by it.
    assert set(LET_IN[caller]) <= {what for what, status in typist.answers if status == 303}


@pytest.mark.parametrize("value", PERSONAL.values(), ids=PERSONAL.keys())
def test_what_is_left_somewhere_is_found(
    app: Flask, session: Session, logged: StringIO, value: str
) -> None:
    """The search does find what it is for: in a table, in a log and in a file."""
    save(session, offer_entry(name=value))
    log.info("%s", value)
    (app.extensions["settings"].instance_path / "rest.txt").write_text(value, encoding="utf-8")

    left = traces(app, session, logged)

    assert any(one.startswith("offer.name holds") for one in left)
    assert any(one.startswith("the log holds") for one in left)
    assert any(one.startswith("rest.txt holds") for one in left)


@pytest.mark.parametrize(
    "hide", [lambda words: words, lambda words: words.upper()], ids=["as typed", "in capitals"]
)
def test_the_way_it_is_written_hides_nothing(hide: Callable[[str], str]) -> None:
    assert found_in(hide(PERSONAL["name"]))
