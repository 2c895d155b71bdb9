"""The one cookie of the site, which visitors never get: the word of a session, for the browser alone."""

from datetime import timedelta
from typing import Final

from flask import current_app, request
from werkzeug.wrappers import Response

from core.settings import Settings

NAME: Final = "inn"
# With this in front a browser takes the cookie over https only, and from no other host of the domain.
FOR_THIS_HOST_ALONE: Final = "__Host-"


def word_in_cookie() -> str | None:
    return request.cookies.get(_name())


def give_cookie(response: Response, word: str, lasts: timedelta) -> None:
    response.set_cookie(
        _name(),
        word,
        max_age=lasts,
        path="/",
        secure=_is_secure(),
        httponly=True,
        samesite="Lax",
    )


def take_cookie(response: Response) -> None:
    response.delete_cookie(_name(), path="/", secure=_is_secure(), httponly=True, samesite="Lax")


def _name() -> str:
    return f"{FOR_THIS_HOST_ALONE}{NAME}" if _is_secure() else NAME


def _is_secure() -> bool:
    settings: Settings = current_app.extensions["settings"]
    return settings.base_url.startswith("https:")
