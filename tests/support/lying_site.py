"""A site to sign in at that answers as it should, but for the one thing that a test makes it lie about."""

import hmac
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from json import dumps
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from flask import Flask, Response, request
from joserfc import jwt
from joserfc.jwk import RSAKey

from core.oidc_settings import OidcSettings
from tests.support.serving import served

US: Final = "noe-a-ga-til"
KID: Final = "theirs"


@dataclass
class LyingSite:
    """``doors`` and ``claims`` replace what is told; None leaves it out. ``signs`` makes the token."""

    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": KID}))
    doors: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    answers: dict[str, Response] = field(default_factory=dict)
    signs: Any = None
    nonce: str = ""
    asked: list[str] = field(default_factory=list)

    def settings(self) -> OidcSettings:
        return OidcSettings(issuer=self.issuer, client_id=US, label="HelseID", secret="s" * 40)

    def goes_there(self, address: str) -> str:
        """Take in what our site sends a browser with; return its state."""
        query = parse_qs(urlsplit(address).query)
        self.nonce = query["nonce"][0]
        return query["state"][0]

    def token(self) -> str:
        now = int(time.time())
        told = {
            "iss": self.issuer,
            "sub": "kari",
            "aud": US,
            "nonce": self.nonce,
            "iat": now,
            "exp": now + 60,
            "name": "Kari",
            "email": "kari@example.org",
        } | self.claims
        claims = {name: value for name, value in told.items() if value is not None}
        return str((self.signs or self.signed)(claims))

    def signed(self, claims: dict[str, Any]) -> str:
        return jwt.encode({"alg": "RS256", "kid": KID}, claims, self.key, algorithms=["RS256"])

    def unsigned(self, claims: dict[str, Any]) -> str:
        return f"{_said({'alg': 'none', 'kid': KID}, claims)}."

    def signed_with_what_everybody_has(self, claims: dict[str, Any]) -> str:
        said = _said({"alg": "HS256", "kid": KID}, claims)
        public = self.key.as_pem(private=False)
        return f"{said}.{_written(hmac.digest(public, said.encode(), 'sha256'))}"

    def signed_by_another(self, claims: dict[str, Any]) -> str:
        another = RSAKey.generate_key(2048)
        return jwt.encode({"alg": "RS256", "kid": KID}, claims, another, algorithms=["RS256"])

    def signed_with_an_unknown_key(self, claims: dict[str, Any]) -> str:
        header = {"alg": "RS256", "kid": "another"}
        return jwt.encode(header, claims, self.key, algorithms=["RS256"])


def _said(*parts: dict[str, Any]) -> str:
    return ".".join(_written(dumps(part).encode()) for part in parts)


def _written(part: bytes) -> str:
    return urlsafe_b64encode(part).decode().rstrip("=")


@contextmanager
def lying_site() -> Iterator[LyingSite]:
    site, app = LyingSite(), Flask("lying")

    @app.before_request
    def answer_otherwise() -> Response | None:
        site.asked.append(request.path)
        return site.answers.get(request.path)

    @app.get("/.well-known/openid-configuration")
    def tell_doors() -> dict[str, Any]:
        told = {
            "issuer": site.issuer,
            "authorization_endpoint": f"{site.issuer}/auth",
            "token_endpoint": f"{site.issuer}/token",
            "jwks_uri": f"{site.issuer}/keys",
        } | site.doors
        return {name: value for name, value in told.items() if value is not None}

    @app.get("/keys")
    def tell_keys() -> dict[str, Any]:
        useless = {"kty": "oct", "kid": "shared", "k": "c2VjcmV0"}
        return {"keys": [useless, {"kty": "AKP", "kid": "new"}, site.key.as_dict(private=False)]}

    @app.post("/token")
    def give_token() -> dict[str, Any]:
        return {"access_token": "a", "token_type": "Bearer", "id_token": site.token()}

    with served(app) as address:
        site.issuer = address
        yield site
