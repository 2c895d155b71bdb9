"""A typed text as symbols: each word, or words that belong together, with what they stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from stewardship.times_typed.words import LEXICON, LONGEST_PHRASE, Kind, folded

# One letter after another, one digit after another, a new line, or any other sign by itself.
_WORD: Final = re.compile(r"[^\W\d_]+|[0-9]+|\n|[^\s]")
_OF_SEVERAL: Final = ("er", "ar", "ene", "ane")


@dataclass(frozen=True, slots=True)
class Symbol:
    """``text`` is what was typed, from ``start`` to ``end``; for digits it is the digits."""

    kind: Kind
    value: Any
    text: str
    start: int
    end: int

    @property
    def is_of_several(self) -> bool:
        """Whether a weekday stands in the plural: «onsdager», not «onsdag»."""
        return self.text.casefold().endswith(_OF_SEVERAL)

    @property
    def is_in_digits(self) -> bool:
        return self.text.isdecimal()


def symbols_of(text: str) -> tuple[Symbol, ...]:
    return tuple(_symbols(text))


def _symbols(text: str) -> Iterator[Symbol]:
    found = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    words = tuple(folded(word) for word, _start, _end in found)
    at = 0
    while at < len(words):
        length = _longest_phrase(words, at)
        start, end = found[at][1], found[at + length - 1][2]
        if meaning := LEXICON.get(words[at : at + length]):
            for kind, value in meaning:
                yield Symbol(kind, value, text[start:end], start, end)
        elif words[at].isdecimal():
            yield Symbol(Kind.NUMBER, int(words[at][:9]), words[at], start, end)
        else:
            yield Symbol(Kind.UNKNOWN, None, text[start:end], start, end)
        at += length


def _longest_phrase(words: tuple[str, ...], at: int) -> int:
    for length in range(min(LONGEST_PHRASE, len(words) - at), 1, -1):
        if words[at : at + length] in LEXICON:
            return length
    return 1
