"""Reads what a person types in one box: "løping i Trondheim, 34 år" becomes wishes.

    reader = Reader(vocabulary.interests, vocabulary.effects, gazetteer())
    reading = reader.read("løping i Trondheim, 34 år")
    reading.interests, reading.place.name, reading.age   # (("running",), "Trondheim", 34)

All languages are read at once. The longest phrase wins, and a word as it stands wins over a
misspelt one. Nothing is guessed that was not said, and a person's situation with drugs is never
read out of words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from places.areas import Place
from search import wishes
from search.age_groups import age_groups
from search.ages import AgeFound, ages_in
from search.compounds import Compounds
from search.everyday_words import ONLY_EXACT
from search.first_times import firsts
from search.found import Found, Kind, Sentence
from search.gender import genders
from search.kin import said_of_others
from search.marks import dangers, slips
from search.misspellings import Misspellings
from search.negation import (
    with_negations,
    with_twelve_steps_avoided,
    without_contradictions,
)
from search.past import with_past
from search.phrases import Closeness, Phrase, PhraseBook
from search.place_names import NamesIn
from search.readings import Correction, Reading, Span, covered, reading_of
from search.removal import cut_texts, is_rest_of, pieces, sentence_as_read
from search.times import times_at
from search.vocabulary_words import (
    InATree,
    WithWords,
    all_above,
    known_words,
    phrases_of,
    single_words,
)
from search.whom import told_where_meant, whom_of
from search.words import STOP_WORDS, word_set

__all__ = ["Correction", "Reader", "Reading", "Span"]

MOST_LETTERS = 2000

# Before these, a word that is an interest as well as a place is the place.
_LEADING_TO_A_PLACE = word_set("i in ved nær near fra frå from rundt around")
_FOUR_DIGITS = re.compile(r"[0-9]{4}")
# Four digits that count something else, or tell a year, are no postcode.
_AFTER_AN_AMOUNT = word_set("kr kroner nok m meter skritt steg steps metres meters")
_BEFORE_A_YEAR = word_set("i in siden sidan since fra frå from født fødd born året year til to av")
_YEARS = range(1900, 2100)


class PlaceNames(Protocol):
    """The gazetteer, as far as reading needs it."""

    def longest_match(
        self, words: Sequence[str], start: int, *, stands_as_name: bool = False
    ) -> tuple[Place, int] | None:
        """Return the place named by the most of ``words`` from ``start``, and how many they are.

        A word of everyday language names one where a word leads to it, or it ``stands_as_name``.
        """

    def postcode(self, code: str) -> Place | None:
        """Return the place of a postcode of four digits, None if it is unknown."""

    def near_name(self, word: str, least_people: int) -> tuple[str, int] | None:
        """Return the name of enough people that ``word`` may stand for, and its mistakes."""


class Reader:
    """Reads texts with one vocabulary and one gazetteer; may be shared by threads.

    Args:
        interests: What can be wished for, by id.
        effects: What somebody may hope to get of it, by id.
        gazetteer: Names of places; None reads no places.
    """

    def __init__(
        self,
        interests: Mapping[str, InATree],
        effects: Mapping[str, WithWords],
        gazetteer: PlaceNames | None,
    ) -> None:
        self._gazetteer = gazetteer
        self._above = all_above(interests)
        vocabulary = phrases_of(interests, effects)
        company, for_whom = tuple(wishes.phrases()), tuple(wishes.for_whom_phrases())
        self._vocabulary = PhraseBook(vocabulary, ONLY_EXACT)
        self._wishes = PhraseBook(company, wishes.ONLY_EXACT)
        self._for_whom = PhraseBook(for_whom)
        self._compounds = Compounds(single_words(vocabulary))
        phrases: tuple[Phrase[Any], ...] = (*vocabulary, *company, *for_whom)
        self._misspellings = Misspellings(known_words(phrases), self._compounds.firsts, gazetteer)

    def read(self, text: str, today: date | None = None) -> Reading:
        """Return what ``text`` says; only its first 2,000 characters are read.

        ``today`` tells which day tomorrow is, and how old somebody is who was born in a year.
        """
        sentence = Sentence(text[:MOST_LETTERS])
        found = self._all_found(sentence, today)
        has_place = any(each.kind is Kind.PLACE for each in found)
        instead = self._misspellings.instead(
            sentence, covered(found), _LEADING_TO_A_PLACE, has_place=has_place
        )
        if instead:
            sentence = Sentence(sentence.text, instead)
            found = self._all_found(sentence, today)
        return reading_of(sentence, found, whom_of(sentence, found, self._above))

    def without(self, text: str, kind: Kind, value: str, today: date | None = None) -> str | None:
        """Return ``text`` without the words that say ``value``, and what only leads to them.

        All else that was understood is still understood of it, except what only those very words
        said. None where nothing says it, or where no cutting of words leaves the rest as it was.
        """
        before = self.read(text, today)
        said = [span for span in before.understood if (span.kind, span.value) == (kind, value)]
        if not said:
            return None
        sentence = sentence_as_read(text[:MOST_LETTERS], before)
        for shorter in cut_texts(sentence, pieces(sentence, said)):
            after = self.read(shorter, today)
            if is_rest_of(before, after, said):
                return shorter
        return None

    def _all_found(self, sentence: Sentence, today: date | None) -> list[Found]:
        others = list(said_of_others(sentence))
        found = with_negations(sentence, list(self._finds(sentence, today)))
        in_danger = list(dangers(sentence))
        found = [each for each in found if not _is_said_of(each, others, in_danger)]
        found = with_past(sentence, found, self._above)
        if not any(each.kind is Kind.AGE for each in found):
            found += list(age_groups(sentence, found))[:1]
        everything = [
            *found,
            *told_where_meant(sentence, found, others, self._above),
            *self._finds_for_whom(sentence, found),
            *self._companies(sentence, found),
            *genders(sentence, found),
            *firsts(sentence, found),
            *in_danger,
            *slips(sentence),
        ]
        settled = without_contradictions(everything, self._above)
        return with_twelve_steps_avoided(settled, self._above)

    def _finds(self, sentence: Sentence, today: date | None) -> Iterator[Found]:
        """Yield what is found, one after the other and never overlapping."""
        ages = {each.start: each for each in reversed(list(ages_in(sentence.text, today)))}
        names = NamesIn(sentence)
        at = 0
        while at < len(sentence.words):
            found = self._find(sentence, at, ages, names, today)
            if found is not None:
                yield found
            at = found.after if found else at + 1

    def _find(
        self,
        sentence: Sentence,
        at: int,
        ages: Mapping[int, AgeFound],
        names: NamesIn,
        today: date | None,
    ) -> Found | None:
        age = ages.get(sentence.words[at].start)
        if age is not None:
            return _age(sentence, at, age)
        time = _time(sentence, at, today)
        interest, wish = self._interest(sentence, at), self._wish(sentence, at)
        # "Sluttet å drikke" has come further than "slutte å drikke", whose inflection it is.
        is_surer = interest is None or interest.exact
        finds = [interest, wish, time] if is_surer else [wish, interest, time]
        is_name = names.stands_as_name(at, means_otherwise=any(finds))
        place = self._place(sentence, at, is_name=is_name)
        is_led_to = at > 0 and sentence.lower[at - 1] in _LEADING_TO_A_PLACE
        finds = [place, *finds] if is_name or is_led_to else [*finds, place]
        # Of the longest ones, max takes the first.
        longest = max(filter(None, finds), key=lambda found: found.after, default=None)
        return longest or self._compound(sentence, at)

    def _interest(self, sentence: Sentence, at: int) -> Found | None:
        match = self._vocabulary.longest(sentence.forms, at, sentence.clause_ends[at])
        if match is None:
            return None
        kind, value = match.meaning
        exact = match.closeness is Closeness.EXACT
        return Found(at, at + match.length, kind, (value,), exact=exact)

    def _compound(self, sentence: Sentence, at: int) -> Found | None:
        interest = self._compounds.interest(sentence.lower[at])
        if interest is not None:
            return Found(at, at + 1, Kind.INTEREST, (interest,), exact=False)
        company = self._compounds.company(sentence.lower[at])
        return Found(at, at + 1, Kind.MUST, (company,)) if company else None

    def _wish(self, sentence: Sentence, at: int) -> Found | None:
        match = self._wishes.longest(sentence.forms, at, sentence.clause_ends[at])
        if match is None:
            return None
        kind, value = match.meaning
        return Found(at, at + match.length, kind, (value,))

    def _place(self, sentence: Sentence, at: int, *, is_name: bool) -> Found | None:
        # No place begins with a small word written small, and half of all words are such.
        if self._gazetteer is None or sentence.written[at] in STOP_WORDS:
            return None
        named = self._gazetteer.longest_match(sentence.written, at, stands_as_name=is_name)
        if named is None and _is_postcode(sentence, at):
            place = self._gazetteer.postcode(sentence.written[at])
            named = (place, 1) if place else None
        if named is None:
            return None
        return Found(at, at + named[1], Kind.PLACE, (named[0].name,), place=named[0])

    def _finds_for_whom(self, sentence: Sentence, found: Sequence[Found]) -> Iterator[Found]:
        """Yield whom it is for, though the same words may be an interest as well."""
        negated = _turned_down(found)
        for at in range(len(sentence.words)):
            match = self._for_whom.longest(sentence.forms, at, sentence.clause_ends[at])
            if match is not None and negated.isdisjoint(range(at, at + match.length)):
                yield Found(at, at + match.length, Kind.FOR_WHOM, (match.meaning,))

    def _companies(self, sentence: Sentence, found: Sequence[Found]) -> Iterator[Found]:
        """Yield whose company a compound about an interest asks for: "kvinneturgruppe"."""
        for each in found:
            word = sentence.lower[each.first]
            company = self._compounds.company(word) if each.kind is Kind.INTEREST else None
            if company is not None:
                yield Found(each.first, each.first + 1, Kind.MUST, (company,))


def _turned_down(found: Sequence[Found]) -> set[int]:
    return covered(each for each in found if each.kind in {Kind.ASIDE, Kind.NOT_THIS})


def _is_said_of(found: Found, others: Sequence[Found], in_danger: Sequence[Found]) -> bool:
    """Tell an age that is somebody else's, and a wish that is none.

    "Sønnen min på 16 ruser seg" tells no age of the one who types, in "han puster ikke" nobody
    asks for breathing exercises, and in "mannen min drikker kaffe" nobody for a café.
    """
    if found.kind is Kind.AGE:
        beside = list(others)
    else:
        in_vain = found.kind not in {Kind.PLACE, Kind.WHEN}
        # What somebody else needs is told in the same breath: "mannen min går på metadon".
        beside = [
            each
            for each in others
            if in_vain and (each.kind is Kind.ASIDE or found.kind is Kind.MUST)
        ] + [*in_danger]
    return any(each.first <= found.first < each.after for each in beside)


def _age(sentence: Sentence, at: int, age: AgeFound) -> Found:
    after = at
    while after < len(sentence.words) and sentence.words[after].start < age.end:
        after += 1
    value = str(age.age) if isinstance(age.age, int) else "-".join(map(str, age.age))
    return Found(at, after, Kind.AGE, (value,), age=age.age)


def _time(sentence: Sentence, at: int, today: date | None) -> Found | None:
    times = times_at(sentence.lower, at, today, sentence.after_dash)
    return Found(at, at + times.length, Kind.WHEN, times.when) if times else None


def _is_postcode(sentence: Sentence, at: int) -> bool:
    if not _FOUR_DIGITS.fullmatch(sentence.written[at]):
        return False
    before = sentence.lower[at - 1] if at > 0 else ""
    after = sentence.lower[at + 1] if at + 1 < len(sentence.words) else ""
    is_year = int(sentence.written[at]) in _YEARS and before in _BEFORE_A_YEAR
    return not is_year and after not in _AFTER_AN_AMOUNT
