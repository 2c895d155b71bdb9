"""The ids and numbers an offer file may refer to, gathered before it is checked."""

from dataclasses import dataclass


@dataclass(frozen=True)
class References:
    interests: frozenset[str]
    effects: frozenset[str]
    municipalities: frozenset[str]
    counties: frozenset[str]
