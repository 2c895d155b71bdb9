"""The screen put together for whoever asks: form, sheet, and what their practice often chooses."""

from dataclasses import replace
from functools import partial
from http import HTTPStatus

from flask import Response, current_app, url_for
from werkzeug.datastructures import MultiDict

from accounts.access import signed_in_or_none
from core.clock import now_in_norway
from core.db import db
from core.seal import Seal
from finder import catalogue
from finder.answering import reader_of
from prescribing.draft import Draft, close, from_plain
from prescribing.minute.answers import answers_shown, interests_liked
from prescribing.minute.forms import ConsultationForm
from prescribing.minute.pages import MinutePage, Usual
from prescribing.minute.screen import screen_of
from prescribing.models import Practice, UsualChoice
from prescribing.practices.access import find_practice
from prescribing.practices.usual import name_of, usual_choices


def seal() -> Seal:
    found: Seal = current_app.extensions["seal"]
    return found


def practice_of_who_asks() -> Practice | None:
    return find_practice(db.session(), signed_in_or_none())


def show(draft: Draft, fault: str | None = None, status: int = HTTPStatus.OK) -> Response:
    """Raises FaultyQuestionError where the draft is of another vocabulary."""
    return _page(form_of(draft), draft, fault).respond(status)


def show_faults(form: ConsultationForm, before: Draft) -> Response:
    """Show what cannot be used, with all that was typed, and the sheet as it was."""
    return _page(form, before, None).respond(HTTPStatus.UNPROCESSABLE_ENTITY)


def form_of(
    draft: Draft | None = None, typed: MultiDict[str, str] | None = None
) -> ConsultationForm:
    """Return the form with what was typed, or with what ``draft`` says."""
    snapshot = catalogue.current(db.session())
    vocabulary = snapshot.vocabulary
    read = partial(interests_liked, reader=reader_of(snapshot), interests=vocabulary.interests)
    filled = None
    if draft is not None:
        filled = answers_shown(draft, vocabulary) | {"sealed": close(draft, seal()) or ""}
    return ConsultationForm(typed, vocabulary, read, now_in_norway().date(), filled)


def _page(form: ConsultationForm, draft: Draft, fault: str | None) -> MinutePage:
    practice = practice_of_who_asks()
    return MinutePage(
        form=form,
        screen=screen_of(db.session(), draft, seal()),
        fault=fault,
        usual=_usual(practice) if practice else (),
        prescribes=practice is not None,
    )


def _usual(practice: Practice) -> tuple[Usual, ...]:
    links = (_usual_link(one) for one in usual_choices(db.session(), practice))
    return tuple(link for link in links if link is not None)


def _usual_link(usual: UsualChoice) -> Usual | None:
    """Return None for one that was kept in the words of another day."""
    try:
        draft = replace(from_plain(usual.draft), plan_from=None)
    except (KeyError, TypeError, ValueError):
        return None
    sealed = close(draft, seal())
    if sealed is None:
        return None
    return Usual(name_of(draft), url_for("prescribe.show_sheet_made", sealed=sealed))
