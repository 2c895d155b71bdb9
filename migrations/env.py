"""How migrations find the database: a connection handed over, or the application's own engine."""

from alembic import context
from flask import current_app
from sqlalchemy.engine import Connection

import prescribing.models  # noqa: F401 -- these fill the metadata
import stewardship.models  # noqa: F401 -- these fill the metadata
from core.db import Base


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,  # SQLite cannot alter a table in place
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with current_app.extensions["migrate"].db.engine.connect() as own:
        run(own)
        own.commit()
