"""The tree of interests: what lies above, under and near each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.vocabulary import Interest, Vocabulary
from tests.support.databases import vocabulary

WORDS = vocabulary()
some_interests = st.sets(st.sampled_from(sorted(WORDS.interests)), max_size=5)


@pytest.fixture
def small() -> Vocabulary:
    tree = {
        "physical": None,
        "climbing": "physical",
        "rope": "climbing",
        "bouldering": "climbing",
        "hiking": "physical",
        "mountains": "hiking",
        "music": None,
        "choir": "music",
    }
    related = {"bouldering": ("choir",), "choir": ("bouldering",)}
    return Vocabulary(
        {one: Interest(one, parent, related.get(one, ()), {}, {}) for one, parent in tree.items()},
        {},
    )


def test_the_top_groups_lie_under_nothing(small: Vocabulary) -> None:
    assert small.children(None) == ("physical", "music")
    assert small.children("climbing") == ("rope", "bouldering")
    assert small.children("rope") == ()


def test_above_goes_from_the_nearest_to_the_top(small: Vocabulary) -> None:
    assert small.above("rope") == ("rope", "climbing", "physical")
    assert small.above("music") == ("music",)


def test_under_holds_the_whole_branch(small: Vocabulary) -> None:
    assert small.under(["climbing", "choir"]) == {"climbing", "rope", "bouldering", "choir"}
    assert small.under([]) == frozenset()


def test_near_are_the_parent_the_siblings_with_their_branches_and_related_ones(
    small: Vocabulary,
) -> None:
    assert small.near(["climbing"]) == {"physical", "hiking", "mountains"}
    assert small.near(["bouldering"]) == {"climbing", "rope", "choir"}
    assert small.near(["physical"]) == frozenset()


@given(some_interests)
def test_what_meets_a_wish_is_never_also_near_it(wishes: set[str]) -> None:
    assert not WORDS.near(wishes) & WORDS.under(wishes)


@given(some_interests)
def test_what_lies_under_a_wish_has_it_above(wishes: set[str]) -> None:
    for interest in WORDS.interests:
        assert (interest in WORDS.under(wishes)) == bool(wishes & set(WORDS.above(interest)))


@given(some_interests, some_interests)
def test_more_wishes_are_met_by_more(wishes: set[str], more: set[str]) -> None:
    assert WORDS.under(wishes) | WORDS.under(more) == WORDS.under(wishes | more)
