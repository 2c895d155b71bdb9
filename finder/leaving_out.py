"""A question without one of the things it was taken to say, so that each can be taken away by itself.

What was chosen is taken out of the answers, and what was written is cut out of the text. Where no
cut leaves the rest as it was, everything else becomes answers, and the text keeps the words that
were not understood.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from directory.vocabulary import Vocabulary
from finder.question_file import LONGEST_TEXT, read_question
from finder.understanding import Understood, understand
from places.gazetteer import Place, gazetteer
from search.found import Kind
from search.reading import Reader
from search.readings import Reading

Given = Mapping[str, Any]

TEXT: Final = "text"
LISTS: Final = (
    "interests", "used_to_like", "not_this", "when", "goal", "musts", "avoid", "language",
)  # fmt: skip
SINGLE: Final = ("max_km", "situation", "for_whom", "peers", "gender")
# A place is told in one of these ways.
PLACE: Final = ("place", "municipality", "lat", "lon")
NOBODY_ELSE: Final = "self"
# Trying cuts in a longer text takes longer than a page may take to make.
LONGEST_TO_CUT: Final = 400
# What a text can say, by the key of the question that it fills.
KINDS: Final = {
    "interests": Kind.INTEREST,
    "used_to_like": Kind.USED_TO_LIKE,
    "not_this": Kind.NOT_THIS,
    "goal": Kind.GOAL,
    "age": Kind.AGE,
    "place": Kind.PLACE,
    "when": Kind.WHEN,
    "musts": Kind.MUST,
    "avoid": Kind.AVOID,
    "for_whom": Kind.FOR_WHOM,
    "gender": Kind.GENDER,
    "language": Kind.LANGUAGE,
}


@dataclass(frozen=True)
class Thing:
    """One thing that was understood: the key of the question, and which of a list; None is all of it."""

    key: str
    value: str | None = None


@dataclass(frozen=True)
class Asking:
    """A question, what it was understood as, and what is needed to understand others like it."""

    given: Given
    understood: Understood
    reader: Reader
    vocabulary: Vocabulary
    today: date

    @property
    def reading(self) -> Reading:
        """What the text says; nothing where there is none."""
        return self.understood.reading

    def is_from_text(self, key: str) -> bool:
        """Tell whether it is the text that fills ``key``, which was left open."""
        return key in KINDS and not _is_answered(self.given, key)

    def corrected(self, thing: Thing) -> tuple[str, ...]:
        """Return the words of the text, as they were typed, that say ``thing`` and were misspelt."""
        text, said = str(self.given.get(TEXT) or ""), self.reading.understood
        spans = [
            span
            for span in said
            if span.kind is KINDS[thing.key] and thing.value in {None, span.value}
        ]
        return tuple(
            text[span.start : span.end]
            for span in spans
            if any(span.start <= one.start < span.end for one in self.reading.corrections)
        )

    def without(self, thing: Thing) -> dict[str, Any] | None:
        """Return a question in which ``thing`` is not understood and everything else still is.

        None where words that have to be answered first, of danger or of a slip, would go with it,
        and where the words that were not understood are too many for a question.
        """
        if self._is_marked and thing.key == TEXT:
            return None
        wanted = _without(_everything(self.understood), thing)
        question = self._cut(thing)
        if question is not None and _everything(self._understand(question)) == wanted:
            return question
        if self._is_marked:
            return None
        question = _taken_out(self.as_answers(), thing)
        if len(question.get(TEXT, "")) > LONGEST_TEXT:
            return None
        if _everything(self._understand(question)) == wanted:
            return question
        # Words that mean something else when they stand alone are better lost than misread.
        return _told(question | {TEXT: None})

    @property
    def _is_marked(self) -> bool:
        return self.reading.danger or self.reading.slip

    def _cut(self, thing: Thing) -> dict[str, Any] | None:
        """Return the question without ``thing``, None where it cannot be cut out of the text."""
        left = _taken_out(self.given, thing)
        if thing.key not in KINDS or _is_answered(left, thing.key) or not left.get(TEXT):
            return left
        if len(left[TEXT]) > LONGEST_TO_CUT:
            return None
        # Where the answers had it, whatever the text has for the same question was never heard.
        only = thing.value if self.is_from_text(thing.key) else None
        text: str | None = str(left[TEXT])
        for value in self._said(KINDS[thing.key], only):
            text = self.reader.without(text, KINDS[thing.key], value, self.today) if text else None
        return None if text is None else _told(left | {TEXT: text})

    def _said(self, kind: Kind, only: str | None) -> Iterable[str]:
        """Return what the text says of a kind, once each; only ``only`` where it is not None."""
        said = (span.value for span in self.reading.understood if span.kind is kind)
        return dict.fromkeys(value for value in said if only in {None, value})

    def _understand(self, question: Given) -> Understood:
        read = read_question(dict(question), self.vocabulary)
        return understand(read, self.reader, gazetteer(), self.today)

    def as_answers(self) -> dict[str, Any]:
        """Return everything that was understood as answers, and as the text what was not."""
        person = self.understood.person
        read: dict[str, Any] = {key: list(getattr(person, key)) for key in LISTS}
        read |= {"gender": person.gender, "age": _ages(person.ages)}
        if person.for_whom != NOBODY_ELSE:
            read["for_whom"] = person.for_whom
        place = self.understood.place
        if place is not None and self.is_from_text("place"):
            read |= self._name_of(place)
        # Commas keep the words from being read as one phrase, now that they stand side by side.
        rest = {TEXT: ", ".join(self.understood.rest.split())}
        return _told(_told(read) | _told(self.given) | rest)

    def _name_of(self, place: Place) -> dict[str, Any]:
        """Return an answer by which the place of the text is found again."""
        text = str(self.given.get(TEXT))
        spans = (one for one in self.reading.understood if one.kind is Kind.PLACE)
        for name in (place.name, *(text[span.start : span.end] for span in spans)):
            found = gazetteer().find(name)
            if found is not None and (found.lat, found.lon) == (place.lat, place.lon):
                return {"place": name}
        return {"municipality": place.municipality}


def _everything(understood: Understood) -> dict[str, object]:
    person = understood.person
    everything: dict[str, object] = {key: getattr(person, key) for key in (*LISTS, *SINGLE)}
    everything["age"] = person.ages
    everything["place"] = (person.position, person.municipality)
    everything[TEXT] = tuple(understood.rest.split())
    return everything


NOTHING_SAID: Final[Given] = {"for_whom": NOBODY_ELSE, "place": (None, None), TEXT: ()}


def _without(everything: dict[str, object], thing: Thing) -> dict[str, object]:
    values = everything[thing.key]
    if thing.value is not None and isinstance(values, tuple):
        return everything | {thing.key: tuple(one for one in values if one != thing.value)}
    return everything | {thing.key: NOTHING_SAID.get(thing.key)}


def _taken_out(question: Given, thing: Thing) -> dict[str, Any]:
    if thing.value is not None:
        left = [
            one for one in question.get(thing.key) or () if _plain(thing.key, one) != thing.value
        ]
        return _told({**question, thing.key: left})
    keys = _keys_of(thing.key)
    return _told({key: value for key, value in question.items() if key not in keys})


def _is_answered(question: Given, key: str) -> bool:
    return bool(_told({one: question.get(one) for one in _keys_of(key)}))


def _keys_of(key: str) -> tuple[str, ...]:
    return PLACE if key == "place" else (key,)


def _plain(key: str, value: str) -> str:
    """Languages are understood without their region."""
    return value.partition("-")[0].lower() if key == "language" else value


def _told(question: Given) -> dict[str, Any]:
    """Leave out what says nothing. An age of 0 says something."""
    return {key: value for key, value in question.items() if value == 0 or value}


def _ages(ages: tuple[int, int] | None) -> str | None:
    return None if ages is None else f"{ages[0]}-{ages[1]}"
