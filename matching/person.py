"""The person who asks: what they like, where and how old they are, and what they cannot do without."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Position:
    """Degrees. ``is_exact`` where the person gave it themselves and no place name stood in between."""

    lat: float
    lon: float
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A value that is never stored. None or empty: not asked or not said, and nothing follows from it.

    ``ages`` are the youngest and the oldest the person may be, in years. ``text_shares`` says how
    well each offer, by id, answers words that were not otherwise understood: 0 to 1. ``not_for_me``
    are ids of offers that they have seen and do not want.
    """

    interests: tuple[str, ...] = ()
    used_to_like: tuple[str, ...] = ()
    not_this: tuple[str, ...] = ()
    ages: tuple[int, int] | None = None
    position: Position | None = None
    municipality: str | None = None
    max_km: float | None = None
    when: tuple[str, ...] = ()
    situation: str | None = None
    for_whom: str = "self"
    peers: str | None = None
    goal: tuple[str, ...] = ()
    musts: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    gender: str | None = None
    language: tuple[str, ...] = ()
    not_for_me: tuple[str, ...] = ()
    limit: int = 5
    text_shares: Mapping[str, float] = field(default_factory=dict)
