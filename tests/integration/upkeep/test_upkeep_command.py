"""``flask upkeep`` does one round, says what it did, names nobody, and may be started twice."""

from dataclasses import replace
from datetime import datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from core.mail_settings import MailServer
from core.one_at_a_time import one_at_a_time
from core.outbox import MailState, OutgoingMail, Written, queue_mail
from stewardship.flags import open_flags
from stewardship.models import FlagKind
from tests.support.commands import refused, succeed
from tests.support.databases import on_both_databases
from tests.support.factories import offer_entry, save
from tests.support.mail_server import mail_server
from upkeep import cli
from upkeep.round import Task


def queue(session: Session, key: str = "one", about: str | None = None) -> None:
    queue_mail(
        session,
        key=key,
        recipient=f"{key}@example.org",
        written=Written("Om oppføringen din", "Hei\n", "nb"),
        about=about,
    )


def queue_in_round(session: Session, _now: datetime) -> None:
    queue(session, "queued_in_round")


def fail(_session: Session, _now: datetime) -> None:
    raise ValueError("kari@example.org")


def only(monkeypatch: pytest.MonkeyPatch, *tasks: Task) -> None:
    monkeypatch.setattr(cli, "TASKS", tasks)


@on_both_databases
def test_what_waits_and_what_the_round_queues_go_out_in_the_same_round(
    app: Flask, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, Task("letters", queue_in_round))
    queue(session)
    session.commit()

    said = succeed(app, "upkeep")

    assert said == "2 mails sent, 0 put off, 0 given up.\n"
    messages = [
        message_from_bytes(file.read_bytes(), policy=default)
        for file in (tmp_path / "mail").glob("*.eml")
    ]
    assert {message["To"] for message in messages} == {
        "one@example.org",
        "queued_in_round@example.org",
    }
    assert {message["From"].addresses[0].addr_spec for message in messages} == {"hei@example.org"}
    assert {mail.state for mail in session.scalars(select(OutgoingMail))} == {MailState.SENT}


def test_a_task_that_fails_is_named_at_the_end_and_mail_goes_all_the_same(
    app: Flask, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, Task("links", fail), Task("letters", queue_in_round))

    result = app.test_cli_runner().invoke(args=["upkeep"])

    assert result.exit_code == 1
    assert result.stdout == "1 mails sent, 0 put off, 0 given up.\n"
    assert "Could not be done: links. The log says where it failed." in result.stderr
    assert "kari" not in result.output
    assert len(list((tmp_path / "mail").glob("*.eml"))) == 1


@on_both_databases
def test_a_second_start_leaves_the_work_to_the_first(
    app: Flask, engine: Engine, session: Session
) -> None:
    queue(session)
    session.commit()

    with one_at_a_time(engine, "tasks"):
        assert succeed(app, "upkeep") == "Another process is at it already.\n"

    with one_at_a_time(engine, "mail"):
        assert succeed(app, "upkeep") == "0 mails sent, 0 put off, 0 given up.\n"
    assert succeed(app, "upkeep") == "1 mails sent, 0 put off, 0 given up.\n"


@on_both_databases
def test_mail_that_comes_back_is_a_flag_for_a_moderator(app: Flask, session: Session) -> None:
    save(session, offer_entry())
    queue(session, "gone", about="offer:klatrekveld")
    queue(session, "unknown", about="offer:no-such-offer")
    queue(session, "nothing")
    session.commit()

    with mail_server() as house:
        house.answers = {f"{one}@example.org": "550 No" for one in ("gone", "unknown", "nothing")}
        settings = app.extensions["settings"]
        server = MailServer("127.0.0.1", house.port)
        app.extensions["settings"] = replace(settings, mail=replace(settings.mail, server=server))
        said = succeed(app, "upkeep")

    assert said == "0 mails sent, 0 put off, 3 given up.\n"
    (flag,) = open_flags(session, FlagKind.BOUNCED_MAIL)
    assert (flag.offer_id, flag.detail) == ("klatrekveld", "550")


def test_a_server_that_is_away_is_said_and_is_no_failure(
    app: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch)
    queue(session)
    session.commit()
    settings = app.extensions["settings"]
    nobody = MailServer("127.0.0.1", 1)
    app.extensions["settings"] = replace(settings, mail=replace(settings.mail, server=nobody))

    assert succeed(app, "upkeep") == (
        "0 mails sent, 1 put off, 0 given up. Nothing can be handed over now: no connection.\n"
    )


def test_an_older_schema_is_refused(app: Flask, session: Session) -> None:
    session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
    session.commit()

    assert refused(app, "upkeep") == [
        "The database has an older schema. Run: .venv/bin/flask --app app db upgrade"
    ]
