"""What stands in an address comes out as it went in, and the two lists keep out of each other's way."""

from typing import Any

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from core.seal import LONGEST_ADDRESS, BrokenSealError, Seal
from finder.asked import MOST_IN_WEEK, MOST_NOT_FOR_ME, Asked, close, open_sealed

SEAL = Seal([Fernet.generate_key().decode()])
ids = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
some_ids = st.lists(ids, unique=True, max_size=8)
questions = st.dictionaries(
    st.sampled_from(["text", "place", "age", "interests", "when"]),
    st.integers(0, 120) | st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    max_size=4,
)
steps = st.lists(
    st.tuples(
        st.sampled_from(["without_offer", "with_offer_again", "with_in_week", "without_in_week"]),
        st.sampled_from(["a", "b", "c", "d"]),
    ),
    max_size=30,
)


def after(steps: list[tuple[str, str]], asked: Asked = Asked()) -> Asked:  # noqa: B008 - frozen
    for step, offer in steps:
        asked = getattr(asked, step)(offer)
    return asked


@given(question=questions, not_for_me=some_ids, week=some_ids)
def test_what_is_sealed_is_opened_the_same(
    question: dict[str, Any], not_for_me: list[str], week: list[str]
) -> None:
    asked = Asked(question, tuple(not_for_me), tuple(week))

    word = close(asked, SEAL)

    assert word is not None
    assert open_sealed(word, SEAL) == asked


def test_a_question_alone_is_sealed_as_it_always_was() -> None:
    question = {"age": 19, "place": "Trondheim"}

    assert open_sealed(SEAL.close(question), SEAL) == Asked(question)


@given(steps)
def test_an_offer_is_in_one_list_at_most_and_once(steps: list[tuple[str, str]]) -> None:
    asked = after(steps)

    named = [*asked.not_for_me, *asked.week]
    assert len(named) == len(set(named))


@given(steps)
def test_the_last_word_about_an_offer_counts(steps: list[tuple[str, str]]) -> None:
    asked = after(steps)

    assert "e" in after([("with_in_week", "e")], asked).week
    assert "e" in after([("without_offer", "e")], asked).not_for_me
    assert after([("with_in_week", "e"), ("without_in_week", "e")], asked) == asked
    assert after([("without_offer", "e"), ("with_offer_again", "e")], asked) == asked


def test_an_offer_that_is_chosen_twice_keeps_its_place() -> None:
    asked = Asked(week=("a", "b")).with_in_week("a")

    assert asked.week == ("a", "b")


def test_changed_answers_leave_both_lists_alone() -> None:
    asked = Asked({"age": 19, "place": "Bodø"}, ("a",), ("b",))

    changed = asked.with_answers(age=20, place=None)

    assert changed == Asked({"age": 20}, ("a",), ("b",))


@given(st.lists(st.integers(0, 99).map(str), max_size=300))
def test_what_is_opened_has_each_once_and_no_more_than_there_is_room_for(named: list[str]) -> None:
    once = tuple(dict.fromkeys(named))

    assert open_sealed(SEAL.close({"week": named}), SEAL).week == once[:MOST_IN_WEEK]
    not_for_me = open_sealed(SEAL.close({"not_for_me": named}), SEAL).not_for_me
    assert not_for_me == once[-MOST_NOT_FOR_ME:]


def test_the_oldest_that_were_not_for_me_give_way() -> None:
    asked = after([("without_offer", str(number)) for number in range(MOST_NOT_FOR_ME + 2)])

    assert asked.not_for_me == tuple(str(number) for number in range(2, MOST_NOT_FOR_ME + 2))


def test_lists_as_long_as_they_may_be_have_room_in_an_address() -> None:
    """With ids as long as most are, each unlike the others, and a question of some length."""
    names = [Fernet.generate_key().decode()[:30].lower() for _ in range(MOST_NOT_FOR_ME)]
    asked = Asked({"text": "noe rolig med andre på kveldstid"}, tuple(names), ())

    word = close(asked, SEAL)

    assert word is not None and len(word) <= LONGEST_ADDRESS


def test_what_is_too_much_for_an_address_is_not_sealed() -> None:
    key = Fernet.generate_key
    names = tuple((key() + key() + key()).decode() for _ in range(MOST_NOT_FOR_ME))

    assert close(Asked({}, names), SEAL) is None


@pytest.mark.parametrize("value", [{"week": "a"}, {"week": [1]}, {"not_for_me": {"a": 1}}])
def test_a_list_that_is_none_is_not_ours(value: dict[str, Any]) -> None:
    with pytest.raises(BrokenSealError):
        open_sealed(SEAL.close(value), SEAL)
