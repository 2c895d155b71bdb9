"""Several writers at once: each waits for its turn, and numbers are seen in the order of commits."""

from concurrent.futures import ThreadPoolExecutor, wait
from threading import Barrier

from sqlalchemy import create_engine, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from core.schema import ensure_schema
from directory.actions import save_batch
from directory.changes import changed_since, newest_change, note_changes
from directory.models import Change
from directory.vocabulary_file import save_vocabulary
from tests.support.databases import on_both_databases, vocabulary
from tests.support.factories import batch, offer_entry, organisation_entry

pytestmark = on_both_databases
AT_ONCE = 4


def test_all_who_write_the_same_new_record_at_once_succeed(database_url: str) -> None:
    start = Barrier(AT_ONCE)

    def write(number: int) -> int:
        engine = create_engine(database_url)
        with Session(engine) as session:
            start.wait()
            written = save_batch(session, batch(organisation_entry(), offer_entry()))
            session.commit()
        engine.dispose()
        return written.offers

    with ThreadPoolExecutor(AT_ONCE) as writers:
        written = sorted(writers.map(write, range(AT_ONCE)))

    assert written == [0, 0, 0, 1]


def test_writers_at_once_leave_numbers_without_gaps(database_url: str, session: Session) -> None:
    first = newest_change(session)

    def write(number: int) -> None:
        engine = create_engine(database_url)
        with Session(engine) as own:
            save_batch(own, batch(organisation_entry(), offer_entry(id=f"offer-{number}")))
            own.commit()
        engine.dispose()

    with ThreadPoolExecutor(AT_ONCE) as writers:
        list(writers.map(write, range(12)))

    session.rollback()
    numbers = session.scalars(select(Change.number).where(Change.number > first)).all()
    assert sorted(numbers) == list(range(first + 1, first + 13))


def test_a_later_number_is_never_seen_before_an_earlier_one(
    database_url: str, session: Session
) -> None:
    first = newest_change(session)
    session.rollback()
    engine = create_engine(database_url)

    def write_later() -> int:
        with Session(engine) as later:
            number = note_changes(later, ["later"])
            later.commit()
            return number

    with Session(engine) as earlier, ThreadPoolExecutor(1) as other:
        number = note_changes(earlier, ["earlier"])
        waiting = other.submit(write_later)
        still_waiting = not wait([waiting], timeout=0.3).done
        seen_meanwhile = newest_change(session)
        earlier.commit()
        later_number = waiting.result(timeout=10)
    engine.dispose()
    session.rollback()

    assert still_waiting
    assert seen_meanwhile == first
    assert (number, later_number) == (first + 1, first + 2)
    assert changed_since(session, number) == {"later"}


def test_all_who_start_with_an_empty_database_at_once_succeed(empty_engine: Engine) -> None:
    start = Barrier(AT_ONCE)

    def begin(_number: int) -> bool:
        engine = create_engine(empty_engine.url)
        start.wait()
        ensure_schema(engine)
        with Session(engine) as session:
            was_new = save_vocabulary(session, vocabulary())
            session.commit()
        engine.dispose()
        return was_new

    with ThreadPoolExecutor(AT_ONCE) as beginners:
        were_new = sorted(beginners.map(begin, range(AT_ONCE)))

    assert were_new == [False, False, False, True]
