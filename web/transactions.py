"""Commit once per request, in one place, and never while answering a GET or a refusal."""

from http import HTTPStatus

from flask import Flask, Response, request
from flask_sqlalchemy import SQLAlchemy

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def init_app(app: Flask, db: SQLAlchemy) -> None:
    @app.after_request
    def settle(response: Response) -> Response:
        refused = response.status_code >= HTTPStatus.BAD_REQUEST
        if request.method in SAFE_METHODS or refused:
            db.session.rollback()
        else:
            db.session.commit()
        return response
