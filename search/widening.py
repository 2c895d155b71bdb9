"""Finds the words of the offers that a word looked for may also stand for: compounds and misspellings.

"kveld" stands in "spillkveld", "klatrekveld" is about "klatring", and "klattring" is meant for it.
What is looked for is not kept.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from places.folding import fold
from places.misspelling import NearWords, mistakes_allowed
from search.compounds import begins_about, cuts
from search.inflections import norwegian_base
from search.misspellings import begins_alike
from search.ordinary_words import is_surely_right, ordinary_words
from search.words import word_set

_SHORTEST = 4
_SHORTEST_REMAINDER = 3
# More compounds than these of one word only cost time: the shortest ones are closest to it.
_MOST_COMPOUNDS = 12
_MOST_CORRECTED = 3
# What may follow the base that a word shares with another: klatr-e, klatr-ing.
_ENDINGS = word_set("e a er ar en et ing inga ingen inger ende ere") | {""}
# Compounds of these are about something else than the word: nobody who says that they are
# "avhengig" has asked for a group about gambling.
_NEVER_WIDENED = word_set(
    """
    avhengig avhengige avhengighet avhengnad rusavhengig misbruk problem problemer slutte drikke ruse
    rusa bruk bruker spill spille spel spele penger pengar dødsfall addiction addicted problem problems
    """
)


class Widening:
    """Answers for the words of one state of the index.

    Args:
        lexicon: Every word of the offers in lower case, by its folded form.
    """

    def __init__(self, lexicon: Mapping[str, str]) -> None:
        self._lexicon = lexicon
        self._sorted = sorted(lexicon)
        self._reversed = sorted(word[::-1] for word in lexicon)
        self.near = NearWords(lexicon)

    def compounds(self, word: str) -> list[str]:
        """Return words that share a part with the lower-case ``word``: shortest first, few."""
        plain = fold(word)
        if len(plain) < _SHORTEST or not plain.isalpha() or plain in _NEVER_WIDENED:
            return []
        found = {*self._ending_in(plain), *self._about_the_same(plain)} - {plain}
        nearest = sorted(found, key=lambda each: (len(each), each))[:_MOST_COMPOUNDS]
        return [self._lexicon[each] for each in nearest]

    def corrected(self, word: str) -> list[tuple[str, int]]:
        """Return the nearest words that ``word`` may be meant for, each with its mistakes.

        A word of everyday language is meant for no other.
        """
        plain = fold(word)
        if not word.isalpha() or is_surely_right(word) or mistakes_allowed(plain) == 0:
            return []
        found = sorted(
            (mistakes, each)
            for each, mistakes in self.near.near(plain)
            if begins_alike(plain, each)
        )
        least = found[0][0] if found else 0
        return [
            (self._lexicon[each], mistakes)
            for mistakes, each in found[:_MOST_CORRECTED]
            if mistakes == least
        ]

    def _ending_in(self, plain: str) -> Iterator[str]:
        base = norwegian_base(plain)
        for last in dict.fromkeys((plain, base)):
            if len(last) < _SHORTEST:
                continue
            for each in _beginning_with(self._reversed, last[::-1]):
                first = each[: len(last) - 1 : -1]
                if len(first) >= _SHORTEST_REMAINDER and self._is_word(first):
                    yield each[::-1]

    def _about_the_same(self, plain: str) -> Iterator[str]:
        """Yield what a compound is about: of "klatrekveld" the words klatre and klatring."""
        for first, last in cuts(plain):
            if not begins_about(first, last):
                continue
            for shared in dict.fromkeys((first, first.removesuffix("s"))):
                base = norwegian_base(shared)
                if len(base) >= _SHORTEST:
                    for each in _beginning_with(self._sorted, base):
                        if each[len(base) :] in _ENDINGS:
                            yield each

    def _is_word(self, first: str) -> bool:
        return any(
            first.removesuffix(link) in self._lexicon
            or first.removesuffix(link) in ordinary_words()
            for link in ("", "s", "e")
        )


def _beginning_with(words: Sequence[str], beginning: str) -> Iterator[str]:
    for at in range(bisect_left(words, beginning), len(words)):
        if not words[at].startswith(beginning):
            return
        yield words[at]
