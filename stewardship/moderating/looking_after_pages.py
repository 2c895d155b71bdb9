"""The pages on which moderators see to an offer that something is said of, or found out about."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy.orm import Session

from directory.choices import Status
from directory.models import Offer
from directory.queries import any_by_id, find_moved_to
from stewardship import queries
from stewardship.done import just_done
from stewardship.flags import find_flag
from stewardship.models import Flag, FlagKind, OpenOrClosed, Report
from stewardship.moderating.forms import PairForm
from stewardship.visitors.answer_form import AnswerForm
from stewardship.visitors.reporting import wrong_in_words
from stewardship.wording.offer_state import state_of_offer
from stewardship.wording.rows import Row, Side, rows_beside
from stewardship.wording.sides import public_side
from stewardship.wording.version_words import moment_in_words
from web.pages import Page


@dataclass(frozen=True)
class ReportSeenPage(Page):
    """What a visitor says is wrong. ``wants_answer`` tells that we can mail them one."""

    template: ClassVar[str] = "stewardship/moderation/report.html"
    is_private: ClassVar[bool] = True

    report_id: int
    offer_id: str
    name: str
    wrong: tuple[str, ...]
    text: str | None
    wants_answer: bool
    made: str
    is_open: bool
    form: AnswerForm


@dataclass(frozen=True)
class FlagPage(Page):
    """Something the regular work found. ``detail`` is the dead address, or the version to look at."""

    template: ClassVar[str] = "stewardship/moderation/flag.html"
    is_private: ClassVar[bool] = True

    flag_id: int
    kind: FlagKind
    offer_id: str
    name: str
    detail: str
    raised: str
    is_open: bool


@dataclass(frozen=True)
class Half:
    """One of two offers that may be the same."""

    id: str
    name: str
    organisation: str
    state: str


@dataclass(frozen=True)
class PairPage(Page):
    """Two offers side by side, to be made one or left as two; or the form in which they are named.

    ``pair`` is empty where none are named yet. ``flag_id`` is of the flag that says they may be one.
    """

    template: ClassVar[str] = "stewardship/moderation/pair.html"
    is_private: ClassVar[bool] = True

    form: PairForm
    pair: tuple[Half, ...]
    rows: tuple[Row, ...]
    flag_id: int | None
    refusal: str | None


@dataclass(frozen=True)
class ToolsPage(Page):
    """What moderators alone can do with an offer and the organisation behind it."""

    template: ClassVar[str] = "stewardship/moderation/offer.html"
    is_private: ClassVar[bool] = True

    offer_id: str
    name: str
    organisation_id: str
    organisation: str
    state: str
    has_ended: bool
    is_trusted: bool
    moved_to: str | None
    has_page: bool
    done: str | None
    refusal: str | None


def report_page(session: Session, report: Report, form: AnswerForm) -> ReportSeenPage:
    return ReportSeenPage(
        report_id=report.id,
        offer_id=report.offer_id,
        name=any_by_id(session, report.offer_id).name,
        wrong=wrong_in_words(report.wrong),
        text=report.text,
        wants_answer=report.reply_to is not None,
        made=moment_in_words(report.created_at),
        is_open=report.state is OpenOrClosed.OPEN,
        form=form,
    )


def flag_page(session: Session, flag: Flag) -> FlagPage:
    return FlagPage(
        flag_id=flag.id,
        kind=flag.kind,
        offer_id=flag.offer_id,
        name=any_by_id(session, flag.offer_id).name,
        detail=flag.detail,
        raised=moment_in_words(flag.raised_at),
        is_open=flag.state is OpenOrClosed.OPEN,
    )


def pair_page(session: Session, form: PairForm, refusal: str | None = None) -> PairPage:
    found = [(session.get(Offer, one), public_side(session, one)) for one in form.pair if one]
    known = [(offer, side) for offer, side in found if offer is not None and side is not None]
    is_pair = len(known) == len(form.pair)
    flag = _flag_about(session, *form.pair) if is_pair else None
    sides: list[Side] = [side for _offer, side in known]
    return PairPage(
        form=form,
        pair=tuple(_half(offer, session) for offer, _side in known) if is_pair else (),
        rows=rows_beside(*sides) if is_pair else (),
        flag_id=None if flag is None else flag.id,
        refusal=refusal,
    )


def tools_page(session: Session, offer_id: str, refusal: str | None = None) -> ToolsPage:
    offer = any_by_id(session, offer_id)
    return ToolsPage(
        offer_id=offer.id,
        name=offer.name,
        organisation_id=offer.organisation_id,
        organisation=offer.organisation.name,
        state=state_of_offer(offer),
        has_ended=offer.status is Status.ENDED,
        is_trusted=queries.is_trusted(session, offer.organisation_id),
        moved_to=find_moved_to(session, offer_id),
        has_page=offer.status is not Status.PAUSED,
        done=just_done(),
        refusal=refusal,
    )


def _half(offer: Offer, session: Session) -> Half:
    return Half(offer.id, offer.name, offer.organisation.name, state_of_offer(offer))


def _flag_about(session: Session, one: str, other: str) -> Flag | None:
    for offer_id, detail in ((one, other), (other, one)):
        flag = find_flag(session, offer_id, FlagKind.DUPLICATE, detail)
        if flag is not None and flag.state is OpenOrClosed.OPEN:
            return flag
    return None
