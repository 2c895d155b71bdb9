"""What nobody has answered for in a year: shown last, after variety too, and never as if it were enough."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given

from directory.freshness import Stage, stage_of_offer
from directory.models import Offer
from matching.answer import Answer, Step
from matching.match import match
from matching.person import Person, Position
from tests.support.catalogue import (
    TODAY,
    TRONDHEIM,
    as_told,
    north_of,
    offer,
    offer_at,
    prepared,
)
from tests.support.strategies import (
    LONG_AGO,
    catalogues,
    examples,
    partly_silent_catalogues,
    people,
)

YESTERDAY = TODAY - timedelta(1)
ANYBODY = Person(limit=100)
HERE = Person(position=Position(*TRONDHEIM), municipality="5001")


def ids(answer: Answer) -> list[str]:
    return [one.offer for one in answer.matches]


def is_silent(one: Offer) -> bool:
    return stage_of_offer(one, TODAY) is Stage.SILENT


@examples(150)
@given(partly_silent_catalogues(20), people())
def test_the_silent_stand_after_all_others_and_carry_the_mark(
    offers: list[Offer], person: Person
) -> None:
    known = {one.id: one for one in offers}

    found = match(person, prepared(offers)).matches

    order = [is_silent(known[one.offer]) for one in found]
    assert order == sorted(order)
    told = [any(caveat.code == "silent" for caveat in one.caveats) for one in found]
    assert told == order


@examples(100)
@given(partly_silent_catalogues(20), people())
def test_the_others_are_shown_as_if_the_silent_were_not_there(
    offers: list[Offer], person: Person
) -> None:
    person = replace(person, text_shares={}, max_km=None)
    heard_of = [one for one in offers if not is_silent(one)]
    kept = {one.id for one in heard_of}

    alone = as_told(match(person, prepared(heard_of))).matches if heard_of else ()
    together = as_told(match(person, prepared(offers))).matches

    assert tuple(one for one in together if one.offer in kept) == alone


@examples(100)
@given(partly_silent_catalogues(20), people())
def test_silence_changes_the_order_and_hides_nothing(offers: list[Offer], person: Person) -> None:
    person = replace(person, limit=100, position=None, municipality=None)
    aged = match(person, prepared(offers)).matches
    for one in offers:
        one.rhythm = None

    assert {one.offer for one in match(person, prepared(offers)).matches} == {
        one.offer for one in aged
    }


@examples(100)
@given(catalogues(20, LONG_AGO), people())
def test_an_answer_that_is_late_never_makes_a_score_higher(
    offers: list[Offer], person: Person
) -> None:
    person = replace(person, limit=100, position=None, municipality=None)
    late = {one.offer: one.score for one in match(person, prepared(offers)).matches}
    for one in offers:
        one.rhythm = None

    for found in match(person, prepared(offers)).matches:
        assert late[found.offer] <= found.score + 0.001


def test_an_overdue_entry_gets_nothing_for_having_been_confirmed() -> None:
    confirmed = {"confirmed_on": TODAY - timedelta(185)}

    asked, late = (
        match(Person(), prepared([offer("one", due_on=due, **confirmed)])).matches[0]
        for due in (TODAY, YESTERDAY)
    )

    assert "confirmed" in {one.code for one in asked.reasons}
    assert "confirmed" not in {one.code for one in late.reasons}
    assert late.score < asked.score


def test_the_only_one_of_another_kind_stays_last_where_it_is_silent() -> None:
    plain = [offer(f"plain-{n}", interests=["choir"]) for n in range(6)]
    peers = offer("peers", kind="self_help_group", interests=["choir"], due_on=LONG_AGO)
    person = Person(interests=("choir",), limit=100)

    assert ids(match(person, prepared([*plain, peers])))[-1] == "peers"
    assert "peers" not in ids(match(replace(person, limit=5), prepared([*plain, peers])))


def test_what_is_asked_for_by_name_is_shown_however_long_it_has_been_silent() -> None:
    others = [offer(f"other-{n}") for n in range(9)]
    named = offer("named", due_on=LONG_AGO)
    person = Person(text_shares={"named": 1.0}, limit=3)

    assert ids(match(person, prepared([*others, named]))) == ["other-0", "other-1", "named"]
    assert ids(match(replace(person, limit=1), prepared([*others, named]))) == ["named"]


def test_where_only_the_silent_are_near_one_looks_farther() -> None:
    near = [silent_at(f"near-{n}", n) for n in range(5)]
    far = [silent_at(f"far-{n}", 40 + n, due_on=None) for n in range(5)]

    answer = match(HERE, prepared([*near, *far]))

    assert answer.widened == (Step("radius", 25.0, 50.0),)
    assert set(ids(answer)) == {one.id for one in far}


def silent_at(name: str, km: float, due_on: date | None = LONG_AGO, **told: Any) -> Offer:
    return offer_at(name, north_of(TRONDHEIM, km), due_on=due_on, **told)


def test_a_wish_that_only_the_silent_meet_makes_us_look_on() -> None:
    near = [offer_at(f"near-{n}", TRONDHEIM) for n in range(5)]
    silent = [silent_at(f"silent-{n}", 3, interests=["bouldering"]) for n in range(3)]
    wished = silent_at("wished", 40, None, interests=["bouldering"])
    person = replace(HERE, interests=("climbing",))

    assert ids(match(person, prepared([*near, *silent, wished])))[0] == "wished"


def test_a_silent_telephone_stands_after_those_who_answer() -> None:
    lines = [offer(f"line-{n}", kind="signpost") for n in range(3)]
    silent = offer("a-silent-line", kind="signpost", due_on=LONG_AGO, access={"anonymous_ok": True})

    def shown(*offers: Offer) -> list[str]:
        return [one.offer for one in match(Person(), prepared(offers)).signposts]

    assert shown(silent, *lines) == ["line-0", "line-1", "line-2"]
    assert shown(silent, lines[0]) == ["line-0", "a-silent-line"]


@pytest.mark.parametrize("limit", [1, 3, 5, 100])
def test_an_answer_of_the_silent_alone_is_an_answer(limit: int) -> None:
    silent = [offer(f"silent-{n}", due_on=LONG_AGO) for n in range(7)]

    assert len(ids(match(replace(ANYBODY, limit=limit), prepared(silent)))) == min(limit, 7)
