"""The pages on which a group puts itself in, and on which an entry is changed."""

from dataclasses import dataclass
from typing import ClassVar

from stewardship.duplicates.likely import Likely
from stewardship.hints.giving import Hint
from stewardship.registering.check_rows import CheckPart
from stewardship.registering.claim_form import ClaimForm
from stewardship.registering.questions.question import Question
from stewardship.registering.requirements import Missing
from stewardship.registering.resume_form import ResumeForm
from web.pages import Page


@dataclass(frozen=True)
class StartPage(Page):
    """What is asked, how long it takes, and how one comes back to what one has begun."""

    template: ClassVar[str] = "stewardship/register/start.html"

    questions: list[object]


@dataclass(frozen=True)
class Step:
    """Where among the questions one is. ``back`` and ``action`` are addresses."""

    slug: str
    title: object
    number: int
    total: int
    back: str
    action: str
    draft: str


@dataclass(frozen=True)
class QuestionPage(Page):
    """One of the ten questions. ``likely`` may be the same group, which is there already."""

    template: ClassVar[str] = "stewardship/register/question.html"
    is_private: ClassVar[bool] = True

    step: Step
    form: Question
    likely: list[Likely]
    hints: list[Hint]
    resume: ResumeForm


@dataclass(frozen=True)
class TimesPage(Page):
    """The times as we understood them, for approval. Each place with its sentences."""

    template: ClassVar[str] = "stewardship/register/times.html"
    is_private: ClassVar[bool] = True

    step: Step
    places: list[tuple[str, tuple[str, ...]]]


@dataclass(frozen=True)
class CheckPage(Page):
    """All answers, each with a way to change it, and what is missing."""

    template: ClassVar[str] = "stewardship/register/check.html"
    is_private: ClassVar[bool] = True

    draft: str
    parts: list[CheckPart]
    missing: list[Missing]
    # Whether the button was pressed before everything was told.
    is_refused: bool
    # Why it could not be kept, where nothing is missing.
    refusal: str | None
    is_change: bool
    resume: ResumeForm


@dataclass(frozen=True)
class ResumePage(Page):
    """A link by mail, to go on later. ``is_sent`` says that it is on its way."""

    template: ClassVar[str] = "stewardship/register/resume.html"
    is_private: ClassVar[bool] = True

    draft: str
    form: ResumeForm
    is_sent: bool


@dataclass(frozen=True)
class MailedPage(Page):
    """Look in your mail. ``back`` is where the address can be put right."""

    template: ClassVar[str] = "stewardship/register/mailed.html"
    is_private: ClassVar[bool] = True

    email: str
    days: int
    back: str


@dataclass(frozen=True)
class VerifyPage(Page):
    """The button that sends in. ``action`` is None for a link that is used, or too old.

    ``refusal`` says why it could not be sent, where nothing is missing.
    """

    template: ClassVar[str] = "stewardship/register/verify.html"
    is_private: ClassVar[bool] = True

    action: str | None
    name: str
    is_claim: bool
    missing: list[Missing]
    refusal: str | None


@dataclass(frozen=True)
class ThanksPage(Page):
    """What happens next, and how long it takes. ``kind`` says what was sent."""

    template: ClassVar[str] = "stewardship/register/thanks.html"
    is_private: ClassVar[bool] = True

    kind: str


@dataclass(frozen=True)
class MergeRow:
    """One field that two people have changed. ``language`` is that of a text in another one."""

    key: str
    name: str
    theirs: str
    mine: str
    chosen: str


@dataclass(frozen=True)
class MergePage(Page):
    """Somebody else has changed the same: both versions, and a choice for each field that differs."""

    template: ClassVar[str] = "stewardship/register/merge.html"
    is_private: ClassVar[bool] = True

    action: str
    head: int
    rows: list[MergeRow]


@dataclass(frozen=True)
class ClaimPage(Page):
    """Somebody says that a group in the catalogue is theirs."""

    template: ClassVar[str] = "stewardship/register/claim.html"
    is_private: ClassVar[bool] = True

    offer_id: str
    name: str
    organisation: str
    form: ClaimForm
