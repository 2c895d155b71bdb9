"""Saying which account one has, to be known from the other site the next time."""

from datetime import timedelta
from http import HTTPStatus

from flask import Blueprint, Response, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from accounts.cookie import ON_THE_WAY, word_in_cookie
from accounts.elsewhere import linking
from accounts.elsewhere.failures import ElsewhereError, Failure
from accounts.elsewhere.forms import WorkAddressForm
from accounts.elsewhere.linking import Known
from accounts.elsewhere.pages import LinkIdentityPage, LinkSentPage, WorkAddressPage
from accounts.elsewhere.shown import site_name
from accounts.elsewhere.views import (
    A_SURGERY_AT_A_TIME,
    in_from_elsewhere,
    refuse_where_off,
    show_failure,
)
from accounts.letting_in import let_in
from core.db import db
from core.tokens import UsedUpError
from web.access import with_key
from web.languages import current_locale
from web.limits import limiter
from web.redirects import go_on_to

bp = Blueprint("elsewhere_linking", __name__)


def show_used(_error: UsedUpError) -> Response:
    return show_failure(ElsewhereError(Failure.NOT_OURS, "link"))


bp.before_request(refuse_where_off)
bp.register_error_handler(ElsewhereError, show_failure)
bp.register_error_handler(UsedUpError, show_used)


@bp.get("/inn/annet-sted/adresse")
@with_key
def show_address() -> Response:
    known = _known()
    return _address_page(WorkAddressForm(email=known.person.email), known).respond()


@bp.post("/inn/annet-sted/adresse")
@limiter.limit("5 per minute; 20 per hour")
@with_key
def ask_to_link() -> AnyResponse:
    known, form = _known(), WorkAddressForm(request.form)
    if not form.validate():
        return _address_page(form, known).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    language = current_locale().language
    linking.ask_to_link(db.session(), _word(), form.email.data, language)
    return go_on_to(url_for(".show_sent"))


@bp.get("/inn/annet-sted/sendt")
@with_key
def show_sent() -> Response:
    _known()
    return LinkSentPage(linking.LINK_LASTS // timedelta(minutes=1)).respond()


@bp.get("/inn/annet-sted/knytt/<word>")
@with_key
def show_link(word: str) -> Response:
    person = linking.look_at_link(db.session(), word, word_in_cookie(ON_THE_WAY))
    site = site_name(person.issuer)
    return LinkIdentityPage(word, site, person.name, person.email or "").respond()


@bp.post("/inn/annet-sted/knytt/<word>")
@limiter.limit(A_SURGERY_AT_A_TIME)
@with_key
def link(word: str) -> AnyResponse:
    who = linking.link(db.session(), word, word_in_cookie(ON_THE_WAY))
    return in_from_elsewhere(let_in(who, url_for("accounts.show_account")))


def _word() -> str:
    return word_in_cookie(ON_THE_WAY) or ""


def _known() -> Known:
    return linking.known_elsewhere(db.session(), _word())


def _address_page(form: WorkAddressForm, known: Known) -> WorkAddressPage:
    return WorkAddressPage(form, site_name(known.person.issuer), known.person.name)
