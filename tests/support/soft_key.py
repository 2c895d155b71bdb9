"""A passkey made of nothing but numbers, which answers what a browser's key would, or something else."""

import hashlib
import json
import os
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import bytes_to_base64url, encode_cbor

SOMEBODY_WAS_THERE = 0x01
SOMEBODY_WAS_KNOWN = 0x04
HOLDS_A_KEY = 0x40
KIND, ALGORITHM, CURVE, X, Y = 1, 3, -1, -2, -3
ELLIPTIC, ES256, P256 = 2, -7, 1
Answer = dict[str, Any]


class SoftKey:
    """``host`` and ``origin`` are those of the page that the browser says it is on."""

    def __init__(self, host: str = "example.org", origin: str = "https://example.org") -> None:
        self.host, self.origin = host, origin
        self.id = os.urandom(32)
        self.uses = 0
        self._private = ec.generate_private_key(ec.SECP256R1())

    def make(self, question: dict[str, Any]) -> Answer:
        """Answer the question that makes a key."""
        key = encode_cbor(self._public_half())
        named = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + key
        told = {"fmt": "none", "attStmt": {}, "authData": self._told(HOLDS_A_KEY) + named}
        return self._answer(
            clientDataJSON=self._page("webauthn.create", question),
            attestationObject=encode_cbor(told),
        )

    def show(self, question: dict[str, Any]) -> Answer:
        """Answer the question that a key signs."""
        self.uses += 1
        page, told = self._page("webauthn.get", question), self._told()
        signed = told + hashlib.sha256(page).digest()
        return self._answer(
            clientDataJSON=page,
            authenticatorData=told,
            signature=self._private.sign(signed, ec.ECDSA(hashes.SHA256())),
        )

    def _public_half(self) -> dict[int, int | bytes]:
        point = self._private.public_key().public_numbers()
        x, y = (number.to_bytes(32, "big") for number in (point.x, point.y))
        return {KIND: ELLIPTIC, ALGORITHM: ES256, CURVE: P256, X: x, Y: y}

    def _told(self, more: int = 0) -> bytes:
        flags = SOMEBODY_WAS_THERE | SOMEBODY_WAS_KNOWN | more
        digest = hashlib.sha256(self.host.encode()).digest()
        return digest + bytes([flags]) + self.uses.to_bytes(4, "big")

    def _page(self, kind: str, question: dict[str, Any]) -> bytes:
        told = {"type": kind, "challenge": question["challenge"], "origin": self.origin}
        return json.dumps(told | {"crossOrigin": False}).encode()

    def _answer(self, **parts: bytes) -> Answer:
        name = bytes_to_base64url(self.id)
        response = {part: bytes_to_base64url(value) for part, value in parts.items()}
        return {"id": name, "rawId": name, "type": "public-key", "response": response}
