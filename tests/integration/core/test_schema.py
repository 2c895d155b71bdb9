"""The schema is made whole or not at all, and another one is refused with what to do."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.engine import Engine

from core import schema
from core.schema import OldSchemaError, ensure_schema
from tests.support.databases import on_both_databases

pytestmark = on_both_databases
NEXT = """
revision = "9999"
down_revision = "{newest}"
branch_labels = depends_on = None


def upgrade() -> None:
    {step}
"""


@pytest.fixture
def add_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let the program have one more migration, which does what is given."""

    def add(step: str) -> None:
        copytree(schema.MIGRATIONS, tmp_path / "migrations")
        versions = tmp_path / "migrations" / "versions"
        newest = max(file.name for file in versions.glob("0*.py"))[:4]
        (versions / "9999.py").write_text(NEXT.format(newest=newest, step=step))
        monkeypatch.setattr(schema, "MIGRATIONS", tmp_path / "migrations")

    return add


def tables(engine: Engine) -> list[str]:
    return inspect(engine).get_table_names()


def test_the_newest_schema_is_left_as_it_is(engine: Engine) -> None:
    before = tables(engine)

    ensure_schema(engine)

    assert tables(engine) == before


def test_an_older_schema_is_refused_with_the_command_to_run(
    engine: Engine, add_migration: Callable[[str], None]
) -> None:
    add_migration("pass")

    with pytest.raises(OldSchemaError, match=r"older schema\. Run: .*flask --app app db upgrade"):
        ensure_schema(engine)


def test_a_newer_schema_is_refused(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('9999')"))

    with pytest.raises(OldSchemaError, match="newer schema"):
        ensure_schema(empty_engine)


def test_tables_of_another_program_are_left_alone(empty_engine: Engine) -> None:
    with empty_engine.begin() as connection:
        connection.execute(text("CREATE TABLE offer (id VARCHAR(120))"))

    with pytest.raises(OldSchemaError, match="not of this program"):
        ensure_schema(empty_engine)
    assert tables(empty_engine) == ["offer"]


def test_a_schema_that_fails_half_way_leaves_nothing(
    empty_engine: Engine, add_migration: Callable[[str], None]
) -> None:
    add_migration("raise ZeroDivisionError")

    with pytest.raises(ZeroDivisionError):
        ensure_schema(empty_engine)

    assert tables(empty_engine) == []
