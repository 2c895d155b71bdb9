"""What happens when files are missing, damaged, of another version, or written by several at once."""

import json
import multiprocessing
import random
import threading
import zlib
from collections.abc import Iterator
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from whoosh.reading import SegmentReader

from search import storage
from search.index import IndexBusyError, IndexMissingError, OfferIndex, OfferText

KOR = OfferText("kor", name="Koret Nattergal", interest_words=("synge",))
TUR = OfferText("tur", name="Turgruppa")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    index = OfferIndex(tmp_path / "index")
    index.rebuild([KOR, TUR], 5)
    index.close()
    return tmp_path / "index"


def files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def test_another_object_reads_what_one_has_written(folder: Path) -> None:
    index = OfferIndex(folder)

    assert (index.number, index.ids()) == (5, {"kor", "tur"})
    index.close()


def test_an_open_index_sees_what_another_writes(folder: Path) -> None:
    reading, writing = OfferIndex(folder), OfferIndex(folder)
    assert reading.search("nattergal") != []

    writing.update([], ["kor"], 6)
    after_update = (reading.number, reading.search("nattergal"))
    writing.rebuild([KOR], 7)
    after_rebuild = (reading.number, [hit.offer for hit in reading.search("nattergal")])
    reading.close()

    assert after_update == (6, [])
    assert after_rebuild == (7, ["kor"])


def test_readers_keep_the_old_index_until_the_new_one_is_whole(folder: Path) -> None:
    reading = OfferIndex(folder)
    seen = []

    def offers() -> Iterator[OfferText]:
        yield OfferText("ny", name="Sjakk")
        seen.append((reading.number, reading.ids()))

    OfferIndex(folder).rebuild(offers(), 6)

    assert seen == [(5, {"kor", "tur"})]
    assert (reading.number, reading.ids()) == (6, {"ny"})
    reading.close()


def test_a_rebuild_that_fails_leaves_the_old_index(folder: Path) -> None:
    index = OfferIndex(folder)

    def offers() -> Iterator[OfferText]:
        yield OfferText("ny", name="Sjakk")
        raise ConnectionError("the database went away")

    with pytest.raises(ConnectionError):
        index.rebuild(offers(), 6)

    assert (index.number, index.ids()) == (5, {"kor", "tur"})
    index.close()


def test_old_folders_are_cleared_away(folder: Path) -> None:
    index = OfferIndex(folder)

    for number in range(6, 12):
        index.rebuild([KOR], number)

    assert index.number == 11
    assert len([entry for entry in folder.iterdir() if entry.is_dir()]) == 2
    index.close()


def test_an_index_of_another_schema_version_is_to_be_rebuilt(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "SCHEMA_VERSION", storage.SCHEMA_VERSION + 1)
    index = OfferIndex(folder)

    assert index.number is None
    with pytest.raises(IndexMissingError):
        index.update([KOR], [], 6)

    index.rebuild([KOR], 6)

    assert (index.number, index.ids()) == (6, {"kor"})
    index.close()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "null",
        '{"schema": 1}',
        '{"schema": 1, "folder": 3, "number": 5}',
        '{"schema": 1, "folder": "../1", "number": 5}',
        '{"schema": 1, "folder": "99", "number": 5}',
        '{"schema": 1, "folder": "1", "number": "5"}',
        "\udcff",
    ],
)
def test_a_damaged_pointer_means_no_number(folder: Path, content: str) -> None:
    (folder / "current.json").write_text(content, "utf-8", errors="surrogateescape")
    index = OfferIndex(folder)

    assert index.number is None
    with pytest.raises(IndexMissingError):
        index.ids()

    index.rebuild([TUR], 6)

    assert (index.number, index.ids()) == (6, {"tur"})
    index.close()


