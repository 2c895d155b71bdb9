"""The migrations make the tables that the models are written for, on both databases."""

import ast
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import inspect, text
from sqlalchemy.engine import Engine

from core.db import Base
from core.schema import MIGRATIONS, migration_config
from tests.support.commands import succeed
from tests.support.databases import on_both_databases


def differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        options = {"compare_type": True, "render_as_batch": True}
        context = MigrationContext.configure(connection, opts=options)
        return list(compare_metadata(context, Base.metadata))


def move(engine: Engine, direction: str, target: str) -> None:
    config: Config = migration_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        getattr(command, direction)(config, target)


@on_both_databases
def test_the_migrations_produce_the_models(engine: Engine) -> None:
    assert differences(engine) == []


@on_both_databases
def test_the_newest_goes_down_and_up_again(empty_engine: Engine) -> None:
    move(empty_engine, "upgrade", "head")
    move(empty_engine, "downgrade", "-1")
    below = differences(empty_engine)
    move(empty_engine, "upgrade", "head")

    assert below != []
    assert differences(empty_engine) == []


@on_both_databases
def test_all_of_them_go_down_and_up_again(empty_engine: Engine) -> None:
    move(empty_engine, "upgrade", "head")
    move(empty_engine, "downgrade", "base")
    left = inspect(empty_engine).get_table_names()
    move(empty_engine, "upgrade", "head")

    assert left == ["alembic_version"]
    assert differences(empty_engine) == []


@on_both_databases
def test_changes_are_counted_from_a_row_that_is_there_from_the_start(engine: Engine) -> None:
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT count(*) FROM change_counter")).scalar_one()

    assert rows == 1


def test_there_is_one_newest_migration() -> None:
    assert len(ScriptDirectory.from_config(migration_config()).get_heads()) == 1


@pytest.mark.parametrize(
    "file", sorted((MIGRATIONS / "versions").glob("*.py")), ids=lambda file: file.stem
)
def test_a_migration_says_what_it_is_for_and_goes_both_ways(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))

    assert ast.get_docstring(tree)
    functions = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert functions >= {"upgrade", "downgrade"}


def test_the_command_that_an_old_schema_names_exists(app: Flask) -> None:
    assert succeed(app, "db", "upgrade") == ""
