"""The catalogue written back as offer files, so that what was loaded can be loaded again."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

import yaml
from sqlalchemy.orm import Session

from core.errors import DomainError
from directory import queries
from directory.entries import Entry, entry_of_offer, entry_of_organisation
from directory.offer_files import FORMAT

# Well under the largest file that is read back.
OFFERS_IN_ONE_FILE: Final = 500


class UnwritableFolderError(DomainError):
    """The catalogue cannot be written where it was asked for."""

    code = "unwritable_folder"


def write_offer_files(session: Session, folder: Path) -> tuple[int, int]:
    """Write all records to ``folder``; return how many organisations and offers.

    Raises UnwritableFolderError where there are other offer files already: left among the new
    ones, they would be loaded with them.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.glob("*.yaml")):
            raise UnwritableFolderError(f"{folder} already holds offer files.")
        organisations = [entry_of_organisation(one) for one in queries.every_organisation(session)]
        _write(folder / "organisations.yaml", "organisations", organisations)
        offers = (entry_of_offer(offer) for offer in queries.every_offer(session))
        written = 0
        for number, some in enumerate(_in_files(offers), start=1):
            _write(folder / f"offers-{number:05}.yaml", "offers", some)
            written += len(some)
    except OSError as error:
        raise UnwritableFolderError(f"{folder} cannot be written: {error.strerror}") from error
    return len(organisations), written


def _in_files(offers: Iterator[Entry]) -> Iterator[list[Entry]]:
    while some := list(islice(offers, OFFERS_IN_ONE_FILE)):
        yield some


def _write(file: Path, part: str, entries: Iterable[Entry]) -> None:
    document: dict[str, Any] = {"format": FORMAT, part: list(entries)}
    with file.open("w", encoding="utf-8") as stream:
        yaml.dump(document, stream, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


class _Dumper(yaml.CSafeDumper):
    """Writes equal values out twice instead of pointing at the first: aliases are not read back."""

    def ignore_aliases(self, data: Any) -> bool:
        return True
