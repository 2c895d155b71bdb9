"""The answer to somebody who has just proved who they are: a cookie, and the way to where they were going."""

from collections.abc import Callable
from typing import Final

from flask import Flask, current_app
from werkzeug.wrappers import Response as AnyResponse

from accounts import sessions
from accounts.actions import SignedInNow
from accounts.cookie import give_cookie, word_in_cookie
from accounts.models import Account
from core.db import db
from web.redirects import go_on_to

# Where one part of the site wants somebody to be after signing in; None where it has nothing for them.
Landing = Callable[[Account], str | None]
LANDINGS: Final = "landings"


def add_landing(app: Flask, landing: Landing) -> None:
    """Let a package above this one say where its own people go who were not on their way anywhere."""
    app.extensions.setdefault(LANDINGS, []).append(landing)


def let_in(who: SignedInNow, otherwise_to: str) -> AnyResponse:
    """Sign the browser in, and out of whatever account it was signed in to before."""
    before = word_in_cookie()
    if before is not None:
        sessions.end_session(db.session(), before)
    response = go_on_to(who.goes_to or _landing_of(who.account) or otherwise_to)
    give_cookie(response, who.word, sessions.LASTS[who.account.role])
    return response


def _landing_of(account: Account) -> str | None:
    landings: list[Landing] = current_app.extensions.get(LANDINGS, [])
    return next((address for one in landings if (address := one(account))), None)
