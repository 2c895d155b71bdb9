"""Reads what age a group should be for: "noe for ungdom", "med andre unge", "ungdomsklubb".

It is a wish and no age of the person's own, and an age that is told stands before it. The bands
are wide, since whoever is outside an offer's age limits is not shown it at all. So it is read only
where it is wished for: who has two teenagers, or a wife who is retired, has not said it.
"""

import re
from collections.abc import Collection, Iterator

from search.found import Found, Kind, Sentence
from search.words import word_set

_OLDEST = 120
# So many letters before a word tell whether it is wished for.
_SEEN_BEFORE = 60
_UNGDOM, _YOUNG, _OLD = (13, 30), (13, 35), (55, _OLDEST)
_BANDS = {
    (18, 35): "unge voksne|unge vaksne|young adults",
    _UNGDOM: "ungdom|ungdommer|ungdomar|young people|youths",
    (13, 19): "tenåring|tenåringer|tenåringar|teenager|teenagers|teens",
    _YOUNG: "unge|unge mennesker|unge folk|young|youth",
    _OLD: "eldre|eldre mennesker|seniorer|seniorar|older people|seniors|elderly",
    (60, _OLDEST): "pensjonister|pensjonistar|pensjonist|pensioners|pensioner|retired people",
}
_GROUP = r"(?:klubb|gruppe|gruppa|gruppen|treff|kveld|tilbud|tilbod|lag|hus|kaf[eé]|forening|miljø|senter)\w*"
_GROUPS = rf"(?:group|club|meeting|choir|{_GROUP})"
# A word that is a group for them by itself, or together with the word after it.
_GROUPS_OF = (
    (_UNGDOM, rf"ungdoms{_GROUP}|youth {_GROUPS}|teen {_GROUPS}"),
    (_OLD, rf"(?:senior|eldre){_GROUP}|seniors? {_GROUPS}"),
    ((60, _OLDEST), rf"pensjonist{_GROUP}"),
)
_WISHED = (
    r"(?:for|with other|med andre|andre|other|blant|blant andre|among|bare|kun|berre|only|"
    r"(?:noe|noko|tilbud|aktiviteter|something) (?:til|for)|møte|treffe|meet)"
    r"(?: (?:andre|other|flere|fleire|oss))?"
)
_I_AM = r"(?:(?:jeg|eg|i) (?:er|am)|im|er)(?: (?:en|ein|ei|a))?"

_FOR = tuple(
    (band, re.compile(rf"\b{_WISHED} (?:{words})(?!\w)")) for band, words in _BANDS.items()
)
_GROUP_WORDS = tuple((band, re.compile(rf"\b(?:{words})(?!\w)")) for band, words in _GROUPS_OF)
_ALONE = tuple(
    (band, re.compile(rf"(?<![^ ])(?:{_I_AM} )?(?:{words})(?!\w)"))
    for band, words in _BANDS.items()
)
# "for eldre søsken" is said of somebody: after the word nothing but a small word may come.
_GOING_ON = word_set(
    "i in på ved nær near som who og and med with under over til fra frå uten utan"
)
_I = word_set("jeg eg im")
# Who works with them, is afraid of them or was one asks for nothing, nor does a youth's parent.
_NOT_A_WISH = re.compile(
    r"\b(?:jobb\w+|arbeid\w+|work\w*|lærer\w*|teach\w*|undervis\w+|frivillig|trener|leder|leiar|ansvar\w*|"
    r"omsorg|redd|bekymr\w+|engstelig|worried|afraid|scared|mor|far|mamma|pappa|foreldre|jeg var|eg var|"
    r"er|are|is|som|min|mine|mi|ikke|ikkje|not)"
    r"(?: (?:som|en|ein|a|for|med|with|blant|på|på en|i|i en|ved|om|om en))*$"
)


def age_groups(sentence: Sentence, found: Collection[Found]) -> Iterator[Found]:
    """Yield the bands of ages that a group is wished for, in years with both ends.

    ``found`` is what is understood already: "ungdom klatring Oslo" says nothing else.
    """
    joined = sentence.joined
    for patterns, is_meant in ((_FOR, _ends_there), (_GROUP_WORDS, _always), (_ALONE, _is_all)):
        for band, pattern in patterns:
            for first, after in joined.matches(pattern):
                before = joined.text[: joined.starts[first]][-_SEEN_BEFORE:].rstrip()
                if not _NOT_A_WISH.search(before) and is_meant(sentence, first, after, found):
                    value = "-".join(map(str, band))
                    yield Found(first, after, Kind.AGE, (value,), age=band, exact=False)


def _ends_there(sentence: Sentence, _: int, after: int, found: Collection[Found]) -> bool:
    is_end = after == sentence.clause_ends[after - 1]
    return is_end or sentence.lower[after] in _GOING_ON or _starts(after, found)


def _starts(at: int, found: Collection[Found]) -> bool:
    """Tell whether something else that was understood stands at ``at``: "for ungdom Molde"."""
    return any(each.first == at for each in found)


def _always(_: Sentence, __: int, ___: int, ____: Collection[Found]) -> bool:
    return True


def _is_all(sentence: Sentence, first: int, after: int, found: Collection[Found]) -> bool:
    """Tell a word beside which all else is understood, that stands first, or that says "jeg er"."""
    others = {at for each in found for at in range(each.first, each.after)}
    left = set(range(len(sentence.words))) - set(range(first, after)) - others
    is_whole = all(sentence.lower[at] in _GOING_ON for at in left)
    is_first = first == 0 and after == sentence.clause_ends[0]
    is_i = sentence.lower[first] in _I and _ends_there(sentence, first, after, found)
    return is_whole or is_first or is_i
