"""From allowed rows to offers in order: each offer by its best row, ties settled the same everywhere."""

from typing import Final

import numpy as np

from matching.columns import Floats
from matching.explain import DECIMALS
from matching.rows import Index, Rows

ROWS_AT_FIRST: Final = 4  # rows looked at for every offer wanted; few offers have more


def best_rows(rows: Rows, points: Floats, wanted: int) -> Index:
    """Return places in ``rows``: the best row of each of the ``wanted`` best offers, best first.

    Points are compared as they are shown, so that what looks equal is ordered by the offer's id,
    and then by the schedule's place in the offer.
    """
    keys = _sort_keys(rows, points)
    count = wanted * ROWS_AT_FIRST + ROWS_AT_FIRST
    while True:
        order = _highest(rows, keys, count)
        offers = rows.offer[order]
        first = _first_of_each(offers)
        if len(first) >= wanted or count >= len(keys):
            return order[first[:wanted]].astype(np.int32)
        count *= ROWS_AT_FIRST


def _sort_keys(rows: Rows, points: Floats) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    shown = np.rint(points.astype(np.float64) * 10**DECIMALS).astype(np.int64)
    offers = len(rows.columns.ids)
    keys: np.ndarray[tuple[int], np.dtype[np.int64]] = shown * offers + (offers - 1 - rows.offer)
    return keys


def _highest(rows: Rows, keys: np.ndarray[tuple[int], np.dtype[np.int64]], count: int) -> Index:
    if count >= len(keys):
        chosen = np.arange(len(keys))
    else:
        # Everything that ties with the last one is kept, or chance would decide which is.
        last = np.partition(keys, len(keys) - count)[len(keys) - count]
        chosen = np.flatnonzero(keys >= last)
    schedule = rows.columns.position[rows.index[chosen]]
    return chosen[np.lexsort((schedule, -keys[chosen]))].astype(np.int32)


def _first_of_each(offers: np.ndarray[tuple[int], np.dtype[np.int32]]) -> Index:
    _values, first = np.unique(offers, return_index=True)
    return np.sort(first).astype(np.int32)
