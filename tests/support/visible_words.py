"""The words of a page that people see or hear, and that stand outside of the marks of gettext."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bs4 import BeautifulSoup, Comment, Doctype, NavigableString

from tests.support.pseudo_language import BEGIN, END, PART_BEGIN, PART_END

WORD: Final = re.compile(r"[A-Za-zÆØÅæøåÉéÈè]{2,}")
ADDRESS: Final = re.compile(r"\S+@\S+|https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:no|com|org|net)\b\S*")
MARKS: Final = re.compile(f"([{BEGIN}{END}{PART_BEGIN}{PART_END}])")
# Attributes that people see or hear.
SEEN: Final = {
    "alt",
    "title",
    "placeholder",
    "label",
    "aria-label",
    "aria-roledescription",
    "aria-description",
    "aria-valuetext",
}
# Names for machines are one small word; words for people begin with a capital or are several.
LOOKS_LIKE_WORDS: Final = re.compile(r"[A-ZÆØÅ][a-zæøå]|[a-zæøå],? [a-zæøå]|[æøå]")


def outside_of_marks(markup: str, known: Iterable[str] = ()) -> list[str]:
    """Return the words outside of all marks, without those of the names that are ``known``."""
    page = BeautifulSoup(markup, "html.parser")
    names = sorted((name for name in known if name), key=len, reverse=True)
    is_a_name = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names) or r"(?!)")
    texts = [_unmarked(_running_text(page)), *map(_unmarked, _attributes(page))]
    return [
        word for text in texts for word in WORD.findall(is_a_name.sub(" ", ADDRESS.sub(" ", text)))
    ]


def _running_text(page: BeautifulSoup) -> str:
    """Return all that is read, in one piece: a sentence may reach into a link and out of it."""
    return " ".join(
        str(text)
        for text in page.find_all(string=True)
        if isinstance(text, NavigableString)
        and not isinstance(text, Comment | Doctype)
        and text.parent
        and text.parent.name not in {"script", "style"}
    )


def _attributes(page: BeautifulSoup) -> Iterator[str]:
    for tag in page.find_all(True):
        is_pressed = tag.name == "input" and tag.get("type") in {"submit", "button", "reset"}
        is_described = tag.name == "meta" and tag.get("name") in {"description", "author"}
        for name, value in tag.attrs.items():
            text = str(value)
            is_seen = name in SEEN or {"value": is_pressed, "content": is_described}.get(name)
            if is_seen or (name.startswith("data-") and LOOKS_LIKE_WORDS.search(text)):
                yield text


def _unmarked(text: str) -> str:
    """Return what stands in no sentence: outside of all marks, or as a part of a sentence."""
    kept, around = [""], [""]
    for piece in MARKS.split(text):
        if piece in {BEGIN, PART_BEGIN}:
            around.append(piece)
        elif piece in {END, PART_END}:
            around.pop()
        elif around[-1] != BEGIN:
            kept.append(piece)
    return " ".join(kept)
