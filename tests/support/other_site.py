"""A real site to sign in at, in a process of its own, and somebody who signs in there without a browser."""

import json
import os
import re
import signal
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPMessage
from http.cookiejar import CookieJar
from pathlib import Path
from typing import IO, Any, Final
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin

from joserfc.jwk import ECKey

from core.oidc_settings import OidcSettings
from tests.support.databases import ROOT
from tests.support.serving import free_port

US: Final = "noe-a-ga-til"
KNOWN_TO_BOTH: Final = "a secret that both know: %/+&"
HPR_SCOPE: Final = "helseid://scopes/hpr/hpr_number"
HPR_CLAIM: Final = "helseid://claims/hpr/hpr_number"
MOST_STEPS: Final = 10


@dataclass(frozen=True)
class OtherSite:
    """A site that runs. ``is_strict``: it takes keys and proofs alone, and questions pushed to it."""

    issuer: str
    is_strict: bool
    key: ECKey = field(repr=False)

    def settings(self) -> OidcSettings:
        """Return how our site is set to be let in there."""
        return OidcSettings(
            issuer=self.issuer,
            client_id=US,
            label="HelseID",
            secret=None if self.is_strict else KNOWN_TO_BOTH,
            private_key=self.key if self.is_strict else None,
            scopes=("openid", "profile", "email", HPR_SCOPE),
            hpr_claim=HPR_CLAIM,
        )


@contextmanager
def other_site(comes_back_to: str, *, is_strict: bool) -> Iterator[OtherSite]:
    port = free_port()
    key = ECKey.generate_key("P-256", {"kid": "ours", "use": "sig"}, private=True)
    client = {
        "client_id": US,
        "redirect_uris": [comes_back_to],
        "token_endpoint_auth_method": "client_secret_basic",
        "client_secret": KNOWN_TO_BOTH,
    }
    if is_strict:
        del client["client_secret"]
        client |= {
            "token_endpoint_auth_method": "private_key_jwt",
            "token_endpoint_auth_signing_alg": "ES256",
            "dpop_bound_access_tokens": True,
            "jwks": {"keys": [key.as_dict(private=False)]},
        }
    told = {"port": port, "client": client, "isStrict": is_strict}
    with _running(told):
        yield OtherSite(f"http://127.0.0.1:{port}", is_strict, key)


@contextmanager
def _running(told: dict[str, Any]) -> Iterator[None]:
    program = Path(ROOT, "tests/support/oidc_provider.mjs")
    process = subprocess.Popen(
        [ROOT / "bin/node", program, json.dumps(told)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.communicate(timeout=10)


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        return None


class Somebody:
    """A browser at the other site, as far as that site needs one."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        # The cookies of the site are for one machine, and Python's own rules want a dot in its name.
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(CookieJar()), _Stay()
        )

    def sign_in(self, address: str, name: str) -> str:
        """Return where the site sends the browser back to."""
        page = self._follow(address)
        form = _Form(page)
        sent = {**form.hidden, "login": name, "password": "anything"}
        return self._follow(urljoin(self.issuer, form.action), urlencode(sent))

    def give_up(self, address: str) -> str:
        page = self._follow(address)
        return self._follow(urljoin(self.issuer, f"{_Form(page).action}/abort"))

    def _follow(self, address: str, sent: str | None = None) -> str:
        """Return the page that redirects end at, or the address outside of the site that they lead to."""
        for _step in range(MOST_STEPS):
            data = sent.encode() if sent is not None else None
            try:
                with self._opener.open(address, data, timeout=10) as reply:
                    return str(reply.read().decode())
            except HTTPError as refusal:
                location, body = refusal.headers.get("Location"), refusal.read().decode()
                refusal.close()
            assert location, _words(body)
            address, sent = urljoin(address, location), None
            if not address.startswith(self.issuer):
                return address
        raise AssertionError("the other site goes round in circles")


def _words(page: str) -> str:
    """Return what a page of faults says, without its looks."""
    return re.sub(r"<style>.*?</style>|<[^>]+>|\s+", " ", page, flags=re.DOTALL)[:600]


class _Form(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.action = ""
        self.hidden: dict[str, str] = {}
        self.feed(page)
        assert self.action, page[:400]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form":
            self.action = told.get("action") or ""
        if tag == "input" and told.get("type") == "hidden":
            self.hidden[told.get("name") or ""] = told.get("value") or ""
