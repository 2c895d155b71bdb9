"""How hard a text is to read: LIX, as Björnsson measured it in 1968, for texts in Norwegian.

LIX is the number of words in a sentence, on average, and the share of long words in percent, added
up. Below 30 a text is as easy as a children's book, below 40 as a story; official papers have 60.
"""

import re

from bs4 import BeautifulSoup, Tag

LONGER_THAN = 6
WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")
# A full stop before a small letter or a digit stands in «kl. 18» or «25. november» and ends nothing.
END_OF_SENTENCE = re.compile(r"[.?!]+[»”)]*(?=\s+[^\sa-zæøå\d]|\s*$)|:(?=\s)|\n")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
TAG = re.compile(r"<[^>]*>")
# What takes its own line on a page is a sentence of its own, with or without a full stop.
LINES = "h1, h2, h3, h4, p, li, dt, dd, div, label, legend, summary, button, option, section, tr"


def words_in(text: str) -> list[str]:
    return WORD.findall(text)


def sentences_in(text: str) -> list[str]:
    return [one.strip() for one in END_OF_SENTENCE.split(text) if words_in(one)]


def lix(text: str) -> float:
    """Return how hard ``text`` is to read; nothing is as easy as can be."""
    words = words_in(text)
    if not words:
        return 0.0
    long = sum(len(word) > LONGER_THAN for word in words)
    return len(words) / len(sentences_in(text)) + 100 * long / len(words)


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
