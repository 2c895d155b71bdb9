"""What single fields of an offer file may hold: one type each, with the sentence that refuses the rest."""

import re
from datetime import time
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    StringConstraints,
    ValidationInfo,
)

from directory.references import References
from directory.timetable import check_rule, check_zone

LONGEST_IDENTIFIER = 120
LONGEST_NAME = 200
LONGEST_TEXT = 4000
IDENTIFIER = r"[a-z0-9]+(-[a-z0-9]+)*"
LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
COUNTRY = "NO"
# No database keeps the first of these in a text, and no page shows any of them.
CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
PLAIN_TEXT = rf"^[^{CONTROLS}]*[^\s{CONTROLS}][^{CONTROLS}]*$"

T = TypeVar("T")


def _references(info: ValidationInfo) -> References:
    references = info.context
    if not isinstance(references, References):
        raise TypeError("an offer file is checked with References as its context")
    return references


def _not_twice(items: list[T]) -> list[T]:
    seen = set()
    for item in items:
        if item in seen:
            raise ValueError(f"{item!s} stands twice")
        seen.add(item)
    return items


def _known_interest(value: str, info: ValidationInfo) -> str:
    if value not in _references(info).interests:
        raise ValueError(f"{value!r} is no interest of the vocabulary")
    return value


def _known_effect(value: str, info: ValidationInfo) -> str:
    if value not in _references(info).effects:
        raise ValueError(f"{value!r} is no effect of the vocabulary")
    return value


def _known_municipality(value: str, info: ValidationInfo) -> str:
    if value not in _references(info).municipalities:
        raise ValueError(f"{value!r} is no municipality of 2024")
    return value


def _known_area(value: str, info: ValidationInfo) -> str:
    known = _references(info)
    if value != COUNTRY and value not in known.municipalities and value not in known.counties:
        raise ValueError(f"{value!r} is no municipality or county of 2024, nor {COUNTRY}")
    return value


def has_right_check_digit(number: str) -> bool:
    """Tell whether the last of nine digits fits the others modulo 11, as Brønnøysundregistrene has it."""
    weights = (3, 2, 7, 6, 5, 4, 3, 2, 1)
    return sum(int(one) * weight for one, weight in zip(number, weights, strict=True)) % 11 == 0


def _organisation_number(value: str) -> str:
    if not has_right_check_digit(value):
        raise ValueError(f"{value} has a wrong check digit")
    return value


def _readable_rule(value: str) -> str:
    fault = check_rule(value)
    if fault is not None:
        raise ValueError(fault)
    return value


def _readable_zone(value: str) -> str:
    fault = check_zone(value)
    if fault is not None:
        raise ValueError(fault)
    return value


def _clock_time(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", value):
        return time.fromisoformat(value)
    raise ValueError(f'{value!r} is no time such as "18:00", in quotation marks')


def _kept_texts(value: dict[str, Any]) -> dict[str, str]:
    """Leave out the languages in which nothing is said."""
    for language in value:
        if not re.fullmatch(LANGUAGE, language):
            raise ValueError(f"{language!r} is no language")
    return {language: text for language, text in value.items() if text is not None}


def _none_as_empty(value: object) -> object:
    return [] if value is None else value


def nothing_for_none(value: object) -> object:
    return {} if value is None else value


Identifier = Annotated[
    str,
    StringConstraints(pattern=f"^{IDENTIFIER}$", max_length=LONGEST_IDENTIFIER),
]
Name = Annotated[str, StringConstraints(pattern=PLAIN_TEXT, max_length=LONGEST_NAME)]
Text = Annotated[str, StringConstraints(pattern=PLAIN_TEXT, max_length=LONGEST_TEXT)]
WebAddress = Annotated[
    str, StringConstraints(pattern=rf"^https?://[^\s<>\"{CONTROLS}]+$", max_length=2000)
]
Phone = Annotated[str, StringConstraints(pattern=r"^\+?[0-9][0-9 ]{1,18}[0-9]$")]
Mail = Annotated[
    str,
    StringConstraints(
        pattern=rf"^[^@\s<>{CONTROLS}]+@[^@\s<>{CONTROLS}]+\.[^@\s<>{CONTROLS}]+$", max_length=254
    ),
]
Postcode = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
Language = Annotated[str, StringConstraints(pattern=f"^{LANGUAGE}$", max_length=35)]
Municipality = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}$"), AfterValidator(_known_municipality)
]
Area = Annotated[str, AfterValidator(_known_area)]
InterestId = Annotated[str, AfterValidator(_known_interest)]
EffectId = Annotated[str, AfterValidator(_known_effect)]
OrganisationNumber = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{9}$"), AfterValidator(_organisation_number)
]
ClockTime = Annotated[time, BeforeValidator(_clock_time)]
Rule = Annotated[str, AfterValidator(_readable_rule)]
Zone = Annotated[str, AfterValidator(_readable_zone)]
Years = Annotated[int, Field(ge=0, le=120)]
Kroner = Annotated[float, Field(ge=0, lt=1_000_000, allow_inf_nan=False)]
Texts = Annotated[
    dict[str, Text | None], AfterValidator(_kept_texts), BeforeValidator(nothing_for_none)
]
ListOf = Annotated[list[T], AfterValidator(_not_twice), BeforeValidator(_none_as_empty)]
RecordsOf = Annotated[list[T], BeforeValidator(_none_as_empty)]


def _choice(value: object) -> object:
    """Keep YAML's bare yes and no from being read as a word."""
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is no word of the list; put it in quotation marks")  # noqa: TRY004 -- the library gathers only these
    return value


Choice = Annotated[T, Field(strict=False), BeforeValidator(_choice)]
