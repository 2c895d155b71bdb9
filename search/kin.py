"""Reads that something is for a relative or for somebody bereaved, out of what is said of others.

"Sønnen min ruser seg" asks for relatives, "etter at broren min døde" for the bereaved. Who says
"jeg drikker for mye" speaks of nobody else: of a person's own situation nothing is read here.
"""

import re
from collections.abc import Iterator

from search import kin_words as words
from search.found import Found, Kind, Sentence

_OWN, _WITH_MY, _MY, _NEVER_MYSELF = (
    "|".join(sorted(each)) for each in (words.OWN, words.ONLY_WITH_MY, words.MY, words.NEVER_MYSELF)
)
# Who calls themselves a mother, or the mother of two, is not speaking of their own.
_NOT_MYSELF = r"(?<!\ber )(?<!\bsom )(?<!\ben )(?<!\bei )(?<!\bein )(?<!\bam a )(?<!\ba )"
_SOMEBODY = (
    rf"(?:\b(?:{_MY}) (?:\w+ )?(?:{_OWN}|{_WITH_MY})\b"
    rf"|\b(?:{_OWN}|{_WITH_MY}) (?:{_MY})\b"
    rf"|{_NOT_MYSELF}\b(?:{_NEVER_MYSELF})\b"
    rf"|{_NOT_MYSELF}\b(?:{_OWN})\b(?! til\b| (?:på )?\d)"
    rf"|\b(?:har|hatt|til|med|have|has|got|with|of) (?:en|ei|et|ein|eit|a|an) "
    rf"(?:\w+ )?(?:{_WITH_MY})(?:(?: på)? \d\d(?: år)?)?(?= som\b| who\b| that\b)"
    rf"|\b(?:{words.SOMEONE_CLOSE})\b)"
)
_NOT_I = (
    r"(?: (?!(?:jeg|eg|meg|vi|me|men|but|i'm|im|am|ikke|ikkje|aldri|not|never|doesnt)\b)\S+){0,6}?"
)
_USES = re.compile(rf"{_SOMEBODY}{_NOT_I} (?:{words.USING})\b")
_DIED = re.compile(rf"{_SOMEBODY}{_NOT_I} (?:{words.DIED})\b")
_LOST = re.compile(
    rf"\b(?:{words.LOST})(?: (?:{words.BETWEEN_LOST}))* "
    rf"(?:(?:{_OWN}|{_WITH_MY})\b(?: (?:{_MY})\b)?|(?:{words.LOST_SOMEONE})\b(?! (?:ting|jobb)))"
)
_WORRIED = re.compile(rf"\b(?:{words.WORRIED}) {_SOMEBODY}")
_RELATED = re.compile(
    rf"\b(?:{words.RELATED}) (?:til|av|med) (?:(?:en|ei|et|ein|to|noen|nokon) )?(?:\w+ )?"
    rf"(?:{words.ADDICTED})"
)
_PATTERNS = (
    (_DIED, "bereaved"),
    (_LOST, "bereaved"),
    (_USES, "relative"),
    (_RELATED, "relative"),
    (_WORRIED, "relative"),
)


def said_of_others(sentence: Sentence) -> Iterator[Found]:
    """Yield the words that tell of somebody close who uses drugs, gambles, drinks or has died.

    Found are all the words from who it is to what is said, and what stands between.
    """
    for pattern, whom in _PATTERNS:
        for first, after in sentence.joined.matches(pattern):
            yield Found(first, after, Kind.FOR_WHOM, (whom,))
