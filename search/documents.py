"""Offers as the text index sees them: every word under which somebody may look for one."""

from collections.abc import Iterable, Iterator

from directory.models import Offer
from directory.vocabulary import Vocabulary
from places.gazetteer import Gazetteer
from search.index import OfferText


def texts_of(
    offers: Iterable[Offer], vocabulary: Vocabulary, gazetteer: Gazetteer
) -> Iterator[OfferText]:
    for offer in offers:
        yield OfferText(
            id=offer.id,
            name=offer.name,
            aliases=tuple(offer.aliases),
            organisation=" ".join((offer.organisation.name, *offer.organisation.aliases)),
            summaries=tuple(offer.summary.values()),
            interest_words=tuple(_interest_words(offer.interests, vocabulary)),
            places=tuple(_places(offer, gazetteer)),
        )


def _interest_words(interests: list[str], vocabulary: Vocabulary) -> Iterator[str]:
    """Yield labels and synonyms of each interest and of what it lies under, each once."""
    known = [interest for interest in interests if interest in vocabulary.interests]
    above = dict.fromkeys(one for interest in known for one in vocabulary.above(interest))
    for interest in above:
        found = vocabulary.interests[interest]
        yield from found.labels.values()
        for words in found.synonyms.values():
            yield from words


def _places(offer: Offer, gazetteer: Gazetteer) -> Iterator[str]:
    for schedule in offer.schedules:
        if schedule.venue is not None:
            if schedule.venue.name:
                yield schedule.venue.name
            area = schedule.venue.municipality and gazetteer.name_of(schedule.venue.municipality)
            if area:
                yield area
    for area_code in offer.serves:
        name = gazetteer.name_of(area_code) if area_code != "NO" else None
        if name:
            yield name
