"""Typed pages: what a template receives is declared next to the view that fills it."""

from dataclasses import dataclass, fields
from http import HTTPStatus
from typing import ClassVar, Final

from flask import Response, make_response, render_template
from werkzeug.wrappers import Response as AnyResponse

NOT_TO_BE_LISTED: Final = "noindex, nofollow"


@dataclass(frozen=True)
class Page:
    """Base of every page. Subclasses name their template and list its variables."""

    template: ClassVar[str]
    # A page that says something about its visitor is kept by no cache and no search engine.
    is_private: ClassVar[bool] = False
    # What a search engine may do with a private page that somebody has shown it the way to.
    robots: ClassVar[str] = NOT_TO_BE_LISTED

    def render(self) -> str:
        return render_template(
            self.template, **{field.name: getattr(self, field.name) for field in fields(self)}
        )

    def respond(self, status: int = HTTPStatus.OK) -> Response:
        response = make_response(self.render(), status)
        if self.is_private:
            keep_to_oneself(response, self.robots)
        else:
            response.headers["Cache-Control"] = "private, no-cache"
        return response


def keep_to_oneself(response: AnyResponse, robots: str = NOT_TO_BE_LISTED) -> None:
    """Ask browsers and what lies between not to keep an answer, and searchers not to list it."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = robots
