"""Where moderators see to offers: what visitors report, what the regular work finds, two that are one."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response, request
from werkzeug.wrappers import Response as AnyResponse

from accounts.access import requires, signed_in
from accounts.permissions import Permission
from core.clock import now_in_norway
from core.db import db
from core.events import account_actor
from directory.queries import any_by_id
from stewardship import holding, merging, trusting
from stewardship.done import Done, go_to
from stewardship.flags import close_flag, flag_by_id
from stewardship.moderating.forms import PairForm
from stewardship.moderating.looking_after_pages import (
    flag_page,
    pair_page,
    report_page,
    tools_page,
)
from stewardship.refusal_words import refusal_in_words
from stewardship.versions import NotInCatalogueError
from stewardship.visitors.answer_form import AnswerForm
from stewardship.visitors.queries import report_numbered
from stewardship.visitors.reporting import close_report

bp = Blueprint("looking_after", __name__, url_prefix="/moderering")

QUEUE: Final = "moderating.show_queue"
YES: Final = "ja"


@bp.get("/meldinger/<int:report_id>")
@requires(Permission.MODERATE)
def show_report(report_id: int) -> Response:
    report = report_numbered(db.session(), report_id)
    return report_page(db.session(), report, AnswerForm()).respond()


@bp.post("/meldinger/<int:report_id>")
@requires(Permission.MODERATE)
def answer_report(report_id: int) -> AnyResponse:
    report, form = report_numbered(db.session(), report_id), AnswerForm(request.form)
    if not form.validate():
        page = report_page(db.session(), report, form)
        return page.respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    close_report(db.session(), report, actor=_actor(), answer=form.answer.data or None)
    return go_to(QUEUE, Done.REPORT_CLOSED)


@bp.get("/merker/<int:flag_id>")
@requires(Permission.MODERATE)
def show_flag(flag_id: int) -> Response:
    return flag_page(db.session(), flag_by_id(db.session(), flag_id)).respond()


@bp.post("/merker/<int:flag_id>")
@requires(Permission.MODERATE)
def see_to_flag(flag_id: int) -> AnyResponse:
    close_flag(db.session(), flag_by_id(db.session(), flag_id), _actor())
    return go_to(QUEUE, Done.FLAG_CLOSED)


@bp.get("/sla-sammen")
@requires(Permission.MODERATE)
def show_pair() -> Response:
    return pair_page(db.session(), PairForm(request.args)).respond()


@bp.post("/sla-sammen")
@requires(Permission.MODERATE)
def merge() -> AnyResponse:
    """Let the one that was picked stay; the other's address leads to it from now on."""
    form = PairForm(request.form)
    keep = request.form.get("keep", "")
    drop = next((one for one in form.pair if one != keep), "")
    if keep not in form.pair:
        return pair_page(db.session(), form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        merging.merge_offers(db.session(), keep, drop, signed_in(), _today())
    except (merging.CannotMergeError, NotInCatalogueError) as error:
        db.session.rollback()
        page = pair_page(db.session(), form, refusal_in_words(error))
        return page.respond(error.status)
    # Where the button stands that takes them apart again, for a press too much.
    return go_to(".show_offer", Done.MERGED, offer_id=drop)


@bp.get("/tilbud/<offer_id>")
@requires(Permission.MODERATE)
def show_offer(offer_id: str) -> Response:
    return tools_page(db.session(), offer_id).respond()


@bp.post("/tilbud/<offer_id>/arkiver")
@requires(Permission.MODERATE)
def archive(offer_id: str) -> AnyResponse:
    return _try(
        offer_id,
        lambda: holding.archive(db.session(), offer_id, _actor(), _today()),
        Done.ARCHIVED,
    )


@bp.post("/tilbud/<offer_id>/skill")
@requires(Permission.MODERATE)
def take_apart(offer_id: str) -> AnyResponse:
    return _try(
        offer_id, lambda: merging.take_apart(db.session(), offer_id, signed_in()), Done.APART
    )


@bp.post("/tilbud/<offer_id>/tillit")
@requires(Permission.MODERATE)
def trust(offer_id: str) -> AnyResponse:
    """Let the organisation behind an offer publish by itself, or no more."""
    organisation = any_by_id(db.session(), offer_id).organisation_id
    if request.form.get("trust") == YES:
        trusting.trust(db.session(), organisation, _actor())
        return go_to(".show_offer", Done.TRUSTED, offer_id=offer_id)
    trusting.trust_no_more(db.session(), organisation, _actor())
    return go_to(".show_offer", Done.TRUSTED_NO_MORE, offer_id=offer_id)


def _try(offer_id: str, act: Callable[[], None], done: Done) -> AnyResponse:
    any_by_id(db.session(), offer_id)
    try:
        act()
    except (holding.IllegalStatusError, merging.CannotMergeError) as error:
        db.session.rollback()
        page = tools_page(db.session(), offer_id, refusal_in_words(error))
        return page.respond(error.status)
    return go_to(".show_offer", done, offer_id=offer_id)


def _today() -> date:
    return now_in_norway().date()


def _actor() -> str:
    return account_actor(signed_in().id)
