"""How we prove who we are: signed anew each time, or by a secret that is written as it should be."""

from base64 import b64decode
from urllib.parse import unquote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from accounts.elsewhere.who_we_are import algorithm_of, fields_of_ours, in_head
from core.oidc_settings import OidcSettings, PrivateKey

ISSUER = "https://login.example.org"


@pytest.mark.parametrize(
    ("key", "algorithm"),
    [
        (RSAKey.generate_key(2048), "RS256"),
        (RSAKey.generate_key(2048, {"alg": "PS256"}), "PS256"),
        (ECKey.generate_key("P-256"), "ES256"),
        (ECKey.generate_key("P-384"), "ES384"),
        (ECKey.generate_key("P-521"), "ES512"),
    ],
    ids=["RSA", "RSA that says how", "P-256", "P-384", "P-521"],
)
def test_a_key_signs_for_the_issuer_and_for_a_minute(key: PrivateKey, algorithm: str) -> None:
    settings = OidcSettings(ISSUER, "us", "HelseID", private_key=key)

    one, two = fields_of_ours(settings), fields_of_ours(settings)

    read = jwt.decode(one["client_assertion"], key, algorithms=[algorithm])
    assert algorithm_of(key) == read.header["alg"] == algorithm
    assert (read.claims["iss"], read.claims["sub"], read.claims["aud"]) == ("us", "us", ISSUER)
    assert read.claims["exp"] - read.claims["iat"] == 60
    other = jwt.decode(two["client_assertion"], key, algorithms=[algorithm])
    assert other.claims["jti"] != read.claims["jti"]
    assert "client_secret" not in one


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_secret_in_the_head_can_be_read_back_whatever_it_holds(name: str, secret: str) -> None:
    fields, headers = in_head({"client_id": name, "client_secret": secret})

    pair = b64decode(headers["Authorization"].removeprefix("Basic ")).decode()
    assert [unquote_plus(part) for part in pair.split(":")] == [name, secret]
    assert fields == {"client_id": name}


def test_a_key_needs_no_head() -> None:
    assert in_head({"client_id": "us", "client_assertion": "a"})[1] == {}
