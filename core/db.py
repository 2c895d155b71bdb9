"""The one database object, the base of all models, and how a connection is set up."""

from contextlib import suppress
from datetime import UTC, date, datetime
from enum import StrEnum
from sqlite3 import Connection as SQLiteConnection
from sqlite3 import OperationalError as SQLiteOperationalError
from typing import Any, ClassVar

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, Date, DateTime, Dialect, Enum, MetaData, TypeDecorator, event
from sqlalchemy.engine import Engine
from sqlalchemy.orm import DeclarativeBase

# Predictable names: a broken constraint is traced back to a field by its name.
CONSTRAINT_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
# Readers go on while one writes. Kept in the file, so setting it once would do.
SQLITE_JOURNAL = "PRAGMA journal_mode=WAL"
SQLITE_SETTINGS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=10000",
    "PRAGMA synchronous=NORMAL",
    # What is forgotten is written over, so that it is not found in the file either.
    "PRAGMA secure_delete=ON",
)


class MomentInUTC(TypeDecorator[datetime]):
    """An aware moment. SQLite keeps no zone, so what comes back from it is told to be UTC, which it is."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


type_map: dict[Any, Any] = {
    datetime: MomentInUTC(),
    date: Date(),
    # Stored as the word of the offer file, in plain text, so that every database reads the same.
    StrEnum: Enum(
        StrEnum,
        native_enum=False,
        length=40,
        values_callable=lambda choices: [choice.value for choice in choices],
    ),
    dict[str, Any]: JSON(none_as_null=True),
    dict[str, str]: JSON(none_as_null=True),
    list[str]: JSON(none_as_null=True),
    list[dict[str, Any]]: JSON(none_as_null=True),
}


class Base(DeclarativeBase):
    """What every table of ours is made from."""

    metadata = MetaData(naming_convention=CONSTRAINT_NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = type_map


db = SQLAlchemy(metadata=Base.metadata)


@event.listens_for(Engine, "connect")
def _set_up_sqlite(connection: object, _record: object) -> None:
    if isinstance(connection, SQLiteConnection):
        for setting in SQLITE_SETTINGS:
            connection.execute(setting)
        # Refused at once while another process uses a new file: then that one is setting it.
        with suppress(SQLiteOperationalError):
            connection.execute(SQLITE_JOURNAL)
