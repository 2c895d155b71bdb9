"""Of what another site tells, four things are taken in, and each only where it is what it should be."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accounts.elsewhere.failures import ElsewhereError
from accounts.elsewhere.person import LONGEST_NAME, person_from
from core.oidc_settings import OidcSettings

HPR = "helseid://claims/hpr/hpr_number"
SETTINGS = OidcSettings("https://login.example.org", "us", "HelseID", secret="s", hpr_claim=HPR)  # noqa: S106
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@pytest.mark.parametrize(
    ("claims", "is_authorised"),
    [
        ({HPR: "7654321"}, True),
        ({HPR: 7654321}, True),
        ({HPR: None}, False),
        ({HPR: ""}, False),
        ({}, None),
    ],
    ids=str,
)
def test_whether_there_is_a_number(claims: dict[str, Any], is_authorised: bool | None) -> None:
    assert person_from({"sub": "a"} | claims, SETTINGS).is_authorised is is_authorised


def test_where_nobody_is_asked_for_a_number_nothing_is_known_of_it() -> None:
    silent = OidcSettings("https://login.example.org", "us", "HelseID", secret="s")  # noqa: S106

    assert person_from({"sub": "a", HPR: "7654321"}, silent).is_authorised is None


@pytest.mark.parametrize("subject", ["01019012345", "010190 12345", "010190-12345"])
def test_who_is_called_by_a_national_number_is_not_let_in(subject: str) -> None:
    with pytest.raises(ElsewhereError):
        person_from({"sub": subject}, SETTINGS)


@given(anything, anything, anything)
def test_whatever_is_told_is_a_name_an_address_and_a_yes_or_no(
    name: object, email: object, number: object
) -> None:
    person = person_from({"sub": "a", "name": name, "email": email, HPR: number}, SETTINGS)

    assert person.name is None or 0 < len(person.name) <= LONGEST_NAME
    assert person.name is None or person.name == " ".join(person.name.split())
    assert person.email is None or "@" in person.email
    assert person.is_authorised in {True, False}


@pytest.mark.parametrize(
    "told", ["Kari\x00 Lege", "Kari\u202e Lege", "Kari\ud800 Lege", "Kari\x1b Lege"]
)
def test_no_sign_that_is_not_seen_is_part_of_a_name(told: str) -> None:
    assert person_from({"sub": "a", "name": told}, SETTINGS).name == "Kari Lege"


@pytest.mark.parametrize("subject", ["a\x00", "a\ud800", "a b\n", "ø"])
def test_nobody_is_known_by_signs_that_cannot_be_kept(subject: str) -> None:
    with pytest.raises(ElsewhereError):
        person_from({"sub": subject}, SETTINGS)


@pytest.mark.parametrize("number", ["false", "0", " ", "nei", False, 0, [], {}], ids=repr)
def test_what_is_no_number_makes_nobody_authorised(number: object) -> None:
    assert person_from({"sub": "a", HPR: number}, SETTINGS).is_authorised is False
