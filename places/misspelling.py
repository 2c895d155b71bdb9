"""Finds the known words a misspelt one may have been meant for."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

_ONE_MISTAKE_FROM = 4
_TWO_MISTAKES_FROM = 8
_HALF = 32


def mistakes_allowed(folded: str) -> int:
    """Return how many mistakes a word may hold: none under 4 letters, 1 under 8, else 2."""
    if len(folded) < _ONE_MISTAKE_FROM:
        return 0
    return 1 if len(folded) < _TWO_MISTAKES_FROM else 2


class NearWords:
    """Folded words to look near ones up in. What is looked up is not kept."""

    def __init__(self, known: Iterable[str]) -> None:
        self._words: Sequence[str] = tuple(known)
        self._letters, self._lengths = _letters_of(self._words)

    def near(self, folded: str) -> Iterator[tuple[str, int]]:
        """Yield the known words within the mistakes ``folded`` may hold, each with its number.

        The word itself is not near, it is known.
        """
        most = mistakes_allowed(folded)
        if most == 0 or not self._words:
            return
        # Each mistake changes the length by one and the letters by two at most: nearly all
        # words are told apart at once, without comparing them letter by letter.
        differing = np.bitwise_count(self._letters ^ _letters_in(folded)) <= 2 * most
        likely = differing & (np.abs(self._lengths - len(folded)) <= most)
        for at in map(int, np.flatnonzero(likely)):
            mistakes = mistakes_between(folded, self._words[at], most)
            if 0 < mistakes <= most:
                yield self._words[at], mistakes


def mistakes_between(one: str, other: str, most: int | None = None) -> int:
    """Return how many letters must be added, dropped, changed or swapped with the next.

    The "optimal string alignment" distance: no part is changed twice. Once it is sure that
    they are more than ``most``, the answer is ``most`` + 1.
    """
    one, other = _where_they_differ(one, other)
    most = len(one) + len(other) if most is None else most
    beyond = most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        two_before, before = before, row
        row = [at] + [beyond] * len(other)
        # So far from the diagonal lies nothing that can still be right.
        for against in range(max(1, at - most), min(len(other), at + most) + 1):
            its_letter = other[against - 1]
            cost = before[against - 1] + (letter != its_letter)
            cost = min(cost, before[against] + 1, row[against - 1] + 1)
            if letter == other[against - 2] and at > 1 < against and one[at - 2] == its_letter:
                cost = min(cost, two_before[against - 2] + 1)
            row[against] = cost
        if min(row) > most and min(before) >= most:
            return beyond
    return min(row[-1], beyond)


def _where_they_differ(one: str, other: str) -> tuple[str, str]:
    """Return both without what they begin and end with alike, which no mistake need touch."""
    shorter = min(len(one), len(other))
    start = 0
    while start < shorter and one[start] == other[start]:
        start += 1
    end = 0
    while end < shorter - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]


def _letters_in(word: str) -> np.uint64:
    """Return what `_letters_of` does, for one word."""
    once = twice = 0
    for sign in word:
        bit = 1 << (ord(sign) % _HALF)
        twice |= once & bit
        once |= bit
    return np.uint64(once | twice << _HALF)


def _letters_of(words: Sequence[str]) -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]:
    """Return for each word which letters it holds once and which twice, as bits, and its length.

    Letters 32 apart share a bit, which only costs a comparison.
    """
    lengths = np.array([len(word) for word in words], np.int64)
    longest = max(1, int(lengths.max(initial=0)))
    codes = np.array(words, f"U{longest}").view(np.uint32).reshape(len(words), longest)
    once = np.zeros(len(words), np.uint64)
    twice = np.zeros(len(words), np.uint64)
    for column in codes.T:
        bits = np.where(column == 0, 0, np.left_shift(np.uint64(1), column % _HALF))
        twice |= once & bits
        once |= bits
    return once | np.left_shift(twice, np.uint64(_HALF)), lengths
