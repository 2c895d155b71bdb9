"""The ids and numbers an offer file may refer to, gathered before it is checked."""

from dataclasses import dataclass

from directory.vocabulary import Vocabulary
from places.gazetteer import gazetteer


@dataclass(frozen=True)
class References:
    interests: frozenset[str]
    effects: frozenset[str]
    municipalities: frozenset[str]
    counties: frozenset[str]


def references_for(vocabulary: Vocabulary) -> References:
    """Return what ``vocabulary`` and the gazetteer know."""
    places = gazetteer()
    return References(
        interests=frozenset(vocabulary.interests),
        effects=frozenset(vocabulary.effects),
        municipalities=frozenset(area.number for area in places.municipalities()),
        counties=frozenset(area.number for area in places.counties()),
    )
