"""Finds the known names a misspelt one may have been meant for."""

from collections.abc import Iterable, Iterator

_ONE_MISTAKE_FROM = 4
_TWO_MISTAKES_FROM = 8


def mistakes_allowed(folded: str) -> int:
    """Return how many mistakes a word may hold: none under 4 letters, 1 under 8, else 2."""
    if len(folded) < _ONE_MISTAKE_FROM:
        return 0
    return 1 if len(folded) < _TWO_MISTAKES_FROM else 2


def nearest(folded: str, known: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Return those of the ``known`` folded names within the allowed mistakes, each with its number."""
    most = mistakes_allowed(folded)
    letters = _letters(folded)
    for name in known:
        # Each mistake changes the length by one and the set of letters by two at most: most
        # names are told apart without comparing them letter by letter.
        if abs(len(name) - len(folded)) > most:
            continue
        if (_letters(name) ^ letters).bit_count() > 2 * most:
            continue
        mistakes = mistakes_between(folded, name)
        if 0 < mistakes <= most:
            yield name, mistakes


def mistakes_between(one: str, other: str) -> int:
    """Return how many letters must be added, dropped, changed or swapped with the next.

    The "optimal string alignment" distance: no part is changed twice.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        two_before, before, row = before, row, [at]
        for against, its_letter in enumerate(other, start=1):
            cost = min(
                before[against] + 1,
                row[against - 1] + 1,
                before[against - 1] + (letter != its_letter),
            )
            swapped = (
                at > 1 and against > 1 and one[at - 2 : at] == other[against - 2 : against][::-1]
            )
            row.append(min(cost, two_before[against - 2] + 1) if swapped else cost)
    return row[-1]


def _letters(name: str) -> int:
    """Return the set of letters as bits; letters 32 apart share one, which only costs a comparison."""
    bits = 0
    for letter in name:
        bits |= 1 << (ord(letter) & 31)
    return bits
