"""Faults of an offer file in plain words: which file, which record, which field, and why."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

MEANINGS = {
    "id": "an id of a-z, 0-9 and single hyphens",
    "organisation": "an id of a-z, 0-9 and single hyphens",
    "orgnr": "nine digits",
    "url": "a web address",
    "online_url": "a web address",
    "phone": "a phone number",
    "sms": "a phone number",
    "email": "a mail address",
    "postcode": "a postcode of four digits",
    "municipality": 'a municipality number such as "0301"',
    "languages": "a language such as nb",
}
LONGEST_QUOTE = 60
LONGEST_REASON = 300


def faults_of(error: ValidationError) -> Iterator[str]:
    """Yield ``field: reason`` for every fault that was found in one record."""
    for detail in error.errors(include_url=False):
        place = one_line(_place(detail["loc"]), LONGEST_QUOTE)
        reason = one_line(_reason(detail), LONGEST_REASON)
        yield f"{place}: {reason}" if place else reason


def one_line(text: str, longest: int) -> str:
    """Keep what somebody wrote from running over the other faults."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text[:longest])
    return plain if len(text) <= longest else f"{plain}…"


def _place(location: Sequence[int | str]) -> str:
    words = ""
    for step in location:
        if isinstance(step, int):
            words += f"[{step}]"
        elif step != "[key]":
            words += f".{step}" if words else str(step)
    return words


def _reason(detail: ErrorDetails) -> str:
    kind, value = detail["type"], detail.get("input")
    if value is None and kind != "extra_forbidden":
        return "is missing"
    context: Mapping[str, Any] = detail.get("ctx", {})
    quote = _quote(value)
    field = next((step for step in reversed(detail["loc"]) if isinstance(step, str)), "")
    reasons = {
        "value_error": str(context.get("error")),
        "extra_forbidden": "is no key of the format",
        "invalid_key": "is no text; put the key in quotation marks",
        "missing": "is missing",
        "string_type": f"{quote} is no text; put it in quotation marks",
        "string_pattern_mismatch": f"{quote} is not {MEANINGS.get(field, 'a text that can be read')}",
        "string_too_long": f"is longer than {context.get('max_length')} characters",
        "enum": f"{quote} is none of {_choices(context.get('expected'))}",
        "literal_error": f"{quote} is none of {_choices(context.get('expected'))}",
        "bool_type": f"{quote} is none of true, false, null",
        "int_type": f"{quote} is no whole number",
        "float_type": f"{quote} is no number",
        "finite_number": f"{quote} is no number",
        "date_type": f"{quote} is no date such as 2026-11-22, without quotation marks",
        "date_from_datetime_inexact": f"{quote} is no date such as 2026-11-22",
        "list_type": "is no list",
        "dict_type": "is no map of keys and values",
        "model_type": "is no map of keys and values",
        "less_than": f"{quote} is not below {context.get('lt')}",
        "less_than_equal": f"{quote} is more than {context.get('le')}",
        "greater_than_equal": f"{quote} is less than {context.get('ge')}",
    }
    return reasons.get(kind, detail["msg"])


def _quote(value: object) -> str:
    return one_line(str(value) if isinstance(value, date) else repr(value), LONGEST_QUOTE)


def _choices(expected: object) -> str:
    return str(expected).replace("'", "").replace(" or ", ", ")
