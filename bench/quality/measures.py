"""Two measures of a list of offers against what a good link worker would have given."""

from collections.abc import Iterable, Mapping, Sequence
from math import log2
from typing import Final

DEPTH: Final = 10


def recall(shown: Sequence[str], relevant: Mapping[str, int]) -> float:
    """Return the share, 0 to 1, of the relevant offers that stand among the first ten.

    Raises ValueError where nothing is relevant or an offer is shown twice.
    """
    _check(shown, relevant)
    return len(relevant.keys() & set(shown[:DEPTH])) / len(relevant)


def ndcg(shown: Sequence[str], relevant: Mapping[str, int]) -> float:
    """Return the normalised discounted cumulated gain of the first ten, 0 to 1.

    The measure is that of Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR
    techniques", ACM TOIS 20(4), 2002; with the gain 2^grade - 1, so that just the right thing weighs
    more than twice a good one, and the discount log2(rank + 1). An offer without a grade gains nothing.
    Raises ValueError where nothing is relevant or an offer is shown twice.
    """
    _check(shown, relevant)
    ideal = sorted(relevant.values(), reverse=True)
    return _gain(relevant.get(offer, 0) for offer in shown[:DEPTH]) / _gain(ideal[:DEPTH])


def _gain(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def _check(shown: Sequence[str], relevant: Mapping[str, int]) -> None:
    if not any(grade > 0 for grade in relevant.values()):
        raise ValueError("nothing is relevant, so nothing can be found")
    if len(set(shown)) < len(shown):
        raise ValueError("an offer is shown twice")
