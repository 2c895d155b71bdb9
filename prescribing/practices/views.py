"""Where somebody asks to prescribe, and where a practice sees its own counts and choices."""

from http import HTTPStatus
from typing import Final

from flask import Blueprint, Response, current_app, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from accounts.access import requires, signed_in, signed_in_or_none
from accounts.letting_in import let_in
from accounts.permissions import Permission
from core.db import db
from core.errors import NotFoundError
from core.seal import Seal
from core.tokens import UsedUpError
from places.gazetteer import gazetteer
from prescribing.choices import PrescriberState
from prescribing.draft import close, from_plain
from prescribing.models import Practice, UsualChoice
from prescribing.practices import asking
from prescribing.practices.access import find_practice, prescribes
from prescribing.practices.counts_told import counts_told
from prescribing.practices.forms import AskForm, WorkplaceForm
from prescribing.practices.kind_words import KIND_WORDS
from prescribing.practices.pages import (
    AskedPage,
    AskLinkPage,
    AskPage,
    PracticePage,
    UsualShown,
)
from prescribing.practices.queries import count_colleagues, counts_of, find_prescriber
from prescribing.practices.usual import forget_usual, name_of, usual_choices
from web.access import public, with_key
from web.languages import current_locale
from web.languages import gettext as _
from web.limits import limiter
from web.redirects import go_on_to

bp = Blueprint("practices", __name__, url_prefix="/resept")

A_FEW_AT_A_TIME: Final = "5 per minute; 20 per hour"
HERE: Final = "practices.show_practice"


@bp.get("/bli-med")
@public
def show_ask() -> AnyResponse:
    account = signed_in_or_none()
    if find_practice(db.session(), account) is not None:
        return go_on_to(url_for(HERE))
    return _ask_page(AskForm() if account is None else WorkplaceForm()).respond()


@bp.post("/bli-med")
@limiter.limit(A_FEW_AT_A_TIME)
@public
def ask() -> AnyResponse:
    """Whoever is signed in has shown whose mail address it is; all others are mailed a link."""
    session, account = db.session(), signed_in_or_none()
    form = AskForm(request.form) if account is None else WorkplaceForm(request.form)
    if not form.validate():
        return _ask_page(form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    if account is not None:
        asking.ask(session, account, form.workplace())
        return go_on_to(url_for(".show_ask"))
    language = str(current_locale().language)
    asking.ask_by_mail(session, form["email"].data, form.workplace(), language)
    return go_on_to(url_for(".show_mailed"))


@bp.get("/bli-med/sendt")
@public
def show_mailed() -> Response:
    return AskedPage(asking.LINK_LASTS.days * 24).respond()


@bp.get("/bli-med/<word>")
@with_key
def show_link(word: str) -> Response:
    try:
        workplace = asking.look_at_link(db.session(), word)
    except UsedUpError:
        return _used_up()
    where = gazetteer().name_of(workplace.municipality) or workplace.municipality
    return AskLinkPage(word, str(KIND_WORDS[workplace.kind]), where, workplace.orgnr).respond()


@bp.post("/bli-med/<word>")
@limiter.limit("60 per hour")
@with_key
def ask_by_link(word: str) -> AnyResponse:
    goes_to = url_for(".show_ask")
    try:
        who = asking.ask_by_link(db.session(), word, goes_to)
    except UsedUpError:
        return _used_up()
    return let_in(who, goes_to)


@bp.get("/praksis")
@requires(Permission.PRESCRIBE, prescribes)
def show_practice() -> Response:
    session, practice = db.session(), _practice()
    return PracticePage(
        kind=str(KIND_WORDS[practice.kind]),
        municipality=gazetteer().name_of(practice.municipality) or practice.municipality,
        orgnr=practice.orgnr,
        colleagues=count_colleagues(session, practice),
        counts=counts_told(counts_of(session, practice)),
        usual=tuple(_usual(one) for one in usual_choices(session, practice)),
    ).respond()


@bp.post("/praksis/vanlige/<int:usual_id>/fjern")
@requires(Permission.PRESCRIBE, prescribes)
def forget_usual_choice(usual_id: int) -> AnyResponse:
    forget_usual(db.session(), _practice(), usual_id)
    return go_on_to(url_for(HERE))


@bp.post("/bli-med/slutt")
@requires(Permission.SIGNED_IN)
def stop() -> AnyResponse:
    asking.stop(db.session(), signed_in())
    return go_on_to(url_for(".show_ask"))


def _practice() -> Practice:
    practice = find_practice(db.session(), signed_in())
    if practice is None:
        raise NotFoundError("There is no such page.")
    return practice


def _ask_page(form: WorkplaceForm) -> AskPage:
    account = signed_in_or_none()
    mine = None if account is None else find_prescriber(db.session(), account)
    state = None if mine is None else mine.state
    return AskPage(
        form=form,
        email=None if account is None else account.email,
        has_asked=state is PrescriberState.ASKED,
        was_refused=state is PrescriberState.REFUSED,
    )


def _used_up() -> Response:
    return AskLinkPage(None, "", "", None).respond(HTTPStatus.GONE)


def _usual(usual: UsualChoice) -> UsualShown:
    seal: Seal = current_app.extensions["seal"]
    try:
        draft = from_plain(usual.draft)
    except (KeyError, TypeError, ValueError):
        return UsualShown(usual.id, _("Et valg fra en eldre liste"), None)
    sealed = close(draft, seal)
    address = None if sealed is None else url_for("prescribe.show_sheet_made", sealed=sealed)
    return UsualShown(usual.id, name_of(draft), address)
