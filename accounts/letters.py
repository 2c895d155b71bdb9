"""The letter with the link that signs somebody in."""

from dataclasses import dataclass
from typing import ClassVar

from web.letters import Letter


@dataclass(frozen=True)
class SignInLetter(Letter):
    """``address`` opens the page with the button; ``minutes`` is how long it does."""

    template: ClassVar[str] = "mail/sign_in.txt"

    address: str
    minutes: int
