"""Every match is told in words, the same on the command line and for other programs."""

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from finder.words import LONGEST
from tests.support.commands import succeed
from tests.support.factories import offer_entry, save
from web.languages import LANGUAGES

PERSON = {"interests": ["climbing"], "place": "Trondheim", "today": "2026-11-24"}


@pytest.fixture(autouse=True)
def _catalogue(session: Session) -> None:
    save(session, offer_entry(id="klatring"), offer_entry(id="loping", interests=["running"]))


def words_about(client: FlaskClient, **person: Any) -> dict[str, Any]:
    response = client.post("/api/v1/match", json=PERSON | person)
    return dict(response.get_json()["matches"][0]["in_words"])


def test_a_match_is_told_in_every_language(client: FlaskClient) -> None:
    words = words_about(client)

    assert set(words) == set(LANGUAGES)
    assert words["nb"]["why"].startswith("Klatring, som du ser etter.")
    assert words["nn"]["why"].startswith("Klatring, som du ser etter.")
    assert words["en"]["why"].startswith("Climbing, which you are looking for.")
    assert len({told["why"] for told in words.values()}) == len(LANGUAGES)
    assert all(0 < len(told["why"]) <= LONGEST for told in words.values())


def test_every_caveat_is_told_in_every_language(client: FlaskClient) -> None:
    found = client.post("/api/v1/match", json=PERSON).get_json()["matches"][0]

    caveats = {language: told["caveats"] for language, told in found["in_words"].items()}

    assert all(len(told) == len(found["caveats"]) > 0 for told in caveats.values())
    assert not set(caveats["nb"]) & set(caveats["en"])


def test_what_was_written_is_told_as_what_was_chosen(client: FlaskClient) -> None:
    assert words_about(client, interests=[], text="klatring") == words_about(client)


def test_the_terminal_says_what_other_programs_are_told(app: Flask, client: FlaskClient) -> None:
    options = ("--interest", "climbing", "--place", "Trondheim", "--today", PERSON["today"])

    said = succeed(app, "match", *options)

    words = words_about(client)["nb"]
    assert words["why"] in said
    assert all(caveat in said for caveat in words["caveats"])


def test_words_that_were_searched_for_are_told_of_too(app: Flask) -> None:
    found = json.loads(succeed(app, "search", "--json", "klatring"))["matches"][0]

    assert set(found["in_words"]) == set(LANGUAGES)
    assert found["in_words"]["nb"]["why"] in succeed(app, "search", "klatring")
