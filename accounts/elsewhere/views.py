"""Signing in at another site: the way there, and the way back. Where none is set, there is no such page."""

from typing import Final
from urllib.parse import urlencode

from flask import Blueprint, Flask, Response, current_app, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from accounts.cookie import ON_THE_WAY, give_cookie, take_cookie, word_in_cookie
from accounts.elsewhere import failures, signing_in
from accounts.elsewhere.failures import ElsewhereError
from accounts.elsewhere.forms import AnswerForm
from accounts.elsewhere.pages import AnswerPage, FailedPage, GoPage
from accounts.elsewhere.signing_in import Answer, NotKnownYet
from accounts.elsewhere.talk import Talk
from accounts.going_on import ANSWER, path_to_go_on_to
from accounts.letting_in import let_in
from core.db import db
from core.errors import NotFoundError
from core.settings import Settings
from web.access import public, with_key
from web.languages import SOURCE_LANGUAGE, current_locale
from web.letters import address_of
from web.limits import limiter
from web.redirects import go_on_to

bp = Blueprint("elsewhere", __name__)

# A whole surgery may come from one address.
A_SURGERY_AT_A_TIME: Final = "30 per minute; 300 per hour"
TALK: Final = "talk"


class NoOtherSiteError(NotFoundError):
    """Nobody can sign in elsewhere, since no other site is set."""


def init_app(app: Flask) -> None:
    settings: Settings = app.extensions["settings"]
    if settings.oidc is not None:
        with app.app_context():
            # One address for all languages: the other site knows it letter by letter.
            comes_back_to = address_of("elsewhere.show_answer", SOURCE_LANGUAGE)
        app.extensions[TALK] = Talk(settings.oidc, comes_back_to)


def refuse_where_off() -> None:
    """Raises NoOtherSiteError."""
    if TALK not in current_app.extensions:
        raise NoOtherSiteError("There is no such page.")


def show_failure(error: ElsewhereError) -> Response:
    failures.note(error)
    return FailedPage(error.kind.value, talk().settings.label).respond(error.status)


bp.before_request(refuse_where_off)
bp.register_error_handler(ElsewhereError, show_failure)


@bp.post("/inn/annet-sted")
@limiter.limit(A_SURGERY_AT_A_TIME)
@public
def begin() -> AnyResponse:
    goes_to = path_to_go_on_to(request.form.get(ANSWER))
    language = current_locale().language
    begun = signing_in.begin_leg(db.session(), talk(), goes_to, language)
    response = GoPage(talk().settings.label, begun.address).respond()
    # Goes on by itself, without script. A redirect would not do: it would be one of a form, and forms
    # may lead to nobody but us, whichever sites that site leads on to.
    response.headers["Refresh"] = f"0;url={begun.address}"
    give_cookie(response, begun.word, signing_in.LEG_LASTS, ON_THE_WAY)
    return response


@bp.get("/inn/annet-sted/svar")
@with_key
def show_answer() -> AnyResponse:
    form = AnswerForm(request.args)
    language = signing_in.language_of_leg(
        db.session(), form.state.data or "", word_in_cookie(ON_THE_WAY)
    )
    if language != current_locale().language:
        told = {name: form[name].data for name in ("state", "code", "error", "iss")}
        query = urlencode({name: value for name, value in told.items() if value})
        return go_on_to(f"{address_of('elsewhere.show_answer', language)}?{query}")
    return AnswerPage(form).respond()


@bp.post("/inn/annet-sted/svar")
@limiter.limit(A_SURGERY_AT_A_TIME)
@with_key
def come_back() -> AnyResponse:
    form = AnswerForm(request.form)
    answer = Answer(
        state=form.state.data or "",
        code=form.code.data or "",
        error=form.error.data or "",
        issuer=form.iss.data or None,
    )
    came = signing_in.come_back(db.session(), talk(), answer, word_in_cookie(ON_THE_WAY))
    if isinstance(came, NotKnownYet):
        response = go_on_to(url_for("elsewhere_linking.show_address"))
        give_cookie(response, came.word, signing_in.UNKNOWN_LASTS, ON_THE_WAY)
        return response
    return in_from_elsewhere(let_in(came, url_for("accounts.show_account")))


def in_from_elsewhere(response: AnyResponse) -> AnyResponse:
    """The way is at its end, and its cookie with it."""
    take_cookie(response, ON_THE_WAY)
    return response


def talk() -> Talk:
    found: Talk = current_app.extensions[TALK]
    return found
