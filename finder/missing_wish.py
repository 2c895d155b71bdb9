"""What somebody looked for in vain, as coarse as it may be counted: interests, municipality, span of age."""

from dataclasses import dataclass
from typing import Final

from finder.age_bands import AgeBand, band_of
from finder.answering import Answered
from finder.notices import wish_is_missing, wishes_in_words

MOST_WISHES: Final = 5


@dataclass(frozen=True)
class MissingWish:
    """A wish that one press counts. ``words`` names it, such as «klatring eller sjakk»."""

    interests: tuple[str, ...]
    municipality: str
    age_band: AgeBand
    words: str


def missing_wish(answered: Answered) -> MissingWish | None:
    """Return what was wished for and is not there; None where it is there, or is not told well enough."""
    person = answered.understood.person
    wishes = tuple(dict.fromkeys((*person.interests, *person.used_to_like)))[:MOST_WISHES]
    if not wishes or person.municipality is None:
        return None
    if answered.answer.matches and not wish_is_missing(answered):
        return None
    words = wishes_in_words(person, answered.snapshot.vocabulary)
    return MissingWish(wishes, person.municipality, band_of(person.ages), words)
