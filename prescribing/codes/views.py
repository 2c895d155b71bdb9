"""What a code opens, for whoever holds the paper: nobody signs in, and nobody is told who gave it to whom."""

from datetime import datetime
from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response, current_app, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from core.clock import now_in_norway
from core.db import db
from core.errors import DomainError, NotFoundError
from core.seal import Seal
from core.settings import Settings
from directory.calendar_of_offers import calendar_of
from prescribing.codes import actions
from prescribing.codes.asking import answer_sent, thanks_word
from prescribing.codes.forms import CodeForm
from prescribing.codes.guessing import few_wrong_tries, note_wrong
from prescribing.codes.page import TypeCodePage, code_page, expired_page, sheet_today
from prescribing.codes.queries import NoSuchCodeError, prescription_by_code
from prescribing.codes.validity import has_expired
from prescribing.models import Prescription
from prescribing.sheets.paper import paper_asked_for
from prescribing.sheets.responses import few_pdfs, pdf_response, print_response
from web.access import public, with_key
from web.even_beat import on_the_beat
from web.pages import keep_to_oneself
from web.redirects import go_on_to

bp = Blueprint("codes", __name__)

# Files lie in a list of downloads for all to see, so the name says nothing.
CALENDAR_NAME: Final = "tider.ics"
# Where on the page the question stands, and the thanks for an answer.
QUESTION_PLACE: Final = "sporsmal"


class ExpiredCodeError(DomainError):
    """The sheet is older than it says; its page tells how it can be renewed."""

    code = "expired"
    status = HTTPStatus.GONE


class NothingToKeepError(NotFoundError):
    """A sheet without a time has no file for a calendar."""


class UnknownAnswerError(DomainError):
    """What was sent is none of the answers of the page."""

    code = "unknown_answer"
    status = HTTPStatus.UNPROCESSABLE_ENTITY


@bp.get("/r")
@public
def show_type_code() -> Response:
    return TypeCodePage(CodeForm()).respond()


@bp.post("/r")
@few_wrong_tries
@on_the_beat
@public
def open_code() -> AnyResponse:
    form = CodeForm(request.form)
    try:
        prescription = _prescription(form.code.data or "")
    except NoSuchCodeError:
        return TypeCodePage(form.with_fault()).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    return go_on_to(url_for("codes.show_code", code=prescription.code))


@bp.get("/r/<code>")
@few_wrong_tries
@on_the_beat
@with_key
def show_code(code: str) -> Response:
    try:
        prescription = _prescription(code)
    except NoSuchCodeError:
        form = CodeForm(data={"code": code}).with_fault()
        return TypeCodePage(form).respond(HTTPStatus.NOT_FOUND)
    now = now_in_norway()
    if has_expired(prescription.expires_on, now.date()):
        return expired_page(prescription, _seal()).respond()
    thanked_for = request.args.get("takk", "")
    return code_page(
        db.session(), prescription, now, seal=_seal(), thanked_for=thanked_for
    ).respond()


@bp.get("/r/<code>.ics")
@few_wrong_tries
@on_the_beat
@with_key
def download_calendar(code: str) -> Response:
    """Raises NothingToKeepError where no offer on the sheet has a time ahead."""
    now = now_in_norway()
    settings: Settings = current_app.extensions["settings"]
    sheet, standing = sheet_today(db.session(), _valid(code, now), now)
    # What may not stand beside the rest is set aside on the sheet, and so it is here.
    shown = {one.offer_id for one in sheet.offers}
    offers = [one for one in standing.offers if one.id in shown]
    content = calendar_of(offers, settings.base_url, now)
    if content is None:
        raise NothingToKeepError("The sheet has no time that a calendar could keep.")
    response = Response(content, mimetype="text/calendar")
    response.headers["Content-Disposition"] = f'attachment; filename="{CALENDAR_NAME}"'
    keep_to_oneself(response)
    return response


@bp.get("/r/<code>/ark")
@few_wrong_tries
@on_the_beat
@with_key
def show_sheet(code: str) -> Response:
    now = now_in_norway()
    sheet, _standing = sheet_today(db.session(), _valid(code, now), now)
    return print_response(sheet, paper_asked_for(request.args))


@bp.get("/r/<code>/ark.pdf")
@few_pdfs
@few_wrong_tries
@on_the_beat
@with_key
def download_pdf(code: str) -> AnyResponse:
    now = now_in_norway()
    sheet, _standing = sheet_today(db.session(), _valid(code, now), now)
    return pdf_response(sheet, paper_asked_for(request.args))


@bp.post("/r/<code>/apnet")
@few_wrong_tries
@on_the_beat
@with_key
def note_opened(code: str) -> Response:
    """Sent by script once somebody sees the page: a preview or a scanner of mail opens nothing."""
    actions.note_opened(db.session(), _valid(code, now_in_norway()))
    response = Response(status=HTTPStatus.NO_CONTENT)
    keep_to_oneself(response)
    return response


@bp.post("/r/<code>/svar")
@few_wrong_tries
@on_the_beat
@with_key
def answer(code: str) -> AnyResponse:
    prescription = _valid(code, now_in_norway())
    sent = answer_sent(request.form.get("sporsmal", ""), request.form.get("svar", ""))
    if sent is None:
        raise UnknownAnswerError("There is no such answer.")
    actions.note_opened(db.session(), prescription)
    actions.answer(db.session(), prescription, *sent)
    thanks = thanks_word(*sent)
    return go_on_to(
        url_for("codes.show_code", code=prescription.code, takk=thanks, _anchor=QUESTION_PLACE)
    )


@bp.post("/r/<code>/forny")
@few_wrong_tries
@on_the_beat
@with_key
def renew(code: str) -> AnyResponse:
    """Raises NotRenewableError where it is too early."""
    prescription = _prescription(code)
    actions.renew(db.session(), prescription, now_in_norway().date())
    actions.note_opened(db.session(), prescription)
    return go_on_to(url_for("codes.show_code", code=prescription.code))


def _prescription(code: str) -> Prescription:
    """Return the sheet of a code. Raises NoSuchCodeError, and has it counted as a wrong try."""
    try:
        return prescription_by_code(db.session(), code, now_in_norway().date())
    except NoSuchCodeError as error:
        note_wrong(error)
        raise


def _valid(code: str, now: datetime) -> Prescription:
    """Raises NoSuchCodeError and ExpiredCodeError."""
    prescription = _prescription(code)
    if has_expired(prescription.expires_on, now.date()):
        raise ExpiredCodeError("The sheet has expired.")
    return prescription


def _seal() -> Seal:
    seal: Seal = current_app.extensions["seal"]
    return seal
