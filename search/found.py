"""What reading has found in a text, as it is handed from one step to the next."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from places.areas import Place
from search.ages import Age
from search.phrases import Forms, forms_of
from search.words import Word, words_of

_PARTING = frozenset('.,;:!?()[]/|\n"«»“”')
_ENDING = frozenset(".!?;\n")
_DASHES = frozenset("-–—")


class Kind(StrEnum):
    """What some words of a text were understood as."""

    INTEREST = "interest"
    NOT_THIS = "not_this"
    USED_TO_LIKE = "used_to_like"
    GOAL = "goal"
    AGE = "age"
    PLACE = "place"
    WHEN = "when"
    MUST = "must"
    AVOID = "avoid"
    FOR_WHOM = "for_whom"
    GENDER = "gender"
    LANGUAGE = "language"
    # Marks, which a page answers first and which choose nothing: see `search.marks`.
    DANGER = "danger"
    SLIP = "slip"
    # Understood, and neither wished for nor unwanted: "har ikke bil".
    ASIDE = "aside"


class Danger(StrEnum):
    """What a danger is of, which decides whom to ring; the most urgent stands first."""

    LIFE = "life"  # somebody cannot be woken, or does not breathe
    BODY = "body"  # something was taken, or somebody is ill of doing without
    VIOLENCE = "violence"
    DESPAIR = "despair"


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a text, from ``first`` to before ``after``, and what they were understood as.

    ``values`` are ids or words of the person format; ``age`` and ``place`` are there for their
    kinds only. ``exact`` tells that the words stood as they are in the vocabulary.
    """

    first: int
    after: int
    kind: Kind
    values: tuple[str, ...]
    age: Age | None = None
    place: Place | None = None
    exact: bool = True


@dataclass(frozen=True)
class Joined:
    """Lower-case words with one space between them, and " . " where a sentence ends."""

    text: str
    starts: Sequence[int]  # of every word, in the joined text

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Yield the words of each match: the position of the first, and that after the last."""
        for found in pattern.finditer(self.text):
            first, after = (bisect_left(self.starts, edge) for edge in found.span())
            # A match may begin in the middle of a word, behind a sign that is no letter.
            if first < after:
                yield first, after


@dataclass(frozen=True)
class Sentence:
    """A text in words, with the places where a phrase cannot go on.

    ``instead`` holds what some words are read as, by their position: they were misspelt.
    """

    text: str
    instead: Mapping[int, str] = field(default_factory=dict)

    @cached_property
    def words(self) -> Sequence[Word]:
        """The words in order."""
        return tuple(words_of(self.text))

    @cached_property
    def typed(self) -> Sequence[str]:
        """The words as they were typed, capitals, mistakes and all."""
        return [self.text[word.start : word.end] for word in self.words]

    @cached_property
    def written(self) -> Sequence[str]:
        """The words with their capitals, as they are read."""
        return [self.instead.get(at, word) for at, word in enumerate(self.typed)]

    @cached_property
    def lower(self) -> Sequence[str]:
        """The words in lower case, as they are read."""
        return [self.instead.get(at, word.lower) for at, word in enumerate(self.words)]

    @cached_property
    def forms(self) -> Sequence[Forms]:
        """The words as books of phrases look for them."""
        return forms_of(self.lower)

    @cached_property
    def clause_ends(self) -> Sequence[int]:
        """For every word the position after the clause in which it stands."""
        ends: list[int] = []
        for at in range(1, len(self.words) + 1):
            if at == len(self.words) or self._parts(at):
                ends += [at] * (at - len(ends))
        return ends

    @cached_property
    def after_dash(self) -> frozenset[int]:
        """The positions of the words with nothing but a dash between them and the word before."""
        return frozenset(at for at in range(1, len(self.words)) if self.gap(at).strip() in _DASHES)

    @cached_property
    def joined(self) -> Joined:
        """The words in one text, for looking for whole sayings."""
        pieces: list[str] = []
        starts: list[int] = []
        length = 0
        for at, word in enumerate(self.lower):
            if at > 0:
                piece = " " if _ENDING.isdisjoint(self.gap(at)) else " . "
                pieces.append(piece)
                length += len(piece)
            starts.append(length)
            pieces.append(word)
            length += len(word)
        return Joined("".join(pieces), starts)

    def gap(self, position: int) -> str:
        """Return what stands between the word at ``position`` and the one before."""
        return self.text[self.words[position - 1].end : self.words[position].start]

    def _parts(self, position: int) -> bool:
        gap = self.gap(position)
        # A dash joins words ("aa-møte") unless it has space around it.
        return not _PARTING.isdisjoint(gap) or (gap != gap.strip() and gap.strip() in _DASHES)
