"""How a mail leaves the house: what every way out must do, and what may come back instead of thanks."""

from email.message import EmailMessage
from typing import Protocol


class UndeliveredError(Exception):
    """A mail did not get away. ``failure`` is a status or a kind, never a server's words."""

    def __init__(self, failure: str) -> None:
        super().__init__(failure)
        self.failure = failure


class RefusedError(UndeliveredError):
    """This mail is refused, and would be the next time too."""


class NotNowError(UndeliveredError):
    """This mail is not taken now; it may be later."""


class NoServerError(UndeliveredError):
    """Nothing can be handed over now, whatever it is: it is no fault of the mail."""


class Transport(Protocol):
    """A way out for mail, open for one round of it."""

    def send(self, message: EmailMessage, name: str) -> None:
        """Hand over one mail, whose ``name`` is the same each time. Raises UndeliveredError."""

    def close(self) -> None:
        """End the conversation. What has been handed over stays handed over."""
