"""A book of phrases and what they mean; the longest phrase at a place in a text is found."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from typing import Generic, TypeVar

from search.inflections import english_base, norwegian_base
from search.words import STOP_WORDS, Word, loose, spelled_out, words_of

Meaning = TypeVar("Meaning")
Key = tuple[str, ...]


class Closeness(IntEnum):
    """How the words of a text met those of the book; the smaller, the closer."""

    EXACT = 0
    NORWEGIAN = 1
    ENGLISH = 2
    LOOSE = 3


@dataclass(frozen=True, slots=True)
class Match(Generic[Meaning]):
    """A phrase found: so many words, with this meaning."""

    length: int
    closeness: Closeness
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Phrase(Generic[Meaning]):
    """A phrase of the book, in language ``nb``, ``nn`` or ``en``; None: only just as it stands."""

    text: str
    language: str | None
    meaning: Meaning


class PhraseBook(Generic[Meaning]):
    """Phrases by their words as written, by their inflections, and by any spelling of those.

    Args:
        phrases: What to find. Of two meanings of the same words the first stays.
        only_exact: Lower-case words that, alone, mean something only just as they stand.
    """

    def __init__(
        self, phrases: Iterable[Phrase[Meaning]], only_exact: frozenset[str] = frozenset()
    ) -> None:
        self._only_exact = only_exact
        self._exact: dict[Key, Meaning] = {}
        self._inflected: dict[Closeness, dict[Key, set[Meaning]]] = {
            closeness: {} for closeness in Closeness if closeness is not Closeness.EXACT
        }
        self._longest: dict[str, int] = {}
        for phrase in phrases:
            self._enter([word.lower for word in words_of(phrase.text)], phrase)

    def longest(self, words: Sequence[Word], start: int, end: int) -> Match[Meaning] | None:
        """Return the longest phrase in ``words`` that begins at ``start`` and ends before ``end``.

        Of phrases of one length the closest is taken. Inflections that lead to several meanings
        lead nowhere.
        """
        known = self._longest.get
        most = max([known(base, 0) for base in _all_bases(words[start].lower)])
        for length in range(min(most, end - start), 0, -1):
            match = self._at([word.lower for word in words[start : start + length]])
            if match is not None:
                return match
        return None

    def _at(self, words: list[str]) -> Match[Meaning] | None:
        exact = self._exact.get(tuple(map(spelled_out, words)))
        if exact is not None:
            return Match(len(words), Closeness.EXACT, exact)
        if len(words) == 1 and (words[0] in STOP_WORDS or words[0] in self._only_exact):
            return None
        for closeness, entries in self._inflected.items():
            meanings = entries.get(_key(words, closeness), set())
            if len(meanings) == 1 and _may_be(words, closeness):
                return Match(len(words), closeness, next(iter(meanings)))
        return None

    def _enter(self, words: list[str], phrase: Phrase[Meaning]) -> None:
        self._exact.setdefault(tuple(map(spelled_out, words)), phrase.meaning)
        for closeness in _INFLECTED.get(phrase.language, ()):
            entries = self._inflected[closeness]
            entries.setdefault(_key(words, closeness), set()).add(phrase.meaning)
        for base in _all_bases(words[0]):
            self._longest[base] = max(len(words), self._longest.get(base, 0))


def _norwegian(word: str) -> str:
    return spelled_out(word if word in STOP_WORDS else norwegian_base(word))


def _english(word: str) -> str:
    return word if word in STOP_WORDS else english_base(word)


def _loose(word: str) -> str:
    return spelled_out(word) if word in STOP_WORDS else norwegian_base(loose(word))


_BASES: dict[Closeness, Callable[[str], str]] = {
    Closeness.NORWEGIAN: _norwegian,
    Closeness.ENGLISH: _english,
    Closeness.LOOSE: _loose,
}


@lru_cache(maxsize=65536)
def _all_bases(word: str) -> tuple[str, ...]:
    return tuple({base(word) for base in _BASES.values()})


_NORWEGIAN = (Closeness.NORWEGIAN, Closeness.LOOSE)
_INFLECTED: dict[str | None, tuple[Closeness, ...]] = {
    "nb": _NORWEGIAN,
    "nn": _NORWEGIAN,
    "en": (Closeness.ENGLISH,),
}


def _key(words: Iterable[str], closeness: Closeness) -> Key:
    return tuple(map(_BASES[closeness], words))


def _may_be(words: list[str], closeness: Closeness) -> bool:
    """Tell whether ``words`` may be meant so loosely.

    Who writes "mål" has the letter å and did not mean "mal"; who writes in plain letters may
    lack it.
    """
    return closeness is not Closeness.LOOSE or all(word.isascii() for word in words)
