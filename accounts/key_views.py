"""Making a passkey, showing it, and taking it away."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from http import HTTPStatus
from typing import Any, ClassVar

from flask import Blueprint, Response, current_app, request, url_for
from werkzeug.exceptions import BadRequest
from werkzeug.wrappers import Response as AnyResponse

from accounts import passkeys
from accounts.access import requires, signed_in, signed_in_now
from accounts.going_on import ANSWER, path_to_go_on_to
from accounts.models import Account
from accounts.passkey_rules import can_do_without, host_of_passkeys
from accounts.permissions import ROLES_WITH_A_KEY, Permission
from core.clock import NORWAY
from core.db import db
from core.settings import Settings
from web.languages import gettext as _
from web.pages import Page, keep_to_oneself
from web.redirects import go_on_to

bp = Blueprint("passkeys", __name__)


class Step(StrEnum):
    """What the page on keys is there for just now."""

    NEEDLESS = "needless"
    IMPOSSIBLE = "impossible"
    SHOW = "show"
    MAKE = "make"


@dataclass(frozen=True)
class KeyShown:
    """A key as it is listed: they have no names, and are told apart by when they were made."""

    number: int
    made_at: datetime


@dataclass(frozen=True)
class PasskeyPage(Page):
    """One button, for making a key or for showing it, and what a key is."""

    template: ClassVar[str] = "accounts/passkey.html"
    is_private: ClassVar[bool] = True

    step: Step
    title: str
    is_wanted: bool
    goes_to: str


def keys_shown(account: Account) -> list[KeyShown]:
    return [KeyShown(key.id, key.created_at.astimezone(NORWAY)) for key in account.passkeys]


@bp.get("/konto/nokkel")
@requires(Permission.SIGNED_IN)
def show_passkey() -> AnyResponse:
    now = signed_in_now()
    step = _step()
    title = _("Bruk nøkkelen din") if step is Step.SHOW else _("Lag en nøkkel")
    is_wanted = now.account.role in ROLES_WITH_A_KEY
    goes_to = path_to_go_on_to(request.args.get(ANSWER)) or url_for("accounts.show_account")
    return PasskeyPage(step, title, is_wanted, goes_to).respond()


@bp.post("/konto/nokkel/sporsmal/lag")
@requires(Permission.SIGNED_IN)
def ask_to_make() -> AnyResponse:
    now = signed_in_now()
    return _question(passkeys.ask_to_make(_settings(), now.account, now.session))


@bp.post("/konto/nokkel/lag")
@requires(Permission.SIGNED_IN)
def make() -> AnyResponse:
    now = signed_in_now()
    passkeys.make(db.session(), _settings(), now.account, now.session, _answer())
    return _done()


@bp.post("/konto/nokkel/sporsmal/bruk")
@requires(Permission.SIGNED_IN)
def ask_to_show() -> AnyResponse:
    now = signed_in_now()
    return _question(passkeys.ask_to_show(_settings(), now.account, now.session))


@bp.post("/konto/nokkel/bruk")
@requires(Permission.SIGNED_IN)
def show() -> AnyResponse:
    now = signed_in_now()
    passkeys.show(db.session(), _settings(), now.account, now.session, _answer())
    return _done()


@bp.post("/konto/nokkel/<int:key_id>/fjern")
@requires(Permission.REMOVE_KEY)
def remove(key_id: int) -> AnyResponse:
    passkeys.remove(db.session(), signed_in(), key_id)
    return go_on_to(url_for("accounts.show_account"))


def _step() -> Step:
    if host_of_passkeys(_settings()) is None:
        return Step.NEEDLESS if can_do_without(_settings()) else Step.IMPOSSIBLE
    now = signed_in_now()
    return Step.MAKE if passkeys.may_make(now.account, now.session) else Step.SHOW


def _question(text: str) -> Response:
    response = Response(text, mimetype="application/json")
    keep_to_oneself(response)
    return response


def _answer() -> dict[str, Any]:
    answer = request.get_json()
    if not isinstance(answer, dict):
        raise BadRequest("The answer of a key is one JSON object.")
    return answer


def _done() -> Response:
    return Response(status=HTTPStatus.NO_CONTENT)


def _settings() -> Settings:
    settings: Settings = current_app.extensions["settings"]
    return settings
