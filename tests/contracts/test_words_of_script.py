"""Script has no words of its own: it shows those that the page brings, in the language of the page."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.support.databases import ROOT

FILES: Final = sorted((ROOT / "static" / "js").rglob("*.js"))
# Texts and comments are read together: an apostrophe in a comment begins no text, and the two
# strokes in an address begin no comment.
PIECE: Final = re.compile(
    r"""
    "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' | `(?:\\.|[^`\\])*` | //[^\n]* | /\*.*?\*/
    """,
    re.VERBOSE | re.DOTALL,
)
# What stands before a text that is for browsers, or for those who read the console.
NOT_FOR_VISITORS: Final = re.compile(r"(?:querySelector(?:All)?|closest|matches|Error)\(\s*$")
EXPRESSION: Final = re.compile(r"\$\{[^{}]*\}")
LOOKS_LIKE_WORDS: Final = re.compile(r"\b[A-ZÆØÅ][a-zæøå]|[a-zæøå],? [a-zæøå]+,? [a-zæøå]|[æøå]")
# What browsers call their keys, events, headers and time zones, and GeoJSON its parts.
OF_MACHINES: Final = {
    *("Shift", "Enter", "Escape", "Tab", "Home", "End", "Backspace", "Delete"),
    *("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown"),
    *(
        "DOMContentLoaded",
        "Accept",
        "Content-Type",
        "X-Form-Token",
        "AbortError",
        "Europe/Oslo",
        "Feature",
        "Point",
    ),
}


def words_in(script: str) -> Iterator[str]:
    """Yield the texts of a script that look like words for people."""
    for piece in PIECE.finditer(script):
        text = piece[0]
        is_a_comment = text.startswith(("//", "/*"))
        if is_a_comment or NOT_FOR_VISITORS.search(script[: piece.start()]):
            continue
        said = EXPRESSION.sub("", text[1:-1])
        if said not in OF_MACHINES and LOOKS_LIKE_WORDS.search(said):
            yield said


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_script_has_no_words_of_its_own(file: Path) -> None:
    assert list(words_in(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "script",
    [
        'status.textContent = "Avbrutt";',
        "say('to ganger til');",
        "say(`${count} treff nær deg`);",
        'say("på");',
        "a('b'); // it's\nsay('Hei');",
    ],
)
def test_words_are_found(script: str) -> None:
    assert list(words_in(script))


@pytest.mark.parametrize(
    "script",
    [
        '// It\'s only a comment, not "Hei du"',
        'document.querySelector("main form button");',
        'link.dataset.twice; event.key === "Shift"; x.classList.add("is-leaving");',
        'import "./exit.js"; /* Hei du */ fetch(`/api/v1/${one.dataset.Name}`);',
        'import L from "https://example.org/it";',
    ],
)
def test_names_for_machines_pass(script: str) -> None:
    assert list(words_in(script)) == []
