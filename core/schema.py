"""The database's schema: an empty database is brought to the newest one, an older one is refused."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect
from sqlalchemy.engine import Connection, Engine

from core.errors import DomainError

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


class OldSchemaError(DomainError):
    """The database is of another version than the program."""

    code = "old_schema"
    status = 503


def ensure_schema(engine: Engine) -> None:
    """Raises OldSchemaError, naming the command to run, where the schema is not the newest."""
    config = migration_config()
    with engine.begin() as connection:
        found = MigrationContext.configure(connection).get_current_revision()
        if found == ScriptDirectory.from_config(config).get_current_head():
            return
        if found is not None or inspect(connection).get_table_names():
            raise OldSchemaError(
                "The database has an older schema. Run: .venv/bin/flask --app app db upgrade"
            )
        upgrade(connection, config)


def migration_config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def upgrade(connection: Connection, config: Config) -> None:
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
