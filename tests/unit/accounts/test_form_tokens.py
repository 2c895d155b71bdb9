"""What stands in a form is good with the word it was made from, and with no other."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from accounts.form_tokens import StaleFormError, check_form_token, new_form_token


def is_taken(word: str, token: str) -> bool:
    with suppress(StaleFormError):
        check_form_token(word, token)
        return True
    return False


@given(st.text(), st.text())
def test_a_token_is_good_for_its_own_word_alone(word: str, other: str) -> None:
    token = new_form_token(word)

    assert is_taken(word, token)
    assert is_taken(other, token) == (word == other)


@given(st.text(min_size=1), st.text())
def test_what_was_made_up_is_refused(word: str, token: str) -> None:
    assert not is_taken(word, token)


def test_no_two_tokens_are_alike_and_none_holds_the_word() -> None:
    tokens = {new_form_token("a word") for _time in range(100)}

    assert len(tokens) == 100
    assert not any("a word" in token for token in tokens)
