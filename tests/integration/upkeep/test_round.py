"""One task that fails harms no other, leaves nothing half done, and is logged without a word of anybody's."""

import logging
from collections.abc import Iterator
from datetime import datetime
from io import StringIO

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session, sessionmaker

from core.clock import now_in_utc
from core.events import Event, note_event
from upkeep.round import TASKS, Task, do_tasks
from web.logs import log

SECRET = "kari@example.org"  # noqa: S105 -- what must be in no log
NOW = now_in_utc()


@pytest.fixture
def logged() -> Iterator[StringIO]:
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    log.addHandler(handler)
    yield stream
    log.removeHandler(handler)


def does(name: str) -> Task:
    def work(session: Session, now: datetime) -> None:
        assert now == NOW
        note_event(session, actor="system", action=name, record="offer:klatrekveld")

    return Task(name, work)


def fails(session: Session, _now: datetime) -> None:
    note_event(session, actor="system", action="half", record="offer:klatrekveld")
    session.flush()
    raise ValueError(SECRET)


@pytest.mark.usefixtures("app")
def test_a_failing_task_is_undone_and_the_others_are_done(
    engine: Engine, session: Session, logged: StringIO
) -> None:
    tasks = (does("one"), Task("two", fails), does("three"))

    failed = do_tasks(sessionmaker(engine), NOW, tasks)

    assert failed == ["two"]
    assert list(session.scalars(select(Event.action).order_by(Event.id))) == ["one", "three"]
    assert "ValueError at test_round.py:" in logged.getvalue()
    assert SECRET not in logged.getvalue()


def test_what_has_not_begun_when_the_end_is_asked_for_waits(
    engine: Engine, session: Session
) -> None:
    def is_stopped() -> bool:
        with Session(engine) as other:
            return other.scalar(select(Event.id)) is not None

    do_tasks(sessionmaker(engine), NOW, (does("one"), does("two")), is_stopped=is_stopped)

    assert list(session.scalars(select(Event.action))) == ["one"]


def test_all_tasks_find_nothing_to_do_in_a_site_without_entries(app: Flask, engine: Engine) -> None:
    with app.app_context():
        assert do_tasks(sessionmaker(engine), NOW, TASKS) == []
    assert len({task.name for task in TASKS}) == len(TASKS)
