"""Whom a made-up offer is for, and what it asks of them."""

from random import Random
from typing import Any, Final

from seeds.example.draw import Lot, chance
from seeds.example.kinds import TALKING, Choice, Usual
from seeds.example.themes import Theme

Ages = dict[str, int]

_AGES: Final = Lot[str | None](
    (None, 36), ("adults", 29), ("youth", 9), ("sixteen", 7), ("seniors", 7), ("everyone", 8),
    ("typical", 4),
)  # fmt: skip
AGES: Final[dict[str | None, Ages | None]] = {
    None: None,
    "adults": {"min": 18},
    "sixteen": {"min": 16},
    "youth": {"min": 16, "max": 25},
    "seniors": {"min": 60},
    "everyone": {"min": 0, "max": 120},
    "typical": {"min": 18, "typical_min": 25, "typical_max": 45},
}
_GENDER: Final = Lot[str | None](("any", 70), (None, 23), ("women", 4.5), ("men", 2.5))
_ORDINARY_TOPICS: Final = Lot[tuple[str, ...]](
    ((), 34), (("drugs", "alcohol"), 26), (("loneliness",), 14), (("mental_health", "loneliness"), 12),
    (("drugs", "alcohol", "mental_health"), 9), (("mental_health",), 5),
)  # fmt: skip
_TOPICS: Final[dict[str, tuple[str, ...]]] = {
    "aa_meeting": ("alcohol",),
    "al_anon": ("alcohol",),
    "na_meeting": ("drugs",),
    "gambling_group": ("gambling",),
    "twelve_step": ("drugs", "alcohol"),
    "adult_children": ("drugs", "alcohol"),
    "relatives_group": ("drugs", "alcohol"),
    "grief_group": ("drugs",),
}
_AUDIENCE: Final = Lot[tuple[str, ...]](
    (("self",), 62), ((), 32), (("self", "relatives"), 5), (("relatives",), 1)
)
# Those who come for someone else are seldom asked about themselves.
_RULE_FOR_OTHERS: Final = Choice(("none", 52), (None, 42), ("sober_there", 6))
_WORDS: Final = {"youth": " for unge", "seniors": " for seniorer"}
_GROWN_UP: Final = TALKING | {"mentors", "courses", "money"}
_FOR_OTHERS: Final = frozenset({"relatives", "grief"})
_TWELVE_STEPS: Final = frozenset({"twelve_step", "aa_meeting", "na_meeting", "al_anon"})


def draw_whom(dice: Random, usual: Usual, theme: Theme) -> dict[str, Any]:
    """Return the part of an offer's entry that tells who may come."""
    audience = _audience(dice, theme)
    for_others = theme.family.id in _FOR_OTHERS
    rule = (_RULE_FOR_OTHERS if for_others else usual.sobriety_rule).draw(dice)
    ages = None if for_others else _AGES.draw(dice)
    if ages == "everyone" and theme.family.id in _GROWN_UP:
        ages = "adults"
    return {
        "audience": list(audience),
        "topics": list(_TOPICS.get(theme.interest) or _ORDINARY_TOPICS.draw(dice)),
        "sobriety_rule": rule,
        "age": AGES[ages],
        "gender": _GENDER.draw(dice),
        "participants": usual.participants.draw(dice),
        "led_by": usual.led_by.draw(dice),
        "approach": _approach(dice, usual, theme),
    }


def _audience(dice: Random, theme: Theme) -> tuple[str, ...]:
    if theme.interest == "adult_children":
        return ("relatives", "self")
    if theme.family.id in _FOR_OTHERS:
        return ("bereaved",) if theme.family.id == "grief" else ("relatives",)
    if theme.family.id in {"self_help", "steps", "gambling"}:
        return ("self",)
    return _AUDIENCE.draw(dice)


def _approach(dice: Random, usual: Usual, theme: Theme) -> str | None:
    if theme.interest in _TWELVE_STEPS:
        return "twelve_step"
    if theme.family.id == "belief":
        return "faith_based" if chance(dice, 0.8) else None
    return usual.approach.draw(dice)


def words_for_whom(entry: dict[str, Any]) -> str:
    """Return what a name adds for those it is for, such as " for unge"; nothing for most."""
    if entry["gender"] in {"women", "men"}:
        return " for kvinner" if entry["gender"] == "women" else " for menn"
    return next((words for ages, words in _WORDS.items() if entry["age"] == AGES[ages]), "")
