"""The hidden field in every form of somebody signed in, so that no other page can send it for them.

It is made from the word of the session, so nothing of it is kept. Each page has another one: what
never stands twice the same cannot be guessed from how well pages compress.
"""

import hashlib
import hmac
import secrets
from http import HTTPStatus
from typing import Final

from core.errors import DomainError

FIELD: Final = "token"
HEADER: Final = "X-Form-Token"
LONGEST: Final = 200


class StaleFormError(DomainError):
    """The form was sent from an old page, or not from a page of ours at all."""

    code = "stale_form"
    status = HTTPStatus.BAD_REQUEST.value


def new_form_token(word: str) -> str:
    salt = secrets.token_urlsafe(12)
    return f"{salt}.{_signature(word, salt)}"


def check_form_token(word: str, token: str) -> None:
    """Raises StaleFormError unless ``token`` was made from ``word``."""
    salt, _dot, signature = token[:LONGEST].partition(".")
    if not hmac.compare_digest(signature.encode(), _signature(word, salt).encode()):
        raise StaleFormError("The page is from before you signed in. Open it again.")


def _signature(word: str, salt: str) -> str:
    return hmac.new(word.encode(), salt.encode(), hashlib.sha256).hexdigest()
