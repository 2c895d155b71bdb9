"""Variety: what the first five are made of, and that nothing else about the answer changes by it."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from directory.choices import OfferKind
from directory.models import Offer
from matching.answer import Answer
from matching.columns import KINDS
from matching.match import match
from matching.person import Person
from matching.variety import FIRST, MOST_OF_ONE_ORGANISATION
from tests.support.catalogue import offer, prepared
from tests.support.strategies import catalogues, examples, people

ANYBODY = Person(limit=100)


def ids(answer: Answer) -> list[str]:
    return [one.offer for one in answer.matches]


def first_of(person: Person, *offers: Offer) -> list[str]:
    return ids(match(replace(person, limit=FIRST), prepared(offers)))


def is_peer_group(one: Offer) -> bool:
    return one.kind == "self_help_group" or one.participants == "lived_experience"


@examples(150)
@given(catalogues(most=20), people())
def test_no_organisation_stands_more_than_twice_among_the_first_where_there_are_others(
    offers: list[Offer], person: Person
) -> None:
    whose = {one.id: one.organisation_id for one in offers}
    person = replace(person, limit=100, text_shares={})

    shown = [whose[one] for one in ids(match(person, prepared(offers)))]

    often = {
        one for one, times in Counter(shown[:FIRST]).items() if times > MOST_OF_ONE_ORGANISATION
    }
    assert not often or all(
        one in often or Counter(shown[:FIRST])[one] >= MOST_OF_ONE_ORGANISATION
        for one in shown[FIRST:]
    )


@examples(150)
@given(catalogues(most=20), people())
def test_the_first_are_of_two_kinds_and_have_a_group_of_peers_where_there_are_such(
    offers: list[Offer], person: Person
) -> None:
    for number, one in enumerate(offers):
        one.organisation_id = f"its-own-{number}"
    known = {one.id: one for one in offers}

    shown = [known[one] for one in ids(match(replace(person, limit=100), prepared(offers)))]

    first = shown[:FIRST]
    assert len({one.kind for one in first}) >= min(2, len({one.kind for one in shown}))
    if person.peers != "ordinary" and any(map(is_peer_group, shown)):
        assert any(map(is_peer_group, first))


@examples(150)
@given(catalogues(most=20), people())
def test_the_best_of_all_stands_first_and_nothing_falls_out(
    offers: list[Offer], person: Person
) -> None:
    person = replace(person, limit=100, position=None, municipality=None)

    found = match(person, prepared(offers))

    # Points are rounded one by one in a score, so the best may show a hair less than the next.
    scores = [one.score for one in found.matches]
    assert not scores or scores[0] >= max(scores) - 0.001
    # Alone, each offer is shown with the same score: variety changes the order and no more.
    for one in found.matches[:3]:
        alone = match(person, prepared(offers), among=[one.offer]).matches
        assert [(other.offer, other.score) for other in alone] == [(one.offer, one.score)]


def test_who_wants_ordinary_company_is_not_shown_a_group_of_peers_for_the_sake_of_it() -> None:
    plain = [offer(f"plain-{n}", interests=["choir"]) for n in range(6)]
    others = [offer("cafe", kind="meeting_place"), offer("peers", kind="self_help_group")]
    person = Person(interests=("choir",))

    assert "peers" in first_of(person, *plain, *others)
    assert "peers" not in first_of(replace(person, peers="ordinary"), *plain, others[0])
    assert "cafe" in first_of(replace(person, peers="ordinary"), *plain, others[0])


def test_what_makes_room_stands_right_after_the_first() -> None:
    plain = [offer(f"plain-{n}", interests=["choir"]) for n in range(7)]
    person = Person(interests=("choir",), limit=100)

    shown = ids(match(person, prepared([*plain, offer("peers", kind="self_help_group")])))

    assert shown == [*(f"plain-{n}" for n in range(4)), "peers", "plain-4", "plain-5", "plain-6"]


def test_a_lone_group_of_peers_is_not_put_out_by_another_kind() -> None:
    groups = [offer(f"group-{n}", kind="course", interests=["choir"]) for n in range(6)]
    peers = offer("peers", kind="course", participants="lived_experience")
    other = offer("other", kind="activity")

    shown = first_of(Person(interests=("choir",)), *groups, peers, other)

    assert shown == ["group-0", "group-1", "group-2", "other", "peers"]


def test_one_organisation_fills_the_first_five_only_where_it_is_alone() -> None:
    same = [offer(f"same-{n}", organisation_id="same", interests=["choir"]) for n in range(9)]
    person = Person(interests=("choir",))

    assert len(first_of(person, *same)) == FIRST
    assert first_of(person, *same, offer("a"), offer("b"), offer("c")) == [
        *("same-0", "same-1"),
        *("a", "b", "c"),
    ]


def test_who_asks_for_offers_by_name_is_given_them_whoever_has_them() -> None:
    same = [offer(f"same-{n}", organisation_id="same") for n in range(4)]
    others = [offer(f"other-{n}") for n in range(6)]
    person = Person(text_shares=dict.fromkeys(("same-0", "same-1", "same-2", "same-3"), 1.0))

    assert {"same-0", "same-1", "same-2", "same-3"} <= set(first_of(person, *same, *others))


def test_what_is_asked_for_by_name_never_makes_room() -> None:
    named = [offer(f"named-{n}") for n in range(5)]
    peers = offer("peers", kind="self_help_group", interests=["choir"])
    person = Person(interests=("choir",), text_shares={one.id: 1.0 for one in named})

    assert set(first_of(person, *named, peers)) >= {one.id for one in named} - {"named-4"}
    assert "named-4" in first_of(replace(person, interests=()), *named, peers)


@pytest.mark.parametrize("limit", [3, 4, 5])
def test_the_first_vary_however_few_are_wanted(limit: int) -> None:
    plain = [offer(f"plain-{n}", interests=["choir"]) for n in range(6)]
    peers = offer("peers", kind="self_help_group")
    person = Person(interests=("choir",), limit=limit)

    shown = ids(match(person, prepared([*plain, peers])))

    assert shown == [*(f"plain-{n}" for n in range(limit - 1)), "peers"]


def test_who_wants_one_or_two_is_given_the_best() -> None:
    plain = [offer(f"plain-{n}", interests=["choir"]) for n in range(6)]
    person = Person(interests=("choir",), limit=2)

    shown = ids(match(person, prepared([*plain, offer("peers", kind="self_help_group")])))

    assert shown == ["plain-0", "plain-1"]


def test_what_is_not_for_them_is_gone_and_its_organisation_steps_back() -> None:
    same = [offer(f"same-{n}", organisation_id="same", interests=["choir"]) for n in range(4)]
    others = [offer(f"other-{n}") for n in range(6)]
    person = Person(interests=("choir",))

    once = first_of(replace(person, not_for_me=("same-0", "gone")), *same, *others)
    twice = first_of(replace(person, not_for_me=("same-0", "same-1")), *same, *others)

    assert once[0] == "same-1"
    assert not {"same-0", "same-2", "same-3"} & set(once)
    assert not {one for one in twice if one.startswith("same")}


@examples(60)
@given(catalogues(), people())
def test_what_is_not_for_them_is_counted_and_never_shown(
    offers: list[Offer], person: Person
) -> None:
    person = replace(person, limit=100, position=None, municipality=None)
    before = match(person, prepared(offers))
    waved_away = tuple(ids(before)[:2])

    after = match(replace(person, not_for_me=waved_away), prepared(offers))

    assert set(ids(after)) == set(ids(before)) - set(waved_away)
    assert after.ruled_out.get("not_for_me", 0) == len(waved_away)


def test_every_kind_of_offer_has_its_number() -> None:
    assert set(OfferKind) == set(KINDS)
