"""Capitals in what somebody writes: letters that stand for words, and words that are shouted."""

import re
from collections.abc import Iterator
from typing import Final

_CAPITALS: Final = re.compile(r"(?<![\w.@-])[A-ZÆØÅ]{2,}(?![\w@-])")
LONGEST_LETTERS: Final = 5  # «KRISE» may still stand for words, «GRATIS» does not
LEAST_TO_SHOUT: Final = 12
SHARE_TO_SHOUT: Final = 0.6
# What is in everybody's mouth, or nobody knows by the words it stands for.
KNOWN: Final = re.compile(
    "AA|NA|NAV|SMS|PC|TV|OK|NB|CV|IT|ID|PDF|QR|GPS|USA|EU|AS|NRK|NTNU|UNO|HIV|EM|VM|WC|DJ|DVD|FN"
)


def is_shouted(text: str) -> bool:
    """Tell whether most of a whole text is in capitals."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= LEAST_TO_SHOUT and (
        sum(letter.isupper() for letter in letters) > SHARE_TO_SHOUT * len(letters)
    )


def shouted_words(text: str) -> Iterator[str]:
    """Yield the words in capitals that are too long to be letters for words, each once."""
    yield from (word for word in _in_capitals(text) if len(word) > LONGEST_LETTERS)


def letters_for_words(text: str) -> Iterator[str]:
    """Yield what may stand for words that are not told in brackets beside it, each once."""
    for word in _in_capitals(text):
        if (
            len(word) <= LONGEST_LETTERS
            and not KNOWN.fullmatch(word)
            and not _is_explained(word, text)
        ):
            yield word


def _in_capitals(text: str) -> Iterator[str]:
    yield from dict.fromkeys(_CAPITALS.findall(text))


def _is_explained(word: str, text: str) -> bool:
    return re.search(rf"\b{word}\s*\(|\(\s*{word}\s*\)", text) is not None
