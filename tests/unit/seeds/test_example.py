"""The made-up country: valid, varied, the same every time, and never to be taken for a real one."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from hashlib import sha256
from math import cos, hypot, radians
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.choices import (
    ACCESS,
    Attendance,
    Audience,
    Capacity,
    ConfirmedBy,
    Format,
    Gender,
    Holidays,
    Intensity,
    LedBy,
    OfferKind,
    OrganisationKind,
    Participants,
    Precision,
    SobrietyRule,
    Topic,
)
from directory.examples import EXAMPLE_PREFIX
from directory.offer_file import OfferRecord, ScheduleRecord
from directory.offer_files import Batch
from directory.references import references_for
from directory.timetable import TimeState
from directory.vocabulary import Vocabulary
from directory.vocabulary_file import read_vocabulary_file
from places.gazetteer import gazetteer
from seeds.cli import VOCABULARY
from seeds.example.batch import example_batch
from seeds.example.draw import Deck, Lot
from seeds.example.texts import MARKS, sentences
from seeds.example.themes import LANGUAGES, TABLE, themes_of

ROOT = Path(__file__).resolve().parents[3]
TODAY = date(2026, 11, 25)
NUMBER = 2_000
LABELS = ("misbruk", "narkoman", "rusavhengig", "alkoholiker", "addict", "junkie", "abuse")


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return read_vocabulary_file(VOCABULARY)


@pytest.fixture(scope="module")
def batch(vocabulary: Vocabulary) -> Batch:
    return made(NUMBER, 1, vocabulary)


@pytest.fixture(scope="module")
def offers(batch: Batch) -> list[OfferRecord]:
    return list(batch.offers.values())


def made(number: int, seed: int, vocabulary: Vocabulary) -> Batch:
    return example_batch(number, seed, vocabulary, references_for(vocabulary), TODAY)


def schedules_of(offers: list[OfferRecord]) -> list[ScheduleRecord]:
    return [schedule for offer in offers for schedule in offer.schedules]


def fingerprint(batch: Batch) -> str:
    records = [*batch.organisations.values(), *batch.offers.values()]
    return sha256("\n".join(one.model_dump_json() for one in records).encode()).hexdigest()


def texts_of(offer: OfferRecord) -> Iterator[str]:
    texts = [*offer.summary.values(), *offer.first_visit.values()]
    yield from (text for text in texts if text is not None)
    yield offer.name


def test_every_offer_asked_for_is_made_under_an_id_of_its_own(batch: Batch) -> None:
    assert len(batch.offers) == NUMBER
    assert all(id_ == offer.id for id_, offer in batch.offers.items())


def test_every_offer_belongs_to_an_organisation_of_the_batch(batch: Batch) -> None:
    owners = {offer.organisation for offer in batch.offers.values()}

    assert owners == set(batch.organisations)


def test_the_same_seed_makes_the_same_country(batch: Batch, vocabulary: Vocabulary) -> None:
    assert fingerprint(made(NUMBER, 1, vocabulary)) == fingerprint(batch)


def test_another_seed_makes_another_country(vocabulary: Vocabulary) -> None:
    assert fingerprint(made(20, 1, vocabulary)) != fingerprint(made(20, 2, vocabulary))


def test_the_order_of_hashes_does_not_change_the_country(vocabulary: Vocabulary) -> None:
    code = (
        "from datetime import date\n"
        "from directory.vocabulary_file import read_vocabulary_file\n"
        "from directory.references import references_for\n"
        "from seeds.cli import VOCABULARY\n"
        "from seeds.example.batch import example_batch\n"
        "words = read_vocabulary_file(VOCABULARY)\n"
        f"batch = example_batch(300, 7, words, references_for(words), date.fromisoformat('{TODAY}'))\n"
        "records = [*batch.organisations.values(), *batch.offers.values()]\n"
        "print('\\n'.join(one.model_dump_json() for one in records), end='')\n"
    )

    other = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PYTHONHASHSEED": "4242", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
    )

    assert sha256(other.stdout).hexdigest() == fingerprint(made(300, 7, vocabulary))


@settings(max_examples=15, deadline=None)
@given(number=st.integers(1, 60), seed=st.integers(0, 2**32))
def test_any_number_and_seed_make_a_valid_country(number: int, seed: int) -> None:
    vocabulary = read_vocabulary_file(VOCABULARY)

    assert len(made(number, seed, vocabulary).offers) == number


def test_every_record_says_that_it_is_an_example(batch: Batch) -> None:
    ids = [*batch.offers, *batch.organisations]

    assert all(one.startswith(EXAMPLE_PREFIX) for one in ids)
    for offer in batch.offers.values():
        assert [source.title for source in offer.sources] == ["Oppdiktet eksempel"]
        assert "nb" in offer.summary
        for language, text in offer.summary.items():
            assert text is not None and text.startswith(f"{MARKS[language]} ")


def test_nobody_real_is_reached_through_an_example(batch: Batch) -> None:
    for offer in batch.offers.values():
        for contact in offer.contacts:
            assert contact.name is None
            assert {contact.phone, contact.sms} <= {None, "000 00 000"}
            assert (contact.email or "@example.org").endswith("@example.org")
            assert (contact.url or "https://example.org/").startswith("https://example.org/")
    addresses = [one.url for one in batch.organisations.values()]
    addresses += [one.online_url for one in schedules_of(list(batch.offers.values()))]
    assert all(one is None or one.startswith("https://example.org/") for one in addresses)
    assert all(one.orgnr is None for one in batch.organisations.values())


def test_every_municipality_has_something_to_go_to(offers: list[OfferRecord]) -> None:
    there = {one.venue.municipality for one in schedules_of(offers) if one.venue is not None}
    served = {area for offer in offers for area in offer.serves}

    assert {one.number for one in gazetteer().municipalities()} <= there | served


def test_most_offers_are_where_most_people_live(offers: list[OfferRecord]) -> None:
    venues = [one.venue for one in schedules_of(offers) if one.venue is not None]
    at = Counter(venue.municipality for venue in venues)

    assert [number for number, _ in at.most_common(2)] == ["0301", "4601"]
    assert 0.08 < at["0301"] / len(venues) < 0.2


def test_venues_lie_around_the_places_of_their_municipality(offers: list[OfferRecord]) -> None:
    centres: dict[str, list[tuple[float, float]]] = {}
    for place, _ in gazetteer().places_weighted():
        centres.setdefault(place.municipality, []).append((place.lat, place.lon))
    venues = [one.venue for one in schedules_of(offers) if one.venue is not None]
    exact = [venue for venue in venues if venue.lat is not None and venue.lon is not None]

    nearest_km = [
        min(
            111.2 * hypot(venue.lat - lat, (venue.lon - lon) * cos(radians(lat)))
            for lat, lon in centres[str(venue.municipality)]
        )
        for venue in exact
        if venue.lat is not None and venue.lon is not None
    ]

    assert max(nearest_km) < 15
    assert len({(venue.lat, venue.lon) for venue in exact}) > 0.9 * len(exact)
    assert 0.7 < len(exact) / len(venues) < 0.9


def test_every_word_of_the_lists_occurs(batch: Batch, offers: list[OfferRecord]) -> None:
    schedules = schedules_of(offers)
    venues = [one.venue for one in schedules if one.venue is not None]

    # A made-up helpline could be taken for one that somebody answers.
    assert {offer.kind for offer in offers} == set(OfferKind) - {OfferKind.SIGNPOST}
    assert {offer.sobriety_rule for offer in offers} == {*SobrietyRule, None}
    assert {offer.gender for offer in offers} == {*Gender, None}
    assert {offer.participants for offer in offers} == {*Participants, None}
    assert {offer.led_by for offer in offers} == {*LedBy, None}
    assert {offer.approach.value for offer in offers if offer.approach} == {
        "twelve_step", "faith_based", "harm_reduction", "neutral",
    }  # fmt: skip
    assert {offer.format for offer in offers} == {*Format, None}
    assert {offer.intensity for offer in offers} == {*Intensity, None}
    assert {offer.capacity for offer in offers} == {*Capacity, None}
    assert {offer.confirmed_by for offer in offers} == {*ConfirmedBy, None}
    assert {one for offer in offers for one in offer.audience} == set(Audience)
    assert {one for offer in offers for one in offer.topics} == set(Topic)
    assert {one.attendance for one in schedules} == set(Attendance)
    assert {one.holidays for one in schedules} == {*Holidays, None}
    assert {venue.precision for venue in venues} == set(Precision)
    assert {one.kind for one in batch.organisations.values()} == {*OrganisationKind, None}
    for key in ACCESS:
        assert {offer.access.get(key) for offer in offers} == {True, False, None}, key


def test_every_interest_and_effect_of_the_vocabulary_occurs(
    offers: list[OfferRecord], vocabulary: Vocabulary
) -> None:
    assert {one for offer in offers for one in offer.interests} == set(vocabulary.interests)
    assert {one for offer in offers for one in offer.effects} == set(vocabulary.effects)


def test_times_of_every_sort_occur(offers: list[OfferRecord]) -> None:
    schedules = schedules_of(offers)
    states = Counter(one.timetable().state for one in schedules)
    rules = {one.rrule or "" for one in schedules}

    assert set(states) == set(TimeState)
    assert states[TimeState.TIMED] > 0.7 * len(schedules)
    assert "FREQ=DAILY" in rules and "FREQ=MONTHLY;BYDAY=1MO" in rules
    assert any("INTERVAL=2" in rule for rule in rules)
    assert any(one.until for one in schedules) and any(one.exceptions for one in schedules)
    assert any(len(offer.schedules) > 1 for offer in offers)


def test_a_time_that_starts_on_a_day_starts_on_a_day_of_its_rule(
    offers: list[OfferRecord],
) -> None:
    days = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    started = [one for one in schedules_of(offers) if one.starts_on is not None]

    assert started
    for one in started:
        assert one.starts_on is not None
        assert f"BYDAY={days[one.starts_on.weekday()]}" in (one.rrule or "")


def test_shares_are_those_of_a_plausible_country(offers: list[OfferRecord]) -> None:
    kinds = Counter(offer.kind for offer in offers)
    rules = Counter(offer.sobriety_rule for offer in offers)
    online = [offer for offer in offers if any(one.online_url for one in offer.schedules)]
    nationwide = [offer for offer in online if offer.serves == ["NO"]]

    assert kinds.most_common(1)[0][0] is OfferKind.ACTIVITY
    assert rules[SobrietyRule.ACTIVE_USE] < 0.06 * len(offers)
    assert 0.005 < len(nationwide) / len(offers) < 0.04


def test_open_use_is_only_for_meeting_places_and_outreach(offers: list[OfferRecord]) -> None:
    open_to_use = {o.kind for o in offers if o.sobriety_rule is SobrietyRule.ACTIVE_USE}

    assert open_to_use == {OfferKind.MEETING_PLACE, OfferKind.OUTREACH}


def test_an_offer_that_goes_out_to_people_serves_municipalities(offers: list[OfferRecord]) -> None:
    for offer in offers:
        if offer.kind in {OfferKind.OUTREACH, OfferKind.MENTOR_SCHEME}:
            assert offer.serves
            assert all(one.venue is None for one in offer.schedules)


def test_venue_and_offer_do_not_gainsay_each_other(offers: list[OfferRecord]) -> None:
    for offer in offers:
        served = any(one.venue and one.venue.alcohol_served for one in offer.schedules)
        assert not (served and offer.access.get("alcohol_free_venue"))
        assert not (served and offer.sobriety_rule is SobrietyRule.DRUG_FREE)
        assert not (offer.access.get("drop_in") and offer.access.get("sign_up"))


def test_no_offer_was_confirmed_after_today_or_long_ago(offers: list[OfferRecord]) -> None:
    days = [TODAY - offer.confirmed_on for offer in offers if offer.confirmed_on is not None]

    assert min(days) >= timedelta(0) and max(days) <= timedelta(days=913)
    assert 0.03 < 1 - len(days) / len(offers) < 0.2
    assert sum(one > timedelta(days=365) for one in days) > 0.15 * len(days)


def test_half_of_the_offers_tell_of_the_first_visit(offers: list[OfferRecord]) -> None:
    assert 0.45 < sum(bool(offer.first_visit) for offer in offers) / len(offers) < 0.55


def test_cards_do_not_read_alike(offers: list[OfferRecord]) -> None:
    read = Counter(offer.summary["nb"] for offer in offers)

    assert len(read) > 0.9 * len(offers)


def test_texts_are_whole_sentences_without_labels(offers: list[OfferRecord]) -> None:
    for offer in offers:
        for text in texts_of(offer):
            assert "{" not in text and "  " not in text
            assert not any(label in text.lower() for label in LABELS), text


def test_a_name_says_evening_only_of_what_is_not_by_day(offers: list[OfferRecord]) -> None:
    for offer in offers:
        by_day = [one for one in offer.schedules if one.start_time and one.start_time.hour < 16]
        assert not (by_day and "kveld" in offer.name.split(" på ")[0].replace("Kvelds", "")), offer


def test_every_interest_of_the_vocabulary_has_words_of_its_own(vocabulary: Vocabulary) -> None:
    themes = themes_of(vocabulary)

    assert set(themes) == set(vocabulary.interests)
    for theme in themes.values():
        assert set(theme.do) == set(LANGUAGES) and len(theme.names) >= 2
        assert set(theme.family.gives) <= set(vocabulary.effects)


def test_every_sentence_is_short_and_in_three_languages(vocabulary: Vocabulary) -> None:
    triplets = [*in_three_languages(sentences())]
    for theme in themes_of(vocabulary).values():
        triplets.extend(theme.family.details)

    assert TABLE.exists() and len(triplets) > 200
    for triplet in triplets:
        assert set(triplet) == set(LANGUAGES)
        for text in triplet.values():
            assert text[-1] in ".?" and len(text.split()) <= 20, text


def in_three_languages(part: object) -> Iterator[Mapping[str, str]]:
    if isinstance(part, dict) and "nb" in part:
        yield part
    elif isinstance(part, dict):
        for inner in part.values():
            yield from in_three_languages(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from in_three_languages(inner)


@given(dice=st.randoms(use_true_random=False))
def test_a_deck_deals_every_card_before_it_is_shuffled_anew(dice: Random) -> None:
    deck = Deck([("a", 2), ("b", 1)])

    dealt = [deck.deal(dice) for _ in range(6)]

    assert sorted(dealt[:3]) == sorted(dealt[3:]) == ["a", "a", "b"]


@given(
    weights=st.lists(st.integers(0, 5), min_size=1).filter(any),
    dice=st.randoms(use_true_random=False),
)
def test_a_lot_draws_only_what_has_weight(weights: list[int], dice: Random) -> None:
    lot = Lot(*enumerate(weights))

    assert weights[lot.draw(dice)] > 0
