"""Where the index lies on disk: fresh folders swapped in whole, one writer at a time."""

# mypy: disallow-subclassing-any=false
# Whoosh comes without types in some of its forks, so its classes are Any to the checker.

import json
import os
import pickle
import shutil
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from whoosh import fields, formats
from whoosh import index as whoosh_index
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.filetables import FileFormatError
from whoosh.reading import CorruptIndexError
from whoosh.util.filelock import try_for
from whoosh.writing import MERGE_SMALL

from search.analysis import OfferText
from search.bundles import Bundle, bundles, changed_bundle

# Grows with every change of the keys, weights or fields; an index of another number is not read.
SCHEMA_VERSION = 3

# The fields of a record, which is a bundle.
TURN, OFFERS, GONE, KEYS, WORDS = "turn", "offers", "gone", "keys", "words"
_POINTER = "current.json"
_LOCK = "WRITE"
# Whoosh writes faster from memory; it needs about 1 kB an offer.
_MEGABYTES = 1024

# What Whoosh lets through when a file is missing, cut short or overwritten. It unpickles its table
# of contents, and a pickle of chance bytes can raise nearly anything.
_DAMAGE: tuple[type[BaseException], ...] = (
    OSError, EOFError, LookupError, ValueError, TypeError, AttributeError, ImportError, NameError,
    ArithmeticError, MemoryError, AssertionError, struct.error, zlib.error, pickle.UnpicklingError,
    whoosh_index.IndexError, FileFormatError, CorruptIndexError,
)  # fmt: skip


class IndexMissingError(Exception):
    """There is no index that can be read; it has to be rebuilt."""


class IndexBusyError(Exception):
    """Another process is writing the index, and went on for longer than we wait."""


@contextmanager
def damage_told() -> Iterator[None]:
    """Turn whatever Whoosh raises on damaged files into IndexMissingError.

    Only for calls into Whoosh: a fault of our own must not pass for a damaged file.
    """
    try:
        yield
    except _DAMAGE as error:
        raise IndexMissingError("the index is damaged; rebuild it") from error


class Postings(fields.FieldType):
    """A field whose value is a mapping of terms to what is kept beside them."""

    def __init__(self, kept: formats.Format) -> None:
        super().__init__(format=kept, analyzer=None)

    def index(
        self, value: Mapping[str, bytes], **_: Any
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        for term, postings in value.items():
            yield term.encode(), 1, 1.0, postings


@dataclass(frozen=True)
class Pointer:
    """Which folder holds the index, and the last change it agrees with."""

    schema: int
    folder: str
    number: int


class Storage:
    """The folder of an index: `current.json` and the folder it points to.

    Args:
        folder: Made when first written to.
        patience: Seconds to wait for another writer.
    """

    def __init__(self, folder: Path, patience: float) -> None:
        self.folder = folder
        self._patience = patience

    def pointer(self) -> Pointer | None:
        """Return what is current, or None if nothing readable of our schema version is."""
        try:
            told = json.loads((self.folder / _POINTER).read_text("utf-8"))
        except (OSError, ValueError):
            return None
        match told:
            case {"schema": schema, "folder": str(folder), "number": int(number)}:
                # A folder of ours is a bare number, so a damaged name leads nowhere else.
                ours = schema == SCHEMA_VERSION and folder.isdecimal()
                return Pointer(SCHEMA_VERSION, folder, number) if ours else None
        return None

    def stamp(self) -> tuple[int, int] | None:
        """Return what changes with every write, or None where nothing was ever written."""
        try:
            status = (self.folder / _POINTER).stat()
        except OSError:
            return None
        return status.st_ino, status.st_mtime_ns

    def open(self) -> Any:
        """Return a Whoosh reader of what is current. Raises IndexMissingError."""
        index = self._opened(self._some_pointer())
        with damage_told():
            return index.reader()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the lock of the whole folder. Raises IndexBusyError when it cannot be had."""
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileStorage(str(self.folder)).lock(_LOCK)
        if not try_for(lock.acquire, timeout=self._patience, delay=0.05):
            raise IndexBusyError(f"the index in {self.folder} is being written by another process")
        try:
            yield
        finally:
            lock.release()

    def write_fresh(self, offers: Iterable[OfferText], number: int) -> None:
        """Write a new folder with ``offers`` and point to it; readers keep theirs until then."""
        name = self._unused_name()
        (self.folder / name).mkdir()
        index = whoosh_index.create_in(str(self.folder / name), _schema())
        _write(index, bundles(offers))
        self._point_to(Pointer(SCHEMA_VERSION, name, number))

    def write_changes(
        self, offers: Iterable[OfferText], removed: Iterable[str], number: int
    ) -> None:
        """Write ``offers`` in place of what they were and take out ``removed``.

        The number is written after the offers. A process that dies between the two leaves an
        older number with newer offers: the same changes are then written again, to no harm.
        Raises IndexMissingError.
        """
        pointer = self._some_pointer()
        index = self._opened(pointer)
        _write(index, [changed_bundle(_last_turn(index) + 1, offers, removed)])
        self._point_to(Pointer(SCHEMA_VERSION, pointer.folder, number))

    def _some_pointer(self) -> Pointer:
        pointer = self.pointer()
        if pointer is None:
            raise IndexMissingError(f"there is no index of this version in {self.folder}")
        return pointer

    def _opened(self, pointer: Pointer) -> Any:
        with damage_told():
            return whoosh_index.open_dir(str(self.folder / pointer.folder))

    def _unused_name(self) -> str:
        taken = [int(entry.name) for entry in self.folder.iterdir() if entry.name.isdecimal()]
        return str(max(taken, default=0) + 1)

    def _point_to(self, pointer: Pointer) -> None:
        before = self.pointer()
        waiting = self.folder / f"{_POINTER}.new"
        waiting.write_text(json.dumps(asdict(pointer)), "utf-8")
        os.replace(waiting, self.folder / _POINTER)
        # The folder that was current a moment ago may just be being opened by someone.
        kept = {pointer.folder, before.folder if before else ""}
        for entry in self.folder.iterdir():
            if entry.name.isdecimal() and entry.name not in kept:
                shutil.rmtree(entry, ignore_errors=True)


def _schema() -> Any:
    stored = dict.fromkeys((TURN, OFFERS, GONE), fields.STORED())
    # A bare Format keeps the bytes just as they are.
    keys, words = Postings(formats.Format()), Postings(formats.Existence())
    return fields.Schema(**stored, **{KEYS: keys, WORDS: words})


def _last_turn(index: Any) -> int:
    with damage_told(), index.reader() as reader:
        return max(record[TURN] for record in reader.all_stored_fields())


def _write(index: Any, records: Iterable[Bundle]) -> None:
    """Write ``records`` as one segment and commit it."""
    with damage_told():
        writer = index.writer(limitmb=_MEGABYTES)
    try:
        for bundle in records:
            _add(writer, bundle)
    except BaseException:
        writer.cancel()
        raise
    with damage_told():
        writer.commit(mergetype=_joined)


def _add(writer: Any, bundle: Bundle) -> None:
    record = {
        TURN: bundle.turn,
        OFFERS: bundle.offers,
        GONE: bundle.gone,
        KEYS: bundle.postings,
        WORDS: dict.fromkeys(bundle.words, b""),
    }
    with damage_told():
        writer.add_document(**record)


def _joined(writer: Any, segments: list[Any]) -> list[Any]:
    """Let Whoosh join the segments of changes as it sees fit, and leave the great first one alone."""
    return [*segments[:1], *MERGE_SMALL(writer, segments[1:])]
