"""Interests that somebody names in a field of their own, such as what they would rather not do."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from directory.vocabulary import Interest
from search.reading import Reader

BETWEEN: Final = re.compile(r"[,;/]")
JOINED: Final = re.compile(r"\s(?:og|eller|and|or)\s", re.IGNORECASE)


def interests_named(
    text: str, reader: Reader, interests: Mapping[str, Interest]
) -> tuple[list[str], list[str]]:
    """Return the interests that are named, each once, and the parts that name none."""
    labels = {
        label.casefold(): one.id for one in interests.values() for label in one.labels.values()
    }
    found: dict[str, None] = {}
    unknown = []
    for part in _parts(text, labels):
        named = _named(part, labels, reader)
        found.update(dict.fromkeys(named))
        if not named:
            unknown.append(part)
    return list(found), unknown


def _parts(text: str, labels: Mapping[str, str]) -> Iterator[str]:
    """Yield what stands between commas, and what «og» joins unless it is one name: «Ro og pusterom»."""
    for part in filter(None, (one.strip() for one in BETWEEN.split(text))):
        if part.casefold() in labels:
            yield part
        else:
            yield from filter(None, (one.strip() for one in JOINED.split(part)))


def _named(part: str, labels: Mapping[str, str], reader: Reader) -> tuple[str, ...]:
    label = labels.get(part.casefold())
    if label is not None:
        return (label,)
    reading = reader.read(part)
    # "Ikke fotball" in the field for what one does not want means football all the same.
    return (*reading.interests, *reading.not_this)
