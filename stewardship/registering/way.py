"""The way through the ten questions: whose draft it is, where one is, and where one goes from there."""

from typing import Any, Final

from flask import request, url_for

from accounts.access import may, signed_in, signed_in_or_none
from accounts.permissions import Permission
from core.db import db
from core.errors import DomainError
from stewardship.access import holds_offer
from stewardship.models import Draft
from stewardship.registering.answers import Answers
from stewardship.registering.drafts import NoSuchDraftError, open_draft, wait_to_write
from stewardship.registering.meeting_places import meeting_places
from stewardship.registering.pages import Step
from stewardship.registering.questions.order import TITLES, slug_after, slug_before, slugs
from stewardship.registering.questions.places import MOST_PLACES, Where
from stewardship.registering.questions.times import When
from stewardship.registering.requirements import TIMES_READ, missing_from
from stewardship.registering.resume_form import ResumeForm

CHECK: Final = "sjekk"
MOST_DIGITS: Final = 3


class SentError(DomainError):
    """The answers have been sent; nothing more can be written in them."""

    code = "sent"
    status = 410


def draft_at(word: str) -> Draft:
    """Return the draft behind an address, for the one who asks.

    Raises NoSuchDraftError, and SentError where it has been sent. Whoever does not hold the offer
    any more is not shown a change to it: it may tell an address that is hidden.
    """
    account = signed_in_or_none()
    draft = open_draft(db.session(), word, account.id if account else None)
    if draft.offer_id is not None and not _may_change(draft.offer_id):
        raise NoSuchDraftError("There is no draft behind this address.")
    if draft.sent_at is not None:
        raise SentError("It has been sent.")
    return draft


def draft_to_write(word: str) -> Draft:
    """Return what ``draft_at`` does as it is now, for nobody else to write until this is answered."""
    draft = draft_at(word)
    wait_to_write(db.session(), draft)
    if draft.sent_at is not None:
        raise SentError("It has been sent meanwhile.")
    return draft


def _may_change(offer_id: str) -> bool:
    return may(Permission.HOLD_OFFER) or holds_offer(
        db.session(), signed_in(), {"offer_id": offer_id}
    )


def resume_form(draft: Draft) -> ResumeForm:
    return ResumeForm(data={"resume_email": draft.email or ""})


def address_of_page(word: str, slug: str, **more: Any) -> str:
    """Return where something is told: a question, or the page on which times are read back."""
    if slug == TIMES_READ:
        return url_for("registering.show_times", word=word, **more)
    return url_for("registering.show_question", word=word, slug=slug, **more)


def step_at(word: str, slug: str, answers: Answers) -> Step:
    asked = slugs(answers)
    places: dict[str, Any] = {"nr": place_number()} if slug == Where.slug and place_number() else {}
    return Step(
        slug=slug,
        title=TITLES[slug],
        number=asked.index(slug) + 1,
        total=len(asked),
        back=_back(word, slug, answers),
        action=url_for(
            "registering.answer_question", word=word, slug=slug, **places, **came_from()
        ),
        draft=word,
    )


def page_next_to(word: str, slug: str, answers: Answers) -> str:
    """Return where one goes with an answer that has just been kept."""
    if slug == Where.slug and "more" in request.form:
        return address_of_page(word, slug, nr=len(meeting_places(answers.entry)), **came_from())
    missing = {one.slug for one in missing_from(answers)}
    if slug == When.slug and TIMES_READ in missing:
        return address_of_page(word, TIMES_READ, **came_from())
    # A place that has just been added has no times yet.
    if slug == Where.slug and came_from() and When.slug in missing:
        return address_of_page(word, When.slug, **came_from())
    return page_after(word, slug, answers)


def page_after(word: str, slug: str, answers: Answers) -> str:
    following = slug_after(slug, answers)
    if following is None or came_from():
        return url_for("sending.show_check", word=word)
    return address_of_page(word, following)


def came_from() -> dict[str, Any]:
    """Return what an address says of coming from the page with all answers, to go back there."""
    return {"fra": CHECK} if request.args.get("fra") == CHECK else {}


def place_number() -> int:
    """Return which place is meant, counted from 0."""
    typed = request.args.get("nr", "")
    is_number = typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS
    return min(int(typed), MOST_PLACES) if is_number else 0


def _back(word: str, slug: str, answers: Answers) -> str:
    before = slug_before(slug, answers)
    if came_from() or (before is None and answers.is_change):
        return url_for("sending.show_check", word=word)
    return address_of_page(word, before) if before else url_for("registering.show_start")
