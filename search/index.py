"""The text index of offers: written from plain values, searched by what people type.

    index = OfferIndex(folder)
    if index.number is None:
        index.rebuild(documents, number)
    hits = index.search("buldring i Ålesund")

One object serves a whole process and its threads. Other processes may write the same folder:
each search looks first whether the index is a newer one.
"""

import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from search.analysis import OfferText, question_words
from search.ranking import Hit, Snapshot
from search.spelling import corrected
from search.storage import IndexBusyError, IndexMissingError, Storage

__all__ = ["Hit", "IndexBusyError", "IndexMissingError", "OfferIndex", "OfferText"]

# With more, a search looks into many small records where it could look into a few great ones.
MOST_CHANGES = 100
# Between reading where the index lies and opening it, another process may have moved it on.
_TRIES = 4
_PAUSE_SECONDS = 0.02

Answer = TypeVar("Answer")


class OfferIndex:
    """The index in one folder.

    Args:
        folder: Where it lies; made when first written.
        patience: Seconds to wait for another writer before giving up.
    """

    def __init__(self, folder: Path, patience: float = 10.0) -> None:
        self._storage = Storage(folder, patience)
        self._turn = threading.RLock()
        self._snapshot: Snapshot | None = None
        self._stamp: tuple[int, int] | None = None

    @property
    def number(self) -> int | None:
        """The last change the index agrees with.

        None where there is no index, or it is damaged or of another schema version: rebuild it.
        """
        with self._turn:
            try:
                self._current()
            except IndexMissingError:
                return None
            pointer = self._storage.pointer()
            return pointer.number if pointer else None

    def rebuild(self, documents: Iterable[OfferText], number: int, *, again: bool = True) -> None:
        """Make the index anew from ``documents``, which agree with change ``number``.

        Searches are answered from the old one until the new one is whole. Not ``again``: it is
        left alone where somebody else has built it for that change while we waited to write.
        Raises IndexBusyError.
        """
        with self._storage.writing():
            if again or self.number != number:
                self._storage.write_fresh(documents, number)

    def update(self, documents: Iterable[OfferText], removed: Iterable[str], number: int) -> None:
        """Put in ``documents``, in place of what they were, and take out the ids ``removed``.

        Left alone where somebody else has written change ``number`` or a later one meanwhile.
        Raises IndexMissingError where a rebuild is due, IndexBusyError when another process writes.
        """
        with self._storage.writing():
            pointer = self._storage.pointer()
            if pointer is None or pointer.number < number:
                self._storage.write_changes(documents, removed, number)

    @property
    def is_worn(self) -> bool:
        """Whether so many changes lie on top of each other that it had better be rebuilt.

        Raises IndexMissingError.
        """
        return self._ask(lambda snapshot: snapshot.turn) >= MOST_CHANGES

    def ids(self) -> set[str]:
        """Return the ids of all offers in the index. Raises IndexMissingError."""
        return self._ask(lambda snapshot: set(snapshot.ids))

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        """Return up to ``limit`` offers for ``text``, best first, equals by id.

        Any word may match; the more do, the better. ``text`` can be anything: no sign in it has a
        meaning, and what follows 200 characters or 20 words is not read. No words, no hits.
        Raises IndexMissingError.
        """
        words = question_words(text)
        return self._ask(lambda snapshot: snapshot.search(words, limit))

    def did_you_mean(self, text: str) -> str | None:
        """Return ``text`` with its unknown words corrected, or None where that finds nothing more.

        Only a word that finds no offer is corrected, and only into one that does. Raises
        IndexMissingError.
        """
        return self._ask(lambda snapshot: corrected(text, snapshot))

    def close(self) -> None:
        """Let go of the files; the next question opens them again."""
        with self._turn:
            self._take(None, None)

    def _ask(self, question: Callable[[Snapshot], Answer]) -> Answer:
        with self._turn:
            snapshot = self._current()
            try:
                return question(snapshot)
            except IndexMissingError:
                # Stay with "missing" until something new is written.
                self._take(None, self._stamp)
                raise

    def _current(self) -> Snapshot:
        if self._storage.stamp() != self._stamp:
            self._open()
        if self._snapshot is None:
            raise IndexMissingError("there is no index that can be read; rebuild it")
        return self._snapshot

    def _open(self) -> None:
        for _ in range(_TRIES):
            stamp = self._storage.stamp()
            self._take(self._readable(), stamp)
            if self._snapshot is not None or stamp is None:
                break
            time.sleep(_PAUSE_SECONDS)

    def _readable(self) -> Snapshot | None:
        try:
            return Snapshot(self._storage.open())
        except IndexMissingError:
            return None

    def _take(self, snapshot: Snapshot | None, stamp: tuple[int, int] | None) -> None:
        if self._snapshot is not None:
            self._snapshot.close()
        self._snapshot, self._stamp = snapshot, stamp
