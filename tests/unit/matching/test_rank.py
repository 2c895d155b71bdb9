"""From rows to offers in order: the best of each, and the same order wherever points are equal."""

from random import Random

import numpy as np
from geopy.distance import great_circle
from hypothesis import given
from hypothesis import strategies as st

from matching.person import Person, Position
from matching.rank import best_rows
from matching.rows import Rows, distances, member_of
from matching.wishes import Wishes
from tests.support.catalogue import NARVIK, TRONDHEIM, offer, prepared, schedule, venue_at
from tests.support.strategies import examples, generators

PLACES = [TRONDHEIM, NARVIK, (58.1, 6.5), (70.9, 30.1)]


def rows_of_made_up_offers(random: Random, number: int) -> Rows:
    """Return the rows in any order, of offers with up to five schedules in any place."""
    offers = [
        offer(f"{random.randint(0, 9)}-{n}",
              *(schedule(venue=venue_at(*random.choice(PLACES))) for _ in range(random.randint(0, 5))))
        for n in range(number)
    ]  # fmt: skip
    day = prepared(offers).day
    index = list(range(len(day.columns)))
    random.shuffle(index)
    return Rows(Wishes(day, Person()), np.array(index, dtype=np.int32))


@examples(80)
@given(generators(), st.integers(1, 40), st.integers(1, 50))
def test_the_best_rows_are_those_of_a_sort_of_everything(
    random: Random, number: int, wanted: int
) -> None:
    rows = rows_of_made_up_offers(random, number)
    points = np.array(
        [random.choice([0.5, 0.25, 0.50001, 0.125, 0.9]) for _ in range(len(rows))],
        dtype=np.float32,
    )

    found = best_rows(rows, points, wanted).tolist()

    ids, position = rows.columns.ids, rows.columns.position[rows.index]
    in_order = sorted(
        range(len(rows)),
        key=lambda n: (-round(float(points[n]), 4), ids[int(rows.offer[n])], position[n]),
    )
    best_of_each: dict[int, int] = {}
    for place in in_order:
        best_of_each.setdefault(int(rows.offer[place]), place)
    assert found == list(best_of_each.values())[:wanted]


def test_nothing_to_choose_from_gives_nothing() -> None:
    rows = rows_of_made_up_offers(Random(1), 1).pick(np.array([], dtype=np.int32))

    assert best_rows(rows, np.array([], dtype=np.float32), 5).tolist() == []


numbers = st.lists(st.integers(0, 30), max_size=20)


@examples(60)
@given(numbers, numbers)
def test_member_of_tells_what_stands_in_the_other(some: list[int], others: list[int]) -> None:
    index, rows = np.array(some, dtype=np.int32), np.array(sorted(others), dtype=np.int32)

    assert member_of(index, rows).tolist() == [one in others for one in some]


place = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
in_norway = st.tuples(st.floats(57, 72), st.floats(4, 32))


@examples(50)
@given(st.lists(st.one_of(place, in_norway), min_size=1, max_size=5), st.one_of(place, in_norway))
def test_distances_are_those_of_the_great_circle(
    there: list[tuple[float, float]], here: tuple[float, float]
) -> None:
    offers = [
        offer(str(n), schedule(venue=venue_at(*one, municipality="5001")))
        for n, one in enumerate(there)
    ]
    columns = prepared(offers).day.columns
    index = np.arange(len(columns), dtype=np.int32)

    found = distances(columns, Person(position=Position(*here)), index)

    for number, km in zip(columns.offer, found, strict=True):
        expected = great_circle(here, there[int(columns.ids[number])]).kilometers
        assert abs(km - expected) <= max(0.001 * expected, 0.005)


def test_what_has_no_place_is_infinitely_far() -> None:
    columns = prepared([offer("one")]).day.columns
    index = np.zeros(1, dtype=np.int32)

    assert distances(columns, Person(position=Position(*TRONDHEIM)), index).tolist() == [np.inf]
    assert distances(columns, Person(), index).tolist() == [np.inf]
