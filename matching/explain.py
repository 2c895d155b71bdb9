"""The reasons for a chosen row: which signals gave it points, how many, and about what."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from matching.answer import Reason
from matching.facts import told
from matching.rows import Rows
from matching.signals import Signal
from matching.wishes import Masks

DECIMALS: Final = 4
Value = Callable[[Rows, int], str | float | None]


def reasons_of(rows: Rows, signals: Sequence[Signal]) -> list[tuple[Reason, ...]]:
    """Return, for each row, its reasons in order of points, the most first."""
    shares = np.array([signal.share(rows) for signal in signals], dtype=np.float64)
    weights = np.array([[signal.weight] for signal in signals])
    points = np.round(shares.reshape(len(signals), len(rows)) * weights, DECIMALS).T.tolist()
    codes = [signal.code for signal in signals]
    return [_reasons_of_one(rows, number, codes, points[number]) for number in range(len(rows))]


def _reasons_of_one(
    rows: Rows, number: int, codes: Sequence[str], points: Sequence[float]
) -> tuple[Reason, ...]:
    found = [
        Reason(code, VALUES[code](rows, number) if code in VALUES else None, some)
        for code, some in zip(codes, points, strict=True)
        if some > 0
    ]
    found.sort(key=lambda reason: -reason.points)
    return tuple(found)


def _first_interest(rows: Rows, number: int, masks: Masks) -> str | None:
    """Return which interest of ``masks`` the row has, the first in the order of the vocabulary."""
    row = rows.index[number]
    for place, mask in enumerate(masks):
        both = int(rows.columns.interests[place][row]) & mask if mask else 0
        if both:
            lowest = (both & -both).bit_length() - 1
            return rows.columns.interest_ids[place * 64 + lowest]
    return None


def _interest(rows: Rows, number: int) -> str | None:
    return _first_interest(rows, number, rows.wishes.interests)


def _used_to_like(rows: Rows, number: int) -> str | None:
    return _first_interest(rows, number, rows.wishes.used_to_like)


def _interest_near(rows: Rows, number: int) -> str | None:
    return _first_interest(rows, number, rows.wishes.near)


def _distance(rows: Rows, number: int) -> float:
    return round(float(rows.km[number]), 1)


def _soon(rows: Rows, number: int) -> float:
    return int(rows.days_until[number])


def _goal(rows: Rows, number: int) -> str | None:
    met = int(rows.columns.effects[rows.index[number]]) & rows.wishes.effects
    goals = rows.person.goal
    return next((goal for goal in goals if met >> rows.columns.effect_ids.index(goal) & 1), None)


def _rule(rows: Rows, number: int) -> str | None:
    return told(int(rows.facts[number]), "sobriety_rule")


VALUES: Final[dict[str, Value]] = {
    "interest": _interest,
    "used_to_like": _used_to_like,
    "interest_near": _interest_near,
    "distance": _distance,
    "soon": _soon,
    "goal": _goal,
    "rule_told": _rule,
}
