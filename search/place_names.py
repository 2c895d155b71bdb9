"""Tells where a word of everyday language stands as a name: "åleine, Førde, 23 år", "19, Ski"."""

from search.everyday_words import QUIET
from search.found import Sentence
from search.words import STOP_WORDS, word_set

_ENDING = frozenset(".!?:;\n")
# So few letters are a name only where nothing stands beside them: "jeg er 19, Ås".
_SHORT = 2
# After these it is somebody's name: "broren min Ask", "venninna Lena".
_CALLED = word_set("min mi mitt heter heiter venn venninna kompis kompisen named called med")


class NamesIn:
    """Tells of the words of one sentence whether they stand as names."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._begins = {
            at
            for at in range(len(sentence.words))
            if at == 0 or not _ENDING.isdisjoint(sentence.gap(at))
        }
        letters = {at for at, word in enumerate(sentence.typed) if word[0].isalpha()}
        self._capitals = {at for at in letters if sentence.typed[at][0].isupper()}
        # A sentence's first word has its capital for that alone.
        self._within = len(letters - self._begins)
        self._capitals_within = len(self._capitals - self._begins)

    def stands_as_name(self, at: int, *, means_otherwise: bool) -> bool:
        """Tell whether the word at ``at`` is written as a name, or set apart like one.

        ``means_otherwise``: something else can be meant by it, "Ski" by who likes skiing.
        """
        if at == 0:
            return False
        if len(self._sentence.typed[at]) <= _SHORT:
            return self._has_capital(at) and self._is_between_commas(at)
        if not self._has_capital(at):
            return not means_otherwise and self._is_between_commas(at)
        if means_otherwise:
            before = "" if self._begins_clause(at) else self._sentence.lower[at - 1]
            is_only = self._capitals == {at}
            return is_only and before not in STOP_WORDS and before not in QUIET
        return 2 * (self._capitals_within - 1) < self._within and not self._is_called(at)

    def _has_capital(self, at: int) -> bool:
        """Tell a capital that was meant: no sentence begins there, and the word is no shouting."""
        is_meant = at in self._capitals and at not in self._begins
        return is_meant and not self._sentence.typed[at].isupper()

    def _is_called(self, at: int) -> bool:
        if self._begins_clause(at):
            return False
        return self._sentence.lower[at - 1] in _CALLED or at - 1 in self._capitals - self._begins

    def _is_between_commas(self, at: int) -> bool:
        return self._begins_clause(at) and self._sentence.clause_ends[at] == at + 1

    def _begins_clause(self, at: int) -> bool:
        return self._sentence.clause_ends[at - 1] == at
