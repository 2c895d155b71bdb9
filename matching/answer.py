"""What comes back: matches with the reasons for them, and what was done to find them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


class Reason(NamedTuple):
    """Why an offer fits: a code, what it is about, and its part of the score."""

    code: str
    value: str | float | None
    points: float


class Caveat(NamedTuple):
    """What one should know before going: a code, and what it is about."""

    code: str
    value: str | None = None


class Match(NamedTuple):
    """One offer, seen through the schedule that suits best.

    ``position`` is that schedule's place in the offer. ``distance_km`` is None where one need not
    go anywhere or either place is unknown. ``next`` is an aware moment, a date where the hour is
    not told, None where the day is not. ``timetable`` is the number of the schedule's timetable.
    """

    offer: str
    position: int
    score: float
    distance_km: float | None
    distance_is_exact: bool
    municipality: str | None
    next: datetime | date | None
    timetable: int
    attendance: str | None
    reasons: tuple[Reason, ...]
    caveats: tuple[Caveat, ...]


@dataclass(frozen=True, slots=True)
class Signposted:
    """A service to turn to, shown when it may be needed."""

    offer: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of looking farther than was asked: ``radius``, ``county`` or ``country``."""

    step: str
    from_km: float | None = None
    to_km: float | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """``ruled_out`` counts offers under the first rule that kept all of their rows out."""

    matches: tuple[Match, ...]
    widened: tuple[Step, ...]
    nearest_beyond_km: float | None
    signposts: tuple[Signposted, ...]
    considered: int
    ruled_out: Mapping[str, int]
