"""Answering from one state of the index: BM25F over Whoosh's posting lists, in NumPy columns.

Whoosh scores one document after the other in Python, which at 50,000 offers takes longer than a
page may. Here a key's postings are two arrays, and a question is a few additions. Nothing is kept
from one question to the next: what people look for is nobody's business.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import Any

import numpy as np
import numpy.typing as npt
from whoosh.reading import TermNotFound

from places.folding import fold
from search.analysis import exact_key, stem_key
from search.bundles import unpacked
from search.storage import GONE, KEYS, OFFERS, TURN, WORDS, damage_told

# Weights of mentions run to 6 and more, so a word levels off later than at BM25's usual 1.2.
_LEVELLING = 4.0
# What the very word adds to its stem: enough to stand first among equals, no more.
_EXACT_BONUS = 0.1
# How much of a score goes by the share of the question's words that were found.
_BY_COVERAGE = 0.5


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
            stem = self._postings(stem_key(word))
            rarity = self._rarity(len(stem.offers))
            scores[stem.offers] += rarity * stem.worths
            matched[stem.offers] += 1
            exact = self._postings(exact_key(word))
            scores[exact.offers] += rarity * _EXACT_BONUS * exact.worths
        matched *= _BY_COVERAGE / max(len(words), 1)
        scores *= matched + (1 - _BY_COVERAGE)
        return scores

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
