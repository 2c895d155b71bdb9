"""What the words about a match need to know besides the match, gathered once for an answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from directory.timetable import Timetable
from directory.vocabulary import Vocabulary
from finder.answering import Answered
from finder.question_file import Question
from matching.person import Person
from places.gazetteer import gazetteer


@dataclass(frozen=True)
class Telling:
    """A value that is never stored: it holds what a person wishes for.

    ``written`` are the interests that were read out of their text; the others they chose.
    ``near_to`` has the wish that each interest near to one is near to. ``moment`` is now in
    Norway, without a zone. ``municipality`` is the name of theirs, None where that is not known.
    """

    vocabulary: Vocabulary
    timetables: Sequence[Timetable]
    moment: datetime
    interests: tuple[str, ...]
    liked_before: tuple[str, ...]
    written: frozenset[str]
    near_to: Mapping[str, str]
    municipality: str | None


def telling_of(answered: Answered, question: Question) -> Telling:
    """Gather it for an answer and the question it answers; ``Question()`` where words were searched."""
    person, snapshot = answered.understood.person, answered.snapshot
    return telling_for(
        person,
        snapshot.vocabulary,
        snapshot.table.timetables,
        answered.moment,
        chosen=question.interests,
    )


def telling_for(
    person: Person,
    vocabulary: Vocabulary,
    timetables: Sequence[Timetable],
    moment: datetime,
    *,
    chosen: Iterable[str],
) -> Telling:
    """Gather it for a person; ``chosen`` are those of their interests that they picked themselves."""
    near_to: dict[str, str] = {}
    for wish in (*person.interests, *person.used_to_like):
        for interest in vocabulary.near((wish,)):
            near_to.setdefault(interest, wish)
    number = person.municipality
    return Telling(
        vocabulary=vocabulary,
        timetables=timetables,
        moment=moment,
        interests=person.interests,
        liked_before=person.used_to_like,
        written=frozenset(person.interests) - frozenset(chosen),
        near_to=near_to,
        municipality=gazetteer().name_of(number) if number else None,
    )
