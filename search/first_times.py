"""Reads what somebody needs who has never been there: "har aldri boksa før", "tør ikke gå dit alene"."""

import re
from collections.abc import Collection, Iterator

from search.found import Found, Kind, Sentence

_NEVER_BEFORE = re.compile(r"\b(?:aldri|never)(?: \w+){1,4} (?:før|before)(?!\w)")
_NEVER_TRIED = re.compile(
    r"\b(?:aldri|never) (?:prøvd|prøvet|gjort|vært med på|vore med på|tried|done)"
    r"(?: (?:det|dette|it|this))?(?: (?:før|before))?(?!\w)"
)
_NOT_ALONE = re.compile(
    r"\b(?:tør|tørr|torer|dare) (?:ikke|ikkje|not)(?: (?:å|to))? "
    r"(?:gå|dra|komme|kome|møte|reise|begynne|begynna|byrje|stille|starte|bli med|go|come|start)"
    r"(?: \w+){0,5}? (?:alene|aleine|åleine|alone)(?!\w)"
)


def firsts(sentence: Sentence, found: Collection[Found]) -> Iterator[Found]:
    """Yield what is needed of a first time: that beginners are met, or that nobody comes alone.

    Who says never to have done what they ask for needs a place for beginners: "har aldri boksa før",
    "aldri prøvd klatring", but not "har aldri prøvd å slutte".
    """
    text = sentence.joined.text
    for first, after in sentence.joined.matches(_NEVER_BEFORE):
        asked = [each for each in found if first <= each.first and each.after <= after]
        if any(each.kind is Kind.INTEREST for each in asked):
            yield Found(first, first + 1, Kind.MUST, ("beginners",))
    for first, after in sentence.joined.matches(_NEVER_TRIED):
        ends = after == len(sentence.words) or sentence.clause_ends[after - 1] == after
        is_next = any(each.first == after and each.kind is Kind.INTEREST for each in found)
        if ends or is_next or text[sentence.joined.starts[first] :].endswith("før"):
            yield Found(first, after, Kind.MUST, ("beginners",))
    for first, after in sentence.joined.matches(_NOT_ALONE):
        yield Found(first, after, Kind.MUST, ("companion",))
