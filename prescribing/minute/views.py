"""The screen for a consultation: from words to a sheet. What was chosen lives in the address, sealed."""

from http import HTTPStatus

from flask import Blueprint, Response, jsonify, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from accounts.access import requires
from accounts.permissions import Permission
from core.clock import now_in_norway
from core.db import db
from core.seal import BrokenSealError
from finder import catalogue
from finder.question_file import FaultyQuestionError
from prescribing.draft import Draft, close, open_draft
from prescribing.minute.answers import draft_of
from prescribing.minute.changes import ChangeError, changed
from prescribing.minute.forms import ConsultationForm
from prescribing.minute.links import RefusedLinkError, draft_from
from prescribing.minute.pages import AnswerPage, BrokenSheetPage
from prescribing.minute.ready import Ready, made_ready
from prescribing.minute.refusals import refusal_in_words, refused_link_in_words
from prescribing.minute.screen import screen_of
from prescribing.minute.showing import form_of, practice_of_who_asks, seal, show, show_faults
from prescribing.practices.access import prescribes
from prescribing.practices.usual import TooManyUsualError, keep_usual
from web.access import public
from web.languages import gettext as _
from web.pages import keep_to_oneself
from web.redirects import go_on_to

bp = Blueprint("prescribe", __name__)

# Where on the page the sheet is: one lands where something happened.
SHEET = "arket"


@bp.get("/resept")
@public
def show_form() -> Response:
    """Show the screen, filled in by a link from another system where there is one."""
    vocabulary = catalogue.current(db.session()).vocabulary
    try:
        draft = draft_from(request.args, vocabulary, now_in_norway().date())
    except RefusedLinkError as error:
        return show(Draft(), refused_link_in_words(), error.status)
    return show(draft)


@bp.post("/resept")
@public
def suggest() -> AnyResponse:
    """Seal what was answered into an address. Nothing is kept, so no token guards it."""
    form = form_of(typed=request.form)
    before = _before(form)
    # Answers that cannot be read are not the same as none.
    is_unread = bool(request.content_length) and not request.form
    if is_unread or not form.validate():
        return show_faults(form, before)
    sealed = close(_with_ready(draft_of(form, before)), seal())
    if sealed is None:
        form.words.errors = [_("Det ble for mye på én gang. Velg noen færre.")]
        return show_faults(form, before)
    return go_on_to(url_for("prescribe.show_sheet_made", sealed=sealed, _anchor=SHEET))


@bp.post("/resept/forslag")
@public
def suggest_while_choosing() -> AnyResponse:
    """Answer the script of the page: what stands beside the form, and what to say of it."""
    form = form_of(typed=request.form)
    if not form.validate():
        words = " ".join(messages[0] for messages in form.errors.values())
        response = jsonify({"summary": words})
        response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
    else:
        response = jsonify(_answer(draft_of(form, _before(form))))
    keep_to_oneself(response)
    return response


@bp.get("/resept/<sealed>")
@public
def show_sheet_made(sealed: str) -> Response:
    try:
        return show(open_draft(sealed, seal()))
    except (BrokenSealError, FaultyQuestionError):
        return BrokenSheetPage().respond(HTTPStatus.NOT_FOUND)


@bp.post("/resept/<sealed>")
@public
def change_sheet(sealed: str) -> AnyResponse:
    """Take what was pressed into the address. Nothing is kept, so no token guards it."""
    try:
        draft = open_draft(sealed, seal())
        try:
            after = changed(db.session(), draft, request.form, now_in_norway().date())
        except ChangeError as error:
            return show(draft, refusal_in_words(error), HTTPStatus.UNPROCESSABLE_ENTITY)
    except (BrokenSealError, FaultyQuestionError):
        return BrokenSheetPage().respond(HTTPStatus.NOT_FOUND)
    address = close(after, seal()) or sealed
    return go_on_to(url_for("prescribe.show_sheet_made", sealed=address, _anchor=SHEET))


@bp.post("/resept/<sealed>/vanlig")
@requires(Permission.PRESCRIBE, prescribes)
def keep_as_usual(sealed: str) -> AnyResponse:
    """Keep what was chosen for the whole practice, without its date. Raises BrokenSealError."""
    draft, practice = open_draft(sealed, seal()), practice_of_who_asks()
    if practice is None:
        raise BrokenSealError("Nobody who prescribes asks.")
    try:
        keep_usual(db.session(), practice, draft)
    except TooManyUsualError as error:
        words = _("Dere har så mange vanlige valg som det er plass til. Ta bort ett først.")
        return show(draft, words, error.status)
    return go_on_to(url_for("prescribe.show_sheet_made", sealed=sealed, _anchor=SHEET))


def _before(form: ConsultationForm) -> Draft:
    """Return what the sheet was before the form was sent; an empty one where that cannot be told."""
    try:
        return open_draft(form.sealed.data or "", seal())
    except BrokenSealError:
        return Draft()


def _with_ready(draft: Draft) -> Draft:
    """Follow the button of a ready form, where one was pressed."""
    pressed = request.form.get("ready")
    if pressed not in set(Ready):
        return draft
    return made_ready(draft, Ready(pressed), now_in_norway().date())


def _answer(draft: Draft) -> dict[str, str]:
    screen = screen_of(db.session(), draft, seal())
    practice = practice_of_who_asks()
    sealed = close(draft, seal()) if screen else None
    return {
        "summary": screen.summary if screen else "",
        "html": AnswerPage(screen, prescribes=practice is not None).render(),
        "address": url_for("prescribe.show_sheet_made", sealed=sealed)
        if sealed
        else url_for("prescribe.show_form"),
    }
