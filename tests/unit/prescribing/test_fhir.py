"""Every sheet becomes FHIR that others can read, with what is told, without what is not, and about nobody."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given

from prescribing.choices import AddedLine, Reason
from prescribing.record.fhir import Handed
from tests.support.catalogue import schedule, venue
from tests.support.fhir_exported import exported, handed, of_kind, offer, service
from tests.support.fhir_fields import REQUIRED_OF_A_TASK, faults_of
from tests.support.fhir_made_up import sheets
from tests.support.strategies import examples
from web.languages import speaking

NOBODY = {"resourceType": "Patient", "id": "patient"}


def references(element: Any) -> Iterator[str]:
    if isinstance(element, dict):
        if isinstance(element.get("reference"), str):
            yield element["reference"]
        for value in element.values():
            yield from references(value)
    elif isinstance(element, list):
        for value in element:
            yield from references(value)


@given(sheets())
@examples(100)
def test_every_sheet_fits_the_models_of_hl7(made_up: Handed) -> None:
    made = exported(made_up)

    read = Bundle.model_validate(made)

    assert json.loads(read.model_dump_json()) == made, "a library reads what we wrote, and no less"


@given(sheets())
@examples(100)
def test_every_sheet_has_the_fields_of_r4_and_no_others(made_up: Handed) -> None:
    assert faults_of(exported(made_up)) == []


@given(sheets())
@examples(100)
def test_all_that_is_pointed_to_is_there_once(made_up: Handed) -> None:
    made = exported(made_up)
    names = [entry["fullUrl"] for entry in made["entry"]]

    assert len(names) == len(set(names))
    for entry in made["entry"]:
        here = {f"#{one['id']}" for one in entry["resource"].get("contained", [])}
        assert set(references(entry["resource"])) <= here | set(names)


@given(sheets())
@examples(100)
def test_nothing_is_told_of_the_person_and_no_day_either(made_up: Handed) -> None:
    made = exported(made_up)

    people = [one for entry in made["entry"] for one in entry["resource"].get("contained", [])]
    assert people
    assert all(one == NOBODY for one in people)
    assert not of_kind(made, "Patient")
    written = [
        one["authoredOn"] for kind in ("ServiceRequest", "Task") for one in of_kind(made, kind)
    ]
    assert set(written) == {"2026-11"}


@given(sheets())
@examples(50)
def test_no_name_of_whoever_answers_for_a_group_is_handed_on(made_up: Handed) -> None:
    assert "Kari" not in json.dumps(exported(made_up))


@given(sheets())
@examples(50)
def test_the_same_sheet_is_the_same_bundle(made_up: Handed) -> None:
    assert exported(made_up) == exported(made_up)


@given(sheets())
@examples(50)
def test_each_offer_has_a_task_as_the_guide_wants_it(made_up: Handed) -> None:
    made = exported(made_up)
    (request,) = of_kind(made, "ServiceRequest")
    urn = next(e["fullUrl"] for e in made["entry"] if e["resource"] == request)

    tasks = of_kind(made, "Task")
    assert len(tasks) == len(made_up.offers) == len(request.get("supportingInfo", []))
    for task in tasks:
        assert set(REQUIRED_OF_A_TASK) <= set(task)
        assert task["status"] == "requested"
        assert task["intent"] == "order"
        assert task["code"]["coding"][0]["code"] == "fulfill"
        assert task["focus"]["reference"] == urn
        assert task["for"] == request["subject"] == {"reference": "#patient"}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_words_are_of_the_language_spoken(language: str) -> None:
    with speaking(language):
        made = exported(handed(offer("tur"), reasons=(Reason.LONELINESS,)))

    assert made["language"] == language
    assert faults_of(made) == []


def test_an_offer_of_which_nothing_is_told_says_nothing() -> None:
    assert set(service()) == {
        *("resourceType", "identifier", "active", "providedBy", "category", "name"),
    }


def test_yes_no_and_unknown_are_three_answers() -> None:
    codes = [
        [one["coding"][0]["code"] for one in service(access=access).get("characteristic", [])]
        for access in ({"anonymous_ok": True}, {"anonymous_ok": False}, {})
    ]

    assert codes == [["anonymous_ok"], ["no-anonymous_ok"], []]


def test_only_the_very_spot_has_a_position() -> None:
    exact = venue(name="Hallen", lat=63.4, lon=10.4, precision="exact")
    roughly = venue(name="Huset", lat=63.4, lon=10.4, precision="municipality")

    made = exported(handed(offer("tur", schedule(venue=exact), schedule(venue=roughly))))

    places = {one["name"]: one.get("position") for one in of_kind(made, "Location")}
    assert places == {"Hallen": {"longitude": 10.4, "latitude": 63.4}, "Huset": None}


def test_words_of_a_group_are_never_read_as_marks() -> None:
    made = service(summary={"nb": "<b>Se</b> [her](https://example.org)"})

    assert made["extraDetails"] == r"\<b\>Se\</b\> \[her\](https://example.org)"


def test_the_code_and_its_address_are_one() -> None:
    (request,) = of_kind(exported(handed(offer("tur"), code="ABCDEFGH")), "ServiceRequest")

    assert request["identifier"] == [{"system": "https://example.org/r", "value": "ABCDEFGH"}]


def test_no_code_of_another_country_stands_for_ours() -> None:
    made = exported(handed(offer("tur"), reasons=tuple(Reason)))

    assert "snomed" not in json.dumps(made).lower()


def test_what_is_made_up_says_so() -> None:
    (made,) = of_kind(exported(handed(offer("eksempel-tur"))), "HealthcareService")

    assert made["meta"]["tag"][0]["code"] == "HTEST"


def test_a_line_that_was_added_is_what_the_task_is_about() -> None:
    (task,) = of_kind(exported(handed(offer("tur"), line=AddedLine.GO_ONCE)), "Task")

    assert task["description"] == "Prøv én gang. Du trenger ikke bestemme mer enn det."


def test_the_list_of_fields_finds_what_it_is_for() -> None:
    made = exported(handed(offer("tur")))
    made["entry"][0]["resource"]["subjects"] = made["entry"][0]["resource"].pop("subject")
    made["entry"][1]["resource"]["status"] = "received"

    assert faults_of(made) == [
        "ServiceRequest.subject is missing",
        "ServiceRequest.subjects is no field",
        "Task.status is 'received'",
    ]
