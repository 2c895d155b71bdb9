"""What reading has found in a text, as it is handed from one step to the next."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from places.areas import Place
from search.ages import Age
from search.phrases import Forms, forms_of
from search.words import Word, words_of

_PARTING = frozenset('.,;:!?()[]/|\n"«»“”')
_DASHES = frozenset("-–—")


class Kind(StrEnum):
    """What some words of a text were understood as."""

    INTEREST = "interest"
    NOT_THIS = "not_this"
    GOAL = "goal"
    AGE = "age"
    PLACE = "place"
    WHEN = "when"
    MUST = "must"
    FOR_WHOM = "for_whom"
    GENDER = "gender"
    LANGUAGE = "language"
    # Understood, and neither wished for nor unwanted: "har ikke bil".
    ASIDE = "aside"


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
class Sentence:
    """A text in words, with the places where a phrase cannot go on."""

    text: str

    @cached_property
    def words(self) -> Sequence[Word]:
        """The words in order."""
        return tuple(words_of(self.text))

    @cached_property
    def written(self) -> Sequence[str]:
        """The words as they were written, capitals and all."""
        return [self.text[word.start : word.end] for word in self.words]

    @cached_property
    def lower(self) -> Sequence[str]:
        """The words in lower case."""
        return [word.lower for word in self.words]

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

    def gap(self, position: int) -> str:
        """Return what stands between the word at ``position`` and the one before."""
        return self.text[self.words[position - 1].end : self.words[position].start]

    def _parts(self, position: int) -> bool:
        gap = self.gap(position)
        # A dash joins words ("aa-møte") unless it has space around it.
        return not _PARTING.isdisjoint(gap) or (gap != gap.strip() and gap.strip() in _DASHES)
