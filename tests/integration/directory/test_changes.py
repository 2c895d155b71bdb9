"""The numbers of changes: where they begin, that there are no gaps, and whose they are."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from core.schema import ensure_schema
from directory import changes
from directory.changes import changed_since, newest_change, note_changes, was_given
from directory.models import Change
from tests.support.databases import on_both_databases

pytestmark = on_both_databases
MOMENT = datetime(2026, 11, 22, 20, 30, 15, 999_999, tzinfo=UTC)
SECONDS = 1795379415


@pytest.fixture
def empty(empty_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> Session:
    """A database with the schema and nothing in it, at a moment of our choice."""
    ensure_schema(empty_engine)
    monkeypatch.setattr(changes, "now_in_utc", lambda: MOMENT)
    return Session(empty_engine)


def test_an_empty_database_has_no_newest_change(empty: Session) -> None:
    with empty:
        assert newest_change(empty) == 0
        assert changed_since(empty, 0) == set()


def test_the_first_number_is_the_time_in_seconds_and_the_next_ones_follow(
    empty: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    with empty:
        first = note_changes(empty, ["a", "b"])
        monkeypatch.setattr(changes, "now_in_utc", lambda: MOMENT + timedelta(days=1))
        second = note_changes(empty, ["c", None])
        numbers = empty.scalars(select(Change.number).order_by(Change.number)).all()

    assert numbers == [SECONDS, SECONDS + 1, SECONDS + 2, SECONDS + 3]
    assert (first, second) == (SECONDS + 1, SECONDS + 3)


def test_noting_nothing_begins_no_count(empty: Session) -> None:
    with empty:
        assert note_changes(empty, []) == 0
        assert newest_change(empty) == 0


def test_a_number_can_be_as_great_as_any_time(
    empty: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = datetime(2900, 1, 1, tzinfo=UTC)
    monkeypatch.setattr(changes, "now_in_utc", lambda: far)

    with empty:
        assert note_changes(empty, ["a"]) == int(far.timestamp())


def test_a_database_knows_its_own_numbers(empty: Session) -> None:
    with empty:
        before = was_given(empty, 0)
        note_changes(empty, ["a", "b"])
        own = [was_given(empty, number) for number in (SECONDS, SECONDS + 1)]
        others = [was_given(empty, number) for number in (0, 1, SECONDS - 1, SECONDS + 2)]

    assert before
    assert own == [True, True]
    assert others == [False, False, False, False]
