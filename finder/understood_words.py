"""What a person was taken to say, in words, so that they can see it and change it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from babel import Locale, UnknownLocaleError

from directory.vocabulary import Vocabulary
from finder import form_choices as choices
from finder.distance_words import distance_in_words
from finder.labels import effect_label, inside_sentence, interest_label
from finder.leaving_out import TEXT, Asking, Thing
from finder.time_words import wished_time_in_words
from finder.understanding import Understood
from web.languages import current_locale
from web.languages import gettext as _

MOST_STRAY_WORDS: Final = 6
AGE_OF_MAJORITY: Final = 18
GROUPS_OF: Final = {"woman": "women", "man": "men"}


@dataclass(frozen=True)
class Said:
    """One thing that was understood. ``field`` is where in the form it can be changed."""

    words: str
    field: str
    thing: Thing


def what_was_said(asking: Asking) -> list[Said]:
    """Return everything that bears on the answer, in the order of the questions."""
    understood, vocabulary = asking.understood, asking.vocabulary
    said = (*_main_answers(understood, vocabulary), *_further_answers(asking))
    return [
        Said(_as_typed(words, thing, asking), _field(thing, asking), thing) for words, thing in said
    ]


def stray_words(rest: str) -> str:
    """Return the words that were not understood, of very many the first few."""
    words = rest.split()
    shown = ", ".join(words[:MOST_STRAY_WORDS])
    return shown if len(words) <= MOST_STRAY_WORDS else _("%(words)s …", words=shown)


def _as_typed(words: str, thing: Thing, asking: Asking) -> str:
    """Say what was typed as well, where a misspelt word was read as another."""
    if not asking.is_from_text(thing.key):
        return words
    for typed in asking.corrected(thing):
        return _("%(words)s – du skrev «%(typed)s»", words=words, typed=typed)
    return words


def _field(thing: Thing, asking: Asking) -> str:
    """What was read out of the text is changed in the text; and languages can be told there only."""
    if thing.key == "language" or asking.is_from_text(thing.key):
        return TEXT
    is_group = thing.key == "musts" and thing.value in choices.COMPANY
    return "company" if is_group or thing.key == "gender" else thing.key


def _main_answers(understood: Understood, vocabulary: Vocabulary) -> Iterator[tuple[str, Thing]]:
    person = understood.person
    for interest in person.interests:
        yield interest_label(vocabulary, interest), Thing("interests", interest)
    if understood.rest:
        words = stray_words(understood.rest)
        yield _("søkeord: %(words)s", words=words), Thing(TEXT)
    for goal in person.goal:
        yield effect_label(vocabulary, goal), Thing("goal", goal)
    if person.ages is not None:
        yield _ages(*person.ages), Thing("age")
    if understood.place is not None:
        here = _("Der du er") if understood.is_where_they_are else understood.place.name
        yield here, Thing("place")
    if person.situation is not None:
        yield str(choices.SITUATIONS[person.situation]), Thing("situation")
    if person.for_whom in choices.FOR_WHOM:
        yield str(choices.FOR_WHOM[person.for_whom]), Thing("for_whom")


def _further_answers(asking: Asking) -> Iterator[tuple[str, Thing]]:
    person, vocabulary = asking.understood.person, asking.vocabulary
    for wish in person.when:
        yield wished_time_in_words(wish), Thing("when", wish)
    if person.max_km is not None:
        distance = distance_in_words(person.max_km, is_exact=True)
        yield _("høyst %(distance)s", distance=distance), Thing("max_km")
    for must in person.musts:
        yield str({**choices.MUSTS, **choices.COMPANY}[must]), Thing("musts", must)
    for word in person.avoid:
        what = inside_sentence(str(choices.AVOID[word]))
        yield _("ikke: %(what)s", what=what), Thing("avoid", word)
    if person.peers is not None:
        yield str(choices.PEERS[person.peers]), Thing("peers")
    # Who wants groups for women alone is not told once more that these are shown.
    if person.gender is not None and GROUPS_OF[person.gender] not in person.musts:
        yield _gender(person.gender, asking), Thing("gender")
    for language in person.language:
        yield _("språk: %(language)s", language=_language(language)), Thing("language", language)
    for interest in person.used_to_like:
        label = inside_sentence(interest_label(vocabulary, interest))
        yield _("likte før: %(what)s", what=label), Thing("used_to_like", interest)
    for interest in person.not_this:
        label = inside_sentence(interest_label(vocabulary, interest))
        yield _("ikke: %(what)s", what=label), Thing("not_this", interest)


def _gender(gender: str, asking: Asking) -> str:
    """Say what somebody wrote of themselves; who chose groups in the form said nothing of that."""
    if not asking.is_from_text("gender"):
        return str(choices.COMPANY[gender])
    ages = asking.understood.person.ages
    is_young = ages is not None and ages[1] < AGE_OF_MAJORITY
    return str((choices.YOUNG_GENDERS_SAID if is_young else choices.GENDERS_SAID)[gender])


def _ages(youngest: int, oldest: int) -> str:
    if youngest == oldest:
        return _("%(age)s år", age=youngest)
    return _("%(youngest)s–%(oldest)s år", youngest=youngest, oldest=oldest)


def _language(code: str) -> str:
    """Return the name of a language; its code where nobody knows a name for it."""
    try:
        return Locale(code).get_language_name(current_locale()) or code
    except UnknownLocaleError:
        return code
