"""The text index follows the database, change by change, or anew where it has to."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from directory.changes import newest_change
from directory.queries import kept_vocabulary
from directory.vocabulary import Vocabulary
from directory.vocabulary_file import save_vocabulary
from search.index import IndexBusyError, OfferIndex, OfferText
from search.storage import Storage
from search.upkeep import agrees, bring_up_to_date, rebuild
from tests.support.databases import vocabulary
from tests.support.factories import offer_entry, save


@pytest.fixture
def index(tmp_path: Path) -> Iterator[OfferIndex]:
    index = OfferIndex(tmp_path / "index")
    yield index
    index.close()


def catch_up(index: OfferIndex, session: Session) -> None:
    bring_up_to_date(index, session, kept_vocabulary(session), newest_change(session))


def found(index: OfferIndex, text: str) -> list[str]:
    return [hit.offer for hit in index.search(text)]


def test_an_index_that_is_not_there_is_built(index: OfferIndex, session: Session) -> None:
    save(session, offer_entry())

    catch_up(index, session)

    assert agrees(index, session)
    assert found(index, "klatrekveld") == ["klatrekveld"]


def test_what_is_new_changed_or_gone_is_followed(index: OfferIndex, session: Session) -> None:
    save(session, offer_entry(id="changed"), offer_entry(id="gone"), offer_entry(id="same"))
    catch_up(index, session)

    save(session, offer_entry(id="changed", name="Korøvelse"))
    save(session, offer_entry(id="gone", status="paused"), offer_entry(id="new", name="Sjakk"))
    outdated = not agrees(index, session)
    catch_up(index, session)

    assert outdated
    assert agrees(index, session)
    assert index.ids() == {"changed", "same", "new"}
    assert found(index, "korøvelse")[0] == "changed"
    assert found(index, "sjakk") == ["new"]


@pytest.mark.parametrize("status", ["paused", "ended"])
def test_only_what_is_published_is_in_the_index(
    index: OfferIndex, session: Session, status: str
) -> None:
    save(session, offer_entry(id="shown"), offer_entry(id="not-shown", status=status))

    catch_up(index, session)

    assert index.ids() == {"shown"}


def test_a_renamed_organisation_is_found_by_its_new_name(
    index: OfferIndex, session: Session
) -> None:
    save(session, {"id": "en-forening", "name": "Gamlenavnet"}, offer_entry())
    catch_up(index, session)

    save(session, {"id": "en-forening", "name": "Nykalt"})
    catch_up(index, session)

    assert found(index, "nykalt") == ["klatrekveld"]
    assert found(index, "gamlenavnet") == []


def test_a_new_word_for_an_interest_finds_its_offers(index: OfferIndex, session: Session) -> None:
    save(session, offer_entry())
    catch_up(index, session)
    words = vocabulary()
    climbing = replace(words.interests["climbing"], synonyms={"nb": ("kravling",)})

    save_vocabulary(session, Vocabulary({**words.interests, "climbing": climbing}, words.effects))
    session.commit()
    catch_up(index, session)

    assert found(index, "kravling") == ["klatrekveld"]


def test_an_index_of_a_later_database_is_built_anew(index: OfferIndex, session: Session) -> None:
    save(session, offer_entry())
    index.rebuild([], newest_change(session) + 100)

    catch_up(index, session)

    assert agrees(index, session)
    assert index.ids() == {"klatrekveld"}


def test_an_index_of_an_earlier_database_is_built_anew(index: OfferIndex, session: Session) -> None:
    save(session, offer_entry())
    index.rebuild([OfferText("of-another-database", name="Kor")], newest_change(session) - 100)

    catch_up(index, session)

    assert agrees(index, session)
    assert index.ids() == {"klatrekveld"}


def test_a_worn_index_is_built_anew(
    index: OfferIndex, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("search.index.MOST_CHANGES", 2)
    worn = []
    for name in ("Kor", "Tur", "Sjakk", "Dans"):
        save(session, offer_entry(name=name))
        catch_up(index, session)
        worn.append(index.is_worn)

    assert worn == [False, False, True, False]
    assert agrees(index, session)
    assert found(index, "dans") == ["klatrekveld"]


def test_of_threads_that_find_the_index_old_one_writes_it(
    index: OfferIndex, session: Session, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(session, offer_entry())
    words, number = kept_vocabulary(session), newest_change(session)
    written: list[int] = []
    start = Barrier(4)

    def write_fresh(storage: Storage, offers: Iterable[OfferText], number: int) -> None:
        written.append(number)
        unhindered(storage, offers, number)

    def ask(_: int) -> list[str]:
        with Session(engine) as own:
            start.wait()
            bring_up_to_date(index, own, words, number)
        return found(index, "klatrekveld")

    unhindered = Storage.write_fresh
    monkeypatch.setattr(Storage, "write_fresh", write_fresh)
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(ask, range(4)))

    assert answers == [["klatrekveld"]] * 4
    assert written == [number]


@pytest.mark.parametrize("is_there_already", [True, False])
def test_of_processes_that_find_the_index_old_one_writes_it(
    tmp_path: Path, session: Session, monkeypatch: pytest.MonkeyPatch, is_there_already: bool
) -> None:
    ours, theirs = (OfferIndex(tmp_path / "index") for _ in range(2))
    save(session, offer_entry())
    if is_there_already:
        catch_up(ours, session)
    save(session, offer_entry(id="new"))

    @contextmanager
    def after_the_other(storage: Storage) -> Iterator[None]:
        # While we wait for the lock, another process writes and lets go of it.
        monkeypatch.undo()
        rebuild(theirs, session, vocabulary())
        written.append(pointer(tmp_path))
        with storage.writing():
            yield

    written: list[str] = []
    monkeypatch.setattr(Storage, "writing", after_the_other)
    catch_up(ours, session)

    assert written == [pointer(tmp_path)]
    assert agrees(ours, session)
    for index in (ours, theirs):
        index.close()


def pointer(folder: Path) -> str:
    file = folder / "index" / "current.json"
    return f"{file.read_text()} {file.stat().st_ino}"


def test_an_index_that_agrees_is_left_alone(index: OfferIndex, session: Session) -> None:
    save(session, offer_entry())
    rebuild(index, session, vocabulary())
    files = sorted(file.name for file in index._storage.folder.rglob("*"))

    catch_up(index, session)

    assert sorted(file.name for file in index._storage.folder.rglob("*")) == files


def test_an_index_that_another_process_has_brought_further_is_left_alone(
    index: OfferIndex, session: Session
) -> None:
    save(session, offer_entry())
    rebuild(index, session, vocabulary())
    files = sorted(file.name for file in index._storage.folder.rglob("*"))

    bring_up_to_date(index, session, vocabulary(), newest_change(session) - 1)

    assert sorted(file.name for file in index._storage.folder.rglob("*")) == files


def test_an_older_index_answers_while_another_process_writes(
    tmp_path: Path, session: Session
) -> None:
    index = OfferIndex(tmp_path / "index", patience=0.1)
    save(session, offer_entry())
    catch_up(index, session)
    save(session, offer_entry(id="new"))

    with OfferIndex(tmp_path / "index")._storage.writing():
        catch_up(index, session)
        meanwhile = index.ids()
    catch_up(index, session)

    assert meanwhile == {"klatrekveld"}
    assert index.ids() == {"klatrekveld", "new"}
    index.close()


def test_no_index_at_all_cannot_answer_while_another_process_writes(
    tmp_path: Path, session: Session
) -> None:
    index = OfferIndex(tmp_path / "index", patience=0.1)

    with OfferIndex(tmp_path / "index")._storage.writing(), pytest.raises(IndexBusyError):
        catch_up(index, session)
