"""Words are easy to read, label nobody, and say nothing in a title that others should not see.

The words to stay away from are read out of docs/writing.md. LIX is measured on bokmål alone, which
its limits are made for. It says little of a text of a few words, where a single long word decides,
so a text is measured alone from 25 words on; shorter ones are measured with their page and with all
the others, and no sentence anywhere may be long.
"""

import re
from functools import cache

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, Tag
from flask import Flask
from jinja2 import nodes
from sqlalchemy.orm import Session

from tests.support.client import PageClient
from tests.support.databases import ROOT
from tests.support.factories import save
from tests.support.readability import as_read, lines_of, lix, sentences_in, words_in
from tests.support.routes import SAMPLE_OFFER, pages
from web.addresses import IN_FRONT
from web.languages import LANGUAGES, SOURCE_LANGUAGE, TRANSLATIONS, gettext, speaking

HARDEST = 40
LONGEST_SENTENCE = 20
ENOUGH_TO_MEASURE = 25
FRONTS = {SOURCE_LANGUAGE: ""} | {language: front for front, language in IN_FRONT.items()}
NOT_WRITTEN, NOT_IN_TITLES = "we do not write", "in no title"


@cache
def texts(language: str) -> list[str]:
    """Return every text of the interface in ``language``, as it is read."""
    is_source = language == SOURCE_LANGUAGE
    file = "messages.pot" if is_source else f"{language}/LC_MESSAGES/messages.po"
    with (TRANSLATIONS / file).open("rb") as catalogue:
        messages = [one for one in read_po(catalogue) if one.id]
    return [as_read(text) for one in messages for text in _forms(one, is_source=is_source)]


def _forms(message: Message, *, is_source: bool) -> tuple[str, ...]:
    said = message.id if is_source else message.string
    return (said,) if isinstance(said, str) else tuple(said)


def unwanted(language: str, heading: str) -> re.Pattern[str]:
    """Return what finds the words that docs/writing.md has under ``heading`` for ``language``."""
    page = (ROOT / "docs" / "writing.md").read_text(encoding="utf-8")
    table = page[page.index(f"| language | {heading} |") :].split("\n\n")[0]
    rows = [line.split("|") for line in table.splitlines() if line.startswith(f"| {language} |")]
    words = [word for row in rows for word in re.findall(r"`([^`]+)`", row[2])]
    assert words, f"docs/writing.md has no words in {language} under {heading}"
    any_of_them = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"\b(?:{any_of_them})\b", re.IGNORECASE)


def titles_in_templates(app: Flask) -> set[str]:
    """Return every text that a title may be made of, those of rare faces of a page too."""
    return {
        call.args[0].value
        for name in app.jinja_env.list_templates(extensions=["html"])
        for block in app.jinja_env.parse(
            app.jinja_env.loader.get_source(app.jinja_env, name)[0]
        ).find_all(nodes.Block)
        if block.name == "title"
        for call in block.find_all(nodes.Call)
        if getattr(call.node, "name", None) == "_" and isinstance(call.args[0], nodes.Const)
    }


def title_of(client: PageClient, url: str) -> str:
    response = client.get(url)
    is_page = response.mimetype == "text/html"
    title = BeautifulSoup(response.text, "html.parser").title if is_page else None
    return title.text if title else ""


def main(markup: str) -> Tag:
    found = BeautifulSoup(markup, "html.parser").select_one("main")
    assert found
    return found


def test_all_texts_together_are_easy_to_read() -> None:
    assert lix("\n".join(texts(SOURCE_LANGUAGE))) <= HARDEST


def test_each_text_that_is_long_enough_to_measure_is_easy_to_read() -> None:
    measured = {
        text: round(lix(text))
        for text in texts(SOURCE_LANGUAGE)
        if len(words_in(text)) >= ENOUGH_TO_MEASURE
    }

    assert {text: number for text, number in measured.items() if number > HARDEST} == {}
    assert len(measured) > 1


def test_no_sentence_is_long() -> None:
    sentences = [one for text in texts(SOURCE_LANGUAGE) for one in sentences_in(text)]

    assert [one for one in sentences if len(words_in(one)) > LONGEST_SENTENCE] == []


def test_each_page_is_easy_to_read(app: Flask, client: PageClient) -> None:
    """With nothing in the database, so that only our own words are measured."""
    answers = [client.get(url) for url in pages(app)]
    shown = [answer for answer in answers if answer.mimetype == "text/html"]
    measured = {answer.request.path: round(lix(lines_of(main(answer.text)))) for answer in shown}

    assert {path: number for path, number in measured.items() if number > HARDEST} == {}
    assert "/les-i-fred" in measured


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_has_a_word_that_we_do_not_use(language: str) -> None:
    words = unwanted(language, NOT_WRITTEN)

    assert [text for text in texts(language) if words.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_title_tells_what_somebody_reads_about(
    app: Flask, client: PageClient, session: Session, language: str
) -> None:
    save(session, SAMPLE_OFFER)
    words = unwanted(language, NOT_IN_TITLES)

    titles = {url: title_of(client, FRONTS[language] + url) for url in pages(app)}

    assert {url: title for url, title in titles.items() if words.search(title)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_title_that_a_page_may_come_to_have_tells_it_either(app: Flask, language: str) -> None:
    words = unwanted(language, NOT_IN_TITLES)
    titles = titles_in_templates(app)

    with speaking(language):
        said = {as_read(gettext(title)) for title in titles}

    assert {title for title in said if words.search(title)} == set()
    assert "Etter en vanskelig dag" in titles