# When it meets a damaged file, Whoosh leaves the others it has opened to the garbage collector.
left_open = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try damaged files again at once: nobody else writes."""
    monkeypatch.setattr("search.index._PAUSE_SECONDS", 0)


@left_open
@pytest.mark.usefixtures("no_waiting")
def test_each_file_cut_short_or_gone_is_found_out_or_harmless(folder: Path) -> None:
    names = [path.relative_to(folder) for path in files(folder) if path.stat().st_size > 0]
    contents = {name: (folder / name).read_bytes() for name in names}

    for name in names:
        for keep in (0, len(contents[name]) // 2, None):
            if keep is None:
                (folder / name).unlink()
            else:
                (folder / name).write_bytes(contents[name][:keep])
            _try_out(folder)
            (folder / name).write_bytes(contents[name])

    index = OfferIndex(folder)
    assert index.number == 5
    index.close()


@left_open
@pytest.mark.usefixtures("no_waiting")
def test_chance_bytes_are_found_out_or_harmless(folder: Path) -> None:
    chance = random.Random(7)
    names = [path for path in files(folder) if path.stat().st_size > 0]

    for _ in range(40):
        path = chance.choice(names)
        content = path.read_bytes()
        damaged = bytearray(content)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)
        _try_out(folder)
        path.write_bytes(content)


def _try_out(folder: Path) -> None:
    """Ask a possibly damaged index everything; only IndexMissingError may come of it."""
    index = OfferIndex(folder)
    try:
        index.ids()
        index.search("koret synger")
        index.did_you_mean("nattergall")
    except IndexMissingError:
        assert index.number is None
    finally:
        index.close()


def test_an_index_found_damaged_while_searching_has_no_number_until_it_is_rebuilt(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = OfferIndex(folder)
    assert index.number == 5

    with monkeypatch.context() as patch:
        patch.setattr(SegmentReader, "postings", _damaged)
        with pytest.raises(IndexMissingError):
            index.search("kor")
    number_then = index.number
    index.rebuild([KOR], 6)

    assert number_then is None
    assert (index.number, [hit.offer for hit in index.search("kor")]) == (6, ["kor"])
    index.close()


def _damaged(*_: object, **__: object) -> None:
    raise zlib.error("incorrect header check")


def test_one_writer_at_a_time(folder: Path) -> None:
    first, second = OfferIndex(folder), OfferIndex(folder, patience=0.1)

    def offers() -> Iterator[OfferText]:
        with pytest.raises(IndexBusyError, match="another process"):
            second.update([KOR], [], 7)
        yield KOR

    first.rebuild(offers(), 6)
    second.update([TUR], [], 7)

    assert (first.number, first.ids()) == (7, {"kor", "tur"})
    first.close()


def test_a_writer_waits_for_the_other(folder: Path) -> None:
    first, second = OfferIndex(folder), OfferIndex(folder, patience=10)
    writing = threading.Event()

    def offers() -> Iterator[OfferText]:
        writing.set()
        yield KOR

    thread = threading.Thread(target=first.rebuild, args=(offers(), 6))
    thread.start()
    writing.wait(10)
    second.update([TUR], [], 7)
    thread.join()

    assert second.number == 7
    assert second.ids() == {"kor", "tur"}
    second.close()


def test_a_lock_left_by_a_dead_process_is_no_lock(folder: Path) -> None:
    (folder / "WRITE").write_bytes(b"")

    index = OfferIndex(folder, patience=0.1)
    index.update([], ["kor"], 6)

    assert index.ids() == {"tur"}
    index.close()


def test_threads_share_one_index(folder: Path) -> None:
    index = OfferIndex(folder)
    answers: list[list[str]] = []

    def ask() -> None:
        answers.extend(
            sorted(hit.offer for hit in index.search("nattergal turgruppa")) for _ in range(50)
        )

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    index.close()

    assert len(answers) == 200
    assert all(answer == ["kor", "tur"] for answer in answers)


def _ask_until(folder: Path, stop: Event, faults: "multiprocessing.Queue[str]") -> None:
    index = OfferIndex(folder)
    while not stop.is_set():
        try:
            if [hit.offer for hit in index.search("nattergal")] != ["kor"]:
                faults.put("the offer that never changes was not found")
        except IndexMissingError as error:
            faults.put(str(error))
    faults.put("done")


def test_other_processes_always_find_while_one_writes(folder: Path) -> None:
    context = multiprocessing.get_context("spawn")
    stop, faults = context.Event(), context.Queue()
    readers = [context.Process(target=_ask_until, args=(folder, stop, faults)) for _ in range(2)]
    for reader in readers:
        reader.start()
    index = OfferIndex(folder)

    try:
        for number in range(6, 36):
            if number % 10 == 0:
                index.rebuild([KOR, TUR], number)
            else:
                index.update([OfferText("tur", name=f"Tur {number}")], [], number)
    finally:
        stop.set()
    told = [faults.get(timeout=30) for _ in readers]
    for reader in readers:
        reader.join(30)

    assert told == ["done", "done"]
    assert json.loads((folder / "current.json").read_text())["number"] == 35
    index.close()
