"""The home page, the questions and the answers. What was answered lives in the address, sealed."""

from dataclasses import dataclass, replace
from functools import partial
from http import HTTPStatus
from typing import Any, ClassVar

from flask import Blueprint, Response, current_app, redirect, request, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from core.db import db
from core.seal import LONGEST_ADDRESS, BrokenSealError, Seal
from finder import catalogue
from finder.answering import answer, reader_of
from finder.answers import AnswersPage, answers_page
from finder.form_answers import answers_shown
from finder.forms import QuestionForm
from finder.named_interests import interests_named
from finder.question_file import FaultyQuestionError, read_question
from web.access import public
from web.languages import gettext as _
from web.pages import Page

bp = Blueprint("finder", __name__)


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
        given = _seal().open(sealed)
        return QuestionsPage(_form(filled=given)).respond()
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
    sealed = _seal().close(form.question())
    if len(sealed) > LONGEST_ADDRESS:
        form.text.errors = [_("Svarene ble for lange. Skriv litt kortere.")]
        return QuestionsPage(form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect(url_for("finder.show_answers", sealed=sealed), HTTPStatus.SEE_OTHER)


@bp.get("/treff/<sealed>")
@public
def show_answers(sealed: str) -> Response:
    try:
        given = _seal().open(sealed)
        return _answers(sealed, given).respond()
    except (BrokenSealError, FaultyQuestionError):
        return _show_broken()


def _answers(sealed: str, given: dict[str, Any]) -> AnswersPage:
    snapshot = catalogue.current(db.session())
    question = read_question(given, snapshot.vocabulary)
    answered = answer(db.session(), question)
    page = answers_page(db.session(), answered, given, sealed, _seal().close)
    return page if page.cards else replace(page, form=_form(filled=given))


def _show_broken() -> Response:
    return BrokenPage(_form()).respond(HTTPStatus.NOT_FOUND)


def _form(
    typed: MultiDict[str, str] | None = None, filled: dict[str, Any] | None = None
) -> QuestionForm:
    """Raises FaultyQuestionError where ``filled`` is no question of today's vocabulary."""
    snapshot = catalogue.current(db.session())
    vocabulary = snapshot.vocabulary
    shown = answers_shown(read_question(filled, vocabulary), vocabulary) if filled else None
    read_interests = partial(
        interests_named, reader=reader_of(snapshot), interests=vocabulary.interests
    )
    return QuestionForm(typed, vocabulary, read_interests, shown)


def _seal() -> Seal:
    seal: Seal = current_app.extensions["seal"]
    return seal
