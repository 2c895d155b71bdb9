"""The cookie of those who sign in, which visitors never get: a random word, for the browser alone.

It is the word of a session. While somebody is on their way to sign in at another site, a second one
tells that it is the same browser that comes back.
"""

from datetime import timedelta
from typing import Final

from flask import current_app, request
from werkzeug.wrappers import Response

from core.settings import Settings

NAME: Final = "inn"
ON_THE_WAY: Final = "inn-underveis"
# With this in front a browser takes the cookie over https only, and from no other host of the domain.
FOR_THIS_HOST_ALONE: Final = "__Host-"


def word_in_cookie(name: str = NAME) -> str | None:
    return request.cookies.get(_in_full(name))


def give_cookie(response: Response, word: str, lasts: timedelta, name: str = NAME) -> None:
    response.set_cookie(
        _in_full(name),
        word,
        max_age=lasts,
        path="/",
        secure=_is_secure(),
        httponly=True,
        samesite="Lax",
    )


def take_cookie(response: Response, name: str = NAME) -> None:
    response.delete_cookie(
        _in_full(name), path="/", secure=_is_secure(), httponly=True, samesite="Lax"
    )


def _in_full(name: str) -> str:
    return f"{FOR_THIS_HOST_ALONE}{name}" if _is_secure() else name


def _is_secure() -> bool:
    settings: Settings = current_app.extensions["settings"]
    return settings.base_url.startswith("https:")
