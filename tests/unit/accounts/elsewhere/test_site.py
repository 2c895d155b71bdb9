"""The doors of a site that speaks in secret are all doors that keep one."""

from typing import Any

import pytest

from accounts.elsewhere.failures import ElsewhereError
from accounts.elsewhere.site import Site

ISSUER = "https://login.example.org"
DOORS: dict[str, Any] = {
    "issuer": ISSUER,
    "authorization_endpoint": f"{ISSUER}/auth",
    "token_endpoint": f"{ISSUER}/token",
    "jwks_uri": f"{ISSUER}/keys",
}


def test_what_a_site_does_not_name_it_does_not_have() -> None:
    doors = Site(ISSUER)._read_doors(DOORS)

    assert (doors.pushed, doors.userinfo) == ("", "")
    assert not (doors.names_itself or doors.takes_proofs or doors.takes_secret_in_form)


@pytest.mark.parametrize("name", ["authorization_endpoint", "token_endpoint", "jwks_uri"])
@pytest.mark.parametrize(
    "address",
    [
        *("http://login.example.org/x", "javascript:alert(1)", "", 7),
        *(f"{ISSUER}/x\r\nSet-Cookie: inn=1", f"{ISSUER}/x y", f"{ISSUER}/\u20ac"),
    ],
)
def test_no_door_leads_out_of_what_is_encrypted(name: str, address: object) -> None:
    with pytest.raises(ElsewhereError):
        Site(ISSUER)._read_doors(DOORS | {name: address})


def test_pushed_questions_go_through_such_a_door_too() -> None:
    told = DOORS | {"pushed_authorization_request_endpoint": "http://login.example.org/par"}

    with pytest.raises(ElsewhereError):
        Site(ISSUER)._read_doors(told)
