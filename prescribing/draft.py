"""A sheet while it is being made: it stands sealed in the address, and nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final, Self

from core.seal import LONGEST_ADDRESS, BrokenSealError, Seal
from prescribing.choices import AddedLine, Heading, Reason

MOST_ITEMS: Final = 5
"""One suggests a few things, not fifty: theses R (3–5 suggestions)."""


@dataclass(frozen=True)
class Item:
    """An offer on the sheet, with what the prescriber adds to it; ``line`` None: nothing."""

    offer: str
    line: AddedLine | None = None


@dataclass(frozen=True)
class Draft:
    """What was chosen so far. All of it is from lists: no text that anybody typed is in it.

    ``question`` is a person as in CONTRACTS 4, made of what the form asks (without ``text``), before
    the reasons are added to it. ``items`` are the offers on the sheet, in order. ``plan_from`` is
    the first day of a plan for two weeks, None where there is none. ``is_by_hand``: somebody has chosen
    what is on it, so that no suggestion takes the place of an empty one.
    """

    reasons: tuple[Reason, ...] = ()
    question: Mapping[str, Any] = field(default_factory=dict)
    items: tuple[Item, ...] = ()
    heading: Heading = Heading.SOMETHING_TO_GO_TO
    plan_from: date | None = None
    is_by_hand: bool = False

    def with_item(self, offer: str) -> Self:
        """Return the same with ``offer`` last on the sheet; as it is where it is there, or full."""
        is_there = any(item.offer == offer for item in self.items)
        if is_there or len(self.items) >= MOST_ITEMS:
            return self
        return replace(self, items=(*self.items, Item(offer)))

    def without_item(self, offer: str) -> Self:
        return replace(self, items=tuple(item for item in self.items if item.offer != offer))

    def with_line(self, offer: str, line: AddedLine | None) -> Self:
        items = tuple(
            replace(item, line=line) if item.offer == offer else item for item in self.items
        )
        return replace(self, items=items)

    def moved(self, offer: str, by: int) -> Self:
        """Return the same with ``offer`` that many places further down; up where it is negative."""
        items = list(self.items)
        place = next((n for n, item in enumerate(items) if item.offer == offer), None)
        if place is None:
            return self
        item = items.pop(place)
        items.insert(min(max(place + by, 0), len(items)), item)
        return replace(self, items=tuple(items))


def close(draft: Draft, seal: Seal) -> str | None:
    """Return it as one word for an address, or None where it is too much for one."""
    word = seal.close({"sheet": as_plain(draft)})
    return word if len(word) <= LONGEST_ADDRESS else None


def open_draft(word: str, seal: Seal) -> Draft:
    """Raises BrokenSealError where the word was never ours, or is of something else."""
    value = seal.open(word).get("sheet")
    if not isinstance(value, dict):
        raise BrokenSealError("The address is not one of a sheet.")
    try:
        return from_plain(value)
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenSealError("The address is not one of a sheet of today.") from error


def as_plain(draft: Draft) -> dict[str, Any]:
    """Return it as JSON has it, without what is empty."""
    value: dict[str, Any] = {
        "reasons": [str(reason) for reason in draft.reasons],
        "question": dict(draft.question),
        "items": [[item.offer, item.line and str(item.line)] for item in draft.items],
        "heading": str(draft.heading),
        "plan_from": draft.plan_from.isoformat() if draft.plan_from else None,
        "is_by_hand": draft.is_by_hand,
    }
    return {key: what for key, what in value.items() if what}


def from_plain(value: Mapping[str, Any]) -> Draft:
    """Raises KeyError, TypeError or ValueError where ``value`` is no draft."""
    plan_from = value.get("plan_from")
    return Draft(
        reasons=tuple(dict.fromkeys(Reason(one) for one in value.get("reasons", ()))),
        question=dict(value.get("question", {})),
        items=tuple(
            Item(str(offer), None if line is None else AddedLine(line))
            for offer, line in value.get("items", ())
        )[:MOST_ITEMS],
        heading=Heading(value.get("heading", Heading.SOMETHING_TO_GO_TO)),
        plan_from=None if plan_from is None else date.fromisoformat(plan_from),
        is_by_hand=value.get("is_by_hand") is True,
    )
