"""The pages on the way to another site and back."""

from dataclasses import dataclass
from typing import ClassVar

from accounts.elsewhere.forms import AnswerForm, WorkAddressForm
from web.pages import Page


@dataclass(frozen=True)
class GoPage(Page):
    """The way out: a link, since browsers let no form of ours lead to another site."""

    template: ClassVar[str] = "accounts/elsewhere/go.html"
    is_private: ClassVar[bool] = True

    site: str
    address: str


@dataclass(frozen=True)
class AnswerPage(Page):
    """The way in: one button, which presses itself where script is on, since a GET signs nobody in."""

    template: ClassVar[str] = "accounts/elsewhere/answer.html"
    is_private: ClassVar[bool] = True

    form: AnswerForm


@dataclass(frozen=True)
class FailedPage(Page):
    """Nobody was signed in: what happened, and the way by mail."""

    template: ClassVar[str] = "accounts/elsewhere/failed.html"
    is_private: ClassVar[bool] = True

    kind: str
    site: str


@dataclass(frozen=True)
class WorkAddressPage(Page):
    """The other site knows them and we do not: which mail address is theirs."""

    template: ClassVar[str] = "accounts/elsewhere/address.html"
    is_private: ClassVar[bool] = True

    form: WorkAddressForm
    site: str
    name: str | None


@dataclass(frozen=True)
class LinkSentPage(Page):
    """What to do now. It is the same whether we know the address or not."""

    template: ClassVar[str] = "accounts/elsewhere/sent.html"
    is_private: ClassVar[bool] = True

    minutes: int


@dataclass(frozen=True)
class LinkIdentityPage(Page):
    """The button that ties, with both halves of what it ties."""

    template: ClassVar[str] = "accounts/elsewhere/link.html"
    is_private: ClassVar[bool] = True

    word: str
    site: str
    name: str | None
    email: str
