"""The other site that people may sign in at (OpenID Connect): its settings, and what can be wrong in them."""

import json
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from joserfc.errors import JoseError, SecurityWarning
from joserfc.jwk import ECKey, RSAKey, import_key

# As short as it can be: who it is, and what they are called.
ALWAYS_ASKED_FOR: Final = ("openid", "profile")
# Only where nothing goes over a network may it go unencrypted.
ISSUER: Final = re.compile(
    r"(https://[^\s/?#@]+|http://(localhost|127\.0\.0\.1)(:\d+)?)(/[^\s?#]*)?"
)
WORDS_OF_NATIONAL_NUMBERS: Final = ("pid", "fnr", "ssn", "personnummer", "national")
BEGINNINGS_OF_KEYS: Final = ("{", "-----BEGIN")
SHORTEST_RSA_KEY: Final = 2048

PrivateKey = RSAKey | ECKey
# Returns what is set for a name, or what holds where nothing is.
Text = Callable[[str, str], str]


@dataclass(frozen=True)
class OidcSettings:
    """Who is asked, what we are called there and how we prove it, and where the answer says what.

    Either ``secret`` or ``private_key`` is set. ``hpr_claim`` is None where nobody is asked whether
    somebody is authorised health personnel.
    """

    issuer: str
    client_id: str
    label: str
    secret: str | None = field(default=None, repr=False)
    private_key: PrivateKey | None = field(default=None, repr=False)
    scopes: tuple[str, ...] = ALWAYS_ASKED_FOR
    name_claim: str = "name"
    email_claim: str = "email"
    hpr_claim: str | None = None


def read_oidc(text: Text, faults: list[str]) -> OidcSettings | None:
    """Return the settings, None where no other site is named. Adds a sentence for each fault."""
    issuer, client_id = text("OIDC_ISSUER", ""), text("OIDC_CLIENT_ID", "")
    secret, told_key = text("OIDC_CLIENT_SECRET", ""), text("OIDC_PRIVATE_KEY", "")
    settings = OidcSettings(
        issuer=issuer,
        client_id=client_id,
        label=text("OIDC_LABEL", "") or urlsplit(issuer).netloc,
        secret=secret or None,
        private_key=_key(told_key, faults),
        scopes=tuple(dict.fromkeys([*ALWAYS_ASKED_FOR, *text("OIDC_SCOPES", "").split()])),
        name_claim=text("OIDC_NAME_CLAIM", "name"),
        email_claim=text("OIDC_EMAIL_CLAIM", "email"),
        hpr_claim=text("OIDC_HPR_CLAIM", "") or None,
    )
    found = [*_faults_of_site(settings, bool(secret), bool(told_key)), *_faults_of_claims(settings)]
    faults += found
    return settings if issuer and not found else None


def _faults_of_site(settings: OidcSettings, has_secret: bool, has_key: bool) -> Iterator[str]:
    issuer = settings.issuer
    if not issuer and (settings.client_id or has_secret or has_key):
        yield "OIDC_ISSUER is not set, though other settings for that site are."
    if not issuer:
        return
    if not ISSUER.fullmatch(issuer):
        yield f"OIDC_ISSUER is {issuer!r}; it must look like https://login.example.org."
    if not settings.client_id:
        yield "OIDC_CLIENT_ID is not set; it is what that site calls us."
    if has_secret == has_key:
        yield "OIDC_CLIENT_SECRET or OIDC_PRIVATE_KEY must be set, and not both."


def _faults_of_claims(settings: OidcSettings) -> Iterator[str]:
    told = {
        "OIDC_SCOPES": " ".join(settings.scopes),
        "OIDC_NAME_CLAIM": settings.name_claim,
        "OIDC_EMAIL_CLAIM": settings.email_claim,
        "OIDC_HPR_CLAIM": settings.hpr_claim or "",
    }
    for name, value in told.items():
        if any(word in value.lower() for word in WORDS_OF_NATIONAL_NUMBERS):
            yield f"{name} asks for a national identity number, which this site never does."


def _key(told: str, faults: list[str]) -> PrivateKey | None:
    """Return the key that is told, by itself or by the name of its file."""
    if not told:
        return None
    try:
        is_key = told.startswith(BEGINNINGS_OF_KEYS)
        key = _read_key(told if is_key else Path(told).read_text(encoding="ascii"))
    # No sentence repeats the key, nor what might be one.
    except OSError:
        faults.append("OIDC_PRIVATE_KEY is neither a key nor the name of a file that can be read.")
        return None
    except (JoseError, ValueError, TypeError, KeyError):
        faults.append(
            "OIDC_PRIVATE_KEY is not a private RSA key of 2048 bits or more, or an EC key, as JWK or PEM."
        )
        return None
    return key


def _read_key(text: str) -> PrivateKey:
    """Raises ValueError, or one of several others, for anything but a private key that will do."""
    is_jwk = text.lstrip().startswith("{")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SecurityWarning)  # of short keys, which are refused below
        key = import_key(json.loads(text) if is_jwk else text)
    if not isinstance(key, RSAKey | ECKey) or not key.is_private:
        raise ValueError("this is not the private half of a key")
    if isinstance(key, RSAKey) and key.raw_value.key_size < SHORTEST_RSA_KEY:
        raise ValueError("the key is too short")
    return key
