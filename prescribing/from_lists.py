"""What may be kept of a draft: only what stands in a list, looked up before it is written down.

A draft comes out of an address. The screen writes nothing into one that is not from a list; here
nobody has to believe that.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from sqlalchemy.orm import Session

from core.errors import DomainError
from directory.queries import kept_vocabulary, published_by_ids
from directory.vocabulary import Vocabulary
from finder.question_file import FaultyQuestionError, read_question
from places.gazetteer import Place, gazetteer
from prescribing.draft import Draft

# A position, a number of kilometres and a day are from no list: they belong to somebody who was there.
FROM_LISTS: Final = frozenset(
    {
        *("age", "municipality", "place", "interests", "used_to_like", "not_this", "when"),
        *("situation", "for_whom", "peers", "goal", "musts", "avoid", "gender"),
    }
)
AGE: Final = re.compile(r"[0-9]{1,3}(-[0-9]{1,3})?")


class NotFromListsError(DomainError):
    """Something in a draft stands in no list of ours. What it was is not repeated."""

    code = "not_from_lists"
    status = 422


def only_from_lists(session: Session, draft: Draft) -> Draft:
    """Return what may be kept of ``draft``: its offers that are published, and choices from lists.

    Raises NotFromListsError where a choice is in none.
    """
    published = published_by_ids(session, [item.offer for item in draft.items])
    question = {key: value for key, value in draft.question.items() if key in FROM_LISTS}
    if not is_from_lists(question, kept_vocabulary(session)):
        raise NotFromListsError("The draft holds something that is in no list.")
    items = tuple(item for item in draft.items if item.offer in published)
    reasons = tuple(dict.fromkeys(draft.reasons))
    return replace(draft, reasons=reasons, items=items, question=question, plan_from=None)


def is_from_lists(question: Mapping[str, Any], vocabulary: Vocabulary) -> bool:
    """Tell whether every key and value of a question stands in a list of ours."""
    try:
        read_question(dict(question), vocabulary)
    except FaultyQuestionError:
        return False
    age, place, number = (question.get(key) for key in ("age", "place", "municipality"))
    return (
        question.keys() <= FROM_LISTS
        and (age is None or AGE.fullmatch(str(age)) is not None)
        and (place is None or _is_a_place(place))
        and (number is None or gazetteer().municipality(number) is not None)
    )


def _is_a_place(name: str) -> bool:
    """Tell whether the gazetteer names a place just so, alone or with the area that tells it apart."""
    place = gazetteer().find(name)
    if place is None:
        return False
    bearers = (place, *gazetteer().others(name))
    return name in {one for bearer in bearers for one in _names_of(bearer)}


def _names_of(place: Place) -> Iterator[str]:
    alone = place.name.partition(" (")[0]
    yield from (place.name, alone)
    for area in (place.municipality, place.municipality[:2]):
        yield f"{alone} ({gazetteer().name_of(area)})"
