"""The page of one offer for those who hold it: how it stands, what they alone see, and what they can do."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from sqlalchemy.orm import Session

from accounts.models import Account
from accounts.permissions import Permission, permits
from core.clock import now_in_norway
from directory.choices import Status
from directory.models import Offer, Organisation
from directory.offer_words import confirmation_in_words
from directory.queries import NoSuchOfferError, find_moved_to
from stewardship import queries
from stewardship.done import just_done
from stewardship.models import ContactPoint, Report, Revision
from stewardship.own import queries as own_queries
from stewardship.own.due_words import due_in_words, is_late
from stewardship.own.forms import MessagesForm, RhythmForm, messages_form
from stewardship.own.mine_page import question_in
from stewardship.publishing import has_address
from stewardship.visitors.answer_form import AnswerForm
from stewardship.visitors.reporting import wrong_in_words
from stewardship.wording.offer_state import state_of_offer
from stewardship.wording.rows import Row, Side, rows_of
from stewardship.wording.sides import public_side
from stewardship.wording.version_words import author_in_words, moment_in_words, state_in_words
from web.pages import Page


@dataclass(frozen=True)
class VersionLine:
    """One version in a list: its number, when it came, from whom, and what became of it."""

    number: int
    moment: str
    author: str
    state: str


@dataclass(frozen=True)
class SeenReport:
    """What a visitor says is wrong, with the form that closes it."""

    id: int
    wrong: tuple[str, ...]
    text: str | None
    wants_answer: bool
    form: AnswerForm


@dataclass(frozen=True)
class Standing:
    """How things stand with an offer that is in the catalogue, and what can be done about it.

    ``due`` is when the next answer is due, None where nobody is asked. ``has_page`` tells that
    visitors can open its page.
    """

    state: str
    confirmation: str
    due: str | None
    is_late: bool
    has_page: bool
    can_confirm: bool
    can_pause: bool
    can_resume: bool
    can_end: bool


@dataclass(frozen=True)
class OwnOfferPage(Page):
    """One offer for those who hold it. ``standing`` is None where it is not in the catalogue yet.

    ``waits`` and ``question`` are of the words that a moderator has not said yes to. The address
    can be hidden where ``has_address``. ``rhythm`` is None where nobody is asked. ``is_moderator``
    tells that the reader can do more with it than its own people.
    """

    template: ClassVar[str] = "stewardship/mine/offer.html"
    is_private: ClassVar[bool] = True

    offer_id: str
    name: str
    organisation_id: str | None
    organisation: str
    standing: Standing | None
    waits: str | None
    question: str | None
    rows: tuple[Row, ...]
    has_address: bool
    hides_address: bool
    is_taking_messages: bool
    messages: MessagesForm
    rhythm: RhythmForm | None
    reports: tuple[SeenReport, ...]
    history: tuple[VersionLine, ...]
    is_moderator: bool
    done: str | None
    refusal: str | None


def own_offer_page(session: Session, offer_id: str, account: Account) -> OwnOfferPage:
    """Raises NoSuchOfferError."""
    offer, open_words = session.get(Offer, offer_id), queries.find_open_proposal(session, offer_id)
    side = public_side(session, offer_id) or _proposed(open_words)
    if side is None:
        raise NoSuchOfferError(f"There is no offer {offer_id}.")
    organisation = session.get(Organisation, side.words["organisation"])
    told = open_words.organisation if open_words and open_words.organisation else {}
    point = session.get(ContactPoint, offer_id)
    return OwnOfferPage(
        offer_id=offer_id,
        name=side.words["name"],
        organisation_id=organisation.id if organisation else None,
        organisation=organisation.name if organisation else told.get("name", ""),
        standing=None if offer is None else _standing(session, offer),
        waits=state_in_words(open_words.state) if open_words else None,
        question=question_in(open_words),
        rows=rows_of(side),
        has_address=has_address(side.words),
        hides_address=side.hides_address,
        is_taking_messages=point is not None,
        messages=messages_form(*_point(point, account)),
        rhythm=_rhythm(offer),
        reports=tuple(_seen(one) for one in own_queries.reports_of(session, offer_id)),
        history=history_lines(session, queries.history(session, offer_id, most=3), account),
        is_moderator=permits(account.role, Permission.MODERATE),
        done=just_done(),
        refusal=None,
    )


def history_lines(
    session: Session, versions: Sequence[Revision], reader: Account
) -> tuple[VersionLine, ...]:
    return tuple(
        VersionLine(
            one.number,
            moment_in_words(one.created_at),
            author_in_words(session, one, reader),
            state_in_words(one.state),
        )
        for one in versions
    )


def with_report_form(page: OwnOfferPage, report_id: int, form: AnswerForm) -> OwnOfferPage:
    """Return the page with what was typed about one of the reports."""
    reports = tuple(replace(one, form=form) if one.id == report_id else one for one in page.reports)
    return replace(page, reports=reports)


def _standing(session: Session, offer: Offer) -> Standing:
    today, status = now_in_norway().date(), offer.status
    has_moved = find_moved_to(session, offer.id) is not None
    has_ended = status is Status.ENDED
    return Standing(
        state=state_of_offer(offer),
        confirmation=confirmation_in_words(offer.confirmation),
        due=None if has_ended else due_in_words(offer, today),
        is_late=not has_ended and is_late(offer, today),
        has_page=status is not Status.PAUSED,
        can_confirm=not has_ended,
        can_pause=status is Status.PUBLISHED,
        can_resume=status is not Status.PUBLISHED and not has_moved,
        can_end=not has_ended,
    )


def _proposed(version: Revision | None) -> Side | None:
    return None if version is None else Side(version.entry, version.hides_address)


def _point(point: ContactPoint | None, account: Account) -> tuple[str, int | None]:
    return (account.email, None) if point is None else (point.email, point.answers_within_days)


def _rhythm(offer: Offer | None) -> RhythmForm | None:
    if offer is None or offer.rhythm is None or offer.status is Status.ENDED:
        return None
    return RhythmForm(data={"months": str(offer.rhythm.months)})


def _seen(report: Report) -> SeenReport:
    # Several forms stand on the page, so each has ids of its own.
    form = AnswerForm(prefix=f"r{report.id}-")
    return SeenReport(
        report.id, wrong_in_words(report.wrong), report.text, report.reply_to is not None, form
    )
