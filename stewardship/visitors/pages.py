"""The pages on which visitors speak, and those that thank them and show ways on."""

from dataclasses import dataclass
from typing import ClassVar

from stewardship.visitors.forms import FirstContactForm, ReportForm, WishForm
from web.pages import Page


@dataclass(frozen=True)
class ReportPage(Page):
    """What is wrong with this offer?"""

    template: ClassVar[str] = "stewardship/report.html"
    is_private: ClassVar[bool] = True

    offer_id: str
    name: str
    form: ReportForm


@dataclass(frozen=True)
class ReportSentPage(Page):
    """What happens with what was reported. ``has_steward``: somebody holds the offer."""

    template: ClassVar[str] = "stewardship/report_sent.html"
    is_private: ClassVar[bool] = True

    offer_id: str
    has_steward: bool
    is_for_us_alone: bool


@dataclass(frozen=True)
class WishPage(Page):
    """A wish for something that is not there."""

    template: ClassVar[str] = "stewardship/wish.html"
    is_private: ClassVar[bool] = True

    form: WishForm


@dataclass(frozen=True)
class WishedPage(Page):
    """The wish is counted; ways on from here, in the municipality that it was for."""

    template: ClassVar[str] = "stewardship/wished.html"
    is_private: ClassVar[bool] = True

    number: str
    municipality: str


@dataclass(frozen=True)
class FirstContactPage(Page):
    """A first message to a group: what happens with it, and the form. ``days`` are promised."""

    template: ClassVar[str] = "stewardship/first_contact.html"
    is_private: ClassVar[bool] = True

    offer_id: str
    name: str
    days: int
    form: FirstContactForm


@dataclass(frozen=True)
class FirstContactSentPage(Page):
    """The message is on its way; what comes next, and what to do meanwhile."""

    template: ClassVar[str] = "stewardship/first_contact_sent.html"
    is_private: ClassVar[bool] = True

    offer_id: str
    days: int


@dataclass(frozen=True)
class AnsweredPage(Page):
    """A group says that it has answered. ``action`` is None where the link has been used, or is too old."""

    template: ClassVar[str] = "stewardship/answered.html"
    is_private: ClassVar[bool] = True

    action: str | None


@dataclass(frozen=True)
class AnswerNotedPage(Page):
    """Thanks to a group that has answered."""

    template: ClassVar[str] = "stewardship/answer_noted.html"
    is_private: ClassVar[bool] = True
