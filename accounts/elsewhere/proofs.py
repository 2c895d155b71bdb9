"""Proof that whoever uses a token is whoever got it (DPoP), for sites that want it, as HelseID does."""

import secrets
import time
from base64 import urlsafe_b64encode
from hashlib import sha256

from joserfc import jwt
from joserfc.jwk import ECKey

from accounts.elsewhere.site import DPOP_ALGORITHM


class Proofs:
    """A key that lives as long as one signing in, and what it signs."""

    def __init__(self) -> None:
        self._key = ECKey.generate_key("P-256")
        self.nonce: str | None = None

    def of(self, method: str, address: str, access_token: str | None = None) -> str:
        """Return the proof for one asking; ``access_token`` is the one that is used in it."""
        header = {
            "typ": "dpop+jwt",
            "alg": DPOP_ALGORITHM,
            "jwk": self._key.as_dict(private=False),
        }
        said = {
            "jti": secrets.token_urlsafe(24),
            "htm": method,
            "htu": address.partition("?")[0],
            "iat": int(time.time()),
        }
        if self.nonce is not None:
            said["nonce"] = self.nonce
        if access_token is not None:
            digest = sha256(access_token.encode()).digest()
            said["ath"] = urlsafe_b64encode(digest).decode().rstrip("=")
        return jwt.encode(header, said, self._key, algorithms=[DPOP_ALGORITHM])
