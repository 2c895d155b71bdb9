"""A person as JSON: the keys, what each may hold, and a plain sentence for everything else."""

import json
import re
from datetime import datetime
from typing import Annotated, Any, Final, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from core.clock import NORWAY
from core.errors import FaultsError
from directory.fault_words import LONGEST_QUOTE, faults_of, one_line
from directory.vocabulary import Vocabulary

LONGEST_TEXT: Final = 2000
LONGEST_LIST: Final = 200  # the vocabulary is shorter
MOST_UNKNOWN_KEYS: Final = 10  # that are told of; a fault for each of thousands helps nobody
WISH: Final = re.compile(
    r"(mon|tue|wed|thu|fri|sat|sun|weekday|weekend|any)(-(morning|day|evening|night))?"
    r"|today|this_week"
)
OLDEST: Final = 120
FIRST_YEAR, LAST_YEAR = 2000, 2100

Must = Literal[
    "free", "no_referral", "drop_in", "anonymous", "step_free", "alcohol_free", "no_sharing",
    "companion", "beginners", "online", "in_person", "women", "men", "medication_ok",
]  # fmt: skip
Avoid = Literal["twelve_step", "faith_based", "one_to_one", "hard", "talk_about_drugs"]


class FaultyQuestionError(FaultsError):
    """A person was described with something that is not in the contract."""

    code = "faulty_question"


def _vocabulary(info: ValidationInfo) -> Vocabulary:
    if not isinstance(info.context, Vocabulary):
        raise TypeError("a question is checked with the vocabulary as its context")
    return info.context


def _known_interest(value: str, info: ValidationInfo) -> str:
    if value not in _vocabulary(info).interests:
        raise ValueError(f"{value!r} is no interest of the vocabulary")
    return value


def _known_effect(value: str, info: ValidationInfo) -> str:
    if value not in _vocabulary(info).effects:
        raise ValueError(f"{value!r} is no effect of the vocabulary")
    return value


def _known_wish(value: str) -> str:
    if not WISH.fullmatch(value):
        raise ValueError(f"{value!r} is no time such as wed-evening, weekend or today")
    return value


def _list_of(value: object) -> object:
    """Read None as nothing said."""
    if isinstance(value, list) and len(value) > LONGEST_LIST:
        raise ValueError(f"has more than {LONGEST_LIST} entries")
    return [] if value is None else value


def _once_each(values: list[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _moment(value: object) -> object:
    """Read a date, whose whole day lies ahead, or a local date-time, as a moment without a zone."""
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        raise ValueError(
            f"{value!r} is no date such as 2026-11-22, nor a local date-time"
        ) from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"{value!r} lies outside the years {FIRST_YEAR} to {LAST_YEAR}")
    return moment if moment.tzinfo is None else moment.astimezone(NORWAY).replace(tzinfo=None)


def _age(value: object) -> object:
    """Read an age in whole years, or a band such as 18-25, as its two ends."""
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        ends = (value, value)
    elif isinstance(value, str) and re.fullmatch(r"[0-9]{1,3}-[0-9]{1,3}", value):
        low, high = value.split("-")
        ends = (int(low), int(high))
    else:
        raise ValueError(f"{value!r} is no age in whole years, nor a band such as 18-25")
    if not 0 <= ends[0] <= ends[1] <= OLDEST:
        raise ValueError(f"{value!r} does not go upwards between 0 and {OLDEST}")
    return ends


ListOf = BeforeValidator(_list_of)
InterestIds = Annotated[
    list[Annotated[str, AfterValidator(_known_interest)]], AfterValidator(_once_each), ListOf
]
EffectIds = Annotated[
    list[Annotated[str, AfterValidator(_known_effect)]], AfterValidator(_once_each), ListOf
]
Wishes = Annotated[
    list[Annotated[str, AfterValidator(_known_wish)]], AfterValidator(_once_each), ListOf
]
Language = Annotated[str, Field(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)]


class Question(BaseModel):
    """A person as CONTRACTS 4 has it. Every key may be left out; None is not asked or not said."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    text: Annotated[str, Field(max_length=LONGEST_TEXT)] | None = None
    interests: InterestIds = []
    used_to_like: InterestIds = []
    not_this: InterestIds = []
    age: Annotated[tuple[int, int] | None, BeforeValidator(_age)] = None
    place: Annotated[str, Field(max_length=200)] | None = None
    municipality: Annotated[str, Field(pattern=r"^[0-9]{4}$")] | None = None
    lat: Annotated[float, Field(ge=-90, le=90, allow_inf_nan=False)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180, allow_inf_nan=False)] | None = None
    max_km: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    when: Wishes = []
    situation: Literal["drug_free", "wants_to_stop", "uses_now"] | None = None
    for_whom: Literal["self", "relative", "bereaved"] | None = None
    peers: Literal["peers", "ordinary"] | None = None
    goal: EffectIds = []
    musts: Annotated[list[Must], AfterValidator(_once_each), ListOf] = []
    avoid: Annotated[list[Avoid], AfterValidator(_once_each), ListOf] = []
    gender: Literal["woman", "man"] | None = None
    language: Annotated[list[Language], ListOf] = []
    today: Annotated[datetime | None, BeforeValidator(_moment)] = None
    limit: Annotated[int, Field(ge=1, le=100)] | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("lat and lon: only one of the two is given")
        if {"women", "men"} <= set(self.musts):
            raise ValueError("musts: women and men cannot both be a must")
        return self


def read_question(given: object, vocabulary: Vocabulary) -> Question:
    """Raises FaultyQuestionError with one sentence for each key that is wrong."""
    if not isinstance(given, dict):
        raise FaultyQuestionError(["A person is a JSON object with the keys of the contract."])
    nested = [key for key, value in given.items() if _is_nested(value)]
    if nested:
        # How deep such a value goes is not ours to find out: quoting it could exhaust the stack.
        key = one_line(str(nested[0]), LONGEST_QUOTE)
        raise FaultyQuestionError([f"{key}: holds a list or an object too many"])
    try:
        return Question.model_validate(_with_few_unknown_keys(given), context=vocabulary)
    except ValidationError as error:
        raise FaultyQuestionError(list(faults_of(error))) from error


def _is_nested(value: object) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(isinstance(one, (dict, list)) for one in inner)


def _with_few_unknown_keys(given: dict[Any, Any]) -> dict[Any, Any]:
    unknown = [key for key in given if key not in Question.model_fields]
    left_out = frozenset(unknown[MOST_UNKNOWN_KEYS:])
    return {key: value for key, value in given.items() if key not in left_out}


def parse_question(text: str | bytes, vocabulary: Vocabulary) -> Question:
    """Read a person from JSON text."""
    try:
        given: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FaultyQuestionError(["This is not JSON."]) from error
    return read_question(given, vocabulary)
