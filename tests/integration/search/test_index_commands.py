"""``flask index``: the text index built anew, and checked."""

from pathlib import Path
from shutil import rmtree

from flask import Flask
from sqlalchemy.orm import Session

from search.index import OfferIndex
from tests.support.commands import refused, succeed
from tests.support.factories import offer_entry, save

DISAGREES = (
    "The index does not agree with the database. Run: .venv/bin/flask --app app index rebuild"
)


def test_a_rebuilt_index_agrees(app: Flask, session: Session) -> None:
    save(session, offer_entry(id="one"), offer_entry(id="other"))

    assert succeed(app, "index", "rebuild") == "2 offers in the index.\n"
    assert succeed(app, "index", "check") == "The index agrees with the database.\n"


def test_a_change_that_the_index_has_not_seen_is_told(app: Flask, session: Session) -> None:
    save(session, offer_entry())
    succeed(app, "index", "rebuild")

    save(session, offer_entry(name="Nytt navn"))

    assert refused(app, "index", "check") == [DISAGREES]


def test_an_index_that_was_deleted_is_told_and_built_again(
    app: Flask, session: Session, tmp_path: Path
) -> None:
    save(session, offer_entry())
    succeed(app, "index", "rebuild")
    app.extensions["offer_index"].close()
    rmtree(tmp_path / "index")

    assert refused(app, "index", "check") == [DISAGREES]
    assert succeed(app, "index", "rebuild") == "1 offers in the index.\n"


def test_an_index_that_another_process_writes_is_told_in_plain_words(
    app: Flask, tmp_path: Path
) -> None:
    app.extensions["offer_index"] = OfferIndex(tmp_path / "index", patience=0.1)

    with OfferIndex(tmp_path / "index")._storage.writing():
        sentences = refused(app, "index", "rebuild")

    assert sentences == ["The index is being written by another process."]
