"""A database that is empty, old, or no database at all, met by a command."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from sqlite3 import connect

from flask import Flask

from app import create_app
from core.db import db
from core.settings import Settings
from tests.support.commands import refused, succeed


@contextmanager
def app_with(settings: Settings, database_url: str) -> Iterator[Flask]:
    app = create_app(replace(settings, database_url=database_url))
    yield app
    with app.app_context():
        db.engine.dispose()


def change(file: Path, statement: str) -> None:
    with closing(connect(file)) as connection, connection:
        connection.execute(statement)


def test_an_empty_database_is_brought_to_the_newest_schema(
    settings: Settings, tmp_path: Path
) -> None:
    with app_with(settings, f"sqlite:///{tmp_path / 'new.sqlite'}") as app:
        said = succeed(app, "seeds", "load")

    assert said == "50 organisations and 76 offers read, 126 new or changed.\n"


def test_a_newer_schema_is_refused(app: Flask, tmp_path: Path) -> None:
    change(tmp_path / "site.sqlite", "UPDATE alembic_version SET version_num = '9999'")

    assert refused(app, "seeds", "load") == [
        "The database has a newer schema than this version of the program."
    ]


def test_a_file_that_is_no_database_is_refused_in_plain_words(
    settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not a database\n" * 100)

    with app_with(settings, f"sqlite:///{file}") as app:
        assert refused(app, "seeds", "load") == ["The database refuses: file is not a database"]


def test_a_server_that_is_not_there_is_told_in_plain_words(
    settings: Settings, tmp_path: Path
) -> None:
    url = f"postgresql+psycopg://site@/site?host={tmp_path}"

    with app_with(settings, url) as app:
        (sentence,) = refused(app, "seeds", "load")

    assert sentence.startswith("The database refuses: connection")
