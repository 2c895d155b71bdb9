"""The interests as a tree with relations, and the effects: one value, read once and shared."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Interest:
    """Something one can like. ``synonyms``: what people type, by language."""

    id: str
    parent: str | None
    related: tuple[str, ...]
    labels: Mapping[str, str]
    synonyms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Effect:
    """What an offer can give."""

    id: str
    labels: Mapping[str, str]
    synonyms: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Vocabulary:
    """All interests and effects by id, in the order of the file."""

    interests: Mapping[str, Interest]
    effects: Mapping[str, Effect]

    @cached_property
    def _children(self) -> Mapping[str | None, tuple[str, ...]]:
        found: dict[str | None, list[str]] = {}
        for interest in self.interests.values():
            found.setdefault(interest.parent, []).append(interest.id)
        return {parent: tuple(children) for parent, children in found.items()}

    def children(self, interest: str | None) -> tuple[str, ...]:
        """Return what lies directly under ``interest``; under None, the top groups."""
        return self._children.get(interest, ())

    def above(self, interest: str) -> tuple[str, ...]:
        """Return ``interest`` and everything it lies under, nearest first."""
        line = [interest]
        while (parent := self.interests[line[-1]].parent) is not None:
            line.append(parent)
        return tuple(line)

    def under(self, wishes: Iterable[str]) -> frozenset[str]:
        """Return ``wishes`` with everything in or under them."""
        found: set[str] = set()
        waiting = list(wishes)
        while waiting:
            interest = waiting.pop()
            if interest not in found:
                found.add(interest)
                waiting.extend(self.children(interest))
        return frozenset(found)

    def near(self, wishes: Iterable[str]) -> frozenset[str]:
        """Return what is near to ``wishes`` without meeting any: parents, siblings and related ones.

        Siblings and related interests count with everything under them. The parent itself counts
        too, but not the rest of its branch.
        """
        wished = tuple(wishes)
        parents: set[str] = set()
        beside: set[str] = set()
        for wish in wished:
            interest = self.interests[wish]
            beside.update(interest.related)
            if interest.parent is not None:
                parents.add(interest.parent)
                beside.update(self.children(interest.parent))
        return (self.under(beside) | parents) - self.under(wished)
