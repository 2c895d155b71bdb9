"""The letters to those who prescribe, or have asked to. None says more of them than they have told."""

from dataclasses import dataclass
from typing import ClassVar

from web.letters import Letter


@dataclass(frozen=True)
class AskToPrescribeLetter(Letter):
    """``address`` opens the page with the button; ``hours`` is how long it does."""

    template: ClassVar[str] = "mail/prescribe.txt"

    address: str
    hours: int


@dataclass(frozen=True)
class PrescriberApprovedLetter(Letter):
    """Where one begins, and where the practice finds its counts."""

    template: ClassVar[str] = "mail/prescriber_approved.txt"

    address: str
    own_address: str


@dataclass(frozen=True)
class PrescriberRefusedLetter(Letter):
    """That it cannot be done now, and how to ask again in a way that can be looked up."""

    template: ClassVar[str] = "mail/prescriber_refused.txt"

    address: str


@dataclass(frozen=True)
class PrescriberEndedLetter(Letter):
    """That one can make no codes any more. ``is_unused``: because one has not been here for a year."""

    template: ClassVar[str] = "mail/prescriber_ended.txt"

    address: str
    is_unused: bool
