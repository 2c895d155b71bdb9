"""Soft signals: what makes a score grow, and what may never make it smaller."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.choices import OfferKind, SobrietyRule
from directory.models import Offer
from matching.described import meaning
from matching.match import match
from matching.person import Person, Position
from matching.signals import SIGNALS
from tests.support.catalogue import (
    OSLO,
    TRONDHEIM,
    north_of,
    offer,
    offer_at,
    prepared,
    schedule,
    venue_at,
)
from tests.support.reference import SHOWN, touches
from tests.support.strategies import (
    AVOID,
    MUSTS,
    examples,
    generators,
    made_up_offer,
    made_up_person,
)

ROUNDING = 0.0003  # every reason is rounded to four decimals
HERE = Person(position=Position(*TRONDHEIM), municipality="5001")

Tell = Callable[[Offer, bool], None]


def scores(person: Person, *offers: Offer) -> dict[str, float]:
    found = match(replace(person, limit=100), prepared(offers)).matches
    return {one.offer: one.score for one in found}


def twice(random: Random, first: str, second: str) -> tuple[Offer, Offer]:
    """Return the same offer under two names, open to everybody."""
    state = random.getstate()
    one = made_up_offer(random, first)
    random.setstate(state)
    other = made_up_offer(random, second)
    for made in (one, other):
        made.kind, made.sobriety_rule = OfferKind.ACTIVITY, SobrietyRule.NONE
        made.gender, made.audience = None, []
        made.age_min = made.age_max = made.ended_on = None
        made.schedules = [schedule(position=0)]
    return one, other


def anybody(random: Random, *, is_somewhere: bool = False) -> Person:
    """Return somebody whom no rule keeps from an offer that is open to everybody."""
    person = made_up_person(random, is_somewhere=is_somewhere)
    return replace(person, for_whom="self", not_this=(), musts=(), avoid=(), max_km=None)


def _access(key: str, wanted: bool) -> Tell:
    def tell(one: Offer, is_told: bool) -> None:
        others = {other: told for other, told in one.access.items() if other != key}
        one.access = others | {key: wanted} if is_told else others

    return tell


def _column(name: str, word: str) -> Tell:
    return lambda one, is_told: setattr(one, name, word if is_told else None)


def _cost(one: Offer, is_told: bool) -> None:
    one.cost_per_time, one.cost_per_year = (0, 0) if is_told else (None, None)


def _attendance(word: str) -> Tell:
    """Nobody has told how one takes part only where no schedule is told at all."""

    def tell(one: Offer, is_told: bool) -> None:
        one.schedules = [schedule(word, position=0)] if is_told else []

    return tell


TELL: dict[str, Tell] = {
    "free": _cost,
    "no_referral": _access("referral_needed", wanted=False),
    "drop_in": _access("drop_in", wanted=True),
    "anonymous": _access("anonymous_ok", wanted=True),
    "step_free": _access("step_free", wanted=True),
    "alcohol_free": _access("alcohol_free_venue", wanted=True),
    "no_sharing": _access("listening_ok", wanted=True),
    "companion": _access("companion_first_time", wanted=True),
    "beginners": _access("beginners_welcome", wanted=True),
    "medication_ok": _access("medication_ok", wanted=True),
    "talk_about_drugs": _access("talk_about_drugs_expected", wanted=False),
    "women": _column("gender", "women"),
    "men": _column("gender", "men"),
    "twelve_step": _column("approach", "neutral"),
    "faith_based": _column("approach", "neutral"),
    "one_to_one": _column("format", "group"),
    "hard": _column("intensity", "calm"),
    "online": _attendance("online"),
    "in_person": _attendance("in_person"),
}


def test_there_is_a_way_to_tell_every_must_and_everything_to_avoid() -> None:
    assert set(TELL) == {*MUSTS, *AVOID}


@examples(160)
@given(generators(), st.sampled_from(sorted(TELL)))
def test_an_unknown_must_ranks_below_the_same_offer_with_the_known_yes(
    random: Random, word: str
) -> None:
    known, unknown = twice(random, "known", "unknown")
    for one, is_told in ((known, True), (unknown, False)):
        one.interests = [
            interest for interest in one.interests if not touches([interest], ["twelve_step"])
        ]
        TELL[word](one, is_told)
    person = anybody(random)
    person = replace(person, musts=(word,)) if word in MUSTS else replace(person, avoid=(word,))

    found = scores(person, known, unknown)

    assert found["unknown"] < found["known"]


@examples(80)
@given(generators(), st.sampled_from([(s, rule) for s in SHOWN for rule in sorted(SHOWN[s])]))
def test_an_untold_sobriety_rule_ranks_below_a_known_one(
    random: Random, told: tuple[str | None, str]
) -> None:
    situation, rule = told
    known, unknown = twice(random, "known", "unknown")
    known.sobriety_rule, unknown.sobriety_rule = SobrietyRule(rule), None
    person = replace(anybody(random), situation=situation)

    found = scores(person, known, unknown)

    assert found["unknown"] < found["known"]


@examples(80)
@given(generators(), st.sampled_from(["drug_free", "wants_to_stop"]), st.sampled_from([None, True]))
def test_where_alcohol_is_served_ranks_below_the_same_offer_without_for_who_does_without(
    random: Random, situation: str, free_of_it: bool | None
) -> None:
    dry, wet = twice(random, "dry", "wet")
    for one, answer in ((dry, free_of_it), (wet, False)):
        others = {key: told for key, told in one.access.items() if key != "alcohol_free_venue"}
        one.access = others | ({} if answer is None else {"alcohol_free_venue": answer})
    person = replace(anybody(random), situation=situation)

    found = scores(person, dry, wet)

    assert found["wet"] < found["dry"]


def test_alcohol_makes_no_difference_to_who_has_not_said_that_they_do_without() -> None:
    wet = schedule(venue=venue_at(*TRONDHEIM, alcohol_served=True))
    dry = schedule(venue=venue_at(*TRONDHEIM))

    found = scores(Person(), offer("wet", wet), offer("dry", dry))

    assert found["wet"] == found["dry"]


@examples(100)
@given(generators(), st.floats(0, 500), st.floats(0, 1))
def test_nearer_is_never_worse(random: Random, km: float, share: float) -> None:
    one, _ = twice(random, "one", "other")
    attendance = random.choice(["in_person", "hybrid"])
    one.schedules = [schedule(attendance, venue_at(*TRONDHEIM, municipality="5001"), position=0)]
    person = anybody(random, is_somewhere=True)
    far = replace(person, position=Position(*north_of(TRONDHEIM, km)))
    near = replace(far, position=Position(*north_of(TRONDHEIM, km * share)))

    assert scores(near, one)["one"] >= scores(far, one)["one"] - ROUNDING


@examples(80)
@given(generators(), st.floats(0, 100))
def test_serving_where_the_person_is_is_never_worse(random: Random, km: float) -> None:
    serving, other = twice(random, "serving", "other")
    attendance = random.choice(["in_person", "hybrid", "online"])
    for one in (serving, other):
        place = venue_at(*north_of(TRONDHEIM, km), municipality="5001")
        one.schedules = [schedule(attendance, place, position=0)]
    serving.serves, other.serves = ["5001"], []
    person = anybody(random, is_somewhere=True)
    person = replace(person, position=HERE.position, municipality="5001")

    found = scores(person, serving, other)

    assert found["serving"] >= found["other"] - ROUNDING


def test_serving_counts_as_near_whatever_the_pin_says() -> None:
    far = offer_at("far", OSLO, serves=["5001"])

    found = scores(
        HERE, far, offer_at("near enough", north_of(TRONDHEIM, 12)), offer_at("oslo", OSLO)
    )

    assert found["far"] > found["oslo"]
    assert found["far"] > 0.5 * found["near enough"]


@pytest.mark.parametrize(("first", "second"), [("5001", "50"), ("50", "NO")])
def test_the_smaller_an_area_the_nearer_it_is(first: str, second: str) -> None:
    offers = [offer(area, schedule(), serves=[area]) for area in (first, second)]

    found = scores(HERE, *offers)

    assert found[first] > found[second]


def test_a_wish_itself_counts_more_than_what_is_near_to_it() -> None:
    offers = [offer(one, interests=[one]) for one in ("bouldering", "rope_climbing", "choir")]

    found = scores(Person(interests=("bouldering",)), *offers)

    assert found["bouldering"] > found["rope_climbing"] > found["choir"]


def test_what_one_used_to_like_weighs_extra() -> None:
    offers = [offer(one, interests=[one]) for one in ("choir", "running")]

    found = scores(Person(interests=("choir",), used_to_like=("running",)), *offers)

    assert found["running"] > found["choir"]


def test_what_is_only_about_gambling_steps_back_for_who_did_not_ask_for_it() -> None:
    offers = [
        offer("gambling", topics=["gambling"], interests=["na"]),
        offer("both", topics=["gambling", "drugs"]),
        offer("untold"),
    ]

    found = scores(Person(), *offers)

    assert found["both"] == found["untold"] > found["gambling"]
    named = scores(Person(interests=("na",)), *offers)
    assert named["gambling"] > named["both"]


def test_the_first_goal_counts_most_and_a_second_one_adds() -> None:
    effects = ["find_calm", "get_tired"]
    offers = [offer(str(n), effects=effects[:n]) for n in range(3)]

    found = scores(Person(goal=tuple(effects)), *offers)

    assert found["1"] - found["0"] > found["2"] - found["1"] > 0


def test_every_signal_says_where_in_the_evidence_it_comes_from() -> None:
    assert all(signal.evidence and signal.weight > 0 for signal in SIGNALS)
    assert len({signal.code for signal in SIGNALS}) == len(SIGNALS)


def test_every_signal_says_what_is_true_and_for_whom() -> None:
    assert all(meaning(signal).endswith(".") for signal in SIGNALS)
    assert all((signal.asked is None) == (signal.who is None) for signal in SIGNALS)
