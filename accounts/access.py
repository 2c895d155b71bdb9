"""Who asks, and whether they may: the guard above each view that is not for everybody."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec

from flask import Flask, Response, current_app, g, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup, escape
from sqlalchemy.orm import Session

from accounts.cookie import word_in_cookie
from accounts.form_tokens import FIELD, HEADER, check_form_token, new_form_token
from accounts.going_on import path_to_go_on_to
from accounts.models import Account, SignInSession
from accounts.passkey_rules import wants_passkey
from accounts.permissions import Permission, permits
from accounts.sessions import find_session
from core.db import db
from core.errors import NotFoundError
from core.settings import Settings
from web.cross_site import FOR_PROGRAMS
from web.pages import keep_to_oneself
from web.redirects import go_on_to
from web.transactions import SAFE_METHODS

P = ParamSpec("P")
# Tells whether an account holds what the address of the view is about.
Holds = Callable[[Session, Account, Mapping[str, Any]], bool]


class NotForYouError(NotFoundError):
    """Somebody asks for what they may not see; it looks as if it were not there."""


@dataclass(frozen=True)
class SignedIn:
    """Who asks, in which session, and the word that the browser proved it by."""

    account: Account
    session: SignInSession
    word: str


def init_app(app: Flask) -> None:
    app.before_request(find_out_who_asks)
    app.after_request(keep_from_others)
    app.jinja_env.globals["token_field"] = token_field
    app.jinja_env.globals["is_signed_in"] = is_signed_in


def find_out_who_asks() -> None:
    """Look up the session of the browser, where it has one. Raises StaleFormError.

    Done before the view, so that pages ask nothing of the database for it: the page that says it is
    down has the same frame as all others.
    """
    word = word_in_cookie()
    # Programs ask in nobody's name: the cookie is not looked at.
    if word is None or request.path.startswith(FOR_PROGRAMS):
        return
    found = find_session(db.session(), word)
    if found is None:
        return
    account = db.session.get_one(Account, found.account_id)
    g.signed_in = SignedIn(account, found, word)
    if request.method not in SAFE_METHODS:
        token = request.headers.get(HEADER) or request.form.get(FIELD, "")
        check_form_token(word, token)


def keep_from_others(response: Response) -> Response:
    """What somebody signed in was shown is kept by no browser, for whoever comes to it next."""
    if is_signed_in():
        keep_to_oneself(response)
    return response


def is_signed_in() -> bool:
    return "signed_in" in g


def signed_in_or_none() -> Account | None:
    return g.signed_in.account if is_signed_in() else None


def signed_in() -> Account:
    """Return who asks. Only for views that nobody else reaches."""
    return signed_in_now().account


def signed_in_now() -> SignedIn:
    found: SignedIn = g.signed_in
    return found


def token_field() -> Markup:
    """Return the hidden field for a form; nothing for visitors, in whose name nothing can be done."""
    if not is_signed_in():
        return Markup()
    if "form_token" not in g:
        g.form_token = new_form_token(signed_in_now().word)
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, escape(g.form_token))


def requires(
    permission: Permission, holds: Holds | None = None
) -> Callable[[Callable[P, ResponseReturnValue]], Callable[P, ResponseReturnValue]]:
    """Guard a view. ``holds`` gives HOLD_OFFER to whoever holds what the address is about.

    Visitors are asked to sign in. For those signed in, what is not theirs is not there. Where a
    passkey is wanted and has not been shown in this session, it is asked for.
    """

    def guard(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
        @wraps(view)
        def guarded(*args: P.args, **values: P.kwargs) -> ResponseReturnValue:
            if not is_signed_in():
                # What a prescriber's own system wrote into a link is not remembered with the way back.
                is_plain = permission is Permission.PRESCRIBE
                return _go_to("accounts.show_sign_in", with_query=not is_plain)
            account = signed_in()
            if not (
                permits(account.role, permission)
                or (holds is not None and holds(db.session(), account, values))
            ):
                raise NotForYouError("There is no such page.")
            if permission is not Permission.SIGNED_IN and _has_to_show_passkey():
                return _go_to("passkeys.show_passkey")
            return view(*args, **values)

        guarded.access = permission  # type: ignore[attr-defined]  # a mark that the contract test reads
        return guarded

    return guard


def may(permission: Permission) -> bool:
    """Tell whether whoever is signed in may do more than the view asks for, with a passkey shown."""
    return permits(signed_in().role, permission) and not _has_to_show_passkey()


def _has_to_show_passkey() -> bool:
    settings: Settings = current_app.extensions["settings"]
    now = signed_in_now()
    return now.session.passkey_confirmed_at is None and wants_passkey(settings, now.account)


def _go_to(endpoint: str, *, with_query: bool = True) -> ResponseReturnValue:
    """Lead to a page that has to come first, and say where one was going, if a link led there."""
    here = request.full_path if with_query else request.path
    path = request.script_root + here if request.method in SAFE_METHODS else None
    return go_on_to(url_for(endpoint, til=path_to_go_on_to(path)))
