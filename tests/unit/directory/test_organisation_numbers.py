"""An organisation number is found in what people type, and a slip in it is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.fields import has_right_check_digit
from directory.organisation_numbers import OrganisationNumberError, number_typed

RIGHT = ["123456785", "974760673", "991825827", "915933149", "964965226"]


@pytest.mark.parametrize("number", RIGHT)
def test_a_right_number_is_taken(number: str) -> None:
    assert number_typed(number) == number


@pytest.mark.parametrize(
    "typed",
    [
        "991 825 827",
        "991\N{NO-BREAK SPACE}825\N{NO-BREAK SPACE}827",
        "991.825.827",
        " 991825827\t",
        "NO 991 825 827 MVA",
        "no991825827",
    ],
)
def test_it_may_be_typed_as_people_write_it(typed: str) -> None:
    assert number_typed(typed) == "991825827"


@pytest.mark.parametrize("typed", ["", "12345678", "1234567850", "991-825-827", "abc", "٩٩١٨٢٥٨٢٧"])
def test_what_is_not_nine_digits_is_asked_for(typed: str) -> None:
    with pytest.raises(OrganisationNumberError, match="de ni sifrene"):
        number_typed(typed)


@given(st.sampled_from(RIGHT), st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(number: str, at: int, more: int) -> None:
    digit = (int(number[at]) + more) % 10
    wrong = f"{number[:at]}{digit}{number[at + 1 :]}"

    with pytest.raises(OrganisationNumberError, match="Se over sifrene"):
        number_typed(wrong)


@given(st.from_regex(r"[0-9]{8}", fullmatch=True))
def test_at_most_one_last_digit_is_right(first: str) -> None:
    assert sum(has_right_check_digit(f"{first}{last}") for last in range(10)) <= 1
