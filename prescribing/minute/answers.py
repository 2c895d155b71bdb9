"""Between the form and the draft: answers as list values alone, and a draft as the form shows it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from directory.vocabulary import Interest, Vocabulary
from finder.labels import interest_label
from finder.named_interests import interests_named
from prescribing.draft import Draft
from prescribing.minute import choices
from prescribing.minute.forms import ConsultationForm
from prescribing.minute.place_names import telling_name
from search.reading import Reader

# What the form asks of a question; all else in it came along from somebody's own answers, and stays.
ASKED: Final = frozenset({"age", "municipality", "place", "interests", "musts", "situation"})


def draft_of(form: ConsultationForm, before: Draft) -> Draft:
    """Return what was answered, with the sheet of ``before``. ``form`` has been found right.

    A place stands in it as the gazetteer names it, and nothing as it was typed.
    """
    place = form.place_found
    answers: dict[str, Any] = {
        "age": choices.age_as_asked(form.age.data or ""),
        "municipality": place.municipality if place else None,
        "place": telling_name(place) if place else None,
        "interests": form.interests_chosen,
        "musts": list(dict.fromkeys(form.musts.data or ())),
        "situation": form.situation.data or None,
    }
    kept = {key: value for key, value in before.question.items() if key not in ASKED}
    return replace(
        before,
        reasons=form.reasons_chosen,
        question=kept | {key: value for key, value in answers.items() if value},
        plan_from=form.first_day,
    )


def answers_shown(draft: Draft, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return a draft as the form shows it, so that one can change what one said."""
    asked, tops = draft.question, vocabulary.children(None)
    interests = [one for one in asked.get("interests", ()) if one in vocabulary.interests]
    return {
        "reasons": [str(reason) for reason in draft.reasons],
        "age": choices.age_as_named(asked.get("age")),
        "place": asked.get("place") or "",
        "plan_from": draft.plan_from,
        "interests": [one for one in interests if one in tops],
        "words": ", ".join(interest_label(vocabulary, one) for one in interests if one not in tops),
        "musts": [one for one in asked.get("musts", ()) if one in choices.MUSTS],
        "situation": asked.get("situation") or choices.NOT_SAID,
    }


def interests_liked(
    text: str, reader: Reader, interests: Mapping[str, Interest]
) -> tuple[list[str], list[str]]:
    """Return the interests that ``text`` names as liked, and what in it is none.

    «Ikke fotball» is no wish for football, and is not taken for one.
    """
    found, unknown = interests_named(text, reader, interests)
    disliked = set(reader.read(text).not_this) if text else set()
    return [one for one in found if one not in disliked], [*unknown, *(disliked & set(found))]
