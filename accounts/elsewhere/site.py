"""The other site: where its doors are, and which keys it signs with. Asked when needed, and remembered."""

import re
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final

from authlib.oidc.discovery import get_well_known_url
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

from accounts.elsewhere.failures import ElsewhereError, Failure
from core.outside import OutsideError, fetch_json

SECONDS: Final = 5.0
# Sites change their doors in days, not in minutes.
DOORS_LAST: Final = 3600.0
# A made-up name of a key must not make us ask at every turn.
ASKED_AGAIN_AFTER: Final = 10.0
DPOP_ALGORITHM: Final = "ES256"

SigningKey = RSAKey | ECKey
# No secrets that both know («oct»): whoever has one can sign as the other.
KINDS_OF_KEYS: Final[Mapping[str, type[SigningKey]]] = {"RSA": RSAKey, "EC": ECKey}


@dataclass(frozen=True)
class Doors:
    """The addresses that the site answers at, and what it can do. An empty address is not there."""

    authorization: str
    token: str
    keys: str
    pushed: str
    userinfo: str
    names_itself: bool
    takes_secret_in_form: bool
    takes_proofs: bool


class Site:
    """One site by its address. Safe to be shared by threads: at worst two ask for the same."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self._lock = Lock()
        self._doors: tuple[float, Doors] | None = None
        self._keys: tuple[float, list[SigningKey]] | None = None

    def doors(self) -> Doors:
        """Raises ElsewhereError where the site does not answer, or answers as another."""
        with self._lock:
            known = self._doors
        if known is not None and time.monotonic() - known[0] < DOORS_LAST:
            return known[1]
        doors = self._read_doors(_fetch(get_well_known_url(self.issuer, external=True), "doors"))
        with self._lock:
            self._doors = time.monotonic(), doors
        return doors

    def key(self, name: str | None) -> SigningKey:
        """Return the key of a name, or the only one where none is named. Raises ElsewhereError.

        Sites change their keys without a word: an unknown name makes us ask again.
        """
        with self._lock:
            known = self._keys
        found = _named(known[1], name) if known else None
        if found is None and (known is None or time.monotonic() - known[0] > ASKED_AGAIN_AFTER):
            keys = _signing_keys(_fetch(self.doors().keys, "keys"))
            with self._lock:
                self._keys = time.monotonic(), keys
            found = _named(keys, name)
        if found is None:
            raise ElsewhereError(Failure.NOT_TRUSTED, "unknown key")
        return found

    def _read_doors(self, told: Mapping[str, Any]) -> Doors:
        # Else one site could send people to the doors of another.
        if told.get("issuer") != self.issuer:
            raise ElsewhereError(Failure.DOWN, "doors of another site")
        in_form = "client_secret_post" in _list(told, "token_endpoint_auth_methods_supported")
        doors = Doors(
            authorization=self._door(told, "authorization_endpoint"),
            token=self._door(told, "token_endpoint"),
            keys=self._door(told, "jwks_uri"),
            pushed=self._door(told, "pushed_authorization_request_endpoint"),
            userinfo=self._door(told, "userinfo_endpoint"),
            names_itself=told.get("authorization_response_iss_parameter_supported") is True,
            takes_secret_in_form=in_form,
            takes_proofs=DPOP_ALGORITHM in _list(told, "dpop_signing_alg_values_supported"),
        )
        if not (doors.authorization and doors.token and doors.keys):
            raise ElsewhereError(Failure.DOWN, "doors missing")
        return doors

    def _door(self, told: Mapping[str, Any], name: str) -> str:
        """Return an address; empty where it is not told. Nothing secret goes to a door without encryption."""
        address = told.get(name)
        if address is None:
            return ""
        # Some of them stand in a header of ours, where a new line would begin another header.
        is_safe = (
            isinstance(address, str)
            and re.fullmatch(r"[!-~]*", address) is not None
            and (address.startswith("https://") or self.issuer.startswith("http://"))
        )
        if not is_safe:
            raise ElsewhereError(Failure.DOWN, "unsafe door")
        return str(address)


def _fetch(address: str, what: str) -> dict[str, Any]:
    try:
        found = fetch_json(address, seconds=SECONDS)
    except OutsideError:
        raise ElsewhereError(Failure.DOWN, what) from None
    if not isinstance(found, dict):
        raise ElsewhereError(Failure.DOWN, what)
    return found


def _list(told: Mapping[str, Any], name: str) -> list[Any]:
    found = told.get(name)
    return found if isinstance(found, list) else []


def _signing_keys(told: Mapping[str, Any]) -> list[SigningKey]:
    """Return the keys of kinds we know, and that can be read; others are not there for us."""
    keys: list[SigningKey] = []
    for one in _list(told, "keys"):
        if not isinstance(one, dict) or one.get("use", "sig") != "sig":
            continue
        kind = KINDS_OF_KEYS.get(str(one.get("kty")))
        if kind is not None:
            with suppress(JoseError, ValueError, TypeError, KeyError):
                keys.append(kind.import_key(one))
    return keys


def _named(keys: list[SigningKey], name: str | None) -> SigningKey | None:
    if name is None:
        return keys[0] if len(keys) == 1 else None
    return next((key for key in keys if key.kid == name), None)
