"""Marks for what a page must answer first: danger, having slipped, fear, and asking for help.

They choose nothing and exclude nothing, and they say nothing of a person's situation: the page
shows the helplines, or leads to what helps after a slip.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from search.body_words import BODY, LIFE
from search.danger_words import DESPAIR, NO_MORE, VIOLENCE
from search.fear_words import AFRAID, NOWHERE_TO_BE
from search.found import Danger, Found, Kind, Sentence
from search.slip_words import NOT_SO, ONLY_SLIP, SLIP

_PATTERNS = (
    (LIFE, Danger.LIFE),
    (BODY, Danger.BODY),
    (VIOLENCE, Danger.VIOLENCE),
    (DESPAIR, Danger.DESPAIR),
    (NO_MORE, Danger.DESPAIR),
)
# Danger, unless it is told of somebody who is dead, or it is something to learn or to prevent.
_UNLESS_DEAD = (
    (re.compile(r"\b(?:overdose[rn]?|overdosa|overdosed?)\b"), Danger.LIFE),
    (re.compile(r"\b(?:selvmord|sjølvmord|suicide)\b"), Danger.DESPAIR),
)
_DEAD = re.compile(
    r"\b(?:døde|døydde|død|daud|dødsfall|mistet|mista|lost|died|dead|etterlatt|etterlatte|etterlaten|"
    r"etterlatne|attlatne|sorg|sorggruppe|bereaved|grief|gikk bort|tok)\b"
)
_LEARNING = re.compile(
    r"\b(?:kurs\w*|førstehjelp\w*|forebygg\w*|førebygg\w*|frivillig\w*|foredrag|prevent\w*|"
    r"volunteer\w*|course|training|first aid)\b"
)
# The name of a band or a song, as in "bandet Suicidal Tendencies".
_AFTER_MUSIC = re.compile(
    r"\b(?:band|bandet|konsert(?:en)? med|hører på|høyrer på|lytter til|listening to|fan av|album|albumet|"
    r"låta|sangen|songen|plata)$"
)
_WORDS_AROUND = 2  # so near to it, learning is what is asked for

_SOMEONE = r"(?:noen|nokon|nån|noken|someone|somebody|anyone)"
_TALK = r"(?:snakke|snakka|prate|prata|chatte|chatta|skrive|talk|chat)"
_NOW = r"(?:nå|no|na|now|i\ natt|i\ kveld|med\ en\ gang|anonymt|på\ chat|please|tonight)"
_FOR_HELP = re.compile(
    rf"""
    ^(?:hei\ |please\ )?(?:hjelp|help|sos|chat)(?:\ meg|\ me|\ {_NOW})*$
    | \b(?:
    er\ det\ {_SOMEONE}\ (?:der|her|våken|vaken)
    | (?:is|are)\ (?:anyone|anybody|someone|you)\ there
    | (?:trenger|treng|need|må\ ha|vil\ ha)\ (?:virkelig\ |litt\ |some\ )?(?:hjelp|help)(?:\ {_NOW}|$|\ \.)
    | {_SOMEONE}\ (?:å|to)\ {_TALK}\ (?:med|to|with)(?:\ {_NOW}|$|\ \.) | someone\ to\ talk\ to(?:\ {_NOW}|$)
    | (?:vil|må|trenger\ å|treng\ å|want\ to|need\ to)\ (?:gjerne\ )?{_TALK}\ (?:med|to|with)\ {_SOMEONE}
        (?:\ {_NOW}|$|\ \.)
    | {_SOMEONE}\ (?:jeg|eg|æ|i)\ (?:kan|can)\ {_TALK}\ (?:med|to|with)(?:\ {_NOW}|$|\ \.)
    | (?:kan|can)\ {_SOMEONE}\ (?:hjelpe|hjelpa|help)(?:\ (?:meg|mæ|me))?(?:\ {_NOW}|$|\ \.)
    | chat\ med\ {_SOMEONE}
    | (?:kan|can)\ (?:jeg|eg|æ|i|man|ein)\ (?:få\ )?{_TALK}
        \ (?:på\ chat|med\ {_SOMEONE}|anonymt|to\ {_SOMEONE})
    | (?:snakke|prate|chatte)\ anonymt | anonym\ chat
    | (?:krise|hjelpe|nød)telefon\w* | krisechat | (?:crisis|help)\ ?lines? | hotline
    | (?:hvem|kven|kem|who)\ (?:kan|can)\ (?:jeg|eg|æ|i)\ (?:ringe|ringje|snakke\ med|call|talk\ to)
    )(?!\w)""",
    re.VERBOSE,
)


def dangers(sentence: Sentence) -> Iterator[Found]:
    """Yield the words that speak of acute danger, the person's own or another's, or of violence."""
    for pattern, danger in _PATTERNS:
        for found in _marked(sentence, pattern, Kind.DANGER, danger):
            is_learnt = danger is Danger.LIFE and _is_learning(sentence, found)
            if not is_learnt and not _AFTER_MUSIC.search(_before(sentence, found)):
                yield found
    is_told_of_the_dead = _DEAD.search(sentence.joined.text) is not None
    for pattern, danger in _UNLESS_DEAD:
        for found in _marked(sentence, pattern, Kind.DANGER, danger):
            is_none = (
                is_told_of_the_dead
                or _is_learning(sentence, found)
                or _AFTER_MUSIC.search(_before(sentence, found))
            )
            yield replace(found, kind=Kind.ASIDE, values=()) if is_none else found


def _before(sentence: Sentence, found: Found) -> str:
    return sentence.joined.text[: sentence.joined.starts[found.first]].rstrip()


def _is_learning(sentence: Sentence, found: Found) -> bool:
    """Tell whether a course or the like is named right beside what was found."""
    around = sentence.lower[max(0, found.first - _WORDS_AROUND) : found.after + _WORDS_AROUND]
    return _LEARNING.search(" ".join(around)) is not None


def slips(sentence: Sentence) -> Iterator[Found]:
    """Yield the words with which the person says that they have slipped, or asks for that alone."""
    text = sentence.joined.text
    if text in ONLY_SLIP:
        yield Found(0, len(sentence.words), Kind.SLIP, ())
    for found in _marked(sentence, SLIP, Kind.SLIP):
        if not NOT_SO.search(_before(sentence, found)):
            yield found


def asks_for_help(text: str) -> bool:
    """Tell whether somebody asks for a person to talk to, now, or tells of fear; that is no danger."""
    said = Sentence(text).joined.text
    return _FOR_HELP.search(said) is not None or AFRAID.search(said) is not None


def has_nowhere_to_be(text: str) -> bool:
    """Tell whether somebody has no place to sleep, or cannot be at home."""
    return NOWHERE_TO_BE.search(Sentence(text).joined.text) is not None


def _marked(
    sentence: Sentence, pattern: re.Pattern[str], kind: Kind, *values: str
) -> Iterator[Found]:
    for first, after in sentence.joined.matches(pattern):
        yield Found(first, after, kind, values)


# What a misspelt word may be meant for.
MARKED_WORDS = (
    "overdose", "bevisstløs", "unconscious", "selvmord", "selvmordstanker", "suicidal", "sprukket",
    "tilbakefall",
)  # fmt: skip
