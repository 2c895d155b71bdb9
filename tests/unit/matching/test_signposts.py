"""Signposts: who to turn to, where there is little to go to or where it may be needed."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from directory.models import Offer
from matching.match import match
from matching.person import Person, Position
from tests.support.catalogue import MOMENT, TRONDHEIM, offer, prepared, schedule
from tests.support.reference import may_be_signpost, schedules_of
from tests.support.strategies import SITUATIONS, catalogues, examples, people

HERE = Person(position=Position(*TRONDHEIM), municipality="5001")
MOST = 3


def helpline(name: str = "helpline", **told: Any) -> Offer:
    return offer(name, schedule("phone"), kind="signpost", **told)


def shown(person: Person, *offers: Offer) -> list[str]:
    return [one.offer for one in match(person, prepared(offers)).signposts]


@examples(160)
@given(catalogues(), people())
def test_signposts_are_those_the_rules_allow_where_they_are_needed(
    offers: list[Offer], person: Person
) -> None:
    allowed = {
        one.id
        for one in offers
        if any(may_be_signpost(one, some, person, MOMENT) for some in schedules_of(one))
    }

    answer = match(person, prepared(offers))

    told = [one.offer for one in answer.signposts]
    is_needed = len(answer.matches) < 3 or person.situation in {"uses_now", "wants_to_stop"}
    assert set(told) <= allowed
    assert len(told) == len(set(told)) == (min(len(allowed), MOST) if is_needed else 0)


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("number", [0, 2, 3, 4])
def test_they_stand_beside_few_matches_and_always_for_those_who_may_need_them(
    situation: str | None, number: int
) -> None:
    offers = [offer(str(n)) for n in range(number)]

    found = shown(Person(situation=situation), helpline(), *offers)

    is_needed = number < 3 or situation in {"uses_now", "wants_to_stop"}
    assert found == (["helpline"] if is_needed else [])


@pytest.mark.parametrize(
    ("person", "told"),
    [
        (Person(for_whom="relative"), {"audience": ["self"]}),
        (Person(for_whom="bereaved"), {}),
        (Person(ages=(16, 17)), {"age_min": 18}),
        (Person(ages=(31, 40)), {"age_max": 30}),
        (Person(not_this=("outdoors",)), {"interests": ["bouldering"]}),
        (Person(situation="uses_now"), {"sobriety_rule": "drug_free"}),
        (Person(situation="drug_free"), {"sobriety_rule": "active_use"}),
        (Person(), {"sobriety_rule": "active_use"}),
        (Person(), {"ended_on": MOMENT.date()}),
        (HERE, {"serves": ["0301"]}),
    ],
)
def test_what_binds_a_signpost(person: Person, told: dict[str, Any]) -> None:
    assert shown(person, helpline(**told)) == []


@pytest.mark.parametrize(
    ("person", "told"),
    [
        (Person(musts=("free", "online", "women")), {"cost_per_time": 100, "gender": "men"}),
        (Person(avoid=("twelve_step",)), {"approach": "twelve_step"}),
        (Person(situation="wants_to_stop"), {"sobriety_rule": "wish_to_stop"}),
        (Person(situation="uses_now"), {"sobriety_rule": "wish_to_stop"}),
        (Person(ages=(19, 19)), {}),
        (replace(HERE, max_km=0.0), {}),
        (HERE, {"serves": ["50"]}),
        (Person(), {"serves": ["0301"]}),
    ],
)
def test_what_does_not_bind_a_signpost(person: Person, told: dict[str, Any]) -> None:
    assert shown(person, helpline(**told)) == ["helpline"]


def test_those_that_work_nearest_stand_first() -> None:
    offices = [offer(area, kind="signpost", serves=[area]) for area in ("NO", "50", "5001")]

    assert shown(HERE, offer("anywhere", kind="signpost"), *offices) == ["5001", "50", "NO"]


def test_they_say_why() -> None:
    answer = match(HERE, prepared([helpline(serves=["5001"], cost_per_time=0, cost_per_year=0)]))

    (found,) = answer.signposts
    assert {"online", "free"} <= {reason.code for reason in found.reasons}


def test_a_signpost_that_is_asked_for_by_its_name_is_always_shown() -> None:
    offers = [offer(str(n)) for n in range(5)]
    signposts = [offer(one, kind="signpost") for one in ("asked for", "other")]

    found = match(
        Person(text_shares={"asked for": 1.0, "other": 0.6}), prepared([*offers, *signposts])
    )

    assert [one.offer for one in found.signposts] == ["asked for"]


def test_somebody_to_talk_with_stands_before_an_emergency_number() -> None:
    found = shown(Person(), helpline("112"), helpline("talk", format="one_to_one"))

    assert found == ["talk", "112"]
