"""The reasons for chosen rows: which signals gave them points, how many, and about what."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, NamedTuple

import numpy as np

from matching.answer import Reason
from matching.facts import told
from matching.rows import Rows
from matching.rules import AUDIENCE
from matching.signals import Signal
from matching.wishes import Masks

DECIMALS: Final = 4
# What a reason is about, for each of some rows.
Values = Callable[[Rows], Sequence[str | float | None]]


class Explained(NamedTuple):
    """The reasons for one row in order of points, the most first, and their sum."""

    reasons: tuple[Reason, ...]
    score: float


def explain(rows: Rows, signals: Sequence[Signal]) -> list[Explained]:
    """Return, for each row, why it is shown."""
    shares = np.array([signal.share(rows) for signal in signals], dtype=np.float64)
    weights = np.array([[signal.weight] for signal in signals])
    points = np.round(shares.reshape(len(signals), len(rows)) * weights, DECIMALS).T
    counts = np.count_nonzero(points, axis=1).tolist()
    order = np.argsort(-points, axis=1, kind="stable").tolist()
    codes = [signal.code for signal in signals]
    nothing = [None] * len(rows)
    about = [VALUES[code](rows) if code in VALUES else nothing for code in codes]
    scores = np.round(points.sum(axis=1), DECIMALS).tolist()
    return [
        Explained(
            tuple([Reason(codes[n], about[n][row], some[n]) for n in order[row][: counts[row]]]),
            scores[row],
        )
        for row, some in enumerate(points.tolist())
    ]


def _first_interests(rows: Rows, masks: Masks) -> list[str | None]:
    """Return which interest of ``masks`` each row has, the first in the order of the vocabulary."""
    ids = rows.columns.interest_ids
    found: list[str | None] = [None] * len(rows)
    for word in reversed(range(len(masks))):
        if masks[word]:
            both = rows.columns.interests[word][rows.index] & np.uint64(masks[word])
            for row, some in enumerate(both.tolist()):
                if some:
                    found[row] = ids[word * 64 + _lowest_bit(some)]
    return found


def _lowest_bit(word: int) -> int:
    return (word & -word).bit_length() - 1


def _interest(rows: Rows) -> list[str | None]:
    return _first_interests(rows, rows.wishes.interests)


def _used_to_like(rows: Rows) -> list[str | None]:
    return _first_interests(rows, rows.wishes.used_to_like)


def _interest_near(rows: Rows) -> list[str | None]:
    return _first_interests(rows, rows.wishes.near)


def _distance(rows: Rows) -> list[float]:
    return [round(km, 1) for km in rows.km.tolist()]


def _soon(rows: Rows) -> list[int]:
    days: list[int] = rows.days_until.tolist()
    return days


def _goal(rows: Rows) -> list[str | None]:
    places = [(goal, rows.columns.effect_ids.index(goal)) for goal in rows.person.goal]
    return [
        next((goal for goal, place in places if effects >> place & 1), None)
        for effects in rows.columns.effects[rows.index].tolist()
    ]


def _audience(rows: Rows) -> list[str]:
    return [AUDIENCE[rows.person.for_whom]] * len(rows)


def _word(field: str, rows: Rows) -> list[str | None]:
    return [told(facts, field) for facts in rows.facts.tolist()]


VALUES: Final[dict[str, Values]] = {
    "interest": _interest,
    "used_to_like": _used_to_like,
    "interest_near": _interest_near,
    "distance": _distance,
    "soon": _soon,
    "goal": _goal,
    "intensity": partial(_word, "intensity"),
    "format": partial(_word, "format"),
    "audience": _audience,
    "rule_told": partial(_word, "sobriety_rule"),
}
