"""Adding a row that somebody else may be adding at the same moment: the database says who was first.

A savepoint would do where only PostgreSQL is meant. On SQLite the outermost savepoint, once it is
released, keeps what was written in it for good: a refusal that comes later takes nothing back.
"""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from core.db import Base


def add_once(session: Session, table: type[Base], **values: object) -> bool:
    """Add a row, unless there is one already where the table wants no second. Tells whether it was added."""
    session.flush()
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    insert = sqlite.insert if is_sqlite else postgresql.insert
    primary_key = list(table.__table__.primary_key)
    added = session.execute(
        insert(table).values(**values).on_conflict_do_nothing().returning(*primary_key)
    )
    return added.one_or_none() is not None
