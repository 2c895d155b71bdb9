"""A book of phrases and what they mean; the longest phrase at a place in a text is found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

from search.inflections import english_base, norwegian_base
from search.words import STOP_WORDS, loose, lower_words, spelled_out

Meaning = TypeVar("Meaning")
Key = tuple[str, ...]


class Closeness(IntEnum):
    """How the words of a text met those of the book; the smaller, the closer."""

    EXACT = 0
    NORWEGIAN = 1
    ENGLISH = 2
    LOOSE = 3


@dataclass(frozen=True, slots=True)
class Forms:
    """What the book goes by of a word: the word in lower case, and its form for each closeness."""

    lower: str
    forms: tuple[str, str, str, str]


def forms_of(words: Iterable[str]) -> list[Forms]:
    """Return the forms of lower-case ``words``; who asks several books works them out once."""
    known: dict[str, Forms] = {}
    return [known.get(word) or known.setdefault(word, _forms(word)) for word in words]


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
        self._meanings: dict[Closeness, dict[Key, list[Meaning]]] = {each: {} for each in Closeness}
        # How many words there are in the phrases that begin with a form.
        self._lengths: dict[str, set[int]] = {}
        for phrase in phrases:
            self._enter(forms_of(lower_words(phrase.text)), phrase)

    def longest(self, words: Sequence[Forms], start: int, end: int) -> Match[Meaning] | None:
        """Return the longest phrase in ``words`` that begins at ``start`` and ends before ``end``.

        Of phrases of one length the closest is taken. Inflections that lead to several meanings
        lead nowhere.
        """
        forms = words[start].forms
        if self._lengths.keys().isdisjoint(forms):
            return None
        lengths = {length for form in forms for length in self._lengths.get(form, ())}
        for length in sorted(lengths, reverse=True):
            match = self._at(words[start : start + length]) if start + length <= end else None
            if match is not None:
                return match
        return None

    def _at(self, words: Sequence[Forms]) -> Match[Meaning] | None:
        single = words[0].lower if len(words) == 1 else ""
        only_exact = single in STOP_WORDS or single in self._only_exact
        for closeness, entries in self._meanings.items():
            meanings = entries.get(_key(words, closeness), ())
            if len(meanings) == 1 and _may_be(words, closeness):
                return Match(len(words), closeness, meanings[0])
            if only_exact:
                return None
        return None

    def _enter(self, words: Sequence[Forms], phrase: Phrase[Meaning]) -> None:
        self._meanings[Closeness.EXACT].setdefault(_key(words, Closeness.EXACT), [phrase.meaning])
        for closeness in _INFLECTED.get(phrase.language, ()):
            # "gitar" is its own base, too: "gitaren" leads to it and not to "git".
            for key in {_key(words, closeness), _key(words, Closeness.EXACT)}:
                meanings = self._meanings[closeness].setdefault(key, [])
                if phrase.meaning not in meanings:
                    meanings.append(phrase.meaning)
        for form in words[0].forms:
            self._lengths.setdefault(form, set()).add(len(words))


_NORWEGIAN = (Closeness.NORWEGIAN, Closeness.LOOSE)
_INFLECTED: dict[str | None, tuple[Closeness, ...]] = {
    "nb": _NORWEGIAN,
    "nn": _NORWEGIAN,
    "en": (Closeness.ENGLISH,),
}


def _forms(word: str) -> Forms:
    plain = spelled_out(word)
    if word in STOP_WORDS:
        return Forms(word, (plain, plain, word, plain))
    norwegian = spelled_out(norwegian_base(word))
    return Forms(word, (plain, norwegian, english_base(word), norwegian_base(loose(word))))


def _key(words: Iterable[Forms], closeness: Closeness) -> Key:
    return tuple([word.forms[closeness] for word in words])


def _may_be(words: Iterable[Forms], closeness: Closeness) -> bool:
    """Tell whether ``words`` may be meant so loosely.

    Who writes "mål" has the letter å and did not mean "mal"; who writes in plain letters may
    lack it.
    """
    return closeness is not Closeness.LOOSE or all(word.lower.isascii() for word in words)
