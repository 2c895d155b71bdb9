"""The pages of the screen, and what is needed to draw them."""

from dataclasses import dataclass
from typing import ClassVar

from prescribing.minute.forms import ConsultationForm
from prescribing.minute.screen import Screen
from web.pages import Page


@dataclass(frozen=True)
class Usual:
    """What a practice often chooses, by name, and the address that begins with it."""

    name: str
    url: str


@dataclass(frozen=True)
class MinutePage(Page):
    """One screen for a consultation: why, for whom and where; beside it the sheet, ready to print.

    ``screen`` is None until something is said. ``fault`` says why something was not done, None
    where it was. ``usual`` is of the practice of who is signed in; ``prescribes`` tells whether they may
    make a code.
    """

    template: ClassVar[str] = "prescribing/minute.html"
    is_private: ClassVar[bool] = True

    form: ConsultationForm
    screen: Screen | None
    fault: str | None
    usual: tuple[Usual, ...]
    prescribes: bool


@dataclass(frozen=True)
class AnswerPage(Page):
    """The part beside the form, for who changes the form and has script."""

    template: ClassVar[str] = "prescribing/minute_answer.html"
    is_private: ClassVar[bool] = True

    screen: Screen | None
    prescribes: bool


@dataclass(frozen=True)
class BrokenSheetPage(Page):
    """The address was damaged on its way, or is of another day's lists. One can begin anew."""

    template: ClassVar[str] = "prescribing/broken.html"
    is_private: ClassVar[bool] = True
