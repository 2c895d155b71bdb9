"""Answering from one state of the index: BM25F over Whoosh's posting lists, in NumPy columns.

Whoosh scores one document after the other in Python, which at 50,000 offers takes longer than a
page may. Here a posting list is read once into two arrays, and a question is a few additions.
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
from search.storage import KEYS, OFFER, SPELLING, IndexMissingError, damage_told

# Weights of mentions run to 6 and more, so a word levels off later than at BM25's usual 1.2.
_LEVELLING = 4.0
# What the very word adds to its stem: enough to stand first among equals, no more.
_EXACT_BONUS = 0.1
# How much of a score goes by the share of the question's words that were found.
_BY_COVERAGE = 0.5
# Posting lists kept in memory, in entries of 8 bytes.
_MOST_KEPT = 4_000_000


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
    """The documents that hold a key, and how much each is about it (levelled off, before idf)."""

    documents: npt.NDArray[np.int32]
    worths: npt.NDArray[np.float32]


_NONE = _Postings(np.empty(0, np.int32), np.empty(0, np.float32))


class Snapshot:
    """One state of the index, held open. Not for two threads at once."""

    def __init__(self, reader: Any) -> None:
        """Read the ids through ``reader``. Raises IndexMissingError."""
        self._reader = reader
        with damage_told():
            self._ids: list[str] = list(reader.column_reader(OFFER))
            present = {self._ids[document] for document in reader.all_doc_ids()}
        self.ids = frozenset(present - {""})
        self._kept: dict[str, _Postings] = {}
        self._kept_entries = 0

    @cached_property
    def lexicon(self) -> Mapping[str, str]:
        """Every word of the offers in lower case, by its folded form."""
        with damage_told():
            words = sorted(term.decode() for term in self._reader.lexicon(SPELLING))
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
        ranked = sorted((-float(scores[document]), self._ids[document]) for document in found)
        return [Hit(offer, score / ranked[0][0]) for score, offer in ranked[:limit]]

    def offers_with(self, word: str) -> int:
        """Return how many offers are found by ``word``."""
        return len(self._postings(stem_key(word)).documents)

    def _scores(self, words: Sequence[str]) -> npt.NDArray[np.float32]:
        scores = np.zeros(len(self._ids), np.float32)
        matched = np.zeros(len(self._ids), np.float32)
        for word in words:
            stem = self._postings(stem_key(word))
            rarity = self._rarity(len(stem.documents))
            scores[stem.documents] += rarity * stem.worths
            matched[stem.documents] += 1
            exact = self._postings(exact_key(word))
            scores[exact.documents] += rarity * _EXACT_BONUS * exact.worths
        matched *= _BY_COVERAGE / max(len(words), 1)
        scores *= matched + (1 - _BY_COVERAGE)
        return scores

    def _rarity(self, frequency: int) -> float:
        """Return BM25's inverse document frequency, above 0 even for a word in every offer."""
        return log(1 + (len(self.ids) - frequency + 0.5) / (frequency + 0.5))

    def _postings(self, key: str) -> _Postings:
        kept = self._kept.get(key)
        if kept is None:
            kept = self._read(key)
            if self._kept_entries > _MOST_KEPT:
                self._kept.clear()
                self._kept_entries = 0
            self._kept[key] = kept
            self._kept_entries += len(kept.documents)
        return kept

    def _read(self, key: str) -> _Postings:
        documents, weights = [], []
        try:
            with damage_told():
                matcher = self._reader.postings(KEYS, key)
                while matcher.is_active():
                    documents.append(matcher.id())
                    weights.append(matcher.weight())
                    matcher.next()
        except TermNotFound:
            return _NONE
        if documents and not 0 <= min(documents) <= max(documents) < len(self._ids):
            raise IndexMissingError("the index is damaged: it names offers it does not have")
        weight = np.array(weights, np.float32)
        worths = weight * (_LEVELLING + 1) / (weight + _LEVELLING)
        return _Postings(np.array(documents, np.int32), worths)
