"""The talk with the other site: where to send a browser, and whom the code that it comes back with is of."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlencode

from authlib.common.urls import add_params_to_uri
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from accounts.elsewhere.failures import ElsewhereError, Failure
from accounts.elsewhere.id_token import claims_of
from accounts.elsewhere.leg import Leg
from accounts.elsewhere.person import Person, claims_wanted, person_from
from accounts.elsewhere.proofs import Proofs
from accounts.elsewhere.site import SECONDS, Doors, Site
from accounts.elsewhere.who_we_are import fields_of_ours, in_head
from core.oidc_settings import OidcSettings
from core.outside import OutsideError, Reply, fetch_json, send_form

WANTS_NONCE: Final = "use_dpop_nonce"
NONCE: Final = "dpop-nonce"


class Talk:
    """With one site, in our name. ``comes_back_to`` is the one address it may send browsers to."""

    def __init__(self, settings: OidcSettings, comes_back_to: str) -> None:
        self.settings = settings
        self.site = Site(settings.issuer)
        self.comes_back_to = comes_back_to

    def address_for(self, leg: Leg, language: str) -> str:
        """Return where a browser signs in. Raises ElsewhereError."""
        doors = self.site.doors()
        asked = {
            "client_id": self.settings.client_id,
            "response_type": "code",
            "redirect_uri": self.comes_back_to,
            "scope": " ".join(self.settings.scopes),
            "state": leg.state,
            "nonce": leg.nonce,
            "code_challenge": create_s256_code_challenge(leg.verifier),
            "code_challenge_method": "S256",
            "ui_locales": language,
        }
        if doors.pushed:
            # Told behind the browser's back, so that its history has nothing of it.
            kept = self._send(doors.pushed, doors, asked, "pushed")
            asked = {
                "client_id": self.settings.client_id,
                "request_uri": _text(kept, "request_uri", "pushed"),
            }
        address: str = add_params_to_uri(doors.authorization, list(asked.items()))
        return address

    def check_who_answers(self, issuer: str | None) -> None:
        """Raises ElsewhereError where an answer is said to be of another site, or should say and does not."""
        if issuer is None and not self.site.doors().names_itself:
            return
        if issuer != self.settings.issuer:
            raise ElsewhereError(Failure.NOT_OURS, "answer of another site")

    def person_of(self, code: str, leg: Leg) -> Person:
        """Return whom a code is of. Raises ElsewhereError; no code can be used twice."""
        doors = self.site.doors()
        proofs = Proofs() if doors.takes_proofs else None
        asked = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.comes_back_to,
            "code_verifier": leg.verifier,
        }
        tokens = self._send(doors.token, doors, asked, "token", proofs)
        access_token = tokens.get("access_token")
        claims = claims_of(
            tokens.get("id_token"),
            self.site,
            client_id=self.settings.client_id,
            nonce=leg.nonce,
            access_token=access_token if isinstance(access_token, str) else None,
        )
        missing = [name for name in claims_wanted(self.settings) if name not in claims]
        if missing and doors.userinfo and isinstance(access_token, str):
            told = self._userinfo(doors.userinfo, access_token, proofs)
            if told.get("sub") != claims["sub"]:
                raise ElsewhereError(Failure.NOT_TRUSTED, "userinfo of another")
            claims |= {name: told[name] for name in missing if name in told}
        return person_from(claims, self.settings)

    def _send(
        self,
        address: str,
        doors: Doors,
        asked: Mapping[str, str],
        what: str,
        proofs: Proofs | None = None,
    ) -> dict[str, Any]:
        reply = self._reply(address, doors, asked, what, proofs)
        told = _fields(reply, what)
        if proofs is not None:
            proofs.nonce = _nonce(reply)
        if proofs is not None and told.get("error") == WANTS_NONCE:
            reply = self._reply(address, doors, asked, what, proofs)
            told = _fields(reply, what)
        if reply.status not in {HTTPStatus.OK, HTTPStatus.CREATED}:
            # A code that is used or too old; all else is between the two sites.
            is_code = told.get("error") == "invalid_grant"
            kind = Failure.NOT_OURS if is_code else Failure.DOWN
            raise ElsewhereError(kind, f"{what} refused")
        return told

    def _reply(
        self,
        address: str,
        doors: Doors,
        asked: Mapping[str, str],
        what: str,
        proofs: Proofs | None,
    ) -> Reply:
        ours, headers = fields_of_ours(self.settings), {"Accept": "application/json"}
        if not doors.takes_secret_in_form:
            ours, more = in_head(ours)
            headers |= more
        if proofs is not None:
            headers["DPoP"] = proofs.of("POST", address)
        try:
            return send_form(
                address, urlencode({**asked, **ours}), seconds=SECONDS, headers=headers
            )
        except OutsideError:
            raise ElsewhereError(Failure.DOWN, what) from None

    def _userinfo(self, address: str, access_token: str, proofs: Proofs | None) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {access_token}", "Accept": "application/json"}
        if proofs is not None:
            headers["Authorization"] = f"DPoP {access_token}"
            headers["DPoP"] = proofs.of("GET", address, access_token)
        try:
            found = fetch_json(address, seconds=SECONDS, headers=headers)
        except OutsideError:
            raise ElsewhereError(Failure.DOWN, "userinfo") from None
        if not isinstance(found, dict):
            raise ElsewhereError(Failure.DOWN, "userinfo")
        return found


def _fields(reply: Reply, what: str) -> dict[str, Any]:
    try:
        return reply.fields()
    except OutsideError:
        raise ElsewhereError(Failure.DOWN, what) from None


def _nonce(reply: Reply) -> str | None:
    return next((value for name, value in reply.headers.items() if name.lower() == NONCE), None)


def _text(told: Mapping[str, Any], name: str, what: str) -> str:
    found = told.get(name)
    if not isinstance(found, str) or not found:
        raise ElsewhereError(Failure.DOWN, what)
    return found
