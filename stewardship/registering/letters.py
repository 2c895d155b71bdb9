"""The mails of one who puts a group in: the way back to the draft, and the link that sends it."""

from dataclasses import dataclass
from typing import ClassVar

from web.letters import Letter


@dataclass(frozen=True)
class ResumeLetter(Letter):
    """Where one goes on with what one has begun, and until when it is kept."""

    template: ClassVar[str] = "mail/resume.txt"

    link: str
    days: int


@dataclass(frozen=True)
class VerifyLetter(Letter):
    """The link that sends in what is written: whoever reads the mail has the address."""

    template: ClassVar[str] = "mail/verify.txt"

    name: str
    link: str
    days: int
