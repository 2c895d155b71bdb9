"""A request commits once, and only where it was no reading and no refusal."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.db import db
from directory.models import Organisation
from tests.support.client import PageClient


def add_view(app: Flask, method: str, status: int, name: str = "En forening") -> None:
    """Let an address of its own write an organisation and answer with ``status``."""

    def write() -> tuple[str, int]:
        db.session.add(Organisation(id="en-forening", name=name))
        if status < 500:
            db.session.flush()
        return "", status

    app.add_url_rule("/try", f"try_{method}", write, methods=[method])


def names(session: Session) -> list[str]:
    return list(session.scalars(select(Organisation.name)))


@pytest.mark.parametrize("status", [200, 204, 303])
def test_a_post_that_goes_well_is_kept(
    app: Flask, client: PageClient, session: Session, status: int
) -> None:
    add_view(app, "POST", status)

    client.post("/try")

    assert names(session) == ["En forening"]


@pytest.mark.parametrize("status", [400, 404, 422, 500])
def test_a_post_that_is_refused_leaves_nothing(
    app: Flask, client: PageClient, session: Session, status: int
) -> None:
    add_view(app, "POST", status)

    client.post("/try")

    assert names(session) == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_reading_never_writes(
    app: Flask, client: PageClient, session: Session, method: str
) -> None:
    add_view(app, method, 200)

    client.open("/try", method=method)

    assert names(session) == []


def test_a_commit_that_fails_is_a_500_and_leaves_nothing_new(
    app: Flask, client: PageClient, session: Session
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    session.add(Organisation(id="en-forening", name="Den første"))
    session.commit()
    app.add_url_rule("/try", "twice", add_again, methods=["POST"])

    answer = client.post("/try")

    session.rollback()
    assert answer.status_code == 500
    assert names(session) == ["Den første"]


def add_again() -> tuple[str, int]:
    db.session.add(Organisation(id="en-forening", name="Den andre"))
    return "", 204


def test_a_crash_leaves_nothing(app: Flask, client: PageClient, session: Session) -> None:
    def crash() -> str:
        db.session.add(Organisation(id="en-forening", name="En forening"))
        db.session.flush()
        raise ZeroDivisionError

    app.add_url_rule("/try", "crash", crash, methods=["POST"])

    assert client.post("/try").status_code == 500
    assert names(session) == []
