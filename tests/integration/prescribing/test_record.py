"""A sheet goes into the record as text and as FHIR, straight from its address."""

import json
from datetime import date, datetime

import pytest
from fhir.resources.R4B.bundle import Bundle
from flask import Flask
from sqlalchemy.orm import Session

from core.clock import NORWAY
from core.db import db
from prescribing.choices import AddedLine, Reason
from prescribing.draft import Draft, Item, close
from prescribing.record.fhir import bundle_of
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save
from tests.support.fhir_fields import faults_of
from tests.support.prescriptions import FRESH, save_prescription

DRAFT = Draft(
    reasons=(Reason.LONELINESS,),
    question={"municipality": "5001", "age": "18-25"},
    items=(Item("klatrekveld", AddedLine.GO_ONCE), Item("turgruppa")),
)
CONTACT = {"name": "Kari", "role": "kontaktperson", "phone": "22 33 44 55"}


@pytest.fixture
def sheet(app: Flask, session: Session) -> str:
    """Return the address of a sheet with two offers."""
    save(
        session,
        offer_entry(contacts=[CONTACT]),
        offer_entry(id="turgruppa", name="Turgruppa", schedules=[]),
    )
    sealed = close(DRAFT, app.extensions["seal"])
    return f"/resept/{sealed}"


def test_the_journal_says_what_was_handed_over_and_nothing_of_whom(
    client: PageClient, sheet: str
) -> None:
    answer = client.get(f"{sheet}/journal.txt")

    lines = answer.text.splitlines()
    assert answer.mimetype == "text/plain"
    assert lines[0].startswith("Sosial resept, ")
    assert "1. Klatrekveld" in lines
    assert "Hvor: Klatrehallen, Trondheim" in lines
    assert "Når: Hver onsdag kl. 18.00–20.00" in lines
    assert any(line.startswith("Neste gang: Onsdag ") for line in lines)
    assert "Kontakt: Kari, kontaktperson – Ring 22 33 44 55" in lines
    assert "På arket: Prøv én gang. Du trenger ikke bestemme mer enn det." in lines
    assert "2. Turgruppa" in lines
    assert not any(word in answer.text for word in ("nsomhet", "18-25", "Kode"))


@pytest.mark.parametrize(
    ("language", "weekly"),
    [("/nn", "Kvar onsdag kl. 18.00–20.00"), ("/en", "Every Wednesday 6pm–8pm")],
)
def test_the_journal_is_in_the_language_of_the_sheet(
    client: PageClient, sheet: str, language: str, weekly: str
) -> None:
    assert weekly in client.get(f"{language}{sheet}/journal.txt").text


def test_the_page_has_the_same_text_to_copy(client: PageClient, sheet: str) -> None:
    page = client.page(f"{sheet}/journal")

    box, button = page.select_one("textarea"), page.select_one("[data-module=copy]")
    assert box and button
    assert box.text.strip() == client.get(f"{sheet}/journal.txt").text.strip()
    assert box.has_attr("readonly")
    assert button["data-field"] == box["id"]
    assert [link["href"] for link in page.select("main .take-along-ways a")] == [
        f"{sheet}/journal.txt",
        sheet,
    ]


def test_the_file_is_fhir_and_says_nothing_by_its_name(client: PageClient, sheet: str) -> None:
    answer = client.get(f"{sheet}/fhir.json")

    made = json.loads(answer.text)
    assert answer.mimetype == "application/fhir+json"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="noe-a-ga-til.json"'
    assert faults_of(made) == []
    Bundle.model_validate(made)


def test_the_file_has_the_offers_of_the_sheet_in_order(client: PageClient, sheet: str) -> None:
    made = json.loads(client.get(f"{sheet}/fhir.json").text)

    resources = [entry["resource"] for entry in made["entry"]]
    services = [one for one in resources if one["resourceType"] == "HealthcareService"]
    (request,) = [one for one in resources if one["resourceType"] == "ServiceRequest"]
    assert [one["identifier"][0]["value"] for one in services] == ["klatrekveld", "turgruppa"]
    assert services[0]["type"][0]["coding"][0]["display"] == "Klatring"
    assert request["reasonCode"][0]["coding"][0]["code"] == "loneliness"
    assert request["locationCode"][0]["coding"][0]["code"] == "5001"
    assert "identifier" not in request


@pytest.mark.parametrize("part", ["journal", "journal.txt", "fhir.json"])
def test_nothing_on_the_way_keeps_it(client: PageClient, sheet: str, part: str) -> None:
    headers = client.get(f"{sheet}/{part}").headers

    assert headers["Cache-Control"] == "no-store"
    assert "noindex" in headers["X-Robots-Tag"]


@pytest.mark.parametrize("part", ["journal", "journal.txt", "fhir.json"])
def test_an_address_that_was_never_ours_leads_nowhere(client: PageClient, part: str) -> None:
    assert client.get(f"/resept/aldri-gitt-ut/{part}").status_code == 404


def test_a_sheet_with_a_code_says_the_month_in_which_it_was_made(
    app: Flask, session: Session, sheet: str
) -> None:
    save_prescription(session, FRESH, "klatrekveld", month="2026-02")

    with app.test_request_context():
        made = bundle_of(
            db.session(),
            [Item("klatrekveld")],
            reasons=["loneliness"],
            municipality=None,
            code=FRESH,
            now=datetime(2026, 11, 25, 12, tzinfo=NORWAY),
        )

    assert made["entry"][0]["resource"]["authoredOn"] == "2026-02"


def test_what_has_ended_is_left_out_of_both(
    client: PageClient, session: Session, sheet: str
) -> None:
    save(session, offer_entry(status="ended", ended_on=date(2026, 1, 31)))

    made = client.get(f"{sheet}/fhir.json").text
    assert "klatrekveld" not in made
    assert "Klatrekveld" not in client.get(f"{sheet}/journal.txt").text


def test_a_sheet_with_nothing_left_says_so(app: Flask, client: PageClient) -> None:
    sealed = close(Draft(), app.extensions["seal"])

    text = client.get(f"/resept/{sealed}/journal.txt").text
    made = json.loads(client.get(f"/resept/{sealed}/fhir.json").text)

    assert "Ingen tilbud står på arket." in text
    assert faults_of(made) == []
