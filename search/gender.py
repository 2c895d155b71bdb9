"""Reads whether a woman or a man is looking: "jente 16", "er mann", "a 16 year old girl".

Who says who they are does not ask for a group of their own; that is a must ("for kvinner", see
`search.wishes`). Nothing is read of others: not of "mannen min", nor of "gift med en mann på 45".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.found import Found, Kind, Sentence
from search.words import word_set

_GENDERS = {
    **dict.fromkeys(word_set("jente kvinne dame girl woman"), "woman"),
    **dict.fromkeys(word_set("gutt gut mann boy man"), "man"),
}
# In Norwegian this is "one": "man blir sliten".
_MAY_BE_ANYBODY = "man"
_ARTICLES_AND_ADJECTIVES = word_set(
    """
    en ei ein et a an the ung ungt eldre gammel gamal gammal voksen vaksen middelaldrende enslig singel aleine
    alene young old older elderly adult grown middle-aged middleaged single
    """
)
_HOW_OLD = word_set("på paa age aged alder")
_MY = word_set("min mi mine my hans hennes hennar din di your his her sin si vår our")
# Before these words somebody else is spoken of.
_SOMEBODY_ELSES = _MY | word_set(
    """
    har hadde ha fått have has had got med with uten utan without mistet mista lost møte treffe finne
    meet meeting date elsker love
    """
)
_I_AM = word_set("am im som as for")
_IS = word_set("er is")
_OR = word_set("eller or og and")
# Other words of these kinds may be the first of two that belong together: "boy band".
_ALONE = word_set("jente kvinne dame gutt gut mann")
_ME = word_set("meg jeg eg me")
_I = word_set("jeg eg og and men but")
# After somebody who begins with who they are: "mann i Oslo", "kvinne som liker sang".
_GOING_ON = word_set(
    """
    i in fra frå from på ved nær near som who søker leter leitar ser vil ønsker ønskjer liker likar bor
    bur trenger treng looking seeking wants likes living
    """
)


def genders(sentence: Sentence, found: Sequence[Found]) -> Iterator[Found]:
    """Yield each word with which a person says to be a ``woman`` or a ``man``.

    ``found`` is what is understood already: an age beside the word shows that it is a person.
    """
    ages = [each for each in found if each.kind is Kind.AGE]
    told = _Told(
        {each.first for each in ages},
        {each.after: each.first for each in ages},
        {each.first for each in found if each.kind is not Kind.ASIDE},
        {each.after for each in found if each.kind is not Kind.ASIDE},
    )
    for at, word in enumerate(sentence.lower):
        gender = _GENDERS.get(word)
        if gender is not None and _describes(sentence, at, told):
            yield Found(at, at + 1, Kind.GENDER, (gender,))


@dataclass(frozen=True, slots=True)
class _Told:
    """Where the ages of a sentence begin, and where each that ends before a word begins.

    ``all_starts`` and ``all_ends`` are where anything that was understood begins, and the word
    after it.
    """

    starts: set[int]
    start_by_end: dict[int, int]
    all_starts: set[int]
    all_ends: set[int]


def _describes(sentence: Sentence, at: int, told: _Told) -> bool:
    """Tell whether the word at ``at`` says who is looking."""
    first = _first_of_phrase(sentence, at, told)
    before, after = _before(sentence, first), _after(sentence, at)
    if before in _SOMEBODY_ELSES or after in _MY or _is_either(sentence, at):
        return False
    has_age = at + 1 in told.starts or (after in _HOW_OLD and at + 2 in told.starts)
    if sentence.lower[at] == _MAY_BE_ANYBODY and first == at and not has_age:
        return before in {"am", "im"}
    return (
        has_age
        or any(first <= start < at for start in told.starts)
        or before in _I_AM
        or (before in _IS and _before(sentence, first - 1) in _I | {""})
        or (before in _IS and _is_said_of_me(sentence, first - 1))
        or (not before and (not after or after in _GOING_ON))
        or _is_alone(sentence, at, told)
    )


def _is_said_of_me(sentence: Sentence, at: int) -> bool:
    """Tell "for meg som er kvinne"; ``at`` is where the "er" stands."""
    return at > 1 and sentence.lower[at - 1] == "som" and sentence.lower[at - 2] in _ME


def _is_alone(sentence: Sentence, at: int, told: _Told) -> bool:
    """Tell "kvinne sying Trondheim", where all that is beside the word was understood."""
    before, after = _before(sentence, at), _after(sentence, at)
    return (
        sentence.lower[at] in _ALONE
        and (not before or at in told.all_ends)
        and (not after or at + 1 in told.all_starts)
    )


def _is_either(sentence: Sentence, at: int) -> bool:
    """Tell "kvinne og mann" and "girl or boy" from somebody who says who they are."""
    joined = _after(sentence, at) in _OR
    return joined and not _GENDERS.keys().isdisjoint(sentence.lower[at + 2 : at + 3])


def _first_of_phrase(sentence: Sentence, at: int, told: _Told) -> int:
    """Return where "en ung kvinne" or "16 år gammel jente" begins."""
    first = at
    while first > 0:
        if first in told.start_by_end:
            first = told.start_by_end[first]
        elif _before(sentence, first) in _ARTICLES_AND_ADJECTIVES:
            first -= 1
        else:
            break
    return first


def _before(sentence: Sentence, at: int) -> str:
    """Return the word before ``at``, empty where a clause begins."""
    if at == 0 or sentence.clause_ends[at - 1] != sentence.clause_ends[at]:
        return ""
    return sentence.lower[at - 1]


def _after(sentence: Sentence, at: int) -> str:
    """Return the word after ``at``, empty where the clause ends."""
    return sentence.lower[at + 1] if at + 1 < sentence.clause_ends[at] else ""
