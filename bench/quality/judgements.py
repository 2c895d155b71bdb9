"""The judged questions of queries.yaml, read and checked."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from directory.safe_yaml import UnreadableFileError, read_yaml

QUERIES: Final = Path(__file__).parent / "queries.yaml"
FORMAT: Final = "queries/1"
KINDS: Final = (
    "plain", "typo", "compound", "nynorsk", "english", "place", "age", "time", "need", "negation",
    "name", "sentence",
)  # fmt: skip
GRADES: Final = (1, 2, 3)  # worth showing, good, just what they asked for
MOST_RELEVANT: Final = 8
KEYS: Final = {"id", "text", "kinds", "holdout", "relevant"}


class FaultyJudgementsError(Exception):
    """The judgements cannot be measured by; the message is one sentence saying which and why."""


@dataclass(frozen=True)
class Query:
    """What somebody types. ``relevant``: grades by offer; ``is_held_out``: nobody tunes by it."""

    id: str
    text: str
    kinds: tuple[str, ...]
    is_held_out: bool
    relevant: Mapping[str, int]


@dataclass(frozen=True)
class Judgements:
    """All queries in the order of the file, asked on the day ``today``."""

    today: date
    queries: tuple[Query, ...]


def read_judgements(file: Path, offers: Collection[str]) -> Judgements:
    """Read and check the judgements. ``offers`` are the ids that may be relevant.

    Raises FaultyJudgementsError at the first fault.
    """
    try:
        document = read_yaml(file)
    except UnreadableFileError as error:
        raise FaultyJudgementsError(f"{file.name}: {error}.") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise FaultyJudgementsError(f"{file.name} does not say that its format is {FORMAT}.")
    today, entries = document.get("today"), document.get("queries")
    if not isinstance(today, date) or not isinstance(entries, list) or not entries:
        raise FaultyJudgementsError(f"{file.name} needs a date, today, and a list, queries.")
    queries = tuple(_query(number, entry, offers) for number, entry in enumerate(entries, start=1))
    _refuse_doubles(queries)
    return Judgements(today, queries)


def _query(number: int, entry: Any, offers: Collection[str]) -> Query:
    if not isinstance(entry, dict):
        raise FaultyJudgementsError(f"Query {number} is no map of keys and values.")
    for fault in _faults(entry, offers):
        raise FaultyJudgementsError(f"Query {entry.get('id', number)} {fault}.")
    return Query(
        id=entry["id"],
        text=entry["text"],
        kinds=tuple(entry["kinds"]),
        is_held_out=entry.get("holdout", False),
        relevant=entry["relevant"],
    )


def _faults(entry: Mapping[str, Any], offers: Collection[str]) -> Iterator[str]:
    yield from (f"has a key that is not known, {key}" for key in entry.keys() - KEYS)
    for key in ("id", "text"):
        if not isinstance(entry.get(key), str) or not entry[key].strip():
            yield f"has no {key}"
    if not isinstance(entry.get("holdout", False), bool):
        yield "says neither true nor false of holdout"
    kinds = entry.get("kinds")
    if not isinstance(kinds, list) or not kinds:
        yield "is of no kind"
    else:
        yield from (
            f"is of a kind that is not known, {kind}" for kind in kinds if kind not in KINDS
        )
    yield from _relevance_faults(entry.get("relevant"), offers)


def _relevance_faults(relevant: object, offers: Collection[str]) -> Iterator[str]:
    if not isinstance(relevant, dict) or not 0 < len(relevant) <= MOST_RELEVANT:
        yield f"needs 1 to {MOST_RELEVANT} relevant offers"
        return
    for offer, grade in relevant.items():
        if offer not in offers:
            yield f"names an offer that is not shown, {offer}"
        if isinstance(grade, bool) or grade not in GRADES:
            yield f"gives {offer} the grade {grade}, which is none of 1, 2, 3"


def _refuse_doubles(queries: tuple[Query, ...]) -> None:
    ids: set[str] = set()
    texts: set[str] = set()
    for query in queries:
        if query.id in ids or query.text in texts:
            raise FaultyJudgementsError(f"Query {query.id} or its text stands twice.")
        ids.add(query.id)
        texts.add(query.text)
