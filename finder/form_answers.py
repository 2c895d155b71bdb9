"""Between the form and the question: ages as they are typed, and a question as the form shows it."""

import re
from typing import Any, Final

from directory.vocabulary import Vocabulary
from finder import form_choices as choices
from finder.labels import interest_label
from finder.question_file import OLDEST, Question
from finder.rounded_positions import position_sent
from places.gazetteer import gazetteer

AGE: Final = re.compile(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?(?:\s*år)?", re.IGNORECASE)


def ages_typed(text: str) -> int | str | None:
    """Return an age or a band such as "18-25"; None for nothing, and for what is neither."""
    found = AGE.fullmatch(text)
    if found is None:
        return None
    youngest, oldest = int(found[1]), int(found[2] or found[1])
    if not youngest <= oldest <= OLDEST:
        return None
    return youngest if found[2] is None else f"{youngest}-{oldest}"


def answers_shown(question: Question, vocabulary: Vocabulary) -> dict[str, Any]:
    """Return a question as the form shows it, so that one can change what one said."""
    groups = [must for must in question.musts if must not in choices.MUSTS]
    is_for_another = question.for_whom in choices.FOR_WHOM
    position = position_sent(str(question.lat), str(question.lon)) or ("", "")
    return {
        "text": question.text or "",
        "interests": question.interests,
        "goal": question.goal,
        "age": _age(question.age),
        "place": question.place or _name_of(question.municipality),
        "lat": str(position[0]),
        "lon": str(position[1]),
        "situation": question.situation or choices.NOT_SAID,
        "for_whom": question.for_whom if is_for_another else choices.NOT_SAID,
        "when": question.when,
        "max_km": choices.NOT_SAID if question.max_km is None else f"{question.max_km:g}",
        "musts": [must for must in question.musts if must in choices.MUSTS],
        "avoid": question.avoid,
        "peers": question.peers or choices.NOT_SAID,
        "company": groups[0] if groups else question.gender or choices.NOT_SAID,
        "used_to_like": _labels(question.used_to_like, vocabulary),
        "not_this": _labels(question.not_this, vocabulary),
    }


def _age(ages: tuple[int, int] | None) -> str:
    if ages is None:
        return ""
    return str(ages[0]) if ages[0] == ages[1] else f"{ages[0]}-{ages[1]}"


def _name_of(municipality: str | None) -> str:
    return (gazetteer().name_of(municipality) or "") if municipality else ""


def _labels(interests: list[str], vocabulary: Vocabulary) -> str:
    return ", ".join(interest_label(vocabulary, one) for one in interests)
