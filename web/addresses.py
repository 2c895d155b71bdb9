"""The language stands in the address: `/nn/finn` is `/finn` in nynorsk. Bokmål has nothing in front.

What a page links to is in its own language by itself, since the language is a part of the root
that every address of ours begins with.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from flask import Flask, current_app, request
from werkzeug.exceptions import NotFound

from web.languages import LANGUAGE_OF_REQUEST, LANGUAGES, SOURCE_LANGUAGE

IN_FRONT: Final = {
    f"/{language}": language for language in LANGUAGES if language != SOURCE_LANGUAGE
}
# What programs fetch is there once, in no language or in all.
PART_OF_LIST: Final = "side"
NEVER_KEPT: Final = "\x00"
IN_NO_LANGUAGE: Final = ("/api/", "/static/", "/steder.json", "/worker.js")


@dataclass(frozen=True)
class LanguageLink:
    """The same page in one of the languages, under the language's own name."""

    language: str
    name: str
    href: str
    is_shown: bool


def init_app(app: Flask) -> None:
    app.wsgi_app = language_in_front(app.wsgi_app)  # type: ignore[assignment,method-assign]  # how Flask is wrapped
    app.jinja_env.globals["language_links"] = language_links
    app.jinja_env.globals["full_address"] = full_address
    app.before_request(refuse_what_no_database_keeps)


def language_in_front(wsgi_app: WSGIApplication) -> WSGIApplication:
    """Take the language out of the address, before anything else looks at it."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        first, rest = path[:3], path[3:]
        is_prefix = first in IN_FRONT and (not rest or rest.startswith("/"))
        if is_prefix and not rest.startswith(IN_NO_LANGUAGE):
            environ[LANGUAGE_OF_REQUEST] = IN_FRONT[first]
            environ["SCRIPT_NAME"] = environ.get("SCRIPT_NAME", "") + first
            environ["PATH_INFO"] = rest or "/"
        return wsgi_app(environ, start_response)

    return answer


def refuse_what_no_database_keeps() -> None:
    """Raises NotFound: nothing has this character in its address, and PostgreSQL does not compare it."""
    if NEVER_KEPT in request.path:
        raise NotFound


def language_links() -> list[LanguageLink]:
    """Return the page that is shown, in each language, the shown one too."""
    shown = request.environ.get(LANGUAGE_OF_REQUEST, SOURCE_LANGUAGE)
    return [
        LanguageLink(code, language.name, _path_in(code), code == shown)
        for code, language in LANGUAGES.items()
    ]


def full_address(path: str | None = None) -> str:
    """Return an address for use outside of the site: of ``path``, or of the page that is shown."""
    if path is None:
        path = request.script_root + _path_shown()
    return f"{current_app.extensions['settings'].base_url}{path}"


def _path_in(language: str) -> str:
    """Return where the page that is shown is found in another language."""
    shown = request.environ.get(LANGUAGE_OF_REQUEST)
    root = request.script_root
    if shown:
        root = root.removesuffix(f"/{shown}")
    if language != SOURCE_LANGUAGE:
        root += f"/{language}"
    return root + _path_shown()


def _path_shown() -> str:
    """Return the path of the page that is shown, and which part of a list it is.

    Written as it came: a path such as `/\\elsewhere` would lead away from us. Whatever else
    stands in the query is none of ours.
    """
    part = request.args.get(PART_OF_LIST, "")
    query = f"?{PART_OF_LIST}={part}" if part.isdecimal() and part.isascii() else ""
    return quote(request.path) + query
