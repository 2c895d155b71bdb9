"""What a column on the prescribers' side may hold: kinds of values of which none can describe anybody.

``OF`` names each column's kind. A kind knows how such a column is declared and which values it takes,
so a new column, or one that is widened, fails the test until somebody has thought about it.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import JSON, Boolean, Column, Date, Enum, Integer, String
from sqlalchemy.types import TypeEngine

from core.db import MomentInUTC
from directory.choices import OfferKind
from directory.fields import has_right_check_digit
from places.gazetteer import gazetteer
from prescribing.choices import (
    AddedLine,
    Counted,
    Heading,
    PracticeKind,
    PrescriberState,
    Question,
    Reason,
)
from prescribing.codes.code import read_code
from prescribing.draft import MOST_ITEMS, as_plain, from_plain
from prescribing.from_lists import is_from_lists
from prescribing.models import ANY_KIND, CODE_LENGTH, NOT_TOLD
from tests.support.databases import vocabulary

ACTOR: Final = re.compile(r"account:[0-9]+|system")
OFFER_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Kind:
    """``holds`` tells of a value, never None, whether it is of this kind."""

    declared: Callable[[TypeEngine[Any]], bool]
    holds: Callable[[Any], bool]


def choice(choices: type[StrEnum]) -> Kind:
    return Kind(
        lambda kind: isinstance(kind, Enum) and kind.enum_class is choices,
        lambda value: value in set(choices),
    )


def letters(most: int, holds: Callable[[str], bool]) -> Kind:
    """Return a text of at most so many signs, each of which is looked up."""

    def is_so_long(kind: TypeEngine[Any]) -> bool:
        is_text = isinstance(kind, String) and not isinstance(kind, Enum)
        return is_text and kind.length is not None and kind.length <= most

    return Kind(is_so_long, lambda value: isinstance(value, str) and holds(value))


def whole(holds: Callable[[Any], bool]) -> Kind:
    return Kind(lambda kind: isinstance(kind, JSON), holds)


def is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_municipality(value: str) -> bool:
    return gazetteer().municipality(value) is not None


def is_end_of_month(value: Any) -> bool:
    is_day = isinstance(value, date) and not isinstance(value, datetime)
    return is_day and value.day == monthrange(value.year, value.month)[1]


def is_list_of(choices: type[StrEnum]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and set(value) <= set(choices)


def are_items(value: Any) -> bool:
    """Tell whether it is a list of offers, each with one of the lines or none, and nothing else."""
    return (
        isinstance(value, list)
        and len(value) <= MOST_ITEMS
        and all(
            isinstance(one, dict)
            and one.keys() == {"offer", "line"}
            and isinstance(one["offer"], str)
            and OFFER_ID.fullmatch(one["offer"]) is not None
            and (one["line"] is None or one["line"] in set(AddedLine))
            for one in value
        )
    )


def is_draft_from_lists(value: Any) -> bool:
    """Tell whether it is a draft without a date in which every single value is from a list."""
    try:
        draft = from_plain(value)
    except (AttributeError, KeyError, TypeError, ValueError):
        return False
    # What a reader would pass over is kept all the same: so it has to be all of it.
    return (
        as_plain(draft) == value
        and draft.plan_from is None
        and all(OFFER_ID.fullmatch(item.offer) for item in draft.items)
        and is_from_lists(draft.question, vocabulary())
    )


NUMBER: Final = Kind(lambda kind: isinstance(kind, Integer), is_number)
YES_OR_NO: Final = Kind(
    lambda kind: isinstance(kind, Boolean), lambda value: isinstance(value, bool)
)
# Of those who prescribe, and never of a sheet: when a sheet was made might point to somebody.
MOMENT_OF_PRESCRIBER: Final = Kind(
    lambda kind: isinstance(kind, MomentInUTC), lambda value: isinstance(value, datetime)
)
END_OF_MONTH: Final = Kind(lambda kind: isinstance(kind, Date), is_end_of_month)
MONTH: Final = letters(
    7, lambda value: re.fullmatch(r"20[0-9]{2}-(0[1-9]|1[0-2])", value) is not None
)
MUNICIPALITY: Final = letters(4, is_municipality)
ORGANISATION: Final = letters(9, has_right_check_digit)
CODE: Final = letters(CODE_LENGTH, lambda value: read_code(value) == value)
WHO_DECIDED: Final = letters(60, lambda value: ACTOR.fullmatch(value) is not None)

OF: Final[Mapping[str, Kind]] = {
    "practice.id": NUMBER,
    "practice.kind": choice(PracticeKind),
    "practice.municipality": MUNICIPALITY,
    "practice.orgnr": ORGANISATION,
    "practice.created_at": MOMENT_OF_PRESCRIBER,
    "prescriber.account_id": NUMBER,
    "prescriber.practice_id": NUMBER,
    "prescriber.state": choice(PrescriberState),
    "prescriber.asked_at": MOMENT_OF_PRESCRIBER,
    "prescriber.decided_at": MOMENT_OF_PRESCRIBER,
    "prescriber.decided_by": WHO_DECIDED,
    "prescription.id": NUMBER,
    "prescription.code": CODE,
    "prescription.practice_id": NUMBER,
    "prescription.heading": choice(Heading),
    "prescription.items": whole(are_items),
    "prescription.reasons": whole(is_list_of(Reason)),
    "prescription.municipality": MUNICIPALITY,
    "prescription.month": MONTH,
    "prescription.expires_on": END_OF_MONTH,
    "prescription.opened": YES_OR_NO,
    "prescription.answered": whole(is_list_of(Question)),
    "usual_choice.id": NUMBER,
    "usual_choice.practice_id": NUMBER,
    "usual_choice.draft": whole(is_draft_from_lists),
    "prescribing_count.practice_id": NUMBER,
    "prescribing_count.month": MONTH,
    "prescribing_count.municipality": letters(
        4, lambda value: value == NOT_TOLD or is_municipality(value)
    ),
    "prescribing_count.kind": letters(
        40, lambda value: value == ANY_KIND or value in set(OfferKind)
    ),
    "prescribing_count.event": choice(Counted),
    "prescribing_count.count": NUMBER,
}


def fault_of(column: Column[Any]) -> str | None:
    """Say what is wrong with how a column is declared, None where nothing is."""
    name = f"{column.table.name}.{column.name}"
    kind = OF.get(name)
    if kind is None:
        return f"{name} is of no kind: whom could what it holds be about?"
    return None if kind.declared(column.type) else f"{name} is declared wider than its kind"
