"""Reads that something is for a relative or for somebody bereaved, out of what is said of others.

"Sønnen min ruser seg" asks for relatives, "etter at broren min døde" for the bereaved. Who says
"jeg drikker for mye" speaks of nobody else: of a person's own situation nothing is read here.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

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
    rf"|\b(?:{words.PARENTS}) (?:til|of|av) (?:(?:en|ei|et|ein|eit|a|an) )?\d\d åring(?= som\b)"
    rf"|\b(?:{words.SOMEONE_CLOSE})\b)"
)
_NOT_I = (
    r"(?: (?!(?:jeg|eg|meg|vi|me|men|but|i'm|im|am|ikke|ikkje|aldri|not|never|doesnt)\b)\S+){0,6}?"
)
_BETWEEN = r"(?: (?!(?:jeg|eg|meg|vi|me|men|but|i'm|im|am)\b)\S+){0,6}?"
# Looked for once, and what is said of them right after: each takes a while in a long text.
_WHO = re.compile(_SOMEBODY)
_USES = re.compile(rf"(?P<between>{_BETWEEN}) (?:{words.USING})\b")
_NEGATED = re.compile(r" (?:ikke|ikkje|aldri|not|never|doesnt)\b(?!.* (?:og|and)\b)")
# After what is said: "drikker og ruser seg ikke" is neither, "drikker ikke, men gambler" is one.
_NOT_SO = re.compile(
    rf"(?: (?:og|eller|and|or) (?:{words.USING})\b)* (?:{words.HARMLESS}|{words.NOT_SO})\b"
)
_BUT_USES = re.compile(
    rf"{_NOT_I} (?:og|men|and|but) (?:(?:han|hun|ho|he|she) )?(?:{words.USING})\b"
)
_STOPPED = re.compile(rf"{_NOT_I} (?:{words.STOPPED})\b")
_DIED = re.compile(rf"{_NOT_I} (?:{words.DIED})\b")
_LOST = re.compile(
    rf"\b(?:{words.LOST})(?: (?:{words.BETWEEN_LOST}))* "
    rf"(?:(?:{_OWN}|{_WITH_MY})\b(?: (?:{_MY})\b)?|(?:{words.LOST_SOMEONE})){words.LOST_OTHERWISE}"
)
_NO_PERSON_DIED = re.compile(
    rf"\b(?:{words.NO_PERSON})\b(?: (?:{_MY})\b)?{_NOT_I} (?:{words.DIED})\b"
    rf"|\b(?:{words.LOST})(?: (?:{words.BETWEEN_LOST}))* (?:{words.NO_PERSON})\b(?: (?:{_MY})\b)?"
)
_A = "en|ei|et|ein|eit|a|an"
_WORRIED = re.compile(
    rf"\b(?:{words.WORRIED}) {_SOMEBODY}"
    rf"|\b(?:{words.CARING}) (?:{_A}) (?:\w+ )?(?:{_WITH_MY})\b"
)
_DIGIT = re.compile(r"\d")
_YEARS = r"(?P<years>\d\d?(?: (?:år|åring|years? old))?(?: (?:og|and) \d\d?(?: år)?)*)(?!\w)"
# "mor til gutt 17", "mamma til 2 på 12 og 15", "sønnen min er 15": how old, and nobody's own age.
_CHILDS_AGE = re.compile(
    rf"\b(?:{words.PARENTS}) (?:til|of|av) (?:(?:{_A}) )?"
    rf"(?:(?:\w+ ){{0,2}}?(?:{_OWN}|{_WITH_MY}|gutter|jenter|gutar|tenåring|tvillinger)"
    rf"(?: (?:på|som er|er|aged))? {_YEARS}"
    rf"|(?:\w+ ){{1,2}}?(?:på|aged) {_YEARS.replace('years', 'years2')}"
    rf"|(?P<years3>\d\d? åring(?:er|ar)?)\b)"
    rf"|\b(?:(?:{_OWN}|{_WITH_MY}) (?:{_MY})|(?:{_MY}) (?:\w+ )?(?:{_OWN}|{_WITH_MY})"
    rf"|(?:har|have) (?:{_A}) (?:\w+ )?(?:{_WITH_MY}))"
    rf"(?: (?:som )?(?:er|e|blir|is|turns|fyller|på|aged))? {_YEARS.replace('years', 'years4')}"
)
# Something is looked for that is for the child itself.
_FOR_THE_CHILD = re.compile(
    rf"\b(?:for|til) (?:ham|han|henne|hun|ho|him|her)\b"
    rf"|\b(?:for|til) (?:{_MY}) (?:\w+ )?(?:{_OWN}|{_WITH_MY})\b"
    rf"|\b(?:for|til) (?:{_OWN}|{_WITH_MY}) (?:{_MY})\b"
    rf"|\b(?:han|hun|ho|he|she) (?:også |gjerne )?"
    rf"(?:kan|kunne|vil|ønsker|ønskjer|liker|likar|trenger|treng|elsker|can|could|wants|likes|needs|loves)\b"
    rf"|\b(?:{_OWN}|{_WITH_MY}) (?:{_MY})(?: (?:på |er )?\d\d)? (?:som )?"
    rf"(?:vil|ønsker|liker|likar|trenger|wants|likes|needs)\b"
)
_RELATED = re.compile(
    rf"\b(?:{words.RELATED}) (?:til|av|med) (?:(?:en|ei|et|ein|to|noen|nokon) )?(?:\w+ )?"
    rf"(?:{words.ADDICTED})"
)
_PATTERNS = (
    (_LOST, "bereaved"),
    (_RELATED, "relative"),
    (_WORRIED, "relative"),
)


def said_of_others(sentence: Sentence) -> Iterator[Found]:
    """Yield the words that tell of somebody close who uses drugs, gambles, drinks or has died.

    Found are all the words from who it is to what is said, and what stands between, not exact:
    nobody is asked for outright. What tells that it is not so is an aside.
    """
    for pattern, whom in _PATTERNS:
        for first, after in sentence.joined.matches(pattern):
            yield Found(first, after, Kind.FOR_WHOM, (whom,), exact=False)
    people = list(_WHO.finditer(sentence.joined.text))
    for first, after in _said_of(people, _DIED, sentence):
        yield Found(first, after, Kind.FOR_WHOM, ("bereaved",), exact=False)
    yield from _uses(sentence, people)
    yield from _childs_ages(sentence)
    # Told, and no reason to look for anything: "mannen min drikker ikke", "hunden min døde".
    for first, after in _said_of(people, _STOPPED, sentence):
        yield Found(first, after, Kind.ASIDE, ())
    for first, after in sentence.joined.matches(_NO_PERSON_DIED):
        yield Found(first, after, Kind.ASIDE, ())


def _after(
    people: Sequence[re.Match[str]], said: re.Pattern[str], text: str
) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield where each of ``people`` begins of whom it is ``said``, and the match of that.

    Who is named within what is said of somebody before is passed over.
    """
    end = 0
    for person in people:
        found = said.match(text, person.end()) if person.start() >= end else None
        if found is not None:
            yield person.start(), found
            end = found.end()


