"""Finds which words of a text are misspelt, and what they are read as instead.

Only what was not understood is looked at, and never a word of everyday language: "barn" is no
misspelt "garn". What is typed is not kept.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from places.folding import fold
from places.misspelling import NearWords, mistakes_allowed
from search.compound_words import GATHERINGS
from search.found import Sentence
from search.inflections import norwegian_base
from search.ordinary_words import is_surely_right, ordinary_words
from search.words import loose

# Looking near a word takes a while, and a text with more of them was not meant for us.
_MOST_LOOKED_AT = 6
_LONGEST = 40
_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
# A misspelt place must be a town to be thought of, unless "i" or the like leads to it.
_PEOPLE_OF_A_TOWN = 5_000
_SHORTEST_TOWN = 5
_SHORTEST_PART = 4
_SHORTEST_BASE = 5
# Up to here, another first letter makes another word: "dolf" is no misspelt "golf".
_SHORT_WORD = 5


class NearPlaces(Protocol):
    """What correcting needs to know of the gazetteer."""

    def near_name(self, word: str, least_people: int) -> tuple[str, int] | None:
        """Return the name that ``word`` may stand for, and its mistakes."""


@dataclass(frozen=True, slots=True)
class KnownWord:
    """A word that reading understands: as it is spelt, and whether it means something alone."""

    spelling: str
    stands_alone: bool


class Misspellings:
    """Corrects towards the words that reading knows.

    Args:
        known: Lower-case words; of equal ones in loose spelling the first stays.
        firsts: What compounds begin with, from the loose spelling to the right one.
        gazetteer: Names of places; None corrects no places.
    """

    def __init__(
        self,
        known: Iterable[KnownWord],
        firsts: Mapping[str, str],
        gazetteer: NearPlaces | None,
    ) -> None:
        self._known: dict[str, KnownWord] = {}
        for word in known:
            self._enter(loose(word.spelling), word)
        self._near = NearWords(self._known)
        self._firsts = {
            plain: right for plain, right in firsts.items() if len(plain) >= _SHORTEST_PART
        }
        self._near_firsts = NearWords(sorted(self._firsts))
        self._gazetteer = gazetteer

    def instead(
        self,
        sentence: Sentence,
        understood: Container[int],
        leading: Container[str],
        *,
        has_place: bool = False,
    ) -> Mapping[int, str]:
        """Return what words are read as, by their position; those ``understood`` are left alone.

        ``leading`` are the words after which a place is named. A text that ``has_place`` names no
        second one: what looks like it is more likely a quarter or a street there.
        """
        found: dict[int, str] = {}
        looked_at = 0
        for at, word in enumerate(sentence.lower):
            if at in understood or self._is_right(word):
                continue
            looked_at += 1
            if looked_at > _MOST_LOOKED_AT:
                break
            led_to = at > 0 and sentence.lower[at - 1] in leading
            better = self._better(word, led_to, _is_name(sentence, at), has_place)
            if better is not None:
                found[at] = better
        return found

    def _enter(self, plain: str, word: KnownWord) -> None:
        kept = self._known.get(plain)
        if kept is None or (word.stands_alone and not kept.stands_alone):
            self._known[plain] = word

    def _is_right(self, word: str) -> bool:
        plain = loose(word)
        return (
            not word.isalpha()
            or len(word) > _LONGEST
            or mistakes_allowed(plain) == 0
            or plain in self._known
            or is_surely_right(word)
        )

    def _better(self, word: str, led_to: bool, is_name: bool, has_place: bool) -> str | None:
        found: list[tuple[int, int, int, bool, str]] = []
        if not is_name:
            found += [
                # Who has written the letter ø meant one: "søndg" is no "song".
                (mistakes, _letters_lost(word, spelling), alone, is_other_first, spelling)
                for mistakes, alone, is_other_first, spelling in self._words_near(loose(word))
            ]
        place = None if has_place else self._place_near(word, led_to)
        if place is not None:
            name, mistakes = place
            # After "i" a place is likelier than a word, elsewhere less likely.
            found.append((mistakes, 0, 0 if led_to else 3, name[:1] != fold(word)[:1], name))
        if found:
            return min(found)[-1]
        return None if is_name else self._compound_near(loose(word))

    def _words_near(self, plain: str) -> Iterator[tuple[int, int, bool, str]]:
        near = [
            (name, mistakes)
            for name, mistakes in self._near.near(plain)
            if begins_alike(plain, name)
        ]
        base = norwegian_base(plain)
        if not near and base != plain and len(base) >= _SHORTEST_BASE:
            # An ending that the vocabulary does not hold: "gittaren" is the "gitar".
            near = [
                (name, mistakes)
                for name, mistakes in self._near.near(base)
                if mistakes == 1 and name[0] == base[0]
            ]
        for name, mistakes in near:
            known = self._known[name]
            yield mistakes, 1 if known.stands_alone else 2, name[0] != plain[0], known.spelling

    def _place_near(self, word: str, led_to: bool) -> tuple[str, int] | None:
        if self._gazetteer is None or (not led_to and len(word) < _SHORTEST_TOWN):
            return None
        # After "i" may stand any noun: "i kogen" is no village, but the forest.
        is_small = led_to and not _is_near_everyday_word(word)
        return self._gazetteer.near_name(word, 0 if is_small else _PEOPLE_OF_A_TOWN)

    def _compound_near(self, plain: str) -> str | None:
        """Return the compound of which one part is misspelt: klattrekveld, klatrekvled."""
        found = [*self._first_misspelt(plain), *self._last_misspelt(plain)]
        return min(found)[-1] if found else None

    def _first_misspelt(self, plain: str) -> Iterator[tuple[int, str]]:
        for cut in range(_SHORTEST_PART, len(plain) - 2):
            first, last = plain[:cut], plain[cut:]
            if norwegian_base(last) in _GATHERINGS and first not in ordinary_words():
                for name, mistakes in self._near_firsts.near(first):
                    yield mistakes, self._firsts[name] + _RIGHT_GATHERINGS.get(last, last)

    def _last_misspelt(self, plain: str) -> Iterator[tuple[int, str]]:
        for cut in range(_SHORTEST_PART, len(plain) - _SHORTEST_PART + 1):
            first, last = plain[:cut], plain[cut:]
            if first in self._firsts and last not in ordinary_words():
                for name, mistakes in _NEAR_GATHERINGS.near(last):
                    yield mistakes, self._firsts[first] + _RIGHT_GATHERINGS[name]


def _letters_lost(word: str, spelling: str) -> int:
    """Return how many of the letters å, ø and æ that are in ``word`` are not in ``spelling``."""
    return len({letter for letter in "åøæ" if letter in word and letter not in spelling})


def begins_alike(word: str, known: str) -> bool:
    """Tell whether a short word has the first letter of the known one, or the two swapped."""
    if len(word) > _SHORT_WORD or word[0] == known[0]:
        return True
    return word[:2] == known[1::-1]


def _is_near_everyday_word(word: str) -> bool:
    """Tell whether one mistake in a word of everyday language may have made ``word``."""
    halves = [(word[:cut], word[cut:]) for cut in range(len(word) + 1)]
    return any(
        made in ordinary_words()
        for first, last in halves
        for made in (
            first + last[1:],
            first + last[1:2] + last[:1] + last[2:],
            *(first + letter + rest for letter in _LETTERS for rest in (last, last[1:])),
        )
    )


def _is_name(sentence: Sentence, at: int) -> bool:
    """Tell a capital that was meant from that of a sentence's first word or of a whole text."""
    word = sentence.typed[at]
    begins = at == 0 or sentence.gap(at).strip(" ,") != ""
    return word[0].isupper() and not word.isupper() and not begins


_GATHERINGS = frozenset(norwegian_base(loose(word)) for word in GATHERINGS)
_RIGHT_GATHERINGS = {loose(word): word for word in sorted(GATHERINGS)}
_NEAR_GATHERINGS = NearWords(_RIGHT_GATHERINGS)
