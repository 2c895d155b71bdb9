"""The ten questions in the order in which they are asked, and what each page is called."""

from typing import Final

from werkzeug.datastructures import MultiDict

from core.errors import NotFoundError
from stewardship.registering.answers import Answers
from stewardship.registering.questions.contact import ContactQuestion
from stewardship.registering.questions.doing import Doing
from stewardship.registering.questions.first_time import FirstTime
from stewardship.registering.questions.naming import Naming
from stewardship.registering.questions.people import People
from stewardship.registering.questions.places import Where
from stewardship.registering.questions.price import Price
from stewardship.registering.questions.question import Known, Question
from stewardship.registering.questions.rules import Rules
from stewardship.registering.questions.times import When, when_form
from stewardship.registering.questions.yourself import Yourself
from web.languages import lazy_gettext as _l

QUESTIONS: Final[tuple[type[Question], ...]] = (
    Naming,
    Doing,
    Where,
    When,
    People,
    Rules,
    Price,
    FirstTime,
    ContactQuestion,
    Yourself,
)
# Shown in tabs and histories: none says what anybody struggles with.
TITLES: Final = {
    "navn": _l("Navnet, og hvem som står bak"),
    "hva": _l("Hva dere gjør"),
    "sted": _l("Hvor det er"),
    "tid": _l("Når det er"),
    "hvem": _l("Hvem det er for"),
    "regler": _l("Hva som gjelder hos dere"),
    "pris": _l("Hva det koster"),
    "forste-gang": _l("Den første gangen"),
    "kontakt": _l("Hvordan man tar kontakt"),
    "deg": _l("Til slutt: hvem er du?"),
}


class NoSuchQuestionError(NotFoundError):
    """There is no question at this address."""


def slugs(answers: Answers) -> list[str]:
    """Return the questions asked for a new offer, or those for a change to one."""
    asked = [question.slug for question in QUESTIONS]
    return asked[:-1] if answers.is_change else asked


def slug_after(slug: str, answers: Answers) -> str | None:
    """Return the next question, None after the last one."""
    asked = slugs(answers)
    following = asked[asked.index(slug) + 1 :]
    return following[0] if following else None


def slug_before(slug: str, answers: Answers) -> str | None:
    asked = slugs(answers)
    before = asked[: asked.index(slug)]
    return before[-1] if before else None


def form_of(
    slug: str,
    answers: Answers,
    known: Known,
    typed: MultiDict[str, str] | None = None,
    number: int = 0,
) -> Question:
    """Return a question filled from ``answers``, or with what was ``typed``.

    ``number`` is which place is meant, where there are several. Raises NoSuchQuestionError.
    """
    if slug not in slugs(answers):
        raise NoSuchQuestionError(f"There is no question {slug}.")
    if slug == Where.slug:
        return Where(answers, known, typed, number)
    if slug == When.slug:
        return when_form(answers)(answers, known, typed)
    found = {question.slug: question for question in QUESTIONS}
    return found[slug](answers, known, typed)
