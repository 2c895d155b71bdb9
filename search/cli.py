"""Commands for the text index: ``flask index rebuild`` and ``flask index check``."""

import click
from flask import current_app
from flask.cli import AppGroup

from core.db import db
from core.errors import DomainError
from core.schema import ensure_schema
from directory import queries
from search import upkeep
from search.index import IndexBusyError, OfferIndex
from web.commands import plainly

index = AppGroup("index", help="Rebuild what is derived from the database, or check it.")


class IndexIsBusyError(DomainError):
    """The text index cannot be written just now."""

    code = "index_is_busy"
    status = 503


class IndexDisagreesError(DomainError):
    """The text index is not what the database says."""

    code = "index_disagrees"


@index.command("rebuild")
@plainly
def rebuild() -> None:
    """Build the text index anew from the database."""
    ensure_schema(db.engine)
    vocabulary = queries.kept_vocabulary(db.session())
    try:
        upkeep.rebuild(_index(), db.session(), vocabulary)
    except IndexBusyError as error:
        raise IndexIsBusyError("The index is being written by another process.") from error
    click.echo(f"{len(_index().ids())} offers in the index.")


@index.command("check")
@plainly
def check() -> None:
    """Say whether the text index agrees with the database; exit 1 if not."""
    ensure_schema(db.engine)
    if not upkeep.agrees(_index(), db.session()):
        raise IndexDisagreesError(
            "The index does not agree with the database. Run: .venv/bin/flask --app app index rebuild"
        )
    click.echo("The index agrees with the database.")


def _index() -> OfferIndex:
    found: OfferIndex = current_app.extensions["offer_index"]
    return found
