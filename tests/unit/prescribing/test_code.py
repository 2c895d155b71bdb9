"""A code is made by chance, is read however it is typed, and shows by itself where one is mistyped."""

from string import ascii_uppercase, digits

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prescribing.codes.code import ALPHABET, has_word, in_groups, new_code, read_code, with_check

LOOK_ALIKE = ("0O", "1IL", "2Z", "5S", "8B", "UV")
codes = st.text(ALPHABET, min_size=7, max_size=7).map(with_check)


def test_no_two_characters_look_alike() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 27
    assert [pair for pair in LOOK_ALIKE if len(set(pair) & set(ALPHABET)) > 1] == []


def test_a_new_code_is_one_and_has_no_word_in_it() -> None:
    made = [new_code() for _ in range(500)]

    assert [code for code in made if read_code(code) != code or has_word(code)] == []
    assert len(set(made)) == len(made)


@pytest.mark.parametrize("code", ["FAEN2345", "2345HATE", "HAT23456", "2HAT3456", "DYR23456"])
def test_a_word_is_found_in_a_group(code: str) -> None:
    assert has_word(code)


@pytest.mark.parametrize("code", ["KMNPQRTV", "2A3E4Y5A", "23HA3AT4", "K2AKM3TV"])
def test_what_reads_as_no_word_is_left_alone(code: str) -> None:
    assert not has_word(code)


@given(codes, st.integers(0, 7), st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_found(code: str, place: int, other: str) -> None:
    typed = code[:place] + other + code[place + 1 :]

    assert (read_code(typed) == code) if other == code[place] else (read_code(typed) is None)


@given(codes, st.integers(0, 6))
def test_every_swap_of_neighbours_is_found(code: str, place: int) -> None:
    typed = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert (read_code(typed) == code) if typed == code else (read_code(typed) is None)


@given(codes, st.text(" -\u00a0\t\N{EN DASH}", max_size=5), st.integers(0, 8))
def test_it_is_read_however_it_is_written(code: str, between: str, place: int) -> None:
    typed = code[:place].lower() + between + code[place:]

    assert read_code(typed) == read_code(in_groups(code)) == code


@given(codes)
def test_what_looks_like_a_character_is_read_as_it(code: str) -> None:
    typed = code.translate(str.maketrans("258V", "ZSBU"))

    assert read_code(typed) == read_code(typed.lower()) == code


@given(codes, st.sampled_from("01OIL"), st.integers(0, 7))
def test_what_could_be_either_of_two_is_refused(code: str, unclear: str, place: int) -> None:
    assert read_code(code[:place] + unclear + code[place + 1 :]) is None


@given(st.text())
def test_whatever_is_typed_is_a_code_or_none(typed: str) -> None:
    code = read_code(typed)

    assert code is None or (read_code(code) == code and set(code) <= set(ALPHABET))


@pytest.mark.parametrize("typed", ["", "A2C3D4E", "ﬀ2345678", "²3456789", "A2C3D4E" * 10, "\x00"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_only_plain_letters_and_digits_are_in_it() -> None:
    assert set(ALPHABET) <= set(ascii_uppercase + digits)
