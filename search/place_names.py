"""Tells where a word of everyday language stands as a name: "åleine, Førde, 23 år", "19, Ski"."""

from collections.abc import Iterator

from search.everyday_words import QUIET
from search.found import Sentence
from search.words import STOP_WORDS, word_set

_ENDING = frozenset(".!?:;\n")
# After these it is somebody's name: "broren min Ask", "venninna Lena".
_CALLED = word_set("min mi mitt heter heiter venn venninna kompis kompisen named called med")


def stands_as_name(sentence: Sentence, at: int, *, means_otherwise: bool) -> bool:
    """Tell whether the word at ``at`` is written as a name, or set apart like one.

    ``means_otherwise``: something else can be meant by it, "Ski" by who likes skiing.
    """
    if at == 0:
        return False
    if not _has_capital(sentence, at):
        return not means_otherwise and _is_between_commas(sentence, at)
    others = list(_others(sentence, at, with_first=means_otherwise))
    capitals = sum(word[0].isupper() for word in others)
    if means_otherwise:
        before = "" if _begins_clause(sentence, at) else sentence.lower[at - 1]
        return capitals == 0 and before not in STOP_WORDS and before not in QUIET
    return 2 * capitals <= len(others) and not _is_called(sentence, at)


def _has_capital(sentence: Sentence, at: int) -> bool:
    """Tell a capital that was meant: no sentence begins there, and the word is no shouting."""
    word = sentence.typed[at]
    is_first = not _ENDING.isdisjoint(sentence.gap(at))
    return word[0].isupper() and not word.isupper() and not is_first


def _is_called(sentence: Sentence, at: int) -> bool:
    if _begins_clause(sentence, at):
        return False
    return sentence.lower[at - 1] in _CALLED or sentence.typed[at - 1][0].isupper()


def _is_between_commas(sentence: Sentence, at: int) -> bool:
    return _begins_clause(sentence, at) and sentence.clause_ends[at] == at + 1


def _begins_clause(sentence: Sentence, at: int) -> bool:
    return sentence.clause_ends[at - 1] == at


def _others(sentence: Sentence, at: int, *, with_first: bool) -> Iterator[str]:
    for position, word in enumerate(sentence.typed):
        is_first = position == 0 or not _ENDING.isdisjoint(sentence.gap(position))
        if position != at and word[0].isalpha() and (with_first or not is_first):
            yield word
