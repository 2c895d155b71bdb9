"""From a question to a person: what the text says fills what was left open, and the place is found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from finder.question_file import FaultyQuestionError, Question
from matching.person import Person, Position
from places.gazetteer import Gazetteer, Place
from search.found import Kind
from search.reading import Reader, Reading

FILLED_FROM_TEXT = (
    "interests", "used_to_like", "not_this", "when", "goal", "musts", "avoid", "gender", "language",
)  # fmt: skip
_LONGEST_ADDRESS = 8  # words
ALL_THE_WAY_KM = 20_000.0  # half around the earth; nothing lies farther


@dataclass(frozen=True)
class Understood:
    """A person, and what the answer tells about how they were understood.

    ``place_is_unknown``: a place was named that nobody knows. ``reading`` is of the text, and says
    nothing where there is none; ``rest``: words of it for full-text search.
    """

    person: Person
    place: Place | None
    rest: str
    did_you_mean: tuple[str, ...]
    place_is_unknown: bool
    for_whom_was_said: bool
    reading: Reading = field(default_factory=Reading)

    @property
    def is_where_they_are(self) -> bool:
        """Tell whether the place is a position; its name is then only the nearest we know."""
        position = self.person.position
        return position is not None and position.is_exact


def understand(
    question: Question, reader: Reader, gazetteer: Gazetteer, today: date | None = None
) -> Understood:
    """``today`` tells which day tomorrow is. Raises FaultyQuestionError for a municipality that is none."""
    reading = reader.read(question.text, today) if question.text else None
    filled = _filled(question, reading)
    place, unknown, others = _find_place(question, reading, gazetteer)
    is_exact = question.lat is not None
    position = Position(place.lat, place.lon, is_exact) if place else None
    person = Person(
        interests=tuple(filled["interests"]),
        used_to_like=tuple(filled["used_to_like"]),
        not_this=tuple(filled["not_this"]),
        ages=question.age or _ages(reading),
        position=position,
        municipality=place.municipality if place else None,
        max_km=None if question.max_km is None else min(question.max_km, ALL_THE_WAY_KM),
        when=tuple(filled["when"]),
        situation=question.situation,
        for_whom=question.for_whom or _for_whom(question, reading) or "self",
        peers=question.peers,
        goal=tuple(filled["goal"]),
        musts=tuple(filled["musts"]),
        avoid=tuple(filled["avoid"]),
        gender=filled["gender"],
        language=tuple(code.partition("-")[0].lower() for code in filled["language"]),
        limit=question.limit or Person().limit,
    )
    rest = reading.rest if reading else ""
    said = question.for_whom is None and person.for_whom != "self"
    return Understood(person, place, rest, others, unknown, said, reading or Reading())


def _for_whom(question: Question, reading: Reading | None) -> str | None:
    """Return whom the words are for, unless they only tell of somebody and other things were chosen."""
    if reading is None:
        return None
    beside = reading.for_whom_beside
    return reading.for_whom if beside is None or beside.issuperset(question.interests) else None


def _filled(question: Question, reading: Reading | None) -> Mapping[str, Any]:
    given = {key: getattr(question, key) for key in FILLED_FROM_TEXT}
    if reading is None:
        return given
    return {key: value or getattr(reading, key) for key, value in given.items()}


def _ages(reading: Reading | None) -> tuple[int, int] | None:
    if reading is None or reading.age is None:
        return None
    return (reading.age, reading.age) if isinstance(reading.age, int) else reading.age


def _find_place(
    question: Question, reading: Reading | None, gazetteer: Gazetteer
) -> tuple[Place | None, bool, tuple[str, ...]]:
    """Return the place, whether one was named in vain, and other names that may have been meant."""
    if question.municipality is not None and gazetteer.municipality(question.municipality) is None:
        raise FaultyQuestionError([f"municipality: {question.municipality} is no municipality."])
    if question.lat is not None and question.lon is not None:
        return _here(question.lat, question.lon, question.municipality, gazetteer), False, ()
    name = (question.place or "").strip()
    if name:
        found = gazetteer.find(name) or _town_at_the_end(name, gazetteer)
        if found is not None:
            return found, False, tuple(other.name for other in gazetteer.others(name))
    if question.municipality is not None:
        return gazetteer.municipality_place(question.municipality), bool(name), ()
    if name:
        return None, True, gazetteer.near_names(name)
    if reading is None or reading.place is None:
        return None, False, ()
    return reading.place, False, _others_in(str(question.text), reading, gazetteer)


def _town_at_the_end(name: str, gazetteer: Gazetteer) -> Place | None:
    """Return the town of a quarter or a street that nobody has told us of: "Lade, Trondheim"."""
    words = name.replace(",", " ").split()[-_LONGEST_ADDRESS:]
    ends = (" ".join(words[start:]) for start in range(1, len(words)))
    return next(filter(None, map(gazetteer.find, ends)), None)


def _others_in(text: str, reading: Reading, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the other places of the name by which the text calls its place."""
    named = (span for span in reading.understood if span.kind is Kind.PLACE)
    span = next(named, None)
    others = gazetteer.others(text[span.start : span.end]) if span else ()
    return tuple(other.name for other in others)


def _here(lat: float, lon: float, municipality: str | None, gazetteer: Gazetteer) -> Place:
    found = gazetteer.municipality(municipality) if municipality else None
    area = found or gazetteer.nearest_municipality(lat, lon)
    return Place(
        name=area.name,
        municipality=area.number,
        lat=lat,
        lon=lon,
        precision="exact",
        population=None,
    )
