"""The letter with the link that ties what another site calls somebody to their account."""

from dataclasses import dataclass
from typing import ClassVar

from web.letters import Letter


@dataclass(frozen=True)
class LinkIdentityLetter(Letter):
    """``address`` opens the page with the button; ``site`` is where they signed in."""

    template: ClassVar[str] = "mail/link_identity.txt"

    address: str
    site: str
    minutes: int
