"""Answering a mail of ours without signing in: confirm, change the usual facts, or say when one closes.

A GET shows and changes nothing: programs that look through mail open every link.
"""

from datetime import date
from http import HTTPStatus

from flask import Blueprint, Response, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from accounts.models import Account
from core.clock import now_in_norway
from core.db import db
from core.events import BY_LINK
from core.tokens import UsedUpError
from stewardship.confirming.actions import confirm
from stewardship.confirming.answering import SeasonAnswer, answer_about_season, answer_with_changes
from stewardship.confirming.change_form import ChangeForm, change_form
from stewardship.confirming.letters import entry_asked
from stewardship.confirming.pages import (
    ChangePage,
    ConfirmPage,
    SeasonPage,
    UsedConfirmPage,
    answered_page,
    entries_of,
)
from stewardship.confirming.season_form import SeasonForm
from stewardship.confirming.seasons import Season, question_about, season_by_id
from stewardship.confirming.words_in_mail import (
    Answer,
    Asked,
    asked_by,
    find_answered,
    keep_answer,
    offers_asked,
    take_answer,
)
from stewardship.models import Revision
from stewardship.proposing import ConflictError
from stewardship.queries import NoSuchRevisionError, revision
from stewardship.versions import current_head
from web.access import with_key
from web.redirects import go_on_to
from web.row_numbers import row_number

bp = Blueprint("confirming", __name__)


@bp.errorhandler(UsedUpError)
def show_used(error: UsedUpError) -> Response:
    return UsedConfirmPage().respond(error.status)


@bp.get("/bekreft/<word>")
@with_key
def show_confirmation(word: str) -> ResponseReturnValue:
    session = db.session()
    answered = find_answered(session, word)
    if answered is not None:
        return answered_page(answered).respond()
    asked = asked_by(session, word)
    if asked.season is not None:
        return go_on_to(url_for(".show_season", word=word))
    offers = offers_asked(session, asked)
    return ConfirmPage(word, entries_of(offers), can_change=len(offers) == 1).respond()


@bp.post("/bekreft/<word>")
@with_key
def confirm_entries(word: str) -> ResponseReturnValue:
    session, today = db.session(), _today()
    # Pressed twice, or by a program that was there first: what was asked for has been done.
    if find_answered(session, word) is None:
        asked = take_answer(session, word)
        if asked.season is not None:
            raise UsedUpError("This link asks about a holiday, and about nothing else.")
        noted = confirm(session, asked.offers, actor=BY_LINK, today=today)
        keep_answer(session, word, Answer.CONFIRMED, len(noted), today)
    return _thank(word)


@bp.get("/bekreft/<word>/endre")
@with_key
def show_change(word: str) -> ResponseReturnValue:
    session = db.session()
    asked = _asked_about_one(session, word)
    head = current_head(session, asked.offers[0])
    return _change_page(session, word, asked, change_form(head, _today())).respond()


@bp.post("/bekreft/<word>/endre")
@with_key
def change(word: str) -> ResponseReturnValue:
    session, today = db.session(), _today()
    asked = _asked_about_one(session, word)
    head = current_head(session, asked.offers[0])
    form = change_form(_version_shown(session, head), today, request.form)
    if not form.validate():
        return _refused(_change_page(session, word, asked, form))
    account = _account(session, take_answer(session, word))
    try:
        answer = answer_with_changes(session, head.offer_id, form.changes(), account, today)
    except ConflictError:
        # What is written now is for the newest version; what was typed stays in the fields.
        form.based_on.data = head.number
        return _refused(_change_page(session, word, asked, form, was_changed=True))
    keep_answer(session, word, answer, 1, today)
    return _thank(word)


@bp.get("/bekreft/<word>/ferie")
@with_key
def show_season(word: str) -> ResponseReturnValue:
    session = db.session()
    asked, season = _asked_about_season(session, word)
    return _season_page(session, word, asked, season, SeasonForm(season, _today())).respond()


@bp.post("/bekreft/<word>/ferie")
@with_key
def answer_season(word: str) -> ResponseReturnValue:
    session, today = db.session(), _today()
    asked, season = _asked_about_season(session, word)
    form = SeasonForm(season, today, request.form)
    if not form.validate():
        return _refused(_season_page(session, word, asked, season, form))
    account = _account(session, take_answer(session, word))
    told = SeasonAnswer(form.answer.data)
    answer = answer_about_season(session, asked, told, form.closed, account)
    keep_answer(session, word, answer, len(asked.offers), today)
    return _thank(word)


def _asked_about_one(session: Session, word: str) -> Asked:
    asked = asked_by(session, word)
    if asked.season is not None or len(asked.offers) != 1:
        raise UsedUpError("This link is for something else.")
    return asked


def _asked_about_season(session: Session, word: str) -> tuple[Asked, Season]:
    asked = asked_by(session, word)
    if asked.season is None:
        raise UsedUpError("This link is for something else.")
    return asked, season_by_id(asked.season)


def _version_shown(session: Session, head: Revision) -> Revision:
    """Return the version that the form was filled with, as far as it is there."""
    number = request.form.get("based_on", type=row_number, default=head.number)
    try:
        return revision(session, head.offer_id, number)
    except NoSuchRevisionError:
        return head


def _change_page(
    session: Session, word: str, asked: Asked, form: ChangeForm, *, was_changed: bool = False
) -> ChangePage:
    (offer,) = offers_asked(session, asked)
    return ChangePage(word, entry_asked(offer), form, was_changed)


def _season_page(
    session: Session, word: str, asked: Asked, season: Season, form: SeasonForm
) -> SeasonPage:
    entries = entries_of(offers_asked(session, asked))
    return SeasonPage(word, question_about(season), entries, form)


def _account(session: Session, asked: Asked) -> Account:
    return session.get_one(Account, asked.account_id)


def _refused(page: ChangePage | SeasonPage) -> Response:
    return page.respond(HTTPStatus.UNPROCESSABLE_ENTITY)


def _thank(word: str) -> ResponseReturnValue:
    return go_on_to(url_for(".show_confirmation", word=word))


def _today() -> date:
    return now_in_norway().date()
