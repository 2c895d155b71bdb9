"""The text index follows the database, change by change, or anew where it has to."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from directory.changes import newest_change
from directory.queries import kept_vocabulary
from directory.vocabulary import Vocabulary
from directory.vocabulary_file import save_vocabulary
from search.index import IndexBusyError, OfferIndex
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
