"""The home page, the questions and the answers. What was answered lives in the address, sealed."""

from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus
from typing import Any, ClassVar, Final

from flask import Blueprint, Response, current_app, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from core.clock import now_in_norway
from core.db import db
from core.errors import NotFoundError
from core.seal import BrokenSealError, Seal
from core.settings import Settings
from directory.calendar_of_offers import calendar_of
from finder import catalogue
from finder.answering import answer, reader_of
from finder.answers import AnswersPage, answers_page
from finder.asked import Asked, close, open_sealed
from finder.choice_refusals import refusal_in_words
from finder.choosing import Choice, ChoiceError, LongAddressError, choice_made, choose
from finder.form_answers import answers_shown
from finder.forms import QuestionForm
from finder.named_interests import interests_named
from finder.question_file import FaultyQuestionError, read_question
from finder.week import WeekPage, week_page
from finder.week_offers import chosen_offers
from web.access import public
from web.languages import gettext as _
from web.pages import Page, keep_to_oneself
from web.redirects import go_on_to

bp = Blueprint("finder", __name__)

# Where on the answers page the list begins, each offer does, and what was pressed: one lands where one was.
LIST: Final = "forslag"
OFFER: Final = "tilbud-{}"
BUTTON: Final = "valg-{}"
CALENDAR_NAME: Final = "uke.ics"


class NothingToKeepError(NotFoundError):
    """A week without a time has no file for a calendar."""


@dataclass(frozen=True)
class HomePage(Page):
    """One search box and four questions, none of which has to be answered."""

    template: ClassVar[str] = "finder/home.html"

    form: QuestionForm


@dataclass(frozen=True)
class QuestionsPage(Page):
    """The questions on a page of their own; with what was typed, where something was."""

    template: ClassVar[str] = "finder/questions.html"
    is_private: ClassVar[bool] = True

    form: QuestionForm


@dataclass(frozen=True)
class BrokenPage(Page):
    """The address was damaged on its way. The questions are here, so that one can go on."""

    template: ClassVar[str] = "finder/broken.html"
    is_private: ClassVar[bool] = True

    form: QuestionForm


@bp.get("/")
@public
def show_home() -> Response:
    return HomePage(_form()).respond()


@bp.get("/finn")
@public
def show_questions() -> Response:
    return QuestionsPage(_form()).respond()


@bp.get("/finn/<sealed>")
@public
def show_questions_again(sealed: str) -> Response:
    """Show what was answered, so that it can be changed."""
    try:
        asked = open_sealed(sealed, _seal())
        return QuestionsPage(_form(asked=asked, sealed=sealed)).respond()
    except (BrokenSealError, FaultyQuestionError):
        return _show_broken()


