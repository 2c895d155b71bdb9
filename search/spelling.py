"""Corrects what finds nothing into the nearest words of the offers themselves."""

from collections.abc import Mapping
from typing import Protocol

from places.folding import fold
from places.misspelling import NearWords, mistakes_allowed
from search.analysis import MOST_LETTERS, MOST_WORDS
from search.misspellings import begins_alike
from search.ordinary_words import is_surely_right
from search.words import Word, words_of

# Comparing with every word there is takes a while, and a text with more unknown words than this
# was not meant for us.
_MOST_CORRECTED = 3


class KnownWords(Protocol):
    """What correcting needs to know of the index."""

    @property
    def lexicon(self) -> Mapping[str, str]:
        """Every word in lower case, by its folded form."""

    @property
    def near(self) -> NearWords:
        """Finds the folded words near a misspelt one."""

    def offers_with(self, word: str) -> int:
        """Return how many offers are found by ``word``."""


def corrected(text: str, known: KnownWords) -> str | None:
    """Return ``text`` with unknown words replaced by near ones that find something, else None.

    Only the first 200 characters and 20 words are read. Words of three letters and fewer, and
    words with digits, are left as they are: too much lies one letter away from them. So are words
    of everyday language, which nobody has misspelt.
    """
    text = text[:MOST_LETTERS]
    unknown = [word for word in list(words_of(text))[:MOST_WORDS] if _is_unknown(word.lower, known)]
    answer = text
    for word in reversed(unknown[:_MOST_CORRECTED]):
        better = _nearest_word(word.lower, known)
        if better is not None:
            answer = answer[: word.start] + _as_written(word, better, text) + answer[word.end :]
    return answer if answer != text else None


def _is_unknown(word: str, known: KnownWords) -> bool:
    return (
        word.isalpha()
        and mistakes_allowed(word) > 0
        and not is_surely_right(word)
        and known.offers_with(word) == 0
    )


def _nearest_word(word: str, known: KnownWords) -> str | None:
    found = []
    plain = fold(word)
    for folded, mistakes in known.near.near(plain):
        candidate = known.lexicon[folded]
        offers = known.offers_with(candidate)
        if offers > 0 and begins_alike(plain, folded):
            found.append((mistakes, -offers, candidate))
    return min(found)[-1] if found else None


def _as_written(word: Word, better: str, text: str) -> str:
    return better.capitalize() if text[word.start].isupper() else better
