"""What a steward sees who opens a link in our mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from directory.models import Offer
from directory.wording import date_in_words
from stewardship.confirming.change_form import ChangeForm
from stewardship.confirming.letters import EntryAsked, entry_asked
from stewardship.confirming.season_form import SeasonForm
from stewardship.confirming.words_in_mail import Answer, Answered
from web.languages import gettext as _
from web.languages import ngettext
from web.pages import Page


@dataclass(frozen=True)
class ConfirmPage(Page):
    """What is public now, and one large button. ``can_change`` where it is of one offer."""

    template: ClassVar[str] = "stewardship/confirm.html"
    is_private: ClassVar[bool] = True

    word: str
    entries: tuple[EntryAsked, ...]
    can_change: bool


@dataclass(frozen=True)
class AnsweredPage(Page):
    """Thanks, and what became of the answer."""

    template: ClassVar[str] = "stewardship/confirm_answered.html"
    is_private: ClassVar[bool] = True

    sentence: str


@dataclass(frozen=True)
class UsedConfirmPage(Page):
    """The link answers for nothing any more; where to get a new one."""

    template: ClassVar[str] = "stewardship/confirm_used.html"
    is_private: ClassVar[bool] = True


@dataclass(frozen=True)
class ChangePage(Page):
    """The usual facts in place. ``was_changed`` tells that somebody else wrote in the meantime."""

    template: ClassVar[str] = "stewardship/confirm_change.html"
    is_private: ClassVar[bool] = True

    word: str
    entry: EntryAsked
    form: ChangeForm
    was_changed: bool


@dataclass(frozen=True)
class SeasonPage(Page):
    """Are you open in the summer, or at Christmas?"""

    template: ClassVar[str] = "stewardship/confirm_season.html"
    is_private: ClassVar[bool] = True

    word: str
    question: str
    entries: tuple[EntryAsked, ...]
    form: SeasonForm


def entries_of(offers: Sequence[Offer]) -> tuple[EntryAsked, ...]:
    return tuple(entry_asked(one) for one in offers)


def answered_page(answered: Answered) -> AnsweredPage:
    return AnsweredPage(_sentence(answered))


def _sentence(answered: Answered) -> str:
    if answered.answer is Answer.CONFIRMED:
        return ngettext(
            "Takk, dette er bekreftet %(day)s.",
            "Takk, alle %(num)s er bekreftet %(day)s.",
            answered.offers,
            day=date_in_words(answered.on),
        )
    return {
        Answer.CHANGED: _("Takk, endringene dine er på siden nå."),
        Answer.SENT: _("Takk, vi har fått endringene. Noen ser på dem før de vises."),
        Answer.PAUSED: _("Takk, tilbudet er tatt bort en stund. Logg inn når dere åpner igjen."),
        Answer.ENDED: _("Takk for beskjeden. Nå sier siden at tilbudet er slutt."),
        Answer.OPEN_AS_USUAL: _("Takk, da lar vi tidene stå."),
        Answer.CLOSED: _("Takk, dagene dere holder stengt, er tatt ut av tidene."),
        Answer.ASK: _("Takk for svaret. Logg inn og endre tidene når dere vet det."),
    }[answered.answer]
