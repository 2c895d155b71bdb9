"""Columns: in an order that depends on the catalogue alone, and the same whether built or changed."""

from random import Random
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from directory.models import Offer
from finder.columns import Table, replace_offers
from matching.grid import NOWHERE
from matching.match import match
from matching.person import Person, Position
from tests.support.catalogue import (
    ENCODER,
    PARENTS,
    TRONDHEIM,
    as_told,
    offer,
    offer_at,
    prepared_from,
    schedule,
    table_of,
)
from tests.support.strategies import examples, generators, made_up_offer, made_up_person

PLAIN = ("position", "facts", "effects", "cell", "age_min", "age_max", "typical_min", "typical_max",
         "confirmed_on", "due_on", "ended_on")  # fmt: skip
HERE = Person(position=Position(*TRONDHEIM), municipality="5001")


def read(table: Table) -> dict[str, list[Any]]:
    """Return every column with what its numbers stand for."""
    columns = table.columns
    found = {name: getattr(columns, name).tolist() for name in PLAIN}
    found["offer"] = [columns.ids[number] for number in columns.offer]
    found["language"] = [columns.languages[number] for number in columns.language]
    found["municipality"] = [columns.municipalities[number] for number in columns.municipality]
    found["serves"] = [columns.areas[number] for number in columns.serves]
    found["timetable"] = [table.timetables[number] for number in columns.timetable]
    found["interests"] = [tuple(words) for words in np.array(columns.interests).T.tolist()]
    found["point"] = [str(point) for point in np.array(columns.point).T.tolist()]
    return found


def same(one: Table, other: Table) -> None:
    first, second = read(one), read(other)
    assert list(one.columns.ids) == list(other.columns.ids)
    for name, values in first.items():
        assert values == second[name], name


def changed(table: Table, removed: set[str], offers: list[Offer]) -> Table:
    return replace_offers(
        table, removed, [row for one in offers for row in ENCODER.rows(one)], ENCODER
    )


def made_up(random: Random, number: int) -> list[Offer]:
    return [made_up_offer(random, f"offer-{n}") for n in range(number)]


@examples(80)
@given(generators(), st.integers(0, 10), st.integers(0, 10))
def test_a_catalogue_that_was_changed_is_the_one_that_would_be_built(
    random: Random, number: int, others: int
) -> None:
    before, after = made_up(random, number), made_up(random, others)
    replaced = {one.id for one in random.sample(before, random.randint(0, number))}
    stays = [one for one in before if one.id not in replaced]
    new = [one for one in after if one.id not in {other.id for other in stays}]

    joined = changed(table_of(before), replaced | {"never there"}, new)

    built = table_of([*stays, *new])
    same(joined, built)
    person = made_up_person(random, is_somewhere=True)
    answers = [match(person, prepared_from(table)) for table in (joined, built)]
    assert as_told(answers[0]) == as_told(answers[1])


@examples(30)
@given(generators())
def test_many_changes_come_to_the_same_as_building_once(random: Random) -> None:
    offers = made_up(random, 12)
    table = table_of([])
    for one in random.sample(offers, len(offers)):
        table = changed(table, set(), [made_up_offer(random, one.id)])
        table = changed(table, {one.id}, [one])

    same(table, table_of(offers))


@examples(50)
@given(generators())
def test_the_order_of_the_rows_is_that_of_the_map(random: Random) -> None:
    offers = made_up(random, 8)
    table = table_of(offers)

    random.shuffle(offers)

    same(table_of(offers), table)
    found = read(table)
    order = list(zip(found["cell"], found["offer"], found["position"], strict=True))
    assert order == sorted(order)


def test_the_last_offer_that_served_an_area_can_go() -> None:
    table = table_of([offer("local", schedule(), serves=["5001"]), offer_at("other", TRONDHEIM)])

    left = changed(table, {"local"}, [])

    answer = match(HERE, prepared_from(left))
    assert [one.offer for one in answer.matches] == ["other"]


def test_everything_can_go_and_come_back() -> None:
    one = offer_at("one", TRONDHEIM)

    empty = changed(table_of([one]), {"one"}, [])
    again = changed(empty, set(), [one])

    assert len(empty.columns) == 0
    assert match(HERE, prepared_from(empty)).matches == ()
    same(again, table_of([one]))


def test_interests_fill_as_many_words_as_they_need() -> None:
    columns = table_of([offer(str(n), interests=[one]) for n, one in enumerate(PARENTS)]).columns

    assert len(columns.interests) == 2
    for number, name in enumerate(columns.ids):
        words = [int(word[columns.offer == number][0]) for word in columns.interests]
        assert words[0] + (words[1] << 64) == 1 << int(name)


def test_old_columns_are_left_as_they_are() -> None:
    table = table_of([offer_at("one", TRONDHEIM), offer("two")])
    before = read(table)

    changed(table, {"one"}, [offer("three")])

    assert read(table) == before


def test_what_is_not_found_by_its_place_lies_first() -> None:
    table = table_of([
        offer_at("placed", TRONDHEIM),
        offer("sign", schedule(venue=None), kind="signpost"),
        offer_at("fenced", TRONDHEIM, kind="outreach", serves=["5001"]),
        offer("nowhere"),
    ])  # fmt: skip

    found = read(table)

    nowhere = {
        name for name, cell in zip(found["offer"], found["cell"], strict=True) if cell == NOWHERE
    }
    assert nowhere == {"sign", "fenced", "nowhere"}
    assert found["offer"][-1] == "placed"
