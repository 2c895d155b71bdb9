"""What somebody wrote of themselves is said back in their own kind of words, and once."""

from typing import Any

import pytest

from directory.vocabulary import Vocabulary
from finder.leaving_out import Asking
from finder.question_file import read_question
from finder.understanding import understand
from finder.understood_words import what_was_said
from places.gazetteer import gazetteer
from search.reading import Reader
from tests.support.catalogue import TODAY
from tests.support.databases import vocabulary
from web.languages import speaking

WORDS: Vocabulary = vocabulary()
READER = Reader(WORDS.interests, WORDS.effects, gazetteer())


def asking(question: dict[str, Any]) -> Asking:
    understood = understand(read_question(question, WORDS), READER, gazetteer(), TODAY)
    return Asking(question, understood, READER, WORDS, TODAY)


def chips(**question: Any) -> list[str]:
    return [one.words for one in what_was_said(asking(question))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mann 40", ["40 år", "mann"]),
        ("kvinne 18", ["18 år", "kvinne"]),
        ("jente 16", ["16 år", "jente"]),
        ("gutt 17", ["17 år", "gutt"]),
    ],
)
def test_who_wrote_who_they_are_is_told_that_and_no_choice_of_groups(
    text: str, expected: list[str]
) -> None:
    assert chips(text=text) == expected


@pytest.mark.parametrize(("language", "expected"), [("nn", "gut"), ("en", "boy")])
def test_it_is_told_in_the_language_of_the_page(language: str, expected: str) -> None:
    with speaking(language):
        assert expected in chips(text="gutt 17")


def test_who_chose_groups_in_the_form_is_told_the_choice() -> None:
    assert chips(gender="man", age=16) == ["16 år", "Ta med grupper for menn"]


@pytest.mark.parametrize(
    "question",
    [
        {"text": "kvinne", "musts": ["women"]},
        {"gender": "woman", "musts": ["women"]},
    ],
)
def test_groups_for_women_alone_are_told_once(question: dict[str, Any]) -> None:
    assert chips(**question) == ["Bare grupper for kvinner"]


def test_a_man_who_wants_groups_for_women_is_told_both() -> None:
    assert chips(text="mann", musts=["women"]) == ["Bare grupper for kvinner", "mann"]


def test_when_groups_for_women_alone_are_taken_away_what_was_written_is_told() -> None:
    before = asking({"text": "kvinne", "musts": ["women"]})
    left = before.without(what_was_said(before)[0].thing)

    assert left is not None
    assert chips(**left) == ["kvinne"]
