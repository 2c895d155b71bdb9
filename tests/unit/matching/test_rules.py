"""Hard rules: what may never be shown to whom, and that what nobody has told hides nothing."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.choices import SobrietyRule
from directory.models import Offer
from matching.match import match
from matching.person import Person, Position
from tests.support.catalogue import MOMENT, TRONDHEIM, offer, offer_at, prepared
from tests.support.reference import SHOWN, may_be_shown, schedules_of
from tests.support.strategies import (
    AVOID,
    MUSTS,
    SITUATIONS,
    catalogues,
    examples,
    generators,
    made_up_person,
    people,
)

EVERYBODY = 100


def shown(person: Person, *offers: Offer) -> set[str]:
    answer = match(replace(person, limit=EVERYBODY), prepared(offers))
    return {one.offer for one in answer.matches}


@examples(200)
@given(catalogues(), people(is_somewhere=False))
def test_exactly_what_the_rules_allow_is_shown(offers: list[Offer], person: Person) -> None:
    allowed = {
        one.id
        for one in offers
        if any(may_be_shown(one, some, person, MOMENT) for some in schedules_of(one))
    }

    assert shown(person, *offers) == allowed


@examples(60)
@given(catalogues(), people())
def test_the_schedule_that_is_shown_is_one_that_the_rules_allow(
    offers: list[Offer], person: Person
) -> None:
    by_id = {one.id: one for one in offers}

    for one in match(person, prepared(offers)).matches:
        schedule = schedules_of(by_id[one.offer])[one.position]
        assert may_be_shown(by_id[one.offer], schedule, person, MOMENT)
        assert one.attendance == (schedule.attendance if schedule else None)


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("rule", [*SobrietyRule, None])
def test_a_situation_is_shown_its_row_of_the_sobriety_table(
    situation: str | None, rule: SobrietyRule | None
) -> None:
    found = shown(Person(situation=situation), offer("one", sobriety_rule=rule))

    assert found == ({"one"} if rule is None or rule in SHOWN[situation] else set())


@pytest.mark.parametrize("situation", SITUATIONS)
def test_drug_free_and_active_use_never_stand_in_one_answer(situation: str | None) -> None:
    offers = [
        offer(f"{kind}-{rule}", kind=kind, sobriety_rule=rule)
        for kind in ("activity", "signpost")
        for rule in ("drug_free", "active_use", None)
    ]

    answer = match(Person(situation=situation), prepared(offers))

    found = [one.offer for one in answer.matches] + [one.offer for one in answer.signposts]
    assert {"activity-None", "signpost-None"} <= set(found)
    assert not (any("drug_free" in one for one in found) and any("active" in one for one in found))


@examples(100)
@given(people())
def test_of_whom_nothing_is_told_but_the_place_is_shown_to_everybody_who_reaches_it(
    person: Person,
) -> None:
    person = replace(person, for_whom="self", max_km=None)

    assert shown(person, offer_at("one", TRONDHEIM)) == {
        *(["one"] if person.for_whom == "self" and not _rules_out_going(person) else [])
    }


def _rules_out_going(person: Person) -> bool:
    """An attendance is always told: one has to go to this one."""
    return "online" in person.musts


@examples(100)
@given(catalogues(), generators(), st.sampled_from([*MUSTS, *AVOID]))
def test_one_must_more_never_lets_an_offer_in(
    offers: list[Offer], random: Random, word: str
) -> None:
    person = replace(made_up_person(random, is_somewhere=False), musts=(), avoid=())
    gender = {"women": "woman", "men": "man"}.get(word, person.gender)
    fewer = replace(person, gender=gender)  # the must of a group lets in as the gender does
    more = replace(fewer, musts=(word,)) if word in MUSTS else replace(fewer, avoid=(word,))

    assert shown(more, *offers) <= shown(fewer, *offers)


@pytest.mark.parametrize(
    ("ages", "is_shown"),
    [
        (None, True), ((17, 17), False), ((18, 18), True), ((25, 25), True), ((26, 26), False),
        ((16, 17), False), ((16, 18), True), ((25, 40), True), ((26, 40), False), ((0, 120), True),
    ],
)  # fmt: skip
def test_a_band_of_ages_is_outside_only_if_all_of_it_is(
    ages: tuple[int, int] | None, is_shown: bool
) -> None:
    found = shown(Person(ages=ages), offer("one", age_min=18, age_max=25))

    assert found == ({"one"} if is_shown else set())


@pytest.mark.parametrize("ages", [(0, 0), (119, 120)])
def test_an_age_limit_that_nobody_told_leaves_nobody_out(ages: tuple[int, int]) -> None:
    offers = (offer("lower", age_min=0), offer("upper", age_max=120), offer("neither"))

    assert shown(Person(ages=ages), *offers) == {"lower", "upper", "neither"}


@pytest.mark.parametrize(
    ("gender", "musts", "expected"),
    [
        (None, (), {"any", "untold"}),
        ("woman", (), {"any", "untold", "women"}),
        ("man", (), {"any", "untold", "men"}),
        (None, ("women",), {"untold", "women"}),
        ("man", ("women",), {"untold", "women"}),
        ("woman", ("men",), {"untold", "men"}),
    ],
)
def test_closed_groups_are_shown_to_those_they_are_for_or_by_the_must(
    gender: str | None, musts: tuple[str, ...], expected: set[str]
) -> None:
    offers = [
        offer(gender_of or "untold", gender=gender_of)
        for gender_of in ("any", "women", "men", None)
    ]

    assert shown(Person(gender=gender, musts=musts), *offers) == expected


@pytest.mark.parametrize(
    ("unwanted", "expected"),
    [
        ("bouldering", {"climbing", "hiking"}),
        ("climbing", {"hiking"}),
        ("outdoors", set()),
        ("music", {"bouldering", "climbing", "hiking"}),
        ("hiking", {"bouldering", "climbing"}),
    ],
)
def test_what_is_not_wanted_takes_everything_under_it_along(
    unwanted: str, expected: set[str]
) -> None:
    offers = [
        offer(one, interests=[one, "hobby_57"]) for one in ("bouldering", "climbing", "hiking")
    ]

    assert shown(Person(not_this=(unwanted,)), *offers) == expected


def test_twelve_steps_are_avoided_by_their_interest_as_well() -> None:
    offers = [
        offer("by-approach", approach="twelve_step"),
        offer("by-interest", approach="neutral", interests=["na"]),
        offer("untold"),
    ]

    assert shown(Person(avoid=("twelve_step",)), *offers) == {"untold"}


def test_somewhere_without_a_place_told_signposts_are_no_matches() -> None:
    person = Person(position=Position(*TRONDHEIM), municipality="5001")

    assert shown(person, offer("sign", kind="signpost", serves=["NO"])) == set()
