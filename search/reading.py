"""Reads what a person types in one box: "løping i Trondheim, 34 år" becomes wishes.

    reader = Reader(vocabulary.interests, vocabulary.effects, gazetteer())
    reading = reader.read("løping i Trondheim, 34 år")
    reading.interests, reading.place.name, reading.age   # (("running",), "Trondheim", 34)

All languages are read at once. The longest phrase wins. Nothing is guessed that was not said,
and a person's situation with drugs is never read out of words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from places.areas import Place
from search import wishes
from search.ages import Age, AgeFound, ages_in
from search.everyday_words import ONLY_EXACT, QUIET
from search.found import Found, Kind, Sentence
from search.gender import genders
from search.negation import NEGATORS, with_negations
from search.phrases import Closeness, Phrase, PhraseBook
from search.times import times_at
from search.words import STOP_WORDS, word_set

MOST_LETTERS = 2000

# Before these, a word that is an interest as well as a place is the place.
_LEADING_TO_A_PLACE = word_set("i in ved nær near fra frå from rundt around")
_FOUR_DIGITS = re.compile(r"[0-9]{4}")
# Four digits that count something else, or tell a year, are no postcode.
_AFTER_AN_AMOUNT = word_set("kr kroner nok m meter skritt steg steps metres meters")
_BEFORE_A_YEAR = word_set(
    "i in siden sidan since fra frå from født fødd born år året year til to av"
)
_YEARS = range(1900, 2100)
_CONTRADICTING = ({"women", "men"}, {"online", "in_person"})


class WithWords(Protocol):
    """An interest or effect: its names and what people type for it, by language."""

    @property
    def labels(self) -> Mapping[str, str]:
        """Its name in each language."""

    @property
    def synonyms(self) -> Mapping[str, tuple[str, ...]]:
        """Other words for it in each language."""


class PlaceNames(Protocol):
    """The gazetteer, as far as reading needs it."""

    def longest_match(self, words: Sequence[str], start: int) -> tuple[Place, int] | None:
        """Return the place named by the most of ``words`` from ``start``, and how many they are."""

    def postcode(self, code: str) -> Place | None:
        """Return the place of a postcode of four digits, None if it is unknown."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text, as characters from ``start`` to before ``end``, and what it means.

    ``value`` is an id, a word of the person format, a number, a band "18-25" or a place's name.
    """

    start: int
    end: int
    kind: Kind
    value: str


@dataclass(frozen=True)
class Reading:
    """What was understood of a text, in the words of the person format.

    None and empty mean that nothing was said of it. ``rest`` are the words that were not
    understood, for searching the offers' texts. ``gender`` is ``woman`` or ``man``.
    """

    interests: tuple[str, ...] = ()
    not_this: tuple[str, ...] = ()
    goal: tuple[str, ...] = ()
    age: Age | None = None
    place: Place | None = None
    when: tuple[str, ...] = ()
    musts: tuple[str, ...] = ()
    for_whom: str | None = None
    gender: str | None = None
    language: tuple[str, ...] = ()
    rest: str = ""
    understood: tuple[Span, ...] = ()


class Reader:
    """Reads texts with one vocabulary and one gazetteer; may be shared by threads.

    Args:
        interests: What can be wished for, by id.
        effects: What somebody may hope to get of it, by id.
        gazetteer: Names of places; None reads no places.
    """

    def __init__(
        self,
        interests: Mapping[str, WithWords],
        effects: Mapping[str, WithWords],
        gazetteer: PlaceNames | None,
    ) -> None:
        self._gazetteer = gazetteer
        vocabulary = (*_phrases(interests, Kind.INTEREST), *_phrases(effects, Kind.GOAL))
        self._vocabulary = PhraseBook(vocabulary, ONLY_EXACT)
        self._wishes = PhraseBook(wishes.phrases(), wishes.ONLY_EXACT)
        self._for_whom = PhraseBook(wishes.for_whom_phrases())

    def read(self, text: str) -> Reading:
        """Return what ``text`` says; only its first 2,000 characters are read."""
        sentence = Sentence(text[:MOST_LETTERS])
        found = with_negations(sentence, list(self._finds(sentence)))
        others = (*self._finds_for_whom(sentence, found), *genders(sentence, found))
        return _reading(sentence, [*found, *others])

    def _finds(self, sentence: Sentence) -> Iterator[Found]:
        """Yield what is found, one after the other and never overlapping."""
        ages = {each.start: each for each in reversed(list(ages_in(sentence.text)))}
        at = 0
        while at < len(sentence.words):
            found = self._find(sentence, at, ages)
            if found is not None:
                yield found
            at = found.after if found else at + 1

    def _find(self, sentence: Sentence, at: int, ages: Mapping[int, AgeFound]) -> Found | None:
        age = ages.get(sentence.words[at].start)
        if age is not None:
            return _age(sentence, at, age)
        place = self._place(sentence, at)
        finds = [self._interest(sentence, at), self._wish(sentence, at), _time(sentence, at), place]
        if place and at > 0 and sentence.lower[at - 1] in _LEADING_TO_A_PLACE:
            finds.reverse()
        # Of the longest ones, max takes the first.
        return max(filter(None, finds), key=lambda found: found.after, default=None)

    def _interest(self, sentence: Sentence, at: int) -> Found | None:
        match = self._vocabulary.longest(sentence.forms, at, sentence.clause_ends[at])
        if match is None:
            return None
        kind, value = match.meaning
        exact = match.closeness is Closeness.EXACT
        return Found(at, at + match.length, kind, (value,), exact=exact)

    def _wish(self, sentence: Sentence, at: int) -> Found | None:
        match = self._wishes.longest(sentence.forms, at, sentence.clause_ends[at])
        if match is None:
            return None
        kind, value = match.meaning
        return Found(at, at + match.length, kind, (value,))

    def _place(self, sentence: Sentence, at: int) -> Found | None:
        # No place begins with a small word written small, and half of all words are such.
        if self._gazetteer is None or sentence.written[at] in STOP_WORDS:
            return None
        named = self._gazetteer.longest_match(sentence.written, at)
        if named is None and _is_postcode(sentence, at):
            place = self._gazetteer.postcode(sentence.written[at])
            named = (place, 1) if place else None
        if named is None:
            return None
        return Found(at, at + named[1], Kind.PLACE, (named[0].name,), place=named[0])

    def _finds_for_whom(self, sentence: Sentence, found: Sequence[Found]) -> Iterator[Found]:
        """Yield whom it is for, though the same words may be an interest as well."""
        negated = {
            at
            for each in found
            if each.kind in {Kind.ASIDE, Kind.NOT_THIS}
            for at in range(each.first, each.after)
        }
        for at in range(len(sentence.words)):
            match = self._for_whom.longest(sentence.forms, at, sentence.clause_ends[at])
            if match is not None and negated.isdisjoint(range(at, at + match.length)):
                yield Found(at, at + match.length, Kind.FOR_WHOM, (match.meaning,))


def _phrases(things: Mapping[str, WithWords], kind: Kind) -> Iterator[Phrase[tuple[Kind, str]]]:
    for identity, thing in things.items():
        for language, label in thing.labels.items():
            yield Phrase(label, language, (kind, identity))
        for language, synonyms in thing.synonyms.items():
            for synonym in synonyms:
                yield Phrase(synonym, language, (kind, identity))


def _age(sentence: Sentence, at: int, age: AgeFound) -> Found:
    after = at
    while after < len(sentence.words) and sentence.words[after].start < age.end:
        after += 1
    value = str(age.age) if isinstance(age.age, int) else "-".join(map(str, age.age))
    return Found(at, after, Kind.AGE, (value,), age=age.age)


def _time(sentence: Sentence, at: int) -> Found | None:
    times = times_at(sentence.lower, at)
    return Found(at, at + times.length, Kind.WHEN, times.when) if times else None


def _is_postcode(sentence: Sentence, at: int) -> bool:
    if not _FOUR_DIGITS.fullmatch(sentence.written[at]):
        return False
    before = sentence.lower[at - 1] if at > 0 else ""
    after = sentence.lower[at + 1] if at + 1 < len(sentence.words) else ""
    is_year = int(sentence.written[at]) in _YEARS and before in _BEFORE_A_YEAR
    return not is_year and after not in _AFTER_AN_AMOUNT


def _reading(sentence: Sentence, found: Sequence[Found]) -> Reading:
    not_this = _values(found, Kind.NOT_THIS)
    gender = _values(found, Kind.GENDER)
    musts = _values(found, Kind.MUST)
    for pair in _CONTRADICTING:
        # Both at once is no wish that anything could meet, so neither was meant as one.
        musts = tuple(must for must in musts if not pair <= set(musts) or must not in pair)
    return Reading(
        interests=tuple(x for x in _values(found, Kind.INTEREST) if x not in not_this),
        not_this=not_this,
        goal=_values(found, Kind.GOAL),
        age=next((each.age for each in found if each.kind is Kind.AGE), None),
        place=next((each.place for each in found if each.kind is Kind.PLACE), None),
        when=_values(found, Kind.WHEN),
        musts=musts,
        for_whom=next(iter(_values(found, Kind.FOR_WHOM)), None),
        # Who speaks of a woman and a man has not said which of them is looking.
        gender=gender[0] if len(gender) == 1 else None,
        language=_values(found, Kind.LANGUAGE),
        rest=_rest(sentence, found),
        understood=tuple(_spans(sentence, found)),
    )


def _values(found: Iterable[Found], kind: Kind) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(value for each in found if each.kind is kind for value in each.values)
    )


def _rest(sentence: Sentence, found: Iterable[Found]) -> str:
    understood = {at for each in found for at in range(each.first, each.after)}
    return " ".join(
        written
        for at, (written, lower) in enumerate(zip(sentence.written, sentence.lower, strict=True))
        if at not in understood and not lower.isdecimal() and lower not in _NOT_SEARCHED
    )


_NOT_SEARCHED = STOP_WORDS | QUIET | NEGATORS


def _spans(sentence: Sentence, found: Iterable[Found]) -> Iterator[Span]:
    for each in sorted(found, key=lambda each: (each.first, each.after, each.kind)):
        if each.kind is not Kind.ASIDE:
            start, end = sentence.words[each.first].start, sentence.words[each.after - 1].end
            yield from (Span(start, end, each.kind, value) for value in each.values)
