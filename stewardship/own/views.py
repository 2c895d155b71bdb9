"""The pages of those who hold offers: all that is theirs, and one offer with what they can do about it."""

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as AnyResponse

from accounts.access import may, requires, signed_in
from accounts.permissions import Permission
from core.clock import now_in_norway
from core.db import db
from core.errors import DomainError
from core.events import account_actor
from directory.choices import ConfirmedBy
from stewardship import holding, messages
from stewardship.access import holds_offer
from stewardship.confirming import actions as confirming
from stewardship.done import Done, go_to
from stewardship.hiding import set_hidden
from stewardship.models import RevisionState
from stewardship.own.forms import MessagesForm, RhythmForm
from stewardship.own.mine_page import mine_page
from stewardship.own.offer_page import OwnOfferPage, own_offer_page, with_report_form
from stewardship.publishing import FaultyEntryError
from stewardship.refusal_words import refusal_in_words
from stewardship.registering import drafts
from stewardship.versions import NotInCatalogueError
from stewardship.visitors import reporting
from stewardship.visitors.answer_form import AnswerForm
from stewardship.visitors.queries import NoSuchReportError, report_numbered

bp = Blueprint("stewarding", __name__, url_prefix="/mine")

REFUSALS: Final = (
    NotInCatalogueError,
    holding.IllegalStatusError,
    FaultyEntryError,
    confirming.UnknownRhythmError,
)
YES: Final = "ja"


@bp.get("")
@requires(Permission.SIGNED_IN)
def show_mine() -> Response:
    return mine_page(db.session(), signed_in()).respond()


@bp.get("/<offer_id>")
@requires(Permission.HOLD_OFFER, holds_offer)
def show_offer(offer_id: str) -> Response:
    return _page(offer_id).respond()


@bp.post("/<offer_id>/bekreft")
@requires(Permission.HOLD_OFFER, holds_offer)
def confirm(offer_id: str) -> AnyResponse:
    def confirm_now() -> None:
        confirming.confirm(
            db.session(), [offer_id], actor=_actor(), today=now_in_norway().date(), by=_by()
        )

    return _do(offer_id, confirm_now, Done.CONFIRMED)


@bp.post("/<offer_id>/endre")
@requires(Permission.HOLD_OFFER, holds_offer)
def change(offer_id: str) -> AnyResponse:
    """Begin to change an offer, or go on where one left off: on the pages on which it was put in."""
    word = drafts.draft_of_offer(db.session(), offer_id, signed_in())
    return go_to("registering.resume", word=word)


@bp.post("/<offer_id>/pause")
@requires(Permission.HOLD_OFFER, holds_offer)
def pause(offer_id: str) -> AnyResponse:
    return _do(offer_id, lambda: holding.pause(db.session(), offer_id, _actor()), Done.PAUSED)


@bp.post("/<offer_id>/vis")
@requires(Permission.HOLD_OFFER, holds_offer)
def resume(offer_id: str) -> AnyResponse:
    today = now_in_norway().date()
    return _do(
        offer_id, lambda: holding.resume(db.session(), offer_id, _actor(), today), Done.RESUMED
    )


@bp.post("/<offer_id>/avslutt")
@requires(Permission.HOLD_OFFER, holds_offer)
def end(offer_id: str) -> AnyResponse:
    today = now_in_norway().date()
    return _do(offer_id, lambda: holding.end(db.session(), offer_id, _actor(), today), Done.ENDED)


@bp.post("/<offer_id>/adresse")
@requires(Permission.HOLD_OFFER, holds_offer)
def hide_or_show_address(offer_id: str) -> AnyResponse:
    hides, account = request.form.get("hides") == YES, signed_in()
    may_publish = may(Permission.MODERATE)
    try:
        made = set_hidden(db.session(), offer_id, account, hides=hides, may_publish=may_publish)
    except REFUSALS as error:
        return _refused(offer_id, error)
    if made.state is not RevisionState.ACCEPTED:
        return go_to(".show_offer", Done.WAITS, offer_id=offer_id)
    return go_to(".show_offer", Done.HIDDEN if hides else Done.SHOWN, offer_id=offer_id)


@bp.post("/<offer_id>/meldinger")
@requires(Permission.HOLD_OFFER, holds_offer)
def take_messages(offer_id: str) -> AnyResponse:
    form = MessagesForm(request.form)
    if not form.validate():
        page = replace(_page(offer_id), messages=form)
        return page.respond(HTTPStatus.UNPROCESSABLE_ENTITY)

    def begin() -> None:
        messages.take_messages(
            db.session(), offer_id, email=form.email.data, days=form.days_promised, actor=_actor()
        )

    return _do(offer_id, begin, Done.MESSAGES_ON)


@bp.post("/<offer_id>/ingen-meldinger")
@requires(Permission.HOLD_OFFER, holds_offer)
def take_no_messages(offer_id: str) -> AnyResponse:
    return _do(
        offer_id,
        lambda: messages.take_no_messages(db.session(), offer_id, actor=_actor()),
        Done.MESSAGES_OFF,
    )


@bp.post("/<offer_id>/rytme")
@requires(Permission.HOLD_OFFER, holds_offer)
def set_rhythm(offer_id: str) -> AnyResponse:
    form = RhythmForm(request.form)
    if not form.validate():
        page = replace(_page(offer_id), rhythm=form)
        return page.respond(HTTPStatus.UNPROCESSABLE_ENTITY)

    def ask_so_often() -> None:
        months, today = int(form.months.data), now_in_norway().date()
        confirming.set_rhythm(db.session(), offer_id, months, actor=_actor(), today=today)

    return _do(offer_id, ask_so_often, Done.RHYTHM)


@bp.post("/<offer_id>/feil/<int:report_id>")
@requires(Permission.HOLD_OFFER, holds_offer)
def answer_report(offer_id: str, report_id: int) -> AnyResponse:
    report = report_numbered(db.session(), report_id)
    if report.offer_id != offer_id or report.is_for_us_alone:
        raise NoSuchReportError(f"{offer_id} has no report {report_id}.")
    form = AnswerForm(request.form, prefix=f"r{report_id}-")
    if not form.validate():
        page = with_report_form(_page(offer_id), report_id, form)
        return page.respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    reporting.close_report(db.session(), report, actor=_actor(), answer=form.answer.data or None)
    return go_to(".show_offer", Done.REPORT_CLOSED, offer_id=offer_id)


def _do(offer_id: str, act: Callable[[], None], done: Done) -> AnyResponse:
    """Do it, or show the page again with why it could not be done."""
    try:
        act()
    except REFUSALS as error:
        return _refused(offer_id, error)
    return go_to(".show_offer", done, offer_id=offer_id)


def _refused(offer_id: str, error: DomainError) -> Response:
    # Nothing is left half done, and the page shows how things stand.
    db.session.rollback()
    return replace(_page(offer_id), refusal=refusal_in_words(error)).respond(error.status)


def _page(offer_id: str) -> OwnOfferPage:
    return own_offer_page(db.session(), offer_id, signed_in())


def _by() -> ConfirmedBy:
    is_moderator = may(Permission.MODERATE)
    return ConfirmedBy.MODERATOR if is_moderator else ConfirmedBy.ORGANISATION


def _actor() -> str:
    return account_actor(signed_in().id)
