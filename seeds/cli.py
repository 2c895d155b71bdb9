"""Commands that load, make up and write out the catalogue: ``flask seeds …``."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup

from accounts.holding import organisations_held
from core.clock import now_in_norway
from core.db import db
from core.errors import DomainError
from core.schema import ensure_schema
from core.settings import Settings
from directory import actions, queries
from directory.export import write_offer_files
from directory.offer_files import Batch, read_offer_files
from directory.references import references_for
from directory.vocabulary import Vocabulary
from directory.vocabulary_file import read_vocabulary_file, save_vocabulary
from seeds.example.batch import example_batch
from web.commands import plainly

HERE = Path(__file__).resolve().parent
DOCUMENTED = HERE / "offers"
VOCABULARY = HERE / "vocabulary.yaml"
MOST_EXAMPLES = 1_000_000

seeds = AppGroup("seeds", help="Load, make up and write out the catalogue.")


class ExamplesRefusedError(DomainError):
    """Made-up offers have no place where people look for real ones."""

    code = "examples_refused"


@seeds.command("load")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@plainly
def load(path: Path | None) -> None:
    """Load an offer file, or all of a folder; without PATH the documented offers.

    A record takes the place of the one with its id. Any fault, and nothing at all is loaded. Of the
    documented offers, those that their own people hold are left as they are.
    """
    ensure_schema(db.engine)
    vocabulary = read_vocabulary_file(VOCABULARY)
    known = queries.organisation_ids(db.session())
    batch = read_offer_files(path or DOCUMENTED, references_for(vocabulary), known)
    read = _read(batch)
    left = 0 if path else _leave_to_their_own(batch, organisations_held(db.session()))
    written = _save(vocabulary, batch)
    click.echo(f"{read} read, {written} new or changed.{_left(left)}")


@seeds.command("example")
@click.option("--offers", default=2000, show_default=True, type=click.IntRange(1, MOST_EXAMPLES))
@click.option("--seed", default=1, show_default=True, help="Another number, another country.")
@plainly
def example(offers: int, seed: int) -> None:
    """Make up a country of offers for trying out and measuring. Every record says that it is made up."""
    settings: Settings = current_app.extensions["settings"]
    if settings.is_production:
        raise ExamplesRefusedError("Made-up offers are refused where ENV is production.")
    ensure_schema(db.engine)
    vocabulary = read_vocabulary_file(VOCABULARY)
    today = now_in_norway().date()
    batch = example_batch(offers, seed, vocabulary, references_for(vocabulary), today)
    written = _save(vocabulary, batch)
    click.echo(f"{_read(batch)} made up, {written} new or changed.")


@seeds.command("export")
@click.argument("path", type=click.Path(path_type=Path))
@plainly
def export(path: Path) -> None:
    """Write the catalogue back as offer files into the folder PATH."""
    if path == Path():
        raise click.UsageError("PATH is empty; name a folder.")
    ensure_schema(db.engine)
    organisations, offers = write_offer_files(db.session(), path)
    click.echo(f"{organisations} organisations and {offers} offers written to {path}.")


def _leave_to_their_own(batch: Batch, held: set[str]) -> int:
    """Take out of ``batch`` what somebody holds, who knows better than a document; return how many."""
    offers = [one.id for one in batch.offers.values() if one.organisation in held]
    for offer_id in offers:
        del batch.offers[offer_id]
    for organisation_id in held & batch.organisations.keys():
        del batch.organisations[organisation_id]
    return len(offers)


def _left(offers: int) -> str:
    return f" {offers} offers are held by their own people and stay as they are." if offers else ""


def _save(vocabulary: Vocabulary, batch: Batch) -> int:
    """Save both, since every record refers to the vocabulary; return how many records were written."""
    session = db.session()
    save_vocabulary(session, vocabulary)
    written = actions.save_batch(session, batch)
    session.commit()
    return written.organisations + written.offers


def _read(batch: Batch) -> str:
    return f"{len(batch.organisations)} organisations and {len(batch.offers)} offers"
