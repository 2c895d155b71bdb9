"""The words of the vocabulary as reading uses them: phrases, single words and words to correct to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from search.found import Kind
from search.marks import MARKED_WORDS
from search.misspellings import KnownWord
from search.negation import NEGATORS
from search.phrases import Phrase
from search.times import TIME_WORDS
from search.words import lower_words

Meaning = tuple[Kind, str]


class WithWords(Protocol):
    """An interest or effect: its names and what people type for it, by language."""

    @property
    def labels(self) -> Mapping[str, str]:
        """Its name in each language."""

    @property
    def synonyms(self) -> Mapping[str, tuple[str, ...]]:
        """Other words for it in each language."""


class InATree(WithWords, Protocol):
    """An interest: its words, and what it lies under."""

    @property
    def parent(self) -> str | None:
        """The id of what it lies right under, None at the top."""


def all_above(interests: Mapping[str, InATree]) -> dict[str, tuple[str, ...]]:
    """Return for every interest all that it lies under, nearest first."""
    found: dict[str, tuple[str, ...]] = {}
    for interest in interests:
        line = [interest]
        while (parent := interests[line[-1]].parent) is not None:
            line.append(parent)
        found[interest] = tuple(line[1:])
    return found


def phrases_of(
    interests: Mapping[str, WithWords], effects: Mapping[str, WithWords]
) -> tuple[Phrase[Meaning], ...]:
    """Return every label and synonym with what it means."""
    return (*_phrases(interests, Kind.INTEREST), *_phrases(effects, Kind.GOAL))


def single_words(vocabulary: Sequence[Phrase[Meaning]]) -> dict[str, str]:
    """Return the interests' single words in lower case, each with its interest."""
    words: dict[str, str] = {}
    for phrase in vocabulary:
        kind, identity = phrase.meaning
        parts = lower_words(phrase.text)
        if kind is Kind.INTEREST and len(parts) == 1:
            words.setdefault(parts[0], identity)
    return words


def known_words(phrases: Iterable[Phrase[Any]]) -> Iterator[KnownWord]:
    """Yield every word that a misspelt one may be meant for."""
    for phrase in phrases:
        words = lower_words(phrase.text)
        yield from (KnownWord(word, len(words) == 1) for word in words)
    for word in (*TIME_WORDS, *MARKED_WORDS, *sorted(NEGATORS)):
        yield KnownWord(word, stands_alone=True)


def _phrases(things: Mapping[str, WithWords], kind: Kind) -> Iterator[Phrase[Meaning]]:
    for identity, thing in things.items():
        for language, label in thing.labels.items():
            yield Phrase(label, language, (kind, identity))
        for language, synonyms in thing.synonyms.items():
            for synonym in synonyms:
                yield Phrase(synonym, language, (kind, identity))
