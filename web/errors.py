"""Turn failures into pages for people and into one JSON shape for programs."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException, InternalServerError

from core.errors import DomainError, FaultsError
from web.logs import log_crash
from web.pages import Page


@dataclass(frozen=True)
class ErrorPage(Page):
    """What went wrong, what one can do now, and help that works when we do not.

    It asks nothing of the database, which may be what failed.
    """

    template: ClassVar[str] = "errors/any.html"
    is_private: ClassVar[bool] = True

    status: int


def init_app(app: Flask) -> None:
    app.register_error_handler(DomainError, show_domain_error)
    app.register_error_handler(HTTPException, show_http_error)
    app.register_error_handler(Exception, show_crash)


def show_domain_error(error: DomainError) -> Response:
    return _answer(error.status, error.code, str(error), faults_of(error))


def show_http_error(error: HTTPException) -> Response:
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    response = _answer(status, error.name.lower().replace(" ", "_"), error.description or "")
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            response.headers[name] = value
    return response


def show_crash(error: Exception) -> Response:
    """Answer for a failure nobody foresaw: logged by its kind and place, never by its values."""
    log_crash(error)
    crash = InternalServerError()
    return _answer(500, "internal_server_error", crash.description)


def faults_of(error: DomainError) -> list[str]:
    return error.faults if isinstance(error, FaultsError) else []


def wants_json() -> bool:
    return request.path.startswith("/api/")


def _answer(status: int, code: str, detail: str, faults: list[str] | None = None) -> Response:
    if not wants_json():
        return ErrorPage(status).respond(status)
    body: dict[str, object] = {"ok": False, "status": status, "code": code, "detail": detail}
    if faults:
        body["faults"] = faults
    response = jsonify(body)
    response.status_code = status
    return response
