"""Why signing in at another site came to nothing: a few kinds, which is all that is ever logged of it."""

import logging
from enum import StrEnum
from http import HTTPStatus

from core.errors import DomainError

log = logging.getLogger("noe")


class Failure(StrEnum):
    """What the page says; each word of the reason behind it is one of ours."""

    DOWN = "down"
    SAID_NO = "said_no"
    NOT_OURS = "not_ours"
    NOT_TRUSTED = "not_trusted"
    NEEDS_KEY = "needs_key"
    OTHER_BROWSER = "other_browser"


STATUSES = {
    Failure.DOWN: HTTPStatus.SERVICE_UNAVAILABLE,
    Failure.SAID_NO: HTTPStatus.FORBIDDEN,
    Failure.NOT_OURS: HTTPStatus.GONE,
    Failure.NOT_TRUSTED: HTTPStatus.BAD_GATEWAY,
    Failure.NEEDS_KEY: HTTPStatus.FORBIDDEN,
    Failure.OTHER_BROWSER: HTTPStatus.GONE,
}


class ElsewhereError(DomainError):
    """Nobody is signed in. ``reason`` says where it failed, in words of ours, for whoever runs the site."""

    code = "signing_in_elsewhere"

    def __init__(self, kind: Failure, reason: str) -> None:
        super().__init__("Signing in at the other site came to nothing.")
        self.kind = kind
        self.reason = reason
        self.status = STATUSES[kind].value


def note(error: ElsewhereError) -> None:
    """Log the kind and the place; never an answer, which may hold a name or what lets somebody in."""
    log.warning("signing in elsewhere: %s, %s", error.kind.value, error.reason)
