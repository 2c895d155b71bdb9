"""Every question of access has a yes, a no and a question, and they say different things."""

import pytest

from directory.access_words import access_in_words
from directory.choices import ACCESS


@pytest.mark.parametrize("key", ACCESS)
def test_yes_no_and_untold_are_three_answers(key: str) -> None:
    answers = access_in_words(key)

    assert len({answers.yes, answers.no, answers.question}) == 3
    assert answers.question.endswith("?")
    assert answers.yes.endswith(".")
    assert answers.no.endswith(".")


@pytest.mark.parametrize("key", ACCESS)
def test_the_sentence_is_that_of_the_answer(key: str) -> None:
    answers = access_in_words(key)

    assert answers.sentence(True) == answers.yes
    assert answers.sentence(False) == answers.no


def test_a_key_that_is_none_of_them_is_refused() -> None:
    with pytest.raises(KeyError):
        access_in_words("has_coffee")
