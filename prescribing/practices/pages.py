"""The pages of those who prescribe, and of the moderators who approve them."""

from dataclasses import dataclass
from typing import ClassVar

from prescribing.practices.counts_told import Told
from prescribing.practices.forms import WorkplaceForm
from web.pages import Page


@dataclass(frozen=True)
class AskPage(Page):
    """What one gets from an account, and the form. ``email`` is of who is signed in, None for others.

    ``has_asked``: they wait for an answer already. ``was_refused``: they have got one, and can ask anew.
    """

    template: ClassVar[str] = "prescribing/practices/ask.html"
    is_private: ClassVar[bool] = True

    form: WorkplaceForm
    email: str | None
    has_asked: bool
    was_refused: bool


@dataclass(frozen=True)
class AskedPage(Page):
    """Look in your mail. The same for every address, so that nobody finds out which ones we know."""

    template: ClassVar[str] = "prescribing/practices/mailed.html"
    is_private: ClassVar[bool] = True

    hours: int


@dataclass(frozen=True)
class AskLinkPage(Page):
    """The button that asks and signs in. Without ``word`` the link is used or too old."""

    template: ClassVar[str] = "prescribing/practices/link.html"
    is_private: ClassVar[bool] = True

    word: str | None
    kind: str
    municipality: str
    orgnr: str | None


@dataclass(frozen=True)
class UsualShown:
    """A usual choice by name. ``address`` begins with it, None where it is of another day's lists."""

    usual_id: int
    name: str
    address: str | None


@dataclass(frozen=True)
class PracticePage(Page):
    """A practice's own: its counts, what it often chooses, and how many prescribe there."""

    template: ClassVar[str] = "prescribing/practices/practice.html"
    is_private: ClassVar[bool] = True

    kind: str
    municipality: str
    orgnr: str | None
    colleagues: int
    counts: tuple[Told, ...]
    usual: tuple[UsualShown, ...]


@dataclass(frozen=True)
class AskingShown:
    """Somebody who prescribes or has asked to. ``seen`` says what a decision is about.

    ``is_authorised``: as another site knows them, None where none has told; ``told_on`` is the day it
    last did. ``others`` is how many more may prescribe there, with whom they would share counts and
    choices.
    """

    account_id: int
    seen: str
    email: str
    kind: str
    municipality: str
    orgnr: str | None
    since: str
    is_authorised: bool | None
    told_on: str | None
    others: int


@dataclass(frozen=True)
class PrescribersPage(Page):
    """Those who ask, for a moderator to decide about; and those who may, whose approval can be ended."""

    template: ClassVar[str] = "prescribing/practices/prescribers.html"
    is_private: ClassVar[bool] = True

    done: str | None
    refusal: str | None
    waiting: tuple[AskingShown, ...]
    approved: tuple[AskingShown, ...]
