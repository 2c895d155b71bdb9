"""Signing in by a link in a mail, one's own page, and signing out."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar, Final

from flask import Blueprint, Response, current_app, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from accounts import actions, sessions
from accounts.access import is_signed_in, requires, signed_in, signed_in_now
from accounts.cookie import take_cookie
from accounts.elsewhere import shown
from accounts.elsewhere.shown import IdentityShown, identities_shown
from accounts.forms import LanguageForm, SignInForm
from accounts.going_on import ANSWER, path_to_go_on_to
from accounts.key_views import KeyShown, keys_shown
from accounts.letting_in import let_in
from accounts.permissions import Permission
from core.db import db
from core.events import account_actor
from core.settings import Settings
from core.tokens import UsedUpError
from web.access import public, with_key
from web.languages import current_locale
from web.limits import limiter
from web.pages import Page
from web.redirects import go_on_to

bp = Blueprint("accounts", __name__)

# Enough for somebody who mistypes, too few for somebody who tries out.
A_FEW_AT_A_TIME: Final = "5 per minute; 20 per hour"


@dataclass(frozen=True)
class SignInPage(Page):
    """The mail address is asked for, and nothing else."""

    template: ClassVar[str] = "accounts/sign_in.html"
    is_private: ClassVar[bool] = True

    form: SignInForm
    other_site: str | None


@dataclass(frozen=True)
class SentPage(Page):
    """What to do now. It is the same whether we know the address or not."""

    template: ClassVar[str] = "accounts/sent.html"
    is_private: ClassVar[bool] = True


@dataclass(frozen=True)
class LinkPage(Page):
    """The button that signs in: programs that look through mail open links, and press no buttons."""

    template: ClassVar[str] = "accounts/link.html"
    is_private: ClassVar[bool] = True

    word: str


@dataclass(frozen=True)
class UsedLinkPage(Page):
    """The link signs nobody in; where to get another."""

    template: ClassVar[str] = "accounts/used_link.html"
    is_private: ClassVar[bool] = True


@dataclass(frozen=True)
class AccountPage(Page):
    """What we keep of somebody who signs in, and where they are signed in."""

    template: ClassVar[str] = "accounts/account.html"
    is_private: ClassVar[bool] = True

    email: str
    form: LanguageForm
    browsers: int
    keys: list[KeyShown]
    identities: list[IdentityShown]


@bp.get("/inn")
@public
def show_sign_in() -> AnyResponse:
    goes_to = path_to_go_on_to(request.args.get(ANSWER))
    if is_signed_in():
        return go_on_to(goes_to or url_for(".show_account"))
    return _sign_in_page(SignInForm(til=goes_to)).respond()


@bp.post("/inn")
@limiter.limit(A_FEW_AT_A_TIME)
@public
def ask_to_sign_in() -> AnyResponse:
    form = SignInForm(request.form)
    if not form.validate():
        return _sign_in_page(form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    actions.ask_to_sign_in(
        db.session(),
        form.email.data,
        language=current_locale().language,
        goes_to=path_to_go_on_to(form.til.data),
    )
    return go_on_to(url_for(".show_sent"))


@bp.get("/inn/sendt")
@public
def show_sent() -> Response:
    return SentPage().respond()


@bp.get("/inn/<word>")
@with_key
def show_link(word: str) -> Response:
    try:
        actions.look_at_link(db.session(), word)
    except UsedUpError as error:
        return UsedLinkPage().respond(error.status)
    return LinkPage(word).respond()


@bp.post("/inn/<word>")
@limiter.limit("60 per hour")
@with_key
def sign_in(word: str) -> AnyResponse:
    try:
        who = actions.sign_in(db.session(), word)
    except UsedUpError as error:
        return UsedLinkPage().respond(error.status)
    return let_in(who, url_for("stewarding.show_mine"))


@bp.get("/konto")
@requires(Permission.SIGNED_IN)
def show_account() -> AnyResponse:
    account = signed_in()
    return _account_page(LanguageForm(language=account.language)).respond()


@bp.post("/konto")
@requires(Permission.SIGNED_IN)
def choose_language() -> AnyResponse:
    form = LanguageForm(request.form)
    if not form.validate():
        return _account_page(form).respond(HTTPStatus.UNPROCESSABLE_ENTITY)
    actions.choose_language(signed_in(), form.language.data)
    return go_on_to(url_for(".show_account"))


@bp.post("/konto/annet-sted/<word>/fjern")
@requires(Permission.SIGNED_IN)
def remove_identity(word: str) -> AnyResponse:
    shown.remove_identity(db.session(), signed_in(), word)
    return go_on_to(url_for(".show_account"))


@bp.post("/konto/ut")
@requires(Permission.SIGNED_IN)
def sign_out() -> AnyResponse:
    sessions.end_session(db.session(), signed_in_now().word)
    return _signed_out()


@bp.post("/konto/ut-overalt")
@requires(Permission.SIGNED_IN)
def sign_out_everywhere() -> AnyResponse:
    account = signed_in()
    sessions.end_all_sessions(db.session(), account)
    actor = account_actor(account.id)
    actions.note_account(db.session(), account, "account:signed_out_everywhere", actor=actor)
    return _signed_out()


def _sign_in_page(form: SignInForm) -> SignInPage:
    settings: Settings = current_app.extensions["settings"]
    return SignInPage(form, settings.oidc.label if settings.oidc else None)


def _account_page(form: LanguageForm) -> AccountPage:
    account, session = signed_in(), db.session()
    browsers = sessions.count_sessions(session, account)
    identities = identities_shown(session, account)
    return AccountPage(account.email, form, browsers, keys_shown(account), identities)


def _signed_out() -> AnyResponse:
    response = go_on_to(url_for("finder.show_home"))
    take_cookie(response)
    return response
