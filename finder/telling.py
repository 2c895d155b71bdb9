"""What the words about a match need to know besides the match, gathered once for an answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from directory.timetable import Timetable
from directory.vocabulary import Vocabulary
from finder.answering import Answered
from finder.columns import Table
from finder.rounded_positions import is_rounded
from matching.answer import Match
from matching.person import Person
from matching.rules import DOING_WITHOUT
from matching.signals import FEWEST_YEARS_APART
from places.gazetteer import gazetteer


@dataclass(frozen=True)
class Telling:
    """A value that is never stored: it holds what a person wishes for.

    ``near_to`` has the wish that each interest near to one is near to. ``moment`` is now in
    Norway, without a zone. ``municipality`` is the name of theirs, None where that is not known.
    ``does_without``: they are drug-free or want to stop. ``position_is_rounded``: they may be half
    a kilometre from where they are taken to be.
    """

    vocabulary: Vocabulary
    table: Table
    moment: datetime
    interests: tuple[str, ...]
    liked_before: tuple[str, ...]
    when: tuple[str, ...]
    near_to: Mapping[str, str]
    municipality: str | None
    age_is_told: bool
    does_without: bool
    position_is_rounded: bool

    def timetable_of(self, match: Match) -> Timetable:
        return self.table.timetables[match.timetable]

    def distance_is_exact(self, match: Match) -> bool:
        """Tell whether the way is known so well that no «ca.» has to stand before it."""
        return match.distance_is_exact and not self.position_is_rounded

    def has_no_other_time(self, match: Match) -> bool:
        """Tell whether the offer has the schedule of the match and no other, not even one that is over."""
        return len(self.table.columns.rows_of([match.offer])) == 1

    def is_for_about_one_age(self, match: Match) -> bool:
        """Tell whether it is told from which age to which people usually come, and these are close."""
        columns = self.table.columns
        row = columns.rows_of([match.offer])[:1]
        low, high = columns.typical_min[row].astype(int), columns.typical_max[row].astype(int)
        # An end that is untold lies far above any age.
        return bool(((low > 0) & (high - low < FEWEST_YEARS_APART)).any())


def telling_of(answered: Answered) -> Telling:
    """Gather it for an answer."""
    snapshot = answered.snapshot
    person = answered.understood.person
    return telling_for(person, snapshot.vocabulary, snapshot.table, answered.moment)


def telling_for(person: Person, vocabulary: Vocabulary, table: Table, moment: datetime) -> Telling:
    """Gather it for a person; ``table`` is the one in which the matches were found."""
    near_to: dict[str, str] = {}
    for wish in (*person.interests, *person.used_to_like):
        for interest in vocabulary.near((wish,)):
            near_to.setdefault(interest, wish)
    number = person.municipality
    return Telling(
        vocabulary=vocabulary,
        table=table,
        moment=moment,
        interests=person.interests,
        liked_before=person.used_to_like,
        when=person.when,
        near_to=near_to,
        municipality=gazetteer().name_of(number) if number else None,
        age_is_told=person.ages is not None,
        does_without=person.situation in DOING_WITHOUT,
        position_is_rounded=is_rounded(person.position),
    )
