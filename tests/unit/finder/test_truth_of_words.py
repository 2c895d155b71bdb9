"""No sentence of an explanation, and no caveat, is ever false, in any of the three languages."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from random import Random

import pytest

from finder.caveat_words import caveat_sentence
from finder.telling import Telling, telling_for
from finder.words import LONGEST, explanation
from matching.answer import Match
from matching.match import match
from matching.person import Person
from tests.support.catalogue import VOCABULARY, prepared_from, table_of
from tests.support.caveats_said import caveat_read_back
from tests.support.reference import schedules_of
from tests.support.sentences import SENTENCES, read_back
from tests.support.strategies import made_up_moment, made_up_offer, made_up_person
from tests.support.truth_of_sentences import TRUE, Case, caveat_is_true
from web.languages import LANGUAGES, speaking

PAIRS = 5_000
OFFERS_AT_ONCE = 40
PEOPLE_AT_ONCE = 10

# Said of next to no made-up match; they have tests of their own among the explanations.
ELSEWHERE = {"one_to_one", "ask"}

Pair = tuple[Match, Telling, Case]


def pairs(random: Random) -> Iterator[Pair]:
    """Yield matches of made-up people with made-up offers, for as long as one likes."""
    while True:
        offers = [made_up_offer(random, f"offer-{n}") for n in range(OFFERS_AT_ONCE)]
        for schedule in (one for offer in offers for one in offer.schedules):
            if schedule.start_time is not None and random.random() < 0.3:
                schedule.start_time = time(random.randint(0, 23), random.choice([0, 5, 30]))
        by_id = {one.id: one for one in offers}
        moment, table = made_up_moment(random), table_of(offers)
        ready = prepared_from(table, moment)
        for _ in range(PEOPLE_AT_ONCE):
            person = made_up_person(random, is_somewhere=random.random() < 0.7)
            found_in = random.sample(sorted(by_id), random.randint(0, OFFERS_AT_ONCE))
            person = replace(person, limit=100, text_shares=dict.fromkeys(found_in, 0.5))
            person = _moved_a_little(random, person)
            telling = telling_for(person, VOCABULARY, table, moment)
            for found in match(person, ready).matches:
                one = by_id[found.offer]
                schedule = schedules_of(one)[found.position]
                yield found, telling, Case(one, schedule, person, moment)


def _moved_a_little(random: Random, person: Person) -> Person:
    """Most made-up places are the same few; distances of all lengths come of going some way."""
    here = person.position
    if here is None or random.random() < 0.5:
        return person
    lat, lon = here.lat + random.gauss(0, 0.03), here.lon + random.gauss(0, 0.06)
    if random.random() < 0.3:
        lat, lon = round(lat, 2), round(lon, 2)  # as a browser sends it
    return replace(person, position=replace(here, lat=lat, lon=lon))


@pytest.fixture(scope="module")
def said() -> Counter[str]:
    """Read every sentence back and see that it is true; count how often each was said."""
    random, counted = Random(20261125), Counter[str]()
    for (found, telling, case), _number in zip(pairs(random), range(PAIRS), strict=False):
        for language in LANGUAGES:
            with speaking(language):
                words = explanation(found, telling)
                caveats = [caveat_sentence(caveat) for caveat in found.caveats]
            case.language = language
            counted.update(see_that_it_is_true(words, case))
            for caveat in caveats:
                assert caveat_is_true(*caveat_read_back(caveat, language), case), caveat
    return counted


def see_that_it_is_true(words: str, case: Case) -> list[str]:
    """Return the names of the sentences, each of which is true; what may not be left out is there."""
    assert 0 < len(words) <= LONGEST, words
    sentences = read_back(words, case.language)
    assert sentences is not None, f"nobody knows all of: {words}"
    for sentence in sentences:
        assert TRUE[sentence.name](case, sentence), f"{sentence} is false in: {words}"
    names = [sentence.name for sentence in sentences]
    must_agree = case.schedule is not None and case.schedule.by_appointment is True
    assert not must_agree or {"agreed", "agree_first"} & set(names), words
    return names


def test_no_sentence_is_false(said: Counter[str]) -> None:
    assert said.total() > 3 * PAIRS


def test_every_sentence_is_put_to_the_test(said: Counter[str]) -> None:
    assert set(SENTENCES) - set(said) <= ELSEWHERE


def test_every_sentence_has_a_check() -> None:
    assert TRUE.keys() == SENTENCES.keys()
