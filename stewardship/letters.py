"""What is mailed about somebody's own entry: accepted, asked back, rejected, handed over."""

from dataclasses import dataclass
from typing import ClassVar, Final

from web.letters import Letter

# The pages that letters lead to.
OFFER_PAGE: Final = "directory.show_offer"
OWN_PAGE: Final = "stewarding.show_mine"
START_PAGE: Final = "registering.show_start"
OWN_OFFER_PAGE: Final = "stewarding.show_offer"
TAKE_OVER_PAGE: Final = "handing_over.show_take_over"


@dataclass(frozen=True)
class AcceptedLetter(Letter):
    """The entry is on the site, where it is, and what comes next."""

    template: ClassVar[str] = "mail/accepted.txt"

    name: str
    address: str
    own_address: str


@dataclass(frozen=True)
class AskedBackLetter(Letter):
    """A moderator has a question before the entry can be published."""

    template: ClassVar[str] = "mail/asked_back.txt"

    name: str
    question: str
    address: str


@dataclass(frozen=True)
class RejectedLetter(Letter):
    """A change was not taken in, or a new offer, and why."""

    template: ClassVar[str] = "mail/rejected.txt"

    name: str
    reason: str
    address: str
    is_new: bool


@dataclass(frozen=True)
class ClaimAcceptedLetter(Letter):
    """You hold the organisation's entries now."""

    template: ClassVar[str] = "mail/claim_accepted.txt"

    organisation: str
    address: str


@dataclass(frozen=True)
class ClaimRejectedLetter(Letter):
    """We could not see that you speak for the organisation, and why."""

    template: ClassVar[str] = "mail/claim_rejected.txt"

    organisation: str
    reason: str
    address: str


@dataclass(frozen=True)
class HandOverLetter(Letter):
    """Somebody asks you to hold the entries of an organisation; the link says yes."""

    template: ClassVar[str] = "mail/hand_over.txt"

    organisation: str
    address: str
    days: int
