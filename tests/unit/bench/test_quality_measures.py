"""Recall and nDCG: hand-worked numbers, and what holds for every list."""

import random
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.quality.measures import DEPTH, ndcg, recall

GRADED = {"just-right": 3, "good": 2, "worth-showing": 1}
OFFERS = [f"offer-{number}" for number in range(30)]
relevances = st.dictionaries(st.sampled_from(OFFERS), st.integers(1, 3), min_size=1, max_size=8)
lists = st.lists(st.sampled_from(OFFERS), unique=True, max_size=20)


def ideal(relevant: dict[str, int]) -> list[str]:
    return sorted(relevant, key=lambda offer: -relevant[offer])


def test_recall_is_the_share_of_the_relevant_that_are_shown():
    assert recall(["other", "good", "just-right"], GRADED) == pytest.approx(2 / 3)


def test_what_stands_eleventh_is_not_found():
    others = [f"other-{number}" for number in range(DEPTH)]

    assert recall([*others, "good"], {"good": 2}) == 0
    assert recall([*others[1:], "good"], {"good": 2}) == 1
    assert ndcg([*others, "good"], {"good": 2}) == 0


def test_ndcg_agrees_with_a_sum_worked_by_hand():
    # Gains 7, 3, 1 for the grades 3, 2, 1. Shown: nothing, good, just-right at ranks 1, 2, 3.
    gained = 3 / log2(3) + 7 / log2(4)
    best = 7 / log2(2) + 3 / log2(3) + 1 / log2(4)

    assert ndcg(["other", "good", "just-right"], GRADED) == pytest.approx(gained / best)
    assert ndcg(["other", "good", "just-right"], GRADED) == pytest.approx(0.5741, abs=1e-4)


def test_an_empty_list_finds_nothing():
    assert (recall([], GRADED), ndcg([], GRADED)) == (0, 0)


@given(relevances)
def test_the_ideal_order_is_worth_one(relevant):
    assert recall(ideal(relevant), relevant) == 1
    assert ndcg(ideal(relevant), relevant) == pytest.approx(1)


@given(relevances, lists)
def test_both_lie_between_nothing_and_everything(relevant, shown):
    assert 0 <= recall(shown, relevant) <= 1
    assert 0 <= ndcg(shown, relevant) <= 1 + 1e-9


@given(relevances, lists, st.randoms(use_true_random=False))
def test_recall_does_not_mind_the_order_of_the_first_ten(relevant, shown, chance: random.Random):
    first = shown[:DEPTH]
    other = chance.sample(first, len(first))

    assert recall(other + shown[DEPTH:], relevant) == recall(shown, relevant)


@given(st.permutations(OFFERS), st.integers(0, 3), st.integers(1, 3), st.data())
def test_moving_a_better_offer_up_is_worth_more(shown, worse, more, data):
    first = shown[:DEPTH]
    above, below = sorted(data.draw(st.sets(st.integers(0, DEPTH - 1), min_size=2, max_size=2)))
    relevant = {first[above]: worse, first[below]: worse + more}
    better = first.copy()
    better[above], better[below] = better[below], better[above]

    assert ndcg(better, relevant) > ndcg(first, relevant)


@given(relevances, lists)
def test_what_is_of_no_use_may_change_places_with_its_like(relevant, shown):
    renamed = [offer if offer in relevant else f"unknown-{offer}" for offer in shown]

    assert ndcg(renamed, relevant) == ndcg(shown, relevant)


@pytest.mark.parametrize("measure", [recall, ndcg])
def test_an_offer_shown_twice_and_a_query_with_nothing_relevant_are_refused(measure):
    with pytest.raises(ValueError, match="twice"):
        measure(["good", "good"], GRADED)
    with pytest.raises(ValueError, match="nothing is relevant"):
        measure(["good"], {})
