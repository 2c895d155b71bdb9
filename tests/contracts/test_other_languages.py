"""Nynorsk and English say what bokmål says: nothing is left out, and no part of a sentence is lost."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po

from tests.support.databases import ROOT
from web.languages import LANGUAGES, SOURCE_LANGUAGE, TRANSLATIONS, spoken

OTHERS = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
# Where the words stand that people read about a match, whichever language their page is in.
COMPLETE = sorted(
    path
    for pattern in (
        *("finder/*_words.py", "finder/words.py", "finder/notices.py", "finder/form_choices.py"),
        *("directory/*_words.py", "directory/wording.py"),
    )
    for path in ROOT.glob(pattern)
)
KEYWORDS: dict[str, Any] = DEFAULT_KEYWORDS | {"_l": None, "lazy_gettext": None}
PART = re.compile(r"%\(\w+\)[sd]")
TAG = re.compile(r"<[^>]*>")


@cache
def catalogue(language: str) -> Catalog:
    with (TRANSLATIONS / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def translated(language: str) -> list[Message]:
    messages = [one for one in catalogue(language) if one.id and not one.fuzzy]
    return [one for one in messages if all(_forms(one.string))]


def sentences_of(path: Path) -> Iterator[str]:
    for _line, text, _comments, _context in extract_from_file("python", path, KEYWORDS):
        yield text if isinstance(text, str) else text[0]


def _forms(texts: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("path", COMPLETE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_sentence_about_a_match_is_translated(language: str, path: Path) -> None:
    known = {_forms(one.id)[0] for one in translated(language)}

    assert [sentence for sentence in sentences_of(path) if sentence not in known] == []


def test_the_modules_with_sentences_are_found() -> None:
    found = {path.name for path in COMPLETE if list(sentences_of(path))}

    assert {"caveat_words.py", "regular_words.py", "rhythm_words.py", "notices.py"} <= found


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_loses_or_invents_a_part(language: str) -> None:
    faulty = [
        one.id
        for one in translated(language)
        for said, ours in zip(_forms(one.string), _forms(one.id), strict=True)
        if sorted(PART.findall(said)) != sorted(PART.findall(ours))
    ]

    assert faulty == []


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_loses_or_invents_a_link(language: str) -> None:
    faulty = [
        one.id
        for one in translated(language)
        if TAG.findall(_forms(one.string)[0]) != TAG.findall(_forms(one.id)[0])
    ]

    assert faulty == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_stays_a_sentence_and_a_question_a_question(language: str) -> None:
    faulty = [
        one.id
        for one in translated(language)
        if _ending(_forms(one.string)[0]) != _ending(_forms(one.id)[0])
    ]

    # «5.» is a number in its order in Norwegian, and a mere number in English.
    assert [text for text in faulty if text != "%(number)d."] == []


def _ending(text: str) -> str:
    return text[-1] if text[-1] in ".?!:" else ""


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    sentences = spoken(language).sentences
    different = [
        one.id
        for one in translated(language)
        if isinstance(one.id, str) and sentences.ugettext(one.id) != one.string
    ]

    assert different == [], "`make .venv/ready` compiles them anew"
