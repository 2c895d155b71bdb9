"""The link from another system: a draft told by the query of an address, in words from lists alone."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from werkzeug.datastructures import MultiDict

from core.errors import DomainError
from directory.vocabulary import Vocabulary
from places.gazetteer import gazetteer
from prescribing.choices import Reason
from prescribing.draft import Draft
from prescribing.minute.choices import age_as_asked
from prescribing.minute.place_names import telling_name
from prescribing.minute.ready import Ready, made_ready

MUNICIPALITY, AGE, REASON, INTEREST, READY = "kommune", "alder", "grunn", "interesse", "skjema"
ONCE: Final = frozenset({MUNICIPALITY, AGE, READY})
KNOWN: Final = ONCE | {REASON, INTEREST}
MOST_INTERESTS: Final = 20


class RefusedLinkError(DomainError):
    """A link with something that is in no list. What it was is neither said nor logged."""

    code = "refused_link"
    status = 400


def draft_from(told: MultiDict[str, str], vocabulary: Vocabulary, today: date) -> Draft:
    """Raises RefusedLinkError for an unknown key or value, and for one that is told twice."""
    _check(told)
    interests = list(dict.fromkeys(told.getlist(INTEREST)))
    question: dict[str, Any] = {
        "age": _age(told),
        **_municipality(told),
        "interests": interests,
    }
    if len(interests) > MOST_INTERESTS or not set(interests) <= vocabulary.interests.keys():
        raise RefusedLinkError("An interest is not of the vocabulary.")
    draft = Draft(
        reasons=_reasons(told), question={key: one for key, one in question.items() if one}
    )
    ready = told.get(READY)
    return draft if ready is None else made_ready(draft, _ready(ready), today)


def _check(told: MultiDict[str, str]) -> None:
    if not told.keys() <= KNOWN:
        raise RefusedLinkError("A key of the link is not known.")
    if any(len(told.getlist(key)) > 1 for key in ONCE):
        raise RefusedLinkError("A key of the link stands there twice.")


def _age(told: Mapping[str, str]) -> str | None:
    if AGE not in told:
        return None
    age = age_as_asked(told[AGE])
    if age is None:
        raise RefusedLinkError("The age is no band.")
    return age


def _municipality(told: Mapping[str, str]) -> dict[str, str]:
    if MUNICIPALITY not in told:
        return {}
    place = gazetteer().municipality_place(told[MUNICIPALITY])
    if place is None:
        raise RefusedLinkError("The municipality is none.")
    return {"municipality": place.municipality, "place": telling_name(place)}


def _reasons(told: MultiDict[str, str]) -> tuple[Reason, ...]:
    try:
        return tuple(dict.fromkeys(Reason(one) for one in told.getlist(REASON)))
    except ValueError as error:
        raise RefusedLinkError("A reason is none of the list.") from error


def _ready(name: str) -> Ready:
    try:
        return Ready(name)
    except ValueError as error:
        raise RefusedLinkError("The ready form is none.") from error
