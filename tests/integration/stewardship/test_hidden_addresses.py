"""An address that is to be hidden is in no byte that anybody but its stewards and moderators can get."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from accounts.holding import make_steward
from accounts.models import Account
from core.db import Base, db
from core.events import SYSTEM
from directory.changes import newest_change
from directory.entries import entry_of_offer
from directory.models import Offer
from directory.queries import kept_vocabulary
from search.upkeep import bring_up_to_date
from stewardship.deciding import accept
from stewardship.models import Draft, Revision
from stewardship.proposing import Proposal, propose_change, propose_new
from stewardship.verification import Way
from stewardship.versions import current_head
from tests.support.client import PageClient
from tests.support.commands import succeed
from tests.support.factories import offer_entry, organisation_entry, save, schedule_entry
from tests.support.routes import pages

STREET, HOUSE, POSTCODE = "Krokvassgata 17", "Skjulestua", "7042"
LAT, LON = 63.4427123, 10.4424123
SECRETS = (STREET, "krokvass", HOUSE.lower(), "skjulest", POSTCODE, str(LAT), str(LON), "63.4427")
CATALOGUE = ("offer", "organisation", "schedule", "venue", "confirmation", "source", "change")
LANGUAGES = ("", "/nn", "/en")


def hidden_words() -> dict[str, Any]:
    place = {
        "name": HOUSE,
        "address": STREET,
        "postcode": POSTCODE,
        "municipality": "5001",
        "lat": LAT,
        "lon": LON,
        "precision": "exact",
    }
    entry = offer_entry(schedules=[schedule_entry(venue=place)])
    return {k: v for k, v in entry.items() if k not in {"id", "organisation", "status"}}


@pytest.fixture
def inside(app: Flask) -> Iterator[Session]:
    with app.app_context():
        yield db.session()


@pytest.fixture
def steward(inside: Session, session: Session) -> Account:
    save(session, organisation_entry())
    account = Account(email="kari@example.org")
    inside.add(account)
    inside.flush()
    make_steward(inside, account, "en-forening")
    return account


def published(session: Session, steward: Account, *, hides_address: bool) -> Revision:
    draft = Draft(
        digest="d",
        language="nb",
        entry=hidden_words(),
        organisation={"id": "en-forening"},
        hides_address=hides_address,
    )
    session.add(draft)
    session.flush()
    version = propose_new(session, draft, steward)
    accept(session, version, SYSTEM, Way.CALL)
    session.commit()
    return version


def follow(app: Flask, session: Session) -> None:
    index, number = app.extensions["offer_index"], newest_change(session)
    bring_up_to_date(index, session, kept_vocabulary(session), number)


def without(words: str, body: str) -> str:
    """Return ``body`` without what was typed, which the answer may say back."""
    return re.sub("|".join(map(re.escape, words.split())), "", body, flags=re.IGNORECASE)


def told(body: str) -> list[str]:
    return [secret for secret in SECRETS if secret.lower() in body.lower()]


def body_of(answer: TestResponse) -> str:
    """Return the words of an answer; those of a PDF lie packed together in it."""
    if answer.mimetype != "application/pdf":
        return answer.get_data(as_text=True)
    paper = PdfReader(BytesIO(answer.data))
    return "\n".join([str(paper.metadata), *(page.extract_text() for page in paper.pages)])


def everything_public(app: Flask, client: PageClient, offer_id: str) -> Iterator[tuple[str, str]]:
    """Yield the address and the body of every public page, of the offer's own and of what programs get."""
    about_it = [f"/tilbud/{offer_id}", f"/tilbud/{offer_id}.ics", f"/rett-opp/{offer_id}"]
    for language in LANGUAGES:
        for path in dict.fromkeys([*pages(app), *about_it]):
            yield f"{language}{path}", body_of(client.get(f"{language}{path}"))
        for words in (STREET, HOUSE, "klatring i Trondheim", POSTCODE):
            answer = client.post(f"{language}/finn", data={"text": words}, follow_redirects=True)
            yield f"{language} {words}", without(words, answer.get_data(as_text=True))
    for person in ({"place": "Trondheim", "limit": 100}, {"lat": LAT + 1, "lon": LON + 1}):
        answer = client.post("/api/v1/match", json=person)
        yield "/api/v1/match", answer.get_data(as_text=True)


def test_the_offer_is_found_and_says_the_municipality(
    client: PageClient, inside: Session, steward: Account
) -> None:
    version = published(inside, steward, hides_address=True)

    page = client.get(f"/tilbud/{version.offer_id}").get_data(as_text=True)

    assert "Trondheim" in page


def test_no_public_byte_of_the_site_tells_it(
    app: Flask, client: PageClient, inside: Session, steward: Account
) -> None:
    version = published(inside, steward, hides_address=True)

    seen = list(everything_public(app, client, version.offer_id))

    assert len(seen) > 50
    assert {path: told(body) for path, body in seen if told(body)} == {}


def test_the_search_index_does_not_hold_it(
    app: Flask, inside: Session, steward: Account, tmp_path: Path
) -> None:
    published(inside, steward, hides_address=True)

    follow(app, inside)

    files = [file.read_bytes() for file in (tmp_path / "index").rglob("*") if file.is_file()]
    assert files
    assert not any(word.encode() in body for word in ("skjulest", "krokvass") for body in files)


def test_no_table_of_the_catalogue_holds_it(inside: Session, steward: Account) -> None:
    published(inside, steward, hides_address=True)

    rows = [
        row
        for table in (Base.metadata.tables[name] for name in CATALOGUE)
        for row in inside.execute(select(table))
    ]

    assert told(str(rows)) == []


def test_what_is_written_out_as_offer_files_does_not_hold_it(
    app: Flask, inside: Session, steward: Account, tmp_path: Path
) -> None:
    published(inside, steward, hides_address=True)

    succeed(app, "seeds", "export", str(tmp_path / "out"))

    assert told("".join(file.read_text() for file in (tmp_path / "out").rglob("*.yaml"))) == []


def test_an_address_that_was_public_is_gone_once_it_is_hidden(
    app: Flask, client: PageClient, inside: Session, steward: Account, tmp_path: Path
) -> None:
    version = published(inside, steward, hides_address=False)
    follow(app, inside)
    head = current_head(inside, version.offer_id)

    propose_change(
        inside, version.offer_id, Proposal(head.entry, True, head.number), steward, may_publish=True
    )
    inside.commit()
    follow(app, inside)

    seen = list(everything_public(app, client, version.offer_id))
    assert {path: told(body) for path, body in seen if told(body)} == {}
    # The one before is kept for those who are reading in it, and goes with the next.
    newest = max((tmp_path / "index").glob("[0-9]*"), key=lambda folder: int(folder.name))
    files = [file.read_bytes() for file in newest.iterdir()]
    assert files
    assert not any(b"skjulest" in body for body in files)


def test_the_steward_has_it_still(inside: Session, steward: Account) -> None:
    version = published(inside, steward, hides_address=True)

    head = current_head(inside, version.offer_id)

    assert head.entry["schedules"][0]["venue"]["address"] == STREET
    assert told(str(entry_of_offer(inside.get_one(Offer, version.offer_id)))) == []
