"""Counting up in a row of a table: the database adds, so that two who count at once are both counted."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from core.db import Base


def count_up(session: Session, table: type[Base], **key: object) -> None:
    """Add one to ``count`` of the row whose whole primary key is ``key``; a new row begins with one."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    insert = sqlite.insert if is_sqlite else postgresql.insert
    counted = insert(table).values(**key, count=1)
    session.execute(
        counted.on_conflict_do_update(
            index_elements=list(table.__table__.primary_key),
            set_={"count": table.__table__.c.count + 1},
        )
    )
