"""Offer files read from disk: every fault of every file is found before anything is taken in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from core.errors import FaultsError
from core.memory import collection_paused
from directory.fault_words import LONGEST_QUOTE, faults_of, one_line
from directory.fields import IDENTIFIER, LONGEST_IDENTIFIER
from directory.offer_file import OfferRecord, OrganisationRecord
from directory.references import References
from directory.safe_yaml import UnreadableFileError, read_yaml

FORMAT = "offers/1"
MOST_OFFERS = 20_000

R = TypeVar("R", OrganisationRecord, OfferRecord)


class OfferFileError(FaultsError):
    """Offer files have faults; nothing of them was taken in."""

    code = "faulty_offer_file"


@dataclass
class Batch:
    """Records to be written together, by id."""

    organisations: dict[str, OrganisationRecord] = field(default_factory=dict)
    offers: dict[str, OfferRecord] = field(default_factory=dict)


def read_offer_files(path: Path, references: References, organisations: Iterable[str]) -> Batch:
    """Read one offer file, or every ``*.yaml`` of a folder in name order.

    ``organisations`` are the ids that are known already, so that an offer may name them.
    Raises OfferFileError with one sentence for each fault.
    """
    try:
        files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    except OSError as error:
        raise OfferFileError([f"{path.name[:40]}: cannot be opened: {error.strerror}"]) from error
    reader = _Reader(references)
    with collection_paused():
        for file in files:
            reader.read(file)
    if not files:
        reader.faults.append(f"{path}: holds no offer file (*.yaml)")
    reader.check_organisations(set(organisations))
    if reader.faults:
        raise OfferFileError(reader.faults)
    return reader.batch


class _Reader:
    def __init__(self, references: References) -> None:
        self.references = references
        self.batch = Batch()
        self.faults: list[str] = []
        self._tried_organisations: set[str] = set()
        self._named_organisations: list[tuple[str, str]] = []

    def read(self, file: Path) -> None:
        try:
            document = read_yaml(file)
        except UnreadableFileError as error:
            self.faults.append(f"{file.name}: {error}")
            return
        if not isinstance(document, dict):
            self.faults.append(f"{file.name}: is no offer file; it begins with format: {FORMAT}")
            return
        self._check_head(file.name, document)
        self._read_part(file.name, "organisation", document, OrganisationRecord)
        self._read_part(file.name, "offer", document, OfferRecord)

    def _check_head(self, file: str, document: dict[Any, Any]) -> None:
        if document.get("format") != FORMAT:
            found = one_line(repr(document.get("format")), LONGEST_QUOTE)
            self.faults.append(f"{file}: format is {found}, not {FORMAT!r}")
        for key in document:
            if key not in {"format", "organisations", "offers"}:
                self.faults.append(
                    f"{file}: {one_line(str(key), LONGEST_QUOTE)}: is no key of the format"
                )

    def _read_part(self, file: str, kind: str, document: dict[Any, Any], record: type[R]) -> None:
        entries = document.get(f"{kind}s")
        if entries is None:
            return
        if not isinstance(entries, list):
            self.faults.append(f"{file}: {kind}s: is no list")
            return
        if len(entries) > MOST_OFFERS:
            self.faults.append(
                f"{file}: {kind}s: has {len(entries)} entries, {MOST_OFFERS} are allowed"
            )
            return
        for number, entry in enumerate(entries):
            self._read_record(file, kind, number, entry, record)

    def _read_record(
        self, file: str, kind: str, number: int, entry: object, record: type[R]
    ) -> None:
        name = _identifier(entry, "id") or f"number {number + 1}"
        where = f"{file}: {kind} {name}"
        organisation = _identifier(entry, "organisation")
        if kind == "organisation":
            self._tried_organisations.add(name)
        elif organisation is not None:
            self._named_organisations.append((where, organisation))
        try:
            read = record.model_validate(entry, context=self.references)
        except ValidationError as error:
            self.faults.extend(f"{where}: {fault}" for fault in faults_of(error))
            return
        kept: dict[str, Any] = getattr(self.batch, f"{kind}s")
        if read.id in kept:
            self.faults.append(f"{where}: id: stands twice")
        kept[read.id] = read

    def check_organisations(self, known: set[str]) -> None:
        """Offers may name an organisation of another file, so this waits until all are read."""
        known = known | self._tried_organisations
        for where, organisation in self._named_organisations:
            if organisation not in known:
                self.faults.append(f"{where}: organisation: {organisation} is not known")


def _identifier(entry: object, key: str) -> str | None:
    """Return what ``entry`` says under ``key``, None where that is no id at all."""
    value = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(value, str) or len(value) > LONGEST_IDENTIFIER:
        return None
    return value if re.fullmatch(IDENTIFIER, value) else None
