"""What was loaded can be written out and loaded again, and is then the same catalogue."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import create_engine
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from directory.actions import Written, save_batch
from directory.entries import Entry, entry_of_offer, entry_of_organisation
from directory.export import FULL_FILE_BYTES, UnwritableFolderError, write_offer_files
from directory.offer_files import Batch, read_offer_files
from directory.queries import every_offer, every_organisation
from tests.support.databases import ROOT, PostgreSQL, SQLiteFiles, on_both_databases, references
from tests.support.entries import catalogues
from tests.support.factories import batch, offer_entry, organisation_entry, save

SEEDS = ROOT / "seeds" / "offers"


def everything(session: Session) -> list[Entry]:
    organisations = [entry_of_organisation(one) for one in every_organisation(session)]
    return organisations + [entry_of_offer(one) for one in every_offer(session)]


def read(folder: Path) -> Batch:
    return read_offer_files(folder, references(), ())


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """One database for many examples; each leaves it as it was."""
    if request.param == "sqlite":
        files: SQLiteFiles = request.getfixturevalue("sqlite_files")
        engine = create_engine(files.copy(tmp_path_factory.mktemp("shared")))
    else:
        server: PostgreSQL = request.getfixturevalue("postgresql_server")
        engine = create_engine(server.prepared())
    yield engine
    engine.dispose()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(catalogues())
def test_any_catalogue_survives_being_written_out(
    shared_engine: Engine, entries: list[Entry]
) -> None:
    with TemporaryDirectory() as folder:
        with Session(shared_engine) as session:
            save_batch(session, batch(*entries))
            kept = everything(session)
            again = save_batch(session, batch(*entries))
            write_offer_files(session, Path(folder))
            session.rollback()
        with Session(shared_engine) as session:
            save_batch(session, read(Path(folder)))
            found = everything(session)
            session.rollback()

    assert again == Written(0, 0)
    assert found == kept


@on_both_databases
def test_the_documented_offers_survive_being_written_out(engine: Engine, tmp_path: Path) -> None:
    with Session(engine) as session:
        save_batch(session, read(SEEDS))
        kept = everything(session)
        write_offer_files(session, tmp_path / "out")
        session.rollback()
    with Session(engine) as session:
        save_batch(session, read(tmp_path / "out"))

        assert everything(session) == kept


def test_what_was_written_from_nothing_can_be_loaded(session: Session, tmp_path: Path) -> None:
    assert write_offer_files(session, tmp_path / "out") == (0, 0)

    assert read(tmp_path / "out") == Batch()


def test_long_texts_make_more_files_and_none_too_large(session: Session, tmp_path: Path) -> None:
    long = dict.fromkeys(("nb", "nn", "en", "se", "uk", "pl", "ar", "so"), "å" * 4000)
    offers = [offer_entry(id=f"offer-{n}", summary=long, first_visit=long) for n in range(60)]
    save(session, *offers)

    organisations, written = write_offer_files(session, tmp_path / "out")

    sizes = [file.stat().st_size for file in (tmp_path / "out").iterdir()]
    assert (organisations, written) == (1, 60)
    assert len(sizes) > 3
    assert max(sizes) < FULL_FILE_BYTES + 200_000
    assert len(read(tmp_path / "out").offers) == 60


def test_nothing_is_written_among_other_offer_files(session: Session, tmp_path: Path) -> None:
    save(session, organisation_entry())
    (tmp_path / "mine.yaml").write_text("format: offers/1")

    with pytest.raises(UnwritableFolderError):
        write_offer_files(session, tmp_path)

    assert [file.name for file in tmp_path.glob("*.yaml")] == ["mine.yaml"]


def test_a_folder_that_cannot_be_made_is_told(session: Session, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(UnwritableFolderError, match="cannot be written: Not a directory"):
        write_offer_files(session, tmp_path / "file" / "out")