@bp.post("/finn")
@public
def find() -> AnyResponse:
    form = _form(typed=request.form)
    # Answers that cannot be read are not the same as none.
    is_unread = bool(request.content_length) and not request.form
    if is_unread or not form.validate():
        return QuestionsPage(form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    sealed = close(replace(_asked_before(form), question=form.question()), _seal())
    if sealed is None:
        form.text.errors = [_("Svarene ble for lange. Skriv litt kortere.")]
        return QuestionsPage(form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    return go_on_to(url_for("finder.show_answers", sealed=sealed))


@bp.get("/treff/<sealed>")
@public
def show_answers(sealed: str) -> Response:
    try:
        return _answers(sealed, open_sealed(sealed, _seal())).respond()
    except (BrokenSealError, FaultyQuestionError):
        return _show_broken()


@bp.post("/treff/<sealed>")
@public
def change_answers(sealed: str) -> AnyResponse:
    """Take what was pressed on a card into the address. Nothing is kept, so no token guards it."""
    try:
        asked = open_sealed(sealed, _seal())
        try:
            choice, offer = choice_made(request.form)
            changed = _sealed_after(asked, choice, offer)
        except ChoiceError as error:
            page = _answers(sealed, asked)
            page = replace(page, notices=[refusal_in_words(error), *page.notices])
            return page.respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    except (BrokenSealError, FaultyQuestionError):
        return _show_broken()
    place = {Choice.NOT_FOR_ME: LIST, Choice.AGAIN: OFFER}.get(choice, BUTTON).format(offer)
    address = url_for("finder.show_answers", sealed=changed, _anchor=place)
    return go_on_to(address)


@bp.get("/uke/<sealed>")
@public
def show_week(sealed: str) -> Response:
    try:
        return _week(sealed, open_sealed(sealed, _seal())).respond()
    except BrokenSealError:
        return _show_broken()


@bp.post("/uke/<sealed>")
@public
def change_week(sealed: str) -> AnyResponse:
    """Take an offer out of the week. Nothing is kept, so no token guards it."""
    try:
        asked = open_sealed(sealed, _seal())
        try:
            changed = _sealed_after(asked, *choice_made(request.form))
        except ChoiceError as error:
            page = replace(_week(sealed, asked), fault=refusal_in_words(error))
            return page.respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    except BrokenSealError:
        return _show_broken()
    return go_on_to(url_for("finder.show_week", sealed=changed))


@bp.get("/uke/<sealed>.ics")
@public
def download_week(sealed: str) -> Response:
    """Raises BrokenSealError, and NothingToKeepError where no chosen offer has a time ahead."""
    asked, now = open_sealed(sealed, _seal()), now_in_norway()
    settings: Settings = current_app.extensions["settings"]
    chosen = chosen_offers(db.session(), asked, now.date())
    content = calendar_of(chosen.offers, settings.base_url, now)
    if content is None:
        raise NothingToKeepError("The week has no time that a calendar could keep.")
    response = Response(content, mimetype="text/calendar")
    response.headers["Content-Disposition"] = f'attachment; filename="{CALENDAR_NAME}"'
    keep_to_oneself(response)
    return response


def _week(sealed: str, asked: Asked) -> WeekPage:
    return week_page(db.session(), asked, sealed, _seal(), now_in_norway())


def _sealed_after(asked: Asked, choice: Choice, offer: str) -> str:
    """Raises a ChoiceError where the choice cannot be followed."""
    changed = choose(db.session(), asked, choice, offer, now_in_norway().date())
    sealed = close(changed, _seal())
    if sealed is None:
        raise LongAddressError("There is no room for it in an address.")
    return sealed


def _answers(sealed: str, asked: Asked) -> AnswersPage:
    snapshot = catalogue.current(db.session())
    question = read_question(dict(asked.question), snapshot.vocabulary)
    answered = answer(db.session(), question, asked.not_for_me)
    page = answers_page(db.session(), answered, question, asked, sealed, _seal())
    return (
        page
        if page.cards or page.dangers
        else replace(page, form=_form(asked=asked, sealed=sealed))
    )


def _asked_before(form: QuestionForm) -> Asked:
    """Return what the answers were before they were changed; nothing where that cannot be told."""
    try:
        return open_sealed(form.sealed.data or "", _seal())
    except BrokenSealError:
        return Asked()


def _show_broken() -> Response:
    return BrokenPage(_form()).respond(HTTPStatus.NOT_FOUND)


def _form(
    typed: MultiDict[str, str] | None = None, asked: Asked | None = None, sealed: str = ""
) -> QuestionForm:
    """Raises FaultyQuestionError where ``asked`` holds no question of today's vocabulary."""
    snapshot = catalogue.current(db.session())
    vocabulary = snapshot.vocabulary
    shown: dict[str, Any] | None = None
    if asked is not None:
        question = read_question(dict(asked.question), vocabulary)
        shown = answers_shown(question, vocabulary) | {"sealed": sealed}
    read_interests = partial(
        interests_named, reader=reader_of(snapshot), interests=vocabulary.interests
    )
    return QuestionForm(typed, vocabulary, read_interests, shown)


def _seal() -> Seal:
    seal: Seal = current_app.extensions["seal"]
    return seal
