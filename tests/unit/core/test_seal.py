"""What is sealed into an address comes back whole, and is read by nobody else."""

import json
from base64 import urlsafe_b64decode
from typing import Any

import pytest
from cryptography.fernet import Fernet
from hypothesis import assume, given
from hypothesis import strategies as st

from core.seal import LONGEST_ADDRESS, BrokenSealError, Seal

KEY = Fernet.generate_key().decode()
SEAL = Seal([KEY])
URL_SAFE = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")

plain_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
values = st.dictionaries(st.text(), plain_values, max_size=5)


@given(values)
def test_what_was_sealed_comes_back(value: dict[str, Any]) -> None:
    assert SEAL.open(SEAL.close(value)) == value


@given(values)
def test_a_sealed_word_needs_no_quoting_in_an_address(value: dict[str, Any]) -> None:
    assert set(SEAL.close(value)) <= URL_SAFE


@given(values, st.data())
def test_a_damaged_word_never_opens_as_something_else(
    value: dict[str, Any], data: st.DataObject
) -> None:
    word = SEAL.close(value)
    place = data.draw(st.integers(0, len(word) - 1))
    damaged = data.draw(st.sampled_from([word[:place], word[:place] + word[place + 1 :]]))
    assume(damaged != word)

    with pytest.raises(BrokenSealError):
        SEAL.open(damaged)


@given(values, st.data())
def test_a_changed_letter_never_opens_as_something_else(
    value: dict[str, Any], data: st.DataObject
) -> None:
    word = SEAL.close(value)
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from(sorted(URL_SAFE)))

    try:
        opened = SEAL.open(word[:place] + letter + word[place + 1 :])
    except BrokenSealError:
        return
    # The last letter may hold bits that belong to nothing.
    assert opened == value
    assert letter == word[place] or place == len(word) - 1


@given(st.text())
def test_no_other_text_opens(text: str) -> None:
    with pytest.raises(BrokenSealError):
        SEAL.open(text)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "=",
        "å" * 40,
        "A" * (LONGEST_ADDRESS + 1),
        Seal([Fernet.generate_key().decode()]).close({"age": 19}),
        Fernet(KEY).encrypt(b"not compressed").decode(),
        Fernet(KEY).encrypt(json.dumps({"age": 19}).encode()).decode(),
    ],
    ids=["empty", "padding", "letters", "too long", "foreign", "raw", "raw JSON"],
)
def test_a_word_that_we_did_not_seal_is_refused(word: str) -> None:
    with pytest.raises(BrokenSealError) as refusal:
        SEAL.open(word)

    assert refusal.value.status == 404


def test_nothing_can_be_read_in_the_word() -> None:
    word = SEAL.close({"text": "klatring", "place": "Trondheim", "age": 19})
    padded = word + "=" * (-len(word) % 4)

    bare = urlsafe_b64decode(padded)

    assert not any(part in bare for part in (b"klatring", b"Trondheim", b"text", b"19}"))


def test_the_word_does_not_tell_when_it_was_sealed() -> None:
    token = SEAL.close({"age": 19}) + "=" * 3

    assert Fernet(KEY).extract_timestamp(token) == 0


def test_the_same_answers_never_give_the_same_word() -> None:
    assert SEAL.close({"age": 19}) != SEAL.close({"age": 19})


def test_keys_can_be_replaced_one_after_another() -> None:
    old, new = KEY, Fernet.generate_key().decode()
    word = Seal([old]).close({"age": 19})

    assert Seal([new, old]).open(word) == {"age": 19}
    with pytest.raises(BrokenSealError):
        Seal([new]).open(word)


def test_the_first_key_seals() -> None:
    old, new = KEY, Fernet.generate_key().decode()

    word = Seal([new, old]).close({"age": 19})

    assert Seal([new]).open(word) == {"age": 19}
