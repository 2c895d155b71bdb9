"""Answering from one state of the index: BM25F over Whoosh's posting lists, in NumPy columns.

Whoosh scores one document after the other in Python, which at 50,000 offers takes longer than a
page may. Here a key's postings are two arrays, and a question is a few additions. Nothing is kept
from one question to the next: what people look for is nobody's business.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh.reading import TermNotFound

from places.folding import fold
from places.misspelling import NearWords
from search.analysis import exact_key, stem_key
from search.bundles import unpacked
from search.storage import GONE, KEYS, OFFERS, TURN, WORDS, damage_told
from search.widening import Widening

# Weights of mentions run to 6 and more, so a word levels off later than at BM25's usual 1.2.
_LEVELLING = 4.0
# What the very word adds to its stem: enough to stand first among equals, no more.
_EXACT_BONUS = 0.1
# How much of a score goes by the share of the question's words that were found.
_BY_COVERAGE = 0.5


# What a compound or a correction is worth beside the word itself, at most.
_WIDER_SHARE = 0.5


@dataclass(frozen=True)
class Hit:
    """One offer found.

    Args:
        offer: Its id.
        score: Above 0, up to 1 for the best of the answer.
    """

    offer: str
    score: float


@dataclass(frozen=True)
class _Postings:
    """The offers that hold a key, and how much each is about it (levelled off, before idf)."""

    offers: npt.NDArray[np.int32]
    worths: npt.NDArray[np.float32]


_NONE = _Postings(np.empty(0, np.int32), np.empty(0, np.float32))
# Stands for an offer of a bundle that a later bundle has again or says is gone.
_OUTDATED = -1


class Snapshot:
    """One state of the index, held open. Not for two threads at once.

    Offers are counted in the order of their ids.
    """

    def __init__(self, reader: Any) -> None:
        """Read the ids through ``reader``. Raises IndexMissingError."""
        self._reader = reader
        with damage_told():
            records = sorted(reader.iter_docs(), key=lambda record: record[1][TURN])
            self.turn: int = records[-1][1][TURN]
            holder: dict[str, int] = {}
            for document, record in records:
                for offer in record[GONE]:
                    holder.pop(offer, None)
                holder |= dict.fromkeys(record[OFFERS], document)
        self.ids = sorted(holder)
        count = {offer: at for at, offer in enumerate(self.ids)}
        self._offers = {
            document: np.array(
                [
                    count[offer] if holder.get(offer) == document else _OUTDATED
                    for offer in record[OFFERS]
                ],
                np.int32,
            )
            for document, record in records
        }

    @cached_property
    def lexicon(self) -> Mapping[str, str]:
        """Every word of the offers in lower case, by its folded form."""
        with damage_told():
            words = sorted(term.decode() for term in self._reader.lexicon(WORDS))
        # Sorted, "ålesund" comes after "alesund" and so is the spelling that stays.
        return {fold(word): word for word in words}

    @property
    def near(self) -> NearWords:
        """Finds the folded words of the offers near a misspelt one."""
        return self._widening.near

    @cached_property
    def _widening(self) -> Widening:
        return Widening(self.lexicon)

    def close(self) -> None:
        """Let go of the files."""
        self._reader.close()

    def search(self, words: Sequence[str], limit: int) -> list[Hit]:
        """Return the best offers for ``words``, best first, equals by id."""
        scores = self._scores(words)
        found = np.flatnonzero(scores)
        if len(found) > limit:
            least = np.partition(scores[found], -limit)[-limit]
            found = found[scores[found] >= least]
        ranked = found[np.argsort(-scores[found], kind="stable")][:limit]
        return [Hit(self.ids[at], float(scores[at] / scores[ranked[0]])) for at in ranked]

    def offers_with(self, word: str) -> int:
        """Return how many offers are found by ``word``."""
        return len(self._postings(stem_key(word)).offers)

    def _scores(self, words: Sequence[str]) -> npt.NDArray[np.float32]:
        scores = np.zeros(len(self.ids), np.float32)
        matched = np.zeros(len(self.ids), np.float32)
        for word in words:
            found = self._scores_of(word)
            scores += found
            matched += found > 0
        matched *= _BY_COVERAGE / max(len(words), 1)
        scores *= matched + (1 - _BY_COVERAGE)
        return scores

    def _scores_of(self, word: str) -> npt.NDArray[np.float32]:
        """Return what each offer is worth for one word, 0 where it has nothing of it.

        Offers that have the word itself stand above those that have it in a compound. Only where
        neither is found is it taken for misspelt.
        """
        scores = np.zeros(len(self.ids), np.float32)
        stem = self._postings(stem_key(word))
        rarity = self._rarity(len(stem.offers))
        scores[stem.offers] = rarity * stem.worths
        least = float(scores[stem.offers].min(initial=np.inf))
        exact = self._postings(exact_key(word))
        scores[exact.offers] += rarity * _EXACT_BONUS * exact.worths
        wider = self._of_any((each, 1) for each in self._widening.compounds(word))
        if not stem.offers.size and not wider.any():
            return self._of_any(self._widening.corrected(word))
        most = _WIDER_SHARE * least
        if wider.max(initial=0) > most:
            wider *= most / wider.max()
        return np.where(scores > 0, scores, wider)

    def _of_any(self, words: Iterable[tuple[str, int]]) -> npt.NDArray[np.float32]:
        """Return what each offer is worth for the best of ``words``, less with more mistakes."""
        best = np.zeros(len(self.ids), np.float32)
        for word, mistakes in words:
            found = self._postings(stem_key(word))
            worths = self._rarity(len(found.offers)) * _WIDER_SHARE**mistakes * found.worths
            best[found.offers] = np.maximum(best[found.offers], worths)
        return best

    def _rarity(self, frequency: int) -> float:
        """Return BM25's inverse document frequency, above 0 even for a word in every offer."""
        return log(1 + (len(self.ids) - frequency + 0.5) / (frequency + 0.5))

    def _postings(self, key: str) -> _Postings:
        offers, weights = [], []
        try:
            with damage_told():
                matcher = self._reader.postings(KEYS, key)
                while matcher.is_active():
                    positions, some_weights = unpacked(matcher.value())
                    offers.append(self._offers[matcher.id()][positions])
                    weights.append(some_weights)
                    matcher.next()
        except TermNotFound:
            return _NONE
        every_offer, weight = np.concatenate(offers), np.concatenate(weights)
        valid = every_offer != _OUTDATED
        offer, weight = every_offer[valid], weight[valid]
        return _Postings(offer, weight * (_LEVELLING + 1) / (weight + _LEVELLING))
