"""The catalogue written back as offer files, so that what was loaded can be loaded again."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import yaml
from sqlalchemy.orm import Session

from core.errors import DomainError
from directory import queries
from directory.entries import Entry, entry_of_offer, entry_of_organisation
from directory.offer_files import FORMAT

# Both well under what is read back.
MOST_IN_ONE_FILE: Final = 5_000
FULL_FILE_BYTES: Final = 2_000_000


class UnwritableFolderError(DomainError):
    """The catalogue cannot be written where it was asked for."""

    code = "unwritable_folder"


def write_offer_files(session: Session, folder: Path) -> tuple[int, int]:
    """Write all records to ``folder``; return how many organisations and offers.

    Raises UnwritableFolderError where there are other offer files already: left among the new
    ones, they would be loaded with them.
    """
    organisations = (entry_of_organisation(one) for one in queries.every_organisation(session))
    offers = (entry_of_offer(offer) for offer in queries.every_offer(session))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.glob("*.yaml")):
            raise UnwritableFolderError(f"{folder} already holds offer files.")
        return _write(folder, "organisations", organisations), _write(folder, "offers", offers)
    except OSError as error:
        raise UnwritableFolderError(f"{folder} cannot be written: {error.strerror}") from error


def _write(folder: Path, part: str, entries: Iterable[Entry]) -> int:
    written = 0
    for number, texts in enumerate(_in_files(entries), start=1):
        file = folder / f"{part}-{number:05}.yaml"
        file.write_text(f"format: {FORMAT}\n{part}:\n{''.join(texts)}", encoding="utf-8")
        written += len(texts)
    return written


def _in_files(entries: Iterable[Entry]) -> Iterator[list[str]]:
    """Yield the entries of one file at a time, each as the item of a list in YAML."""
    texts: list[str] = []
    size = 0
    for entry in entries:
        texts.append(_as_yaml([entry]))
        size += len(texts[-1].encode())
        if size > FULL_FILE_BYTES or len(texts) == MOST_IN_ONE_FILE:
            yield texts
            texts, size = [], 0
    yield texts  # also where there are none: what was written from nothing can be loaded too


def _as_yaml(value: list[Entry]) -> str:
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return text


class _Dumper(yaml.CSafeDumper):
    """Writes equal values out twice instead of pointing at the first: aliases are not read back."""

    def ignore_aliases(self, data: Any) -> bool:
        return True
