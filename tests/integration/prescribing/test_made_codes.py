"""A sheet gets its code from somebody who prescribes; the practice alone can note it down."""

from collections.abc import Iterator
from http import HTTPStatus

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from accounts.form_tokens import FIELD
from core.seal import Seal
from prescribing.choices import Counted, PrescriberState
from prescribing.codes import made_views
from prescribing.codes.code import in_groups
from prescribing.draft import Draft, Item, close
from prescribing.models import ANY_KIND, Prescriber, Prescription
from tests.support.as_read import as_read
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save
from tests.support.prescriptions import FRESH, TRONDHEIM, counts, practice, save_prescription
from tests.support.signing_in import sign_in
from web.limits import limiter

GP, COLLEAGUE, STRANGER = "gp@example.org", "kollega@example.org", "annen@example.org"
OTHERS_NUMBER = "888888888"
PER_HOUR = 120
OF_THE_PRACTICE = ("", "/journal", "/journal.txt", "/fhir.json")


@pytest.fixture(autouse=True)
def nobody_has_made_any(app: Flask) -> Iterator[None]:
    limiter.reset()
    yield
    limiter.reset()


def signed_in_to_prescribe(
    client: PageClient, session: Session, email: str, orgnr: str | None = None
) -> None:
    account = sign_in(client, session, email)
    place = practice(session, orgnr) if orgnr else practice(session)
    state = PrescriberState.APPROVED
    session.add(Prescriber(account_id=account.id, practice_id=place.id, state=state))
    session.commit()


@pytest.fixture
def sealed(app: Flask, session: Session) -> str:
    save(session, offer_entry())
    draft = Draft(items=(Item("klatrekveld"),), question={"municipality": TRONDHEIM})
    seal: Seal = app.extensions["seal"]
    return str(close(draft, seal))


def token(client: PageClient) -> dict[str, str]:
    field = BeautifulSoup(client.get("/konto").text, "html.parser").select_one(f"[name={FIELD}]")
    assert field
    return {FIELD: str(field["value"])}


def test_a_sheet_gets_a_code(client: PageClient, session: Session, sealed: str) -> None:
    signed_in_to_prescribe(client, session, GP)

    answer = client.post(f"/resept/{sealed}/kode", data=token(client))

    (made,) = session.scalars(select(Prescription)).all()
    assert answer.status_code == HTTPStatus.SEE_OTHER
    assert answer.location == f"/resept/kode/{made.code}"
    page = as_read(client.page(answer.location).text)
    assert in_groups(made.code) in page
    assert f"https://example.org/r/{made.code}" in page
    assert "Klatrekveld" in page
    assert counts(session)[Counted.MADE, ANY_KIND] == 1


def test_whoever_prescribes_and_looks_is_not_counted_as_somebody_who_opens_it(
    client: PageClient, session: Session, sealed: str
) -> None:
    signed_in_to_prescribe(client, session, GP)
    client.post(f"/resept/{sealed}/kode", data=token(client))
    (made,) = session.scalars(select(Prescription)).all()

    assert client.page(f"/r/{made.code}").select("[data-module=opened]") == []


def test_nobody_else_can_make_one(client: PageClient, session: Session, sealed: str) -> None:
    assert client.post(f"/resept/{sealed}/kode").location.startswith("/inn")
    sign_in(client, session, STRANGER)
    assert client.post(f"/resept/{sealed}/kode", data=token(client)).status_code == 404
    assert session.scalars(select(Prescription)).all() == []


@pytest.mark.parametrize("path", OF_THE_PRACTICE)
def test_colleagues_can_note_it_down_and_others_see_nothing(
    app: Flask, session: Session, path: str
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld", reasons=["loneliness"])
    address = f"/resept/kode/{FRESH}{path}"
    colleague, stranger, visitor = (app.test_client() for _ in range(3))
    signed_in_to_prescribe(colleague, session, COLLEAGUE)
    signed_in_to_prescribe(stranger, session, STRANGER, OTHERS_NUMBER)

    theirs = colleague.get(address)

    assert theirs.status_code == HTTPStatus.OK
    assert theirs.headers["Cache-Control"] == "no-store"
    assert "Klatrekveld" in theirs.text
    assert stranger.get(address).status_code == HTTPStatus.NOT_FOUND
    assert visitor.get(address).location.startswith("/inn")


@pytest.mark.parametrize("path", ["/journal", "/journal.txt", "/fhir.json"])
def test_what_is_for_the_record_is_not_for_whoever_holds_the_paper(
    client: PageClient, session: Session, path: str
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")

    assert client.get(f"/r/{FRESH}{path}").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("code", ["hei", FRESH])
def test_a_code_that_is_not_there_shows_nothing(
    client: PageClient, session: Session, code: str
) -> None:
    signed_in_to_prescribe(client, session, GP)

    assert client.get(f"/resept/kode/{code}").status_code == HTTPStatus.NOT_FOUND


def test_whoever_has_just_been_refused_shows_nothing(
    client: PageClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")
    signed_in_to_prescribe(client, session, GP)
    monkeypatch.setattr(made_views, "find_practice", lambda *_asked: None)

    assert client.get(f"/resept/kode/{FRESH}").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("word", ["hei", "finnes-ikke"])
def test_a_damaged_address_gets_no_code(client: PageClient, session: Session, word: str) -> None:
    signed_in_to_prescribe(client, session, GP)

    assert client.post(f"/resept/{word}/kode", data=token(client)).status_code == 404


def test_nobody_makes_any_number_of_codes(client: PageClient, session: Session) -> None:
    signed_in_to_prescribe(client, session, GP)
    sent = token(client)

    statuses = [
        client.post("/resept/hei/kode", data=sent).status_code for _time in range(PER_HOUR + 1)
    ]

    assert statuses == [404] * PER_HOUR + [429]


def test_what_others_make_is_not_counted(client: PageClient, session: Session, sealed: str) -> None:
    """Many surgeries may come from one address, and so may strangers who send without signing in."""
    for _time in range(PER_HOUR + 1):
        client.post("/resept/hei/kode")
    signed_in_to_prescribe(client, session, COLLEAGUE)

    assert client.post(f"/resept/{sealed}/kode", data=token(client)).status_code == 303
