"""What is mailed because a visitor wrote: to those who hold an offer, and back to who left an address."""

from dataclasses import dataclass
from typing import ClassVar

from web.letters import Letter


@dataclass(frozen=True)
class ReportLetter(Letter):
    """Somebody says that something is wrong with an entry. Who it was is not in it.

    ``address`` is the entry's page, ``own_address`` where it can be changed. ``lines`` are what they
    wrote, line by line. ``wants_answer``: we can mail them one.
    """

    template: ClassVar[str] = "mail/report.txt"

    name: str
    address: str
    own_address: str
    wrong: tuple[str, ...]
    lines: tuple[str, ...]
    wants_answer: bool


@dataclass(frozen=True)
class ReportClosedLetter(Letter):
    """What came of a report, to whoever made it. ``answer`` is empty where nobody wrote one."""

    template: ClassVar[str] = "mail/report_closed.txt"

    name: str
    address: str
    answer: tuple[str, ...]


@dataclass(frozen=True)
class FirstContactLetter(Letter):
    """A first message to a group: what was written, and where an answer goes.

    ``answered_address`` is pressed when they have answered.
    """

    template: ClassVar[str] = "mail/first_contact.txt"

    name: str
    lines: tuple[str, ...]
    reply_to: str
    wants_company: bool
    days: int
    answered_address: str


@dataclass(frozen=True)
class Suggestion:
    """Something else to go to: when, where, and its page."""

    name: str
    when: str
    where: str
    address: str


@dataclass(frozen=True)
class NextBestLetter(Letter):
    """A group has not answered in time; here is something near it. ``lines`` are name and number."""

    template: ClassVar[str] = "mail/next_best.txt"

    name: str
    suggestions: tuple[Suggestion, ...]
    lines: tuple[tuple[str, str], ...]
    questions_address: str
