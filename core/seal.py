"""Answers sealed into an address: readable by nobody but us, and kept by nobody at all."""

import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from core.errors import DomainError

# A browser, a messenger or a proxy may cut an address longer than this.
LONGEST_ADDRESS = 4000


class BrokenSealError(DomainError):
    """The address was damaged on its way, or was never ours."""

    code = "broken_seal"
    status = 404


class Seal:
    """Seals and opens small values. The first key seals; every key opens, so keys can be replaced."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    def close(self, value: Mapping[str, Any]) -> str:
        """Return ``value`` as one URL-safe word."""
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        # The time of sealing is personal too, so every seal says the beginning of 1970.
        sealed = self._fernet.encrypt_at_time(zlib.compress(text.encode(), 9), current_time=0)
        return sealed.decode().rstrip("=")

    def open(self, word: str) -> dict[str, Any]:
        """Return what was sealed. Raises BrokenSealError where that cannot be told."""
        if len(word) > LONGEST_ADDRESS or not word.isascii():
            raise BrokenSealError("The address is not one of ours.")
        padded = word + "=" * (-len(word) % 4)
        try:
            value = json.loads(zlib.decompress(self._fernet.decrypt(padded.encode())))
        except (InvalidToken, ValueError, zlib.error) as error:
            raise BrokenSealError("The address is damaged, or not one of ours.") from error
        if not isinstance(value, dict):
            raise BrokenSealError("The address is not one of ours.")
        return value


def is_seal_key(key: str) -> bool:
    try:
        Fernet(key)
    except ValueError:
        return False
    return True
