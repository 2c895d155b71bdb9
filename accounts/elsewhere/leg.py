"""One way to the other site and back, and the two secrets of it, which are kept nowhere.

The database has the digest of ``state`` and of ``browser``, the address has ``state``, and the
browser alone has ``browser``: so nobody else can go on with what one browser has begun.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass


@dataclass(frozen=True)
class Leg:
    state: str
    browser: str

    @property
    def verifier(self) -> str:
        """Proves that whoever hands in the code is whoever asked for it (PKCE)."""
        return self._made_for("verifier")

    @property
    def nonce(self) -> str:
        """Stands in the token, which so can be of no other time."""
        return self._made_for("nonce")

    def _made_for(self, use: str) -> str:
        made = hmac.new(self.browser.encode(), f"{use} {self.state}".encode(), hashlib.sha256)
        return urlsafe_b64encode(made.digest()).decode().rstrip("=")
