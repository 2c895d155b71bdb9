"""No template shows a word that no translator has seen."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import nodes

from tests.support.databases import ROOT

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
# What hangs on an expression by a hyphen, as in {{ field.id }}-hint, is a name for machines.
WORD = re.compile(r"(?<![^\W\d_])(?<!0-)[^\W\d_]{2,}")
# Attributes that people see or hear.
SEEN = {
    "alt",
    "title",
    "placeholder",
    "aria-label",
    "aria-roledescription",
    "aria-description",
    "label",
}
TRANSLATES = {"_", "gettext", "ngettext", "pgettext", "npgettext"}
# Words are in sentences or begin with a capital; ids, classes and endpoints are not and do not.
LOOKS_LIKE_WORDS = re.compile(r"[A-ZÆØÅ][a-zæøå]|[a-zæøå] [a-zæøå]+ [a-zæøå]|[æøå]")


class Shown(HTMLParser):
    """Gathers what a page shows."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words += WORD.findall(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        seen = set(SEEN)
        # What a button says stands inside it; its value is for us alone.
        if tag == "input" and {("type", "submit"), ("type", "button")} & set(attrs):
            seen.add("value")
        if ("name", "description") in attrs:
            seen.add("content")
        for name, value in attrs:
            if name in seen or name.startswith("data-text"):
                self.words += WORD.findall(value or "")


def bare_words(app: Flask, source: str) -> list[str]:
    tree = app.jinja_env.parse(source)
    shown = Shown()
    # A digit stands in for each expression, so that the markup around it still parses.
    shown.feed(
        "".join(
            node.data if isinstance(node, nodes.TemplateData) else "0"
            for output in tree.find_all(nodes.Output)
            for node in output.nodes
        )
    )
    shown.close()
    return shown.words + [text for text in texts(tree) if LOOKS_LIKE_WORDS.search(text)]


def texts(node: nodes.Node) -> Iterator[str]:
    """Yield the texts in the code of a template that go through no translation."""
    if isinstance(node, nodes.Call) and getattr(node.node, "name", None) in TRANSLATES:
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    for child in node.iter_child_nodes():
        yield from texts(child)


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_every_visible_word_can_be_translated(app: Flask, file: Path) -> None:
    assert bare_words(app, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Hei</p>",
        "<p>{{ name }} km</p>",
        '<img alt="Kart">',
        '<input type="submit" value="Send">',
        '<meta name="description" content="Noe">',
        "<p>{{ 'Ja' if told else _('Nei') }}</p>",
        "{% set title = 'Klatring i dag' %}",
        "{{ macro('Sted') }}",
        "{% if told %}<b>ja</b>{% endif %}",
    ],
)
def test_a_bare_word_is_found(app: Flask, source: str) -> None:
    assert bare_words(app, source)


@pytest.mark.parametrize(
    "source",
    [
        "<p>{{ _('Hei') }}</p>",
        "<p>{% trans n=number %}Om {{ n }} dager{% endtrans %}</p>",
        "<p>{{ ngettext('%(num)s gang', '%(num)s ganger', number) }}</p>",
        '<a class="button wide" href="{{ url_for(\'finder.show_home\') }}">113</a>',
        '<p lang="nb" {% if told %}class="told"{% endif %}>–</p>',
    ],
)
def test_what_is_translated_or_no_word_passes(app: Flask, source: str) -> None:
    assert bare_words(app, source) == []
