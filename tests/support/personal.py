"""What somebody might type about a patient, and how to find it again wherever it may have gone."""

import json
from collections.abc import Iterator
from hashlib import md5, sha1, sha256
from html import escape
from pathlib import Path
from typing import Final
from urllib.parse import quote, quote_plus

from sqlalchemy import MetaData, select
from sqlalchemy.orm import Session

# By what each is; all are made up, and occur nowhere else in the tests or in the site.
PERSONAL: Final = {
    "name": "Torbjørg Fuzzemann",
    "national number": "17037612348",
    "number of who has no national one": "57037612342",
    "birth date": "17.03.1976",
    "birth date of a form": "1976-03-17",
    "telephone": "+47 917 36 482",
    "address": "Fuzzeveien 17B, 7014 Trondheim",
    "diagnosis": "F10.2 alkoholavhengighet",
    "e-mail": "torbjorg.fuzzemann@example.net",
    "note": "Hun er redd for faren sin",
}
ALL_AT_ONCE: Final = ", ".join(PERSONAL.values())
# The parts by which each is known again. A town by itself is a choice from a list, and tells of nobody.
TELLING: Final = (
    *(
        "Torbjørg",
        "Torbjorg",
        "Fuzzemann",
        "17037612348",
        "57037612342",
        "17.03.1976",
        "1976-03-17",
    ),
    *("17. mars 1976", "917 36 482", "91736482", "Fuzzeveien", "F10.2"),
    *("alkoholavhengighet", "redd for faren"),
)
# Who asked leaves as little behind as what they typed.
CALLERS: Final = "2001:db8:"
HEADERS: Final = {
    "Referer": f"https://journal.example/{quote(PERSONAL['name'])}?fnr={PERSONAL['national number']}",
    "User-Agent": f"EPJ/{PERSONAL['national number']}",
    "Accept-Language": PERSONAL["diagnosis"],
    "X-Forwarded-For": PERSONAL["national number"],
    "X-Patient": quote(PERSONAL["name"]),
    "X-Request-Id": PERSONAL["national number"],
}


def found_in(text: str) -> list[str]:
    """Return what of it stands in ``text``, in whatever way it is written there."""
    small = text.lower()
    return [
        telling
        for telling in (*TELLING, CALLERS)
        if any(one.lower() in small for one in _ways_to_write(telling))
    ]


def _ways_to_write(words: str) -> Iterator[str]:
    yield from (words, escape(words), quote(words), quote_plus(words), json.dumps(words)[1:-1])


def digests() -> frozenset[str]:
    """Return what is left of each where somebody thought that a digest of it says nothing."""
    values = {*PERSONAL.values(), *TELLING, ALL_AT_ONCE}
    return frozenset(
        make(value.encode()).hexdigest() for value in values for make in (md5, sha1, sha256)
    )


def found_in_database(session: Session) -> Iterator[str]:
    """Yield where in the tables anything of it stands: every column of every row is looked at."""
    session.rollback()
    there = MetaData()
    there.reflect(session.connection())
    hashed = digests()
    for table in there.sorted_tables:
        for row in session.execute(select(table)).mappings():
            for column, value in row.items():
                words = f"{value} {json.dumps(value, ensure_ascii=False, default=str)}"
                told = found_in(words) + [one for one in hashed if one in words]
                yield from (f"{table.name}.{column} holds {one}" for one in told)


def found_in_files(folder: Path) -> Iterator[str]:
    """Yield where in the files of a folder anything of it stands, in their names or inside."""
    for file in (one for one in sorted(folder.rglob("*")) if one.is_file()):
        inside = file.read_bytes().decode("utf-8", errors="replace")
        for one in found_in(f"{file.relative_to(folder)}\n{inside}"):
            yield f"{file.relative_to(folder)} holds {one}"
