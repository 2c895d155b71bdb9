"""Reads what somebody used to like: "spilte i band før", "pleide å klatre", "used to play guitar"."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from search.found import Found, Kind, Sentence
from search.words import word_set

# Right before what was liked, or with a small word between.
_LEADING = re.compile(
    r"(?:\b(?:pleide|pleidde|plagde|brukte|likte|elsket|elska) (?:godt )?å"
    r"|\b(?:likte|elsket|elska)(?: (?:veldig|så|godt|best))*"
    r"|\bdrev (?:mye |mykje )?(?:med|på med)|\bholdt (?:mye |mykje )?på med|\bheldt på med"
    r"|(?<!\bnot )(?<!\bam )(?<!\bim )(?<!\bget )(?<!\bgetting )\bused to"
    r"(?: (?:like|love|enjoy|do|play|go|be in|be into))?"
    r"|\bi (?:liked|loved|enjoyed))"
    r"(?: (?:å|på|i|en|et|a|an|in|to|the|mye|mykje|masse|spille|spele|gå|dra|drive med|være med|gjøre))*$"
)
# Said right before what was done, they need one of `_ONCE` after it to be long ago.
_DID = word_set(
    "spilte spelte spilt spelt gikk gjekk gått var dansa danset sang malte løp trente dreiv drev"
)
_SMALL = word_set("i på med en et ei mye mykje litt masse")
_MOST_BEFORE = 3
_SEEN_BEFORE = 8
# Without one of these words nothing is told of the past.
_OF_THE_PAST = word_set(
    """
    pleide pleidde plagde brukte likte elsket elska drev holdt heldt used liked loved enjoyed før tidligere
    tidlegare gamle som da då siden sidan kid child teenager ago
    """
)
_PAST_ENDINGS = ("te", "et", "a", "de", "dde")
# Long ago.
_ONCE = re.compile(
    r"(?: \w+)?? (?P<once>før(?! i (?:morgen|dag))"
    r"|tidligere|tidlegare|i gamle dager|som (?:barn|ung|unge|liten|tenåring)|da jeg var|då eg var|"
    r"for (?:mange|flere|fleire|noen|nokre|lenge) (?:år )?(?:siden|sidan)|"
    r"as a (?:kid|child|teenager)|years ago)(?!\w)"
)
# "Før" before something else is no time long ago: "yoga før jobb".
_AFTER_BEFORE = word_set("i men og jeg eg da så and but")
_NEVER = word_set("aldri never ikke ikkje")
# Groups to talk in are no pastime.
_NO_PASTIME = "talk"


def with_past(
    sentence: Sentence, found: Sequence[Found], above: Mapping[str, Collection[str]]
) -> list[Found]:
    """Return ``found`` with the interests that the words tell of as past as ``used_to_like``.

    ``above`` has for every interest all that it lies under. What is coupled to one that is past,
    "pleide å klatre og sykle", is past as well.
    """
    if _OF_THE_PAST.isdisjoint(sentence.lower):
        return list(found)
    past = {each for each in found if _is_past(sentence, each, above)}
    for one, other in pairwise(found):
        if other in past and one.kind is Kind.INTEREST and _is_verb_of(sentence, one, other):
            past.add(one)
        coupled = sentence.lower[one.after : other.first] in (["og"], ["and"], ["eller"], ["or"])
        if one in past and coupled and _is_pastime(other, above):
            past.add(other)
    return [replace(each, kind=Kind.USED_TO_LIKE) if each in past else each for each in found]


def _is_pastime(found: Found, above: Mapping[str, Collection[str]]) -> bool:
    if found.kind is not Kind.INTEREST:
        return False
    line = (found.values[0], *above.get(found.values[0], ()))
    return _NO_PASTIME not in line


def _is_past(sentence: Sentence, found: Found, above: Mapping[str, Collection[str]]) -> bool:
    if not _is_pastime(found, above):
        return False
    before = _words_before(sentence, found.first)
    if _LEADING.search(" ".join(before)):
        return True
    if not _NEVER.isdisjoint(before):
        return False
    return _is_long_ago(sentence, found.after) and _was_done(sentence, found, before)


def _words_before(sentence: Sentence, at: int) -> Sequence[str]:
    """Return the last words of the clause before ``at``."""
    start = at
    while start > max(0, at - _SEEN_BEFORE) and (
        sentence.clause_ends[start - 1] == sentence.clause_ends[at]
    ):
        start -= 1
    return sentence.lower[start:at]


def _is_long_ago(sentence: Sentence, after: int) -> bool:
    joined = sentence.joined
    once = _ONCE.match(joined.text, joined.starts[after - 1] + len(sentence.lower[after - 1]))
    if once is None:
        return False
    at = bisect_left(joined.starts, once.start("once"))
    if sentence.clause_ends[at] != sentence.clause_ends[after - 1]:
        return False
    is_last = at + 1 == sentence.clause_ends[at]
    return once["once"] != "før" or is_last or sentence.lower[at + 1] in _AFTER_BEFORE


def _is_verb_of(sentence: Sentence, verb: Found, found: Found) -> bool:
    """Tell "sang" in "sang i kor før" from a song."""
    return (
        verb.after == verb.first + 1
        and sentence.lower[verb.first] in _DID
        and sentence.lower[verb.after : found.first] in (["i"], ["på"])
    )


def _was_done(sentence: Sentence, found: Found, before: Sequence[str]) -> bool:
    """Tell "spilte i band" and "klatret", which are past, from "klatring"."""
    close = [word for word in before[-_MOST_BEFORE:] if word not in _SMALL]
    if close and close[-1] in _DID:
        return True
    word = sentence.lower[found.first]
    return not found.exact and word.endswith(_PAST_ENDINGS)
