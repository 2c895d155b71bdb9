"""Takes Norwegian compounds apart: fisketurgjeng is about fishing, jenteklubb is for women.

Only words that the vocabulary does not hold come here. A word is an interest and what stands
after it (klatre + kveld), or something and an interest (bord + spillkveld). Where the whole is a
word of everyday language, only a few parts count: "barnehage" is no garden.
"""

from collections.abc import Iterator, Mapping

from search.compound_words import (
    ABOUT_A_PROBLEM,
    COMPANY,
    GATHERINGS,
    MODIFIERS,
    NO_COMPOUNDS,
    NOT_FIRST,
    NOT_LAST,
    OCCASIONS,
    SHORT_INTERESTS,
)
from search.inflections import norwegian_base
from search.negation import NAMED_AFTER_A_PROBLEM
from search.ordinary_words import ordinary_words
from search.words import loose

_SHORTEST_PART = 3
# A shorter one ends too many other words: "kor" stands in "dekor".
_SHORTEST_LAST = 5
# Before and in a word that is not known to follow an interest, so few letters would be chance.
_SHORTEST_BEFORE_ANY = 4
# "s" and "e" join two parts: samtale-gruppe, ungdom-s-kor, hund-e-treff.
_LINKS = ("", "s", "e")
_LONGEST = 40


class Compounds:
    """Finds the interest in a compound.

    Args:
        words: The interests' single words in lower case, with the interest.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        self._firsts: dict[str, str] = {}
        self._spellings: dict[str, str] = {}
        self._lasts: dict[str, str] = {}
        known = {word: loose(word) for word in words if len(word) >= _SHORTEST_PART}
        for link in _LINKS:
            for word, plain in known.items():
                if plain not in _NOT_FIRST:
                    self._firsts.setdefault(plain + link, words[word])
                    self._spellings.setdefault(plain + link, word + link)
        for word, plain in known.items():
            if plain not in _NOT_LAST:
                self._lasts.setdefault(norwegian_base(plain), words[word])

    @property
    def firsts(self) -> Mapping[str, str]:
        """What a compound about an interest may begin with: loose spelling to the right one."""
        return self._spellings

    def interest(self, word: str) -> str | None:
        """Return the interest that the lower-case ``word`` is about, None if it is none."""
        plain = loose(word)
        if len(word) > _LONGEST or norwegian_base(plain) in _NO_COMPOUNDS:
            return None
        return (
            self._in_front(plain)
            or self._in_between(plain)
            or self._at_the_end(plain, word)
            or self._before_any_word(plain, word)
        )

    def company(self, word: str) -> str | None:
        """Return ``women`` or ``men`` where ``word`` is a gathering of theirs, else None."""
        plain = loose(word)
        if len(word) > _LONGEST or norwegian_base(plain) in _NO_COMPOUNDS:
            return None
        for first, last in cuts(plain):
            company = _COMPANY.get(first)
            if company and (_is_gathering(last) or self._is_about(last)):
                return company
        return None

    def _is_about(self, plain: str) -> bool:
        return any(first in self._firsts and _is_gathering(last) for first, last in cuts(plain))

    def _in_front(self, plain: str) -> str | None:
        """Return the interest of the longest first part that leaves only what may follow."""
        for cut in range(len(plain) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            last = plain[cut:]
            if not _may_follow(last):
                continue
            for first in _firsts_of(plain[:cut], last):
                interest = self._firsts.get(first)
                if interest and (
                    interest not in NAMED_AFTER_A_PROBLEM or norwegian_base(last) in _PROBLEM
                ):
                    return interest
        return None

    def _in_between(self, plain: str) -> str | None:
        """Return the interest after what only tells more of it: dame-fotball-lag, bil-mekke-gjeng."""
        for first, last in cuts(plain):
            tells_more = _is_one_of(first, _MODIFIERS) or first in self._firsts
            interest = self._in_front(last) if tells_more else None
            if interest is not None:
                return interest
        return None

    def _at_the_end(self, plain: str, word: str) -> str | None:
        is_ordinary = word in ordinary_words()
        for first, last in cuts(plain):
            base = norwegian_base(last)
            interest = self._lasts.get(base)
            if interest is None or interest in NAMED_AFTER_A_PROBLEM:
                continue
            if _is_one_of(first, _MODIFIERS) and (
                base in _SHORT_INTERESTS or (len(last) >= _SHORTEST_LAST and not is_ordinary)
            ):
                return interest
            if len(last) >= _SHORTEST_LAST and not is_ordinary and self._is_word(first):
                return interest
        return None

    def _before_any_word(self, plain: str, word: str) -> str | None:
        """Return the interest in front of any word, where the whole is none: gitar-entusiast."""
        if word in ordinary_words():
            return None
        for cut in range(len(plain) - _SHORTEST_BEFORE_ANY, _SHORTEST_BEFORE_ANY - 1, -1):
            interest = self._firsts.get(plain[:cut])
            if interest is None or interest in NAMED_AFTER_A_PROBLEM:
                continue
            if plain[cut:] in ordinary_words():
                return interest
        return None

    def _is_word(self, first: str) -> bool:
        return first in self._firsts or _is_one_of(first, ordinary_words())


def cuts(plain: str) -> Iterator[tuple[str, str]]:
    """Yield the word in two parts, the longest last part first."""
    for cut in range(_SHORTEST_PART, len(plain) - _SHORTEST_PART + 1):
        yield plain[:cut], plain[cut:]


def begins_about(first: str, last: str) -> bool:
    """Tell whether a word cut so is about its ``first`` part, with a gathering after it."""
    return first not in _NOT_FIRST and _may_follow(last)


def _firsts_of(first: str, last: str) -> Iterator[str]:
    yield first
    # Of three equal letters one is left out: fotball and lag are a fotballag.
    if first[-1] == last[0]:
        yield first + last[0]


def _is_one_of(first: str, words: frozenset[str]) -> bool:
    return any(first.removesuffix(link) in words for link in _LINKS)


def _may_follow(last: str) -> bool:
    """Tell whether ``last`` is one or more of the words that follow an interest."""
    return norwegian_base(last) in _FOLLOWING or any(
        one in _FOLLOWING_FIRST and _may_follow(rest) for one, rest in cuts(last)
    )


def _is_gathering(last: str) -> bool:
    return norwegian_base(last) in _GATHERINGS or any(
        one in _FOLLOWING_FIRST and _is_gathering(rest) for one, rest in cuts(last)
    )


def _bases(words: frozenset[str]) -> frozenset[str]:
    return frozenset(norwegian_base(loose(word)) for word in words)


def _loose(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(loose, words))


_GATHERINGS = _bases(GATHERINGS)
_FOLLOWING = _GATHERINGS | _bases(OCCASIONS)
_FOLLOWING_FIRST = frozenset(
    loose(word) + link for word in GATHERINGS | OCCASIONS for link in _LINKS
)
_NO_COMPOUNDS = _bases(NO_COMPOUNDS)
_PROBLEM = _bases(ABOUT_A_PROBLEM)
_MODIFIERS = _loose(MODIFIERS)
_SHORT_INTERESTS = _bases(SHORT_INTERESTS)
_NOT_FIRST, _NOT_LAST = _loose(NOT_FIRST), _loose(NOT_LAST)
_COMPANY = {
    loose(word) + link: company
    for company, words in COMPANY.items()
    for word in words
    for link in _LINKS
}
