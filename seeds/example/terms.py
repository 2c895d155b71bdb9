"""What it takes to come to a made-up offer: money, signing up, languages and whom to ask."""

from datetime import date, timedelta
from random import Random
from typing import Any, Final

from seeds.example.draw import Lot, answer, chance
from seeds.example.themes import Theme

Shares = tuple[float, float]

# Of each answer the share of yes and of no; nobody has told the rest.
_ACCESS: Final[dict[str, Shares]] = {
    "drop_in": (0.40, 0.18),
    "referral_needed": (0.02, 0.62),
    "sign_up": (0.22, 0.36),
    "anonymous_ok": (0.18, 0.10),
    "beginners_welcome": (0.58, 0.02),
    "equipment_lent": (0.0, 0.0),
    "companion_first_time": (0.24, 0.08),
    "listening_ok": (0.20, 0.02),
    "come_alone_ok": (0.55, 0.01),
    "step_free": (0.08, 0.03),
    "alcohol_free_venue": (0.42, 0.02),
    "welcome_after_slip": (0.24, 0.05),
    "medication_ok": (0.20, 0.03),
    "talk_about_drugs_expected": (0.01, 0.42),
}
_TALKING: Final[dict[str, Shares]] = {
    "anonymous_ok": (0.66, 0.03),
    "listening_ok": (0.72, 0.02),
    "welcome_after_slip": (0.52, 0.02),
    "talk_about_drugs_expected": (0.22, 0.34),
    "alcohol_free_venue": (0.55, 0.01),
}
_ACCESS_OF_KIND: Final[dict[str, dict[str, Shares]]] = {
    "self_help_group": _TALKING,
    "follow_up_group": {**_TALKING, "referral_needed": (0.22, 0.45), "anonymous_ok": (0.05, 0.4)},
    "meeting_place": {"drop_in": (0.82, 0.01), "sign_up": (0.01, 0.8), "anonymous_ok": (0.5, 0.02)},
    "outreach": {"drop_in": (0.7, 0.01), "sign_up": (0.0, 0.7), "anonymous_ok": (0.75, 0.0)},
    "course": {"drop_in": (0.04, 0.6), "sign_up": (0.78, 0.02), "referral_needed": (0.06, 0.6)},
    "mentor_scheme": {"drop_in": (0.02, 0.5), "sign_up": (0.6, 0.05)},
}
FREE: Final = {"per_time": 0, "per_year": 0}
_LENDS: Final = (0.62, 0.12)

_PRICE: Final = Lot[str](
    ("free", 40),
    ("per_time", 14),
    ("per_year", 9),
    ("both", 6),
    ("per_time_only", 6),
    ("untold", 25),
)
_FREE_KINDS: Final = frozenset({"self_help_group", "outreach", "mentor_scheme"})
_PER_TIME: Final = (30, 30, 40, 50, 50, 60, 75, 80, 100)
_PER_YEAR: Final = (50, 100, 150, 200, 200, 250, 300, 400, 500, 600)

_CAPACITY: Final = Lot[str | None](
    (None, 55), ("open", 29), ("few_places", 9), ("waiting_list", 4.5), ("full", 2.5)
)
_LANGUAGES: Final = Lot[tuple[str, ...]](
    ((), 24), (("nb",), 50), (("nb", "en"), 15), (("nn",), 5), (("nb", "pl"), 1.5), (("nb", "ar"), 1),
    (("nb", "uk"), 1.5), (("en",), 1), (("nb", "so"), 0.7), (("se", "nb"), 0.8),
)  # fmt: skip
_CONFIRMED_BY: Final = Lot[str](
    ("organisation", 62), ("moderator", 16), ("feed", 8), ("document", 14)
)
_LONGEST_AGO_DAYS: Final = 913  # 30 months


def draw_terms(
    dice: Random, kind: str, theme: Theme, identifier: str, today: date
) -> dict[str, Any]:
    """Return the part of an offer's entry that tells on which terms one comes, and how fresh it is."""
    entry: dict[str, Any] = {
        "access": _access(dice, kind, theme),
        "capacity": _CAPACITY.draw(dice),
        "languages": list(_LANGUAGES.draw(dice)),
        "cost": _cost(dice, kind),
        "contacts": _contacts(dice, identifier),
    }
    if chance(dice, 0.9):
        # Most have been confirmed not so long ago.
        days = int(_LONGEST_AGO_DAYS * dice.random() ** 1.7)
        entry["confirmed_on"] = today - timedelta(days=days)
        entry["confirmed_by"] = _CONFIRMED_BY.draw(dice)
    return entry


def _access(dice: Random, kind: str, theme: Theme) -> dict[str, bool]:
    shares = _ACCESS | _ACCESS_OF_KIND.get(kind, {})
    if theme.family.lends and kind in {"activity", "course"}:
        shares["equipment_lent"] = _LENDS
    drawn = {key: answer(dice, *shares[key]) for key in shares}
    if drawn["drop_in"]:
        drawn["sign_up"] = drawn["referral_needed"] = False
    return {key: told for key, told in drawn.items() if told is not None}


def _cost(dice: Random, kind: str) -> dict[str, int] | None:
    price = "free" if kind in _FREE_KINDS and chance(dice, 0.7) else _PRICE.draw(dice)
    per_time, per_year = dice.choice(_PER_TIME), dice.choice(_PER_YEAR)
    return {
        "free": FREE,
        "per_time": {"per_time": per_time, "per_year": 0},
        "per_year": {"per_time": 0, "per_year": per_year},
        "both": {"per_time": per_time, "per_year": per_year},
        "per_time_only": {"per_time": per_time},
        "untold": None,
    }[price]


def _contacts(dice: Random, identifier: str) -> list[dict[str, str]]:
    """Return a contact that reaches nobody: no such number is given out, and example.org is reserved."""
    contact: dict[str, str] = {}
    if chance(dice, 0.6):
        contact["phone"] = "000 00 000"
    if chance(dice, 0.12):
        contact["sms"] = "000 00 000"
    if chance(dice, 0.6):
        contact["email"] = f"{identifier[:60].strip('-')}@example.org"
    if chance(dice, 0.25):
        contact["url"] = f"https://example.org/{identifier}"
    return [contact] if contact else []
