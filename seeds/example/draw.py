"""Drawing by chance so that the same seed draws the same in every process."""

from bisect import bisect
from collections.abc import Iterable
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Lot(Generic[T]):
    """Values to draw from, each as likely as its weight says."""

    def __init__(self, *weighted: tuple[T, float]) -> None:
        self._values = [value for value, _ in weighted]
        self._sums = list(accumulate(weight for _, weight in weighted))
        self._last = len(weighted) - 1

    def draw(self, dice: Random) -> T:
        return self._values[bisect(self._sums, dice.random() * self._sums[-1], hi=self._last)]


class Deck(Generic[T]):
    """Values dealt one after another and shuffled anew when all are out, so that rare ones turn up."""

    def __init__(self, weighted: Iterable[tuple[T, int]]) -> None:
        self._cards = [value for value, times in weighted for _ in range(times)]
        self._left: list[T] = []

    def deal(self, dice: Random) -> T:
        if not self._left:
            self._left = dice.sample(self._cards, len(self._cards))
        return self._left.pop()


def chance(dice: Random, share: float) -> bool:
    return dice.random() < share


def answer(dice: Random, yes: float, no: float) -> bool | None:
    """Return True or False with these shares, and None, which nobody has told, with the rest."""
    drawn = dice.random()
    if drawn < yes:
        return True
    return False if drawn < yes + no else None
