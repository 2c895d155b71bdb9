"""Leading on to another page once something is done, by an answer that nothing on the way may keep."""

from http import HTTPStatus

from flask import redirect
from werkzeug.wrappers import Response as AnyResponse

from web.pages import keep_to_oneself


def go_on_to(address: str) -> AnyResponse:
    """Lead to an address which may hold a word or a question, so that it is kept by no cache."""
    response = redirect(address, HTTPStatus.SEE_OTHER)
    keep_to_oneself(response)
    return response
