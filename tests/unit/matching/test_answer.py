"""The answer as a whole: bounded, counted, and the same every time and in every order."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from random import Random

from hypothesis import given

from directory.models import Offer
from matching.match import match
from matching.person import Person, Position
from matching.variety import FIRST
from tests.support.catalogue import MOMENT, TRONDHEIM, as_told, offer, prepared, schedule, venue_at
from tests.support.reference import is_reached, schedules_of
from tests.support.strategies import (
    catalogues,
    examples,
    generators,
    made_up_offer,
    people,
)


@examples(100)
@given(catalogues(), people())
def test_an_answer_keeps_to_the_limit_and_shows_every_offer_once(
    offers: list[Offer], person: Person
) -> None:
    answer = match(person, prepared(offers))

    found = [one.offer for one in answer.matches] + [one.offer for one in answer.signposts]
    assert len(answer.matches) <= person.limit
    assert max(Counter(found).values(), default=1) == 1


@examples(100)
@given(catalogues(), people())
def test_the_first_five_and_the_others_stand_in_order_of_score_and_then_of_id(
    offers: list[Offer], person: Person
) -> None:
    found = match(person, prepared(offers)).matches

    order = [(-one.score, one.offer) for one in found]
    assert order[:FIRST] == sorted(order[:FIRST])
    assert order[FIRST:] == sorted(order[FIRST:])


@examples(60)
@given(generators(), people())
def test_the_order_in_which_offers_come_in_changes_nothing(random: Random, person: Person) -> None:
    state = random.getstate()
    offers = []
    for number in range(12):
        if number % 3 == 0:
            random.setstate(state)  # so that offers tie
        offers.append(made_up_offer(random, f"offer-{number}"))
    first = as_told(match(person, prepared(offers)))

    random.shuffle(offers)

    assert as_told(match(person, prepared(offers))) == first


@examples(60)
@given(catalogues(), people())
def test_the_same_question_has_the_same_answer(offers: list[Offer], person: Person) -> None:
    catalogue = prepared(offers)

    first = match(person, catalogue)

    assert match(person, catalogue) == first
    assert match(person, prepared(offers)) == first


@examples(60)
@given(catalogues(), people())
def test_a_smaller_answer_begins_with_the_best_of_a_larger_one(
    offers: list[Offer], person: Person
) -> None:
    catalogue = prepared(offers)
    person = replace(person, position=None, municipality=None)

    few = match(replace(person, limit=3), catalogue).matches
    many = match(replace(person, limit=100), catalogue).matches

    # Points are rounded one by one in a score: what is nearly equal may change places.
    assert all(
        abs(one.score - other.score) < 0.001 for one, other in zip(few[:1], many, strict=False)
    )
    assert {one.offer for one in few} <= {one.offer for one in many}
    assert len(few) == min(3, len(many))


@examples(100)
@given(catalogues(), people())
def test_every_offer_is_counted_once_as_allowed_or_under_one_rule(
    offers: list[Offer], person: Person
) -> None:
    person = replace(person, limit=100, max_km=None)
    to_go_to = [one for one in offers if one.kind != "signpost"]

    answer = match(person, prepared(offers))

    assert answer.considered == len(to_go_to)
    assert len(answer.matches) + sum(answer.ruled_out.values()) == len(to_go_to)
    assert all(number > 0 for number in answer.ruled_out.values())
    assert "signpost" not in answer.ruled_out


@examples(60)
@given(catalogues(most=4), people(is_somewhere=True))
def test_what_lies_out_of_reach_is_counted_as_the_place(
    offers: list[Offer], person: Person
) -> None:
    person = replace(person, limit=100, max_km=None)
    beyond = [
        one
        for one in offers
        if one.kind != "signpost"
        and not any(is_reached(one, some, person) for some in schedules_of(one))
    ]

    assert match(person, prepared(offers)).ruled_out.get("place", 0) == len(beyond)


def test_each_rule_is_counted_under_its_name() -> None:
    offers = [
        offer("allowed"),
        offer("ended", ended_on=MOMENT.date()),
        offer("over", schedule(until=MOMENT.date() - timedelta(1), rrule="FREQ=DAILY")),
        offer("use", sobriety_rule="active_use"),
        offer("women", gender="women"),
        offer("dear", cost_per_time=100),
        offer("hard", intensity="hard"),
        offer("relatives", audience=["relatives"]),
        offer("children", age_max=12),
        offer("choir", interests=["choir"]),
        offer("sign", kind="signpost"),
    ]
    person = Person(musts=("free",), avoid=("hard",), ages=(19, 19), not_this=("music",))

    answer = match(person, prepared(offers))

    assert [one.offer for one in answer.matches] == ["allowed"]
    assert answer.considered == 10
    once = dict.fromkeys(("sobriety", "gender", "free", "hard", "audience", "age", "not_this"), 1)
    assert answer.ruled_out == {"over": 2} | once


def test_among_chosen_offers_the_hard_rules_hold_and_the_place_does_not() -> None:
    far = offer("far", schedule(venue=venue_at(60, 10)))
    use = offer("use", sobriety_rule="active_use")
    person = Person(position=Position(*TRONDHEIM), municipality="5001", max_km=1.0)

    answer = match(person, prepared([far, use, offer("other")]), among=["far", "use", "gone"])

    assert [one.offer for one in answer.matches] == ["far"]
    assert answer.widened == ()


def test_an_empty_catalogue_has_an_empty_answer() -> None:
    for person in (Person(), Person(position=Position(*TRONDHEIM), municipality="5001")):
        answer = match(replace(person, interests=("choir",), language=("nb",)), prepared([]))

        assert (answer.matches, answer.signposts, answer.considered) == ((), (), 0)
