"""What the catalogue starts with is whole, and says no more than its sources."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from directory.choices import ConfirmedBy
from directory.entries import entry_of_record
from directory.examples import is_example
from directory.offer_file import OfferRecord
from directory.offer_files import Batch, read_offer_files
from tests.support.databases import ROOT, references, vocabulary

LANGUAGES = {"nb", "nn", "en"}
OFFERS = ROOT / "seeds" / "offers"
MATERIAL = ROOT.parent / "shared" / "documented-offers"
LONGEST_SENTENCE_WORDS = 20


def read(folder: Path) -> Batch:
    return read_offer_files(folder, references(), ())


@pytest.fixture(scope="module")
def seeds() -> Batch:
    return read(OFFERS)


def texts(offer: OfferRecord) -> list[dict[str, str]]:
    cost = [offer.cost.note] if offer.cost else []
    return [offer.summary, offer.first_visit, *cost, *(one.note for one in offer.schedules)]


def test_the_seeds_hold_as_much_as_their_page_says(seeds: Batch) -> None:
    page = (ROOT / "seeds" / "README.md").read_text(encoding="utf-8")

    assert f"{len(seeds.offers)} offers and {len(seeds.organisations)} organisations" in page


def test_every_text_is_told_in_all_three_languages(seeds: Batch) -> None:
    assert [
        offer.id
        for offer in seeds.offers.values()
        for text in texts(offer)
        if text and set(text) != LANGUAGES
    ] == []
    assert [offer.id for offer in seeds.offers.values() if not offer.summary] == []


def test_sentences_are_short(seeds: Batch) -> None:
    long = [
        sentence
        for offer in seeds.offers.values()
        for text in texts(offer)
        for passage in text.values()
        for sentence in re.split(r"(?<=[.?!:])\s", passage)
        if len(sentence.split()) > LONGEST_SENTENCE_WORDS
    ]

    assert long == []


def test_no_person_is_named(seeds: Batch) -> None:
    named = [one.id for one in seeds.offers.values() for contact in one.contacts if contact.name]

    assert named == []


def test_no_position_is_given_that_no_source_tells(seeds: Batch) -> None:
    venues = [one.venue for offer in seeds.offers.values() for one in offer.schedules]

    assert all(venue is None or venue.lat is None for venue in venues)


def test_every_offer_says_where_it_is_known_from(seeds: Batch) -> None:
    assert [offer.id for offer in seeds.offers.values() if not offer.sources] == []
    assert {offer.confirmed_by for offer in seeds.offers.values()} <= {ConfirmedBy.DOCUMENT, None}
    latest = max(offer.confirmed_on or date.min for offer in seeds.offers.values())
    assert latest < date(2027, 1, 1)


def test_nothing_documented_passes_for_made_up(seeds: Batch) -> None:
    assert not any(is_example(one) for one in (*seeds.offers, *seeds.organisations))


def test_everything_that_was_documented_is_among_them(seeds: Batch) -> None:
    if not MATERIAL.is_dir():
        pytest.skip("the documented offers are not beside the project")
    material = read(MATERIAL)

    assert seeds.organisations.keys() == material.organisations.keys()
    facts = {one: without_sentences(offer) for one, offer in seeds.offers.items()}
    assert facts == {one: without_sentences(offer) for one, offer in material.offers.items()}


def without_sentences(offer: OfferRecord) -> dict[str, object]:
    """Return the facts of an offer; its sentences are ours."""
    entry = entry_of_record(offer)
    kept = ("organisation", "name", "kind", "status", "ended_on", "confirmed_on", "sobriety_rule")
    return {key: entry.get(key) for key in kept}


def test_every_word_of_the_vocabulary_has_a_name_in_every_language() -> None:
    words = [*vocabulary().interests.values(), *vocabulary().effects.values()]

    assert [one.id for one in words if set(one.labels) != LANGUAGES] == []
    assert [
        one.id for one in words if not all(label.strip() for label in one.labels.values())
    ] == []
    assert [one.id for one in words if set(one.synonyms) != LANGUAGES] == []


def test_what_people_type_is_in_lower_case() -> None:
    words = [*vocabulary().interests.values(), *vocabulary().effects.values()]
    synonyms = [word for one in words for typed in one.synonyms.values() for word in typed]

    assert [word for word in synonyms if word != word.lower().strip()] == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_a_synonym_belongs_to_one_word_only(language: str) -> None:
    words = [*vocabulary().interests.values(), *vocabulary().effects.values()]
    owners = Counter(typed for one in words for typed in set(one.synonyms[language]))

    assert [typed for typed, number in owners.items() if number > 1] == []


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_two_interests_bear_the_same_name(language: str) -> None:
    labels = Counter(one.labels[language] for one in vocabulary().interests.values())

    assert [label for label, number in labels.items() if number > 1] == []


def test_every_interest_of_the_offers_is_known(seeds: Batch) -> None:
    used = {interest for offer in seeds.offers.values() for interest in offer.interests}

    assert used
    assert used <= vocabulary().interests.keys()