def _said_of(
    people: Sequence[re.Match[str]], said: re.Pattern[str], sentence: Sentence
) -> Iterator[tuple[int, int]]:
    """Yield the words from who it is to what is ``said``: the first, and the one after the last."""
    for start, found in _after(people, said, sentence.joined.text):
        first, after = _word_at(sentence, start), _word_at(sentence, found.end())
        if first < after:
            yield first, after


def _uses(sentence: Sentence, people: Sequence[re.Match[str]]) -> Iterator[Found]:
    """Yield who uses drugs, gambles or drinks, and as asides who is told not to."""
    text = sentence.joined.text
    for start, found in _after(people, _USES, text):
        if _is_negated_before(sentence, found):
            continue
        end = found.end()
        vain = _NOT_SO.match(text, end) if _goes_on(sentence, end) else None
        more = _BUT_USES.match(text, vain.end()) if vain else None
        if more and not _NOT_SO.match(text, more.end()):
            vain, end = None, more.end()
        kind, values = (Kind.ASIDE, ()) if vain else (Kind.FOR_WHOM, ("relative",))
        first, after = (
            _word_at(sentence, start),
            _word_at(sentence, vain.end() if vain else end),
        )
        if first < after:
            yield Found(first, after, kind, values, exact=False)


def _childs_ages(sentence: Sentence) -> Iterator[Found]:
    """Yield as asides the ages of others, unless it is for them that something is looked for."""
    text = sentence.joined.text
    if _DIGIT.search(text) is None:
        return
    told = list(_CHILDS_AGE.finditer(text))
    if told and _FOR_THE_CHILD.search(text):
        return
    for found in told:
        start, end = next(found.span(name) for name in _AGES if found[name] is not None)
        first, after = _word_at(sentence, start), _word_at(sentence, end)
        # After a comma it is the age of whoever writes: "mor til to, 34 år".
        if sentence.clause_ends[first] == sentence.clause_ends[_word_at(sentence, found.start())]:
            yield Found(first, after, Kind.ASIDE, ())


_AGES = ("years", "years2", "years3", "years4")


def _is_negated_before(sentence: Sentence, found: re.Match[str]) -> bool:
    """Tell "som aldri ruser seg" from "går ikke på skolen, ruser seg"."""
    negated = _NEGATED.search(found["between"])
    if negated is None:
        return False
    at = _word_at(sentence, found.start("between") + negated.end()) - 1
    return sentence.clause_ends[at] > _word_at(sentence, found.end("between") + 1)


def _goes_on(sentence: Sentence, end: int) -> bool:
    """Tell whether the clause goes on after the letter at ``end``: "drikker, ikke jeg" does not."""
    after = _word_at(sentence, end)
    return after < sentence.clause_ends[after - 1]


def _word_at(sentence: Sentence, letter: int) -> int:
    """Return the position of the first word that begins at or after ``letter``."""
    return bisect_left(sentence.joined.starts, letter)
