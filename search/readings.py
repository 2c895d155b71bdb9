"""What was understood of a text, put together from what was found in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from places.areas import Place
from search.ages import Age
from search.everyday_words import QUIET
from search.found import Danger, Found, Kind, Sentence
from search.negation import NEGATORS
from search.use_words import speaks_of_use
from search.whom import Whom
from search.words import STOP_WORDS, loose

_CONTRADICTING = ({"women", "men"}, {"online", "in_person"})
_UNTOLD = frozenset({Kind.ASIDE, Kind.DANGER, Kind.SLIP})


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text, as characters from ``start`` to before ``end``, and what it means.

    ``value`` is an id, a word of the person format, a number, a band "18-25" or a place's name.
    """

    start: int
    end: int
    kind: Kind
    value: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the text, as characters, that was misspelt, and what it was read as."""

    start: int
    end: int
    read_as: str


@dataclass(frozen=True)
class Reading:
    """What was understood of a text, in the words of the person format.

    None and empty mean that nothing was said of it. ``rest`` are the words that were not
    understood, for searching the offers' texts. ``gender`` is ``woman`` or ``man``.
    ``dangers`` and ``slip`` are marks for what a page must show first; they choose nothing.
    ``of_use``: it speaks of drugs or drink, or of doing without; a reason to ask, and no answer.
    ``for_whom_beside``: where ``for_whom`` was not asked for outright, the interests beside which
    it was meant; None where it was.
    """

    interests: tuple[str, ...] = ()
    not_this: tuple[str, ...] = ()
    used_to_like: tuple[str, ...] = ()
    goal: tuple[str, ...] = ()
    age: Age | None = None
    place: Place | None = None
    when: tuple[str, ...] = ()
    musts: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    for_whom: str | None = None
    gender: str | None = None
    language: tuple[str, ...] = ()
    rest: str = ""
    understood: tuple[Span, ...] = ()
    corrections: tuple[Correction, ...] = ()
    dangers: frozenset[Danger] = frozenset()
    slip: bool = False
    of_use: bool = False
    for_whom_beside: frozenset[str] | None = None

    @property
    def danger(self) -> bool:
        """Whether it speaks of any danger."""
        return bool(self.dangers)


def reading_of(sentence: Sentence, found: Sequence[Found], whom: Whom) -> Reading:
    """Return what ``found`` says altogether, and for whom that is."""
    not_this = _values(found, Kind.NOT_THIS)
    gender = _values(found, Kind.GENDER)
    musts = _values(found, Kind.MUST)
    for pair in _CONTRADICTING:
        # Both at once is no wish that anything could meet, so neither was meant as one.
        musts = tuple(must for must in musts if not pair <= set(musts) or must not in pair)
    return Reading(
        interests=tuple(x for x in _values(found, Kind.INTEREST) if x not in not_this),
        not_this=not_this,
        used_to_like=tuple(x for x in _values(found, Kind.USED_TO_LIKE) if x not in not_this),
        goal=_values(found, Kind.GOAL),
        age=next((each.age for each in found if each.kind is Kind.AGE), None),
        place=next((each.place for each in found if each.kind is Kind.PLACE), None),
        when=_values(found, Kind.WHEN),
        musts=musts,
        avoid=_values(found, Kind.AVOID),
        for_whom=whom.value,
        for_whom_beside=whom.beside,
        # Who speaks of a woman and a man has not said which of them is looking.
        gender=gender[0] if len(gender) == 1 else None,
        language=_values(found, Kind.LANGUAGE),
        rest=_rest(sentence, found),
        understood=tuple(_spans(sentence, found)),
        corrections=tuple(_corrections(sentence, found)),
        dangers=frozenset(map(Danger, _values(found, Kind.DANGER))),
        slip=any(each.kind is Kind.SLIP for each in found),
        of_use=speaks_of_use(sentence),
    )


def covered(found: Iterable[Found]) -> set[int]:
    """Return the positions of the words that were understood."""
    return {at for each in found for at in range(each.first, each.after)}


def _values(found: Iterable[Found], kind: Kind) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(value for each in found if each.kind is kind for value in each.values)
    )


def _rest(sentence: Sentence, found: Iterable[Found]) -> str:
    understood = covered(each for each in found if not _is_in_texts(each))
    return " ".join(
        typed
        for at, (typed, word) in enumerate(zip(sentence.typed, sentence.lower, strict=True))
        if at not in understood and not word.isdecimal() and word not in _NOT_SEARCHED
    )


def _is_in_texts(found: Found) -> bool:
    """Tell a word that offers also use of themselves, as they do "edru" and "rusfri"."""
    is_one_word = found.after == found.first + 1
    return is_one_word and found.kind is Kind.MUST and found.values == ("alcohol_free",)


_NOT_SEARCHED = STOP_WORDS | QUIET | NEGATORS


def _spans(sentence: Sentence, found: Iterable[Found]) -> Iterator[Span]:
    for each in sorted(found, key=lambda each: (each.first, each.after, each.kind)):
        if each.kind not in _UNTOLD:
            start, end = sentence.words[each.first].start, sentence.words[each.after - 1].end
            yield from (Span(start, end, each.kind, value) for value in each.values)


def _corrections(sentence: Sentence, found: Sequence[Found]) -> Iterator[Correction]:
    """Yield the corrected words that something was understood of."""
    names = {each.first: each.place.name for each in found if each.place is not None}
    for at in sorted(sentence.instead.keys() & (covered(found) | _negating(sentence))):
        word = sentence.words[at]
        yield Correction(word.start, word.end, names.get(at, sentence.instead[at]))


def _negating(sentence: Sentence) -> set[int]:
    return {at for at in sentence.instead if loose(sentence.lower[at]) in NEGATORS}
