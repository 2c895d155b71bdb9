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
from itertools import islice
from pathlib import Path
from typing import Any

from whoosh import fields, formats
from whoosh import index as whoosh_index
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.filetables import FileFormatError
from whoosh.util.filelock import try_for

from search.analysis import Analysed, OfferText, analyse

# Grows with every change of the keys, weights or fields; an index of another number is not read.
SCHEMA_VERSION = 1

OFFER, KEYS, SPELLING = "offer", "keys", "spelling"
_POINTER = "current.json"
_LOCK = "WRITE"
# Whoosh writes faster from memory, about 60 kB an offer; so many at a time keeps that below 300 MB.
_OFFERS_AT_A_TIME = 4000
_MEGABYTES = 1024

# What Whoosh lets through when a file is missing, cut short or overwritten. It unpickles its table
# of contents, and a pickle of chance bytes can raise nearly anything.
_DAMAGE: tuple[type[BaseException], ...] = (
    OSError, EOFError, LookupError, ValueError, TypeError, AttributeError, ImportError, NameError,
    ArithmeticError, MemoryError, AssertionError, struct.error, zlib.error, pickle.UnpicklingError,
    whoosh_index.IndexError, FileFormatError,
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


class WeightedTerms(fields.FieldType):
    """A field whose value is already a mapping of terms to weights."""

    def __init__(self) -> None:
        super().__init__(format=formats.Existence(), analyzer=None)

    def index(
        self, value: Mapping[str, float], **_: Any
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        for term, weight in value.items():
            yield term.encode(), 1, weight, b""


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
        words: set[str] = set()
        remaining = iter(offers)
        while some := _analysed(islice(remaining, _OFFERS_AT_A_TIME)):
            words |= _words(some)
            _write(index, some)
        _write(index, {}, words)
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
        changed = _analysed(offers)
        _write(index, changed, _words(changed), replaced=(*removed, *changed))
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
    return fields.Schema(
        **{
            OFFER: fields.ID(unique=True, sortable=True),
            KEYS: WeightedTerms(),
            SPELLING: WeightedTerms(),
        }
    )


def _analysed(offers: Iterable[OfferText]) -> dict[str, Analysed]:
    return {offer.id: analyse(offer) for offer in offers}


def _words(analysed: Mapping[str, Analysed]) -> set[str]:
    return set().union(*(each.words for each in analysed.values()))


def _write(
    index: Any,
    analysed: Mapping[str, Analysed],
    words: Iterable[str] = (),
    replaced: Iterable[str] = (),
) -> None:
    """Write one segment in place of the ``replaced`` offers, and commit it.

    ``words`` go into a record that belongs to no offer, and so outlives each of them.
    """
    with damage_told():
        writer = index.writer(limitmb=_MEGABYTES)
        try:
            for offer in replaced:
                writer.delete_by_term(OFFER, offer)
            for offer, each in analysed.items():
                writer.add_document(**{OFFER: offer, KEYS: each.keys})
            # With an id, if an empty one: Whoosh counts wrong over segments without any.
            writer.add_document(**{OFFER: "", SPELLING: dict.fromkeys(words, 1.0)})
        except BaseException:
            writer.cancel()
            raise
        writer.commit()
