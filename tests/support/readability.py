"""Texts and pages as somebody reads them, for measuring how hard that is."""

import re

from bs4 import BeautifulSoup, Tag

from stewardship.hints.readability import lix, sentences_in, words_in

__all__ = ["as_read", "lines_of", "lix", "sentences_in", "words_in"]

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
TAG = re.compile(r"<[^>]*>")
# What takes its own line on a page is a sentence of its own, with or without a full stop.
LINES = "h1, h2, h3, h4, p, li, dt, dd, div, label, legend, summary, button, option, section, tr"


def as_read(message: str) -> str:
    """Return a text of the catalogue as somebody reads it: each named part is one short word."""
    return TAG.sub("", PLACEHOLDER.sub("ord", message))


def lines_of(part: Tag) -> str:
    """Return what ``part`` of a page says, each thing that stands on its own on its own line."""
    copy = BeautifulSoup(str(part), "html.parser")
    for hidden in copy.select("[hidden], script, template"):
        hidden.decompose()
    for text in copy.find_all(string=True):
        text.replace_with(re.sub(r"\s+", " ", text))
    for tag in copy.select(LINES):
        tag.insert(0, "\n")
        tag.append("\n")
    return copy.get_text()
