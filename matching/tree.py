"""What matching needs to know of the interests: what lies under a wish, and what is near to it."""

from collections.abc import Iterable
from typing import Protocol


class Tree(Protocol):
    def under(self, wishes: Iterable[str]) -> frozenset[str]:
        """Return ``wishes`` with everything in or under them."""

    def near(self, wishes: Iterable[str]) -> frozenset[str]:
        """Return what is near to ``wishes`` without meeting any of them."""
