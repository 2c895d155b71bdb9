"""What a person was taken to say, in words, so that they can see it and change it."""

from collections.abc import Iterator
from dataclasses import dataclass

from directory.vocabulary import Vocabulary
from finder import form_choices as choices
from finder.distance_words import distance_in_words
from finder.labels import effect_label, inside_sentence, interest_label
from finder.question_file import Question
from finder.time_words import wish_in_words
from finder.understanding import Understood
from web.languages import gettext as _


@dataclass(frozen=True)
class Said:
    """One thing that was understood. ``field`` is where in the form it can be changed."""

    words: str
    field: str


def what_was_said(understood: Understood, question: Question, vocabulary: Vocabulary) -> list[Said]:
    """Return everything that bears on the answer, in the order of the questions."""
    said = (*_main_answers(understood, vocabulary), *_further_answers(understood, vocabulary))
    return [Said(one.words, _field(one.field, question)) for one in said]


def _field(field: str, question: Question) -> str:
    """What was read out of the text is changed in the text."""
    key = "gender" if field == "company" else field
    if getattr(question, key) or not question.text:
        return field
    return "text"


def _main_answers(understood: Understood, vocabulary: Vocabulary) -> Iterator[Said]:
    person = understood.person
    for interest in person.interests:
        yield Said(interest_label(vocabulary, interest), "interests")
    if understood.rest:
        words = ", ".join(understood.rest.split())
        yield Said(_("søkeord: %(words)s", words=words), "text")
    for goal in person.goal:
        yield Said(effect_label(vocabulary, goal), "goal")
    if person.ages is not None:
        yield Said(_ages(*person.ages), "age")
    if understood.place is not None:
        yield Said(understood.place.name, "place")
    if person.situation is not None:
        yield Said(str(choices.SITUATIONS[person.situation]), "situation")
    if person.for_whom in choices.FOR_WHOM:
        yield Said(str(choices.FOR_WHOM[person.for_whom]), "for_whom")


def _further_answers(understood: Understood, vocabulary: Vocabulary) -> Iterator[Said]:
    person = understood.person
    for wish in person.when:
        yield Said(wish_in_words(wish), "when")
    if person.max_km is not None:
        distance = distance_in_words(person.max_km, is_exact=True)
        yield Said(_("høyst %(distance)s", distance=distance), "max_km")
    for must in person.musts:
        yield Said(str({**choices.MUSTS, **choices.COMPANY}[must]), "musts")
    for word in person.avoid:
        yield Said(_("ikke: %(what)s", what=inside_sentence(str(choices.AVOID[word]))), "avoid")
    if person.peers is not None:
        yield Said(str(choices.PEERS[person.peers]), "peers")
    if person.gender is not None:
        yield Said(str(choices.COMPANY[person.gender]), "company")
    for interest in person.used_to_like:
        label = inside_sentence(interest_label(vocabulary, interest))
        yield Said(_("likte før: %(what)s", what=label), "used_to_like")
    for interest in person.not_this:
        label = inside_sentence(interest_label(vocabulary, interest))
        yield Said(_("ikke: %(what)s", what=label), "not_this")


def _ages(youngest: int, oldest: int) -> str:
    if youngest == oldest:
        return _("%(age)s år", age=youngest)
    return _("%(youngest)s–%(oldest)s år", youngest=youngest, oldest=oldest)
