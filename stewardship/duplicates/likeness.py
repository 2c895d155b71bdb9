"""How alike two names are, to somebody who wonders whether they name the same thing."""

import re
from collections.abc import Collection, Iterable
from enum import StrEnum
from functools import cache
from typing import Final

from places.misspelling import mistakes_between

# A share of the letters of a word that may differ, and how many words may stand in one name alone.
SHARE_OF_LETTERS: Final = 0.3
MOST_WORDS: Final = 2
# Shorter words are most often letters that stand for words, and «AA» is not «NA».
SHORTEST_WITH_SLIPS: Final = 4
LONG: Final = 8  # letters, in which one slip of the pen says nothing
LONGEST_NAME: Final = 12  # words; a name with more is compared by its first
_BETWEEN: Final = frozenset({"i", "og", "for", "pa", "med", "ved", "den", "det", "de", "av", "the"})
# «Turgruppa» and «korgruppa» are alike in all that says nothing.
_TAIL: Final = re.compile(
    r"(?<=..)(grupp[ae]n?|kveld(?:en|er)?|kafe(?:en)?|treff(?:et)?|klubb(?:en)?|kurs(?:et)?|lag(?:et)?"
    r"|mote(?:t|r)?|trening(?:en|a)?|verksted(?:et)?|dag(?:en|er)?|group|club)$"
)
_DAYS: Final = (
    r"mandag|monday",
    r"tirsdag|tysdag|tuesday",
    r"onsdag|wednesday",
    r"torsdag|thursday",
    r"fredag|friday",
    r"lordag|laurdag|saturday",
    r"sondag|sundag|sunday",
)
_A_DAY: Final = re.compile("|".join(f"({day})" for day in _DAYS))


class Why(StrEnum):
    SAME_NAME = "same_name"
    SIMILAR_NAME = "similar_name"


class Likeness:
    """Compares the names of others with some ``names``, in the form of ``homographs.looks_like``.

    Catalogues use the same words again and again, so how two of them are alike is kept, and let
    go of with this.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)
        self._is_nearly = cache(_is_nearly)

    def has_one_of(self, others: Collection[str]) -> bool:
        return any(name in others for name in self._names)

    def to(
        self,
        others: Collection[str],
        *,
        ignored: Collection[str] = frozenset(),
        may_differ_more: bool = False,
    ) -> Why | None:
        """Return how two things with these names are alike, None if they are not.

        ``ignored`` are words that say nothing here, as the town's, which both may bear.
        """
        if self.has_one_of(others):
            return Why.SAME_NAME
        mine = [_words(name, ignored) for name in self._names]
        theirs = [_words(name, ignored) for name in others]
        is_similar = any(
            self._are_similar(one, other, may_differ_more) for one in mine for other in theirs
        )
        return Why.SIMILAR_NAME if is_similar else None

    def _are_similar(self, one: list[str], other: list[str], may_differ_more: bool) -> bool:
        if not one or not other or abs(len(one) - len(other)) > MOST_WORDS:
            return False
        if "".join(one) == "".join(other):
            return True
        left = list(other)
        for word in one:
            match = next((each for each in left if self._is_nearly(word, each)), None)
            if match is not None:
                left.remove(match)
        shared = len(other) - len(left)
        differing = len(one) + len(other) - 2 * shared
        is_likely = shared > 0 and differing <= MOST_WORDS
        return is_likely and (may_differ_more or differing <= shared) and not _are_apart(one, other)


def _words(name: str, ignored: Collection[str]) -> list[str]:
    words = list(dict.fromkeys(name.split()))[:LONGEST_NAME]
    telling = [word for word in words if word not in ignored and word not in _BETWEEN]
    return telling or words


def _are_apart(one: list[str], other: list[str]) -> bool:
    """Tell whether both have a weekday, a number or letters that stand for words, and not the same."""
    mine, theirs = _marks(one), _marks(other)
    return bool(mine - theirs) and bool(theirs - mine)


def _marks(words: list[str]) -> set[str]:
    days = (_A_DAY.search(word) for word in words)
    return {str(day.lastindex) for day in days if day} | {
        word for word in words if word.isdigit() or len(word) < SHORTEST_WITH_SLIPS
    }


def _is_nearly(one: str, other: str) -> bool:
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST_WITH_SLIPS:
        return False
    if min(len(one), len(other)) >= LONG and mistakes_between(one, other, 1) == 1:
        return True
    one, other = _TAIL.sub("", one), _TAIL.sub("", other)
    most = int(max(len(one), len(other)) * SHARE_OF_LETTERS)
    # Each slip changes two letters at most, so nearly all words are told apart at once.
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return False
    return mistakes_between(one, other, most) <= most
