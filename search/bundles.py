"""Offers as they are packed into the index: thousands to a record, and one value for each key.

Whoosh takes as long to write that a key stands in one offer as that it stands in a thousand. So
a record is a bundle of offers; what stands beside a key is which offers of the bundle have it, by
their position in it, and with what weight. A bundle is never changed: of two that hold the same
offer, or that say it is gone, the later one is right.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np
import numpy.typing as npt

from search.analysis import Analyser, OfferText

Positions = npt.NDArray[np.uint32]
Weights = npt.NDArray[np.float32]

# Of so many the postings are gathered in memory at a time, about 1 kB an offer.
OFFERS_IN_A_BUNDLE: Final = 10_000


@dataclass(frozen=True)
class Bundle:
    """One record of the index.

    Args:
        turn: 0 when the index is built, then one more with every change.
        offers: Ids of the offers in it.
        gone: Ids of offers that are in the index no longer.
        postings: Every key with its offers and weights, packed.
        words: Every word of the offers in lower case, to correct spelling by.
    """

    turn: int
    offers: tuple[str, ...]
    gone: tuple[str, ...]
    postings: Mapping[str, bytes]
    words: frozenset[str]


def bundles(offers: Iterable[OfferText]) -> Iterator[Bundle]:
    """Yield all ``offers`` of a new index in bundles, one at least."""
    analyser = Analyser()
    remaining = iter(offers)
    some = list(islice(remaining, OFFERS_IN_A_BUNDLE))
    yield _bundle(analyser, 0, some)
    while some := list(islice(remaining, OFFERS_IN_A_BUNDLE)):
        yield _bundle(analyser, 0, some)


def changed_bundle(turn: int, offers: Iterable[OfferText], gone: Iterable[str]) -> Bundle:
    """Return the bundle of ``offers`` that are new or different and of those that are ``gone``."""
    return _bundle(Analyser(), turn, offers, gone)


def unpacked(postings: bytes) -> tuple[Positions, Weights]:
    """Return positions in the bundle and their weights.

    Raises ValueError where the bytes are no postings.
    """
    half = len(postings) // 2
    positions = np.frombuffer(postings[:half], np.uint32)
    weights = np.frombuffer(postings[half:], np.float32)
    if not (np.isfinite(weights).all() and (weights > 0).all()):
        raise ValueError("weights are above 0")
    return positions, weights


def _bundle(
    analyser: Analyser, turn: int, offers: Iterable[OfferText], gone: Iterable[str] = ()
) -> Bundle:
    gathered: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    words: set[str] = set()
    last_given = {offer.id: offer for offer in offers}
    for position, offer in enumerate(last_given.values()):
        analysed = analyser.analyse(offer)
        words |= analysed.words
        for key, weight in analysed.keys.items():
            positions, weights = gathered[key]
            positions.append(position)
            weights.append(weight)
    packed = {key: _packed(*postings) for key, postings in gathered.items()}
    return Bundle(turn, tuple(last_given), tuple(gone), packed, frozenset(words))


def _packed(positions: list[int], weights: list[float]) -> bytes:
    return np.array(positions, np.uint32).tobytes() + np.array(weights, np.float32).tobytes()
