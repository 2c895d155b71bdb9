"""The register fills in what an organisation number tells, and its silence is one plain sentence."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask

from core.look_ups import LookUp
from stewardship.registering.entity_register import (
    Entity,
    RegisterSilentError,
    find_entity,
)
from tests.support.answering import Answer, OtherSite, other_site

NUMBER = "991825827"
PATH = f"/enheter/{NUMBER}"
# As Enhetsregisteret tells of an organisation, shortened.
TOLD: dict[str, Any] = {
    "organisasjonsnummer": NUMBER,
    "navn": "KLATREKLUBBEN  I MOSS KFUM",
    "hjemmeside": "www.klatreklubben.example",
    "forretningsadresse": {"kommunenummer": "3103", "kommune": "MOSS"},
    "konkurs": False,
    "underAvvikling": False,
}


@pytest.fixture
def site(app: Flask) -> Iterator[OtherSite]:
    with other_site() as site:
        register = LookUp("brreg", site.address)
        app.extensions["settings"] = replace(app.extensions["settings"], register=register)
        yield site


def find(app: Flask, site: OtherSite, **changes: Any) -> Entity | None:
    site.answers[PATH] = Answer(parts=(json.dumps(TOLD | changes).encode(),))
    with app.app_context():
        return find_entity(NUMBER)


def test_where_no_register_is_set_nothing_is_asked(app: Flask) -> None:
    with app.app_context():
        assert find_entity(NUMBER) is None


def test_the_register_fills_in_what_it_knows(app: Flask, site: OtherSite) -> None:
    assert find(app, site) == Entity(
        number=NUMBER,
        name="Klatreklubben i Moss Kfum",
        homepage="https://www.klatreklubben.example",
        municipality="3103",
        is_closed=False,
    )


@pytest.mark.parametrize(
    "change", [{"konkurs": True}, {"underAvvikling": True}, {"slettedato": "2020-01-01"}]
)
def test_what_is_closed_is_told(app: Flask, site: OtherSite, change: dict[str, Any]) -> None:
    entity = find(app, site, **change)

    assert entity
    assert entity.is_closed


@pytest.mark.parametrize(
    "homepage", [None, "", "-", "javascript:alert(1)", "se facebook", "a b.no"]
)
def test_what_is_no_web_address_is_left_out(
    app: Flask, site: OtherSite, homepage: str | None
) -> None:
    entity = find(app, site, hjemmeside=homepage)

    assert entity
    assert entity.homepage is None


def test_where_there_is_no_office_the_post_tells_the_municipality(
    app: Flask, site: OtherSite
) -> None:
    entity = find(app, site, forretningsadresse=None, postadresse={"kommunenummer": "0301"})

    assert entity
    assert entity.municipality == "0301"


def test_a_municipality_of_other_years_is_not_told(app: Flask, site: OtherSite) -> None:
    entity = find(app, site, forretningsadresse={"kommunenummer": "0104"})

    assert entity
    assert entity.municipality is None


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone"])
def test_a_number_that_is_not_there_is_none(app: Flask, site: OtherSite, status: str) -> None:
    site.answers[PATH] = Answer(status)

    with app.app_context():
        assert find_entity(NUMBER) is None


@pytest.mark.parametrize(
    "answer",
    [Answer("500 No"), Answer(parts=(b"<p>",)), Answer(parts=(b"[]",)), Answer(parts=(b"{}",))],
    ids=["broken", "a page", "another shape", "no name"],
)
def test_any_failure_is_one_plain_sentence(app: Flask, site: OtherSite, answer: Answer) -> None:
    site.answers[PATH] = answer

    with (
        app.app_context(),
        pytest.raises(RegisterSilentError, match=r"^Enhetsregisteret svarer ikke nå\.$"),
    ):
        find_entity(NUMBER)


@pytest.mark.parametrize(
    "number", ["../../etc", "991825828", "99182582", f"{NUMBER}/..", "٩٩١٨٢٥٨٢٧"]
)
def test_what_is_no_number_is_never_sent(app: Flask, site: OtherSite, number: str) -> None:
    with app.app_context(), pytest.raises(ValueError, match="no organisation number"):
        find_entity(number)

    assert site.asked == []
