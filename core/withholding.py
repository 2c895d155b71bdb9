"""Which counts may be shown, so that no number that could point to somebody can be read or worked out.

Pure arithmetic on counts: it knows no table and no page.
"""

from collections.abc import Mapping
from typing import Final, TypeVar

K = TypeVar("K")

FEWEST_SHOWN: Final = 5


def shown_parts(parts: Mapping[K, int]) -> dict[K, int]:
    """Return the parts of a sum that may stand beside it; ``parts`` names every part, those of 0 too.

    Where one part is small it would be what the others leave of the sum. So the smallest of the
    large ones is held back as well, with all that are equal to it. Those held back could then change
    places without anything shown being different: each of them may be the large one.
    """
    large = [count for count in parts.values() if count >= FEWEST_SHOWN]
    if len(large) == len(parts):
        return dict(parts)
    held_back = min(large, default=0)
    return {one: count for one, count in parts.items() if large and count > held_back}


def shown_sum(parts: Mapping[K, int]) -> int | None:
    """Return the sum, None where it is too small to be shown."""
    together = sum(parts.values())
    return together if together >= FEWEST_SHOWN else None
