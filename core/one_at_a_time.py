"""Work that one process at a time may do, held by something that is let go of when the process dies.

No row says "taken": after a crash it would say so for ever.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.engine import Engine

# Each piece of work has a number of its own, which no other lock of the program has.
LOCKS: Final = {"mail": 2, "tasks": 3}


@contextmanager
def one_at_a_time(engine: Engine, work: str) -> Iterator[bool]:
    """Yield whether the ``work`` is ours until the end; False, without waiting, where another has it."""
    held = _held_file if engine.dialect.name == "sqlite" else _held_in_database
    with held(engine, work) as is_ours:
        yield is_ours


@contextmanager
def _held_file(engine: Engine, work: str) -> Iterator[bool]:
    """Beside the database, since it is the database that two must not work on."""
    with Path(f"{engine.url.database}.{work}-lock").open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


@contextmanager
def _held_in_database(engine: Engine, work: str) -> Iterator[bool]:
    """By a connection that does nothing else. A transaction of its own would grow old with the work."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        is_ours = bool(connection.scalar(select(func.pg_try_advisory_lock(LOCKS[work]))))
        try:
            yield is_ours
        finally:
            if is_ours:
                connection.execute(select(func.pg_advisory_unlock(LOCKS[work])))
