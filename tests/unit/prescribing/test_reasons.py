"""A reason asks for what the sources say helps, and says nothing of how somebody lives."""

import itertools

import pytest

from directory.vocabulary_file import read_vocabulary_file
from finder.question_file import read_question
from prescribing.choices import Reason
from prescribing.draft import Draft
from prescribing.minute.reasons import PARTS, question_of
from prescribing.reason_words import REASON_WORDS
from seeds.cli import VOCABULARY as KEPT_IN

VOCABULARY = read_vocabulary_file(KEPT_IN)


def asked(*reasons: Reason, **question: object) -> dict[str, object]:
    return question_of(Draft(reasons=reasons, question=question), VOCABULARY)


def test_every_reason_has_words_a_part_and_evidence() -> None:
    assert set(REASON_WORDS) == set(PARTS) == set(Reason)
    assert all(part.evidence for part in PARTS.values())


@pytest.mark.parametrize("reason", Reason)
def test_every_goal_is_one_of_the_vocabulary(reason: Reason) -> None:
    assert set(PARTS[reason].goal) <= set(VOCABULARY.effects)


@pytest.mark.parametrize("number", [1, 2, len(Reason)])
def test_any_reasons_together_make_a_question_of_the_contract(number: int) -> None:
    for reasons in itertools.combinations(Reason, number):
        read_question(asked(*reasons), VOCABULARY)


def test_no_reasons_together_ever_say_how_somebody_lives() -> None:
    for number in range(len(Reason) + 1):
        for reasons in itertools.combinations(Reason, number):
            assert "situation" not in asked(*reasons)


def test_what_the_form_asked_stays_as_it_was_said() -> None:
    told = asked(Reason.LONELINESS, Reason.EMPTY_DAYS, situation="uses_now", musts=["free"])

    assert told["situation"] == "uses_now"
    assert told["musts"] == ["free"]


def test_who_waits_for_treatment_is_shown_nothing_that_needs_a_referral() -> None:
    assert asked(Reason.WAITING_FOR_TREATMENT, musts=["free"])["musts"] == ["free", "no_referral"]


def test_who_is_close_to_somebody_is_asked_for_and_who_has_lost_somebody_before_that() -> None:
    assert asked(Reason.RELATIVE)["for_whom"] == "relative"
    assert asked(Reason.RELATIVE, Reason.BEREAVED)["for_whom"] == "bereaved"
    assert "for_whom" not in asked(Reason.LONELINESS)


def test_what_the_vocabulary_has_lost_is_left_out() -> None:
    assert asked(interests=["climbing", "long-gone"])["interests"] == ["climbing"]
