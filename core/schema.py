"""The database's schema: an empty database is brought to the newest one, an older one is refused."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import func, inspect, select
from sqlalchemy.engine import Connection, Engine

from core.errors import DomainError

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
# Any number will do, as long as no other part of the program locks it.
SCHEMA_LOCK = 1


class OldSchemaError(DomainError):
    """The database is of another version than the program."""

    code = "old_schema"
    status = 503


def ensure_schema(engine: Engine) -> None:
    """Raises OldSchemaError, saying what to do, where the schema is neither the newest nor empty."""
    config = migration_config()
    with engine.connect() as connection:
        if _is_newest(connection, config):
            return
    with engine.begin() as connection:
        _wait_for_turn(connection)
        if not _is_newest(connection, config):
            upgrade(connection, config)


def _is_newest(connection: Connection, config: Config) -> bool:
    """Return False for an empty database. Raises OldSchemaError for any other schema."""
    script = ScriptDirectory.from_config(config)
    found = MigrationContext.configure(connection).get_current_revision()
    if found is None:
        if inspect(connection).get_table_names():
            raise OldSchemaError("The database holds tables that are not of this program.")
        return False
    if found not in {revision.revision for revision in script.walk_revisions()}:
        raise OldSchemaError("The database has a newer schema than this version of the program.")
    if found != script.get_current_head():
        raise OldSchemaError(
            "The database has an older schema. Run: .venv/bin/flask --app app db upgrade"
        )
    return True


def _wait_for_turn(connection: Connection) -> None:
    """Let one process at a time make the schema, and let it be made whole or not at all."""
    if connection.dialect.name == "sqlite":
        # Left to itself, the driver would begin no transaction for statements that make tables.
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(select(func.pg_advisory_xact_lock(SCHEMA_LOCK)))


def migration_config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def upgrade(connection: Connection, config: Config) -> None:
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
