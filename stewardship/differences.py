"""What differs between versions of an entry, and how two changes to the same one come together.

An entry is compared leaf by leaf: ``access.drop_in``, ``summary.nb``, ``cost.per_time``. A list (the
times, the contacts) is one leaf, since half of one and half of another is nobody's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from directory.entries import Entry

Leaves = dict[str, Any]
MAPS: Final = ("summary", "first_visit", "age", "cost", "access")
UNTOLD: Final = None
"""What a leaf is that only the other version has: nobody has told it."""


@dataclass(frozen=True)
class Difference:
    """One leaf that is not the same; None where it is not told."""

    key: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Conflict:
    """One leaf that two people have changed, each in their own way."""

    key: str
    base: Any
    theirs: Any
    mine: Any


@dataclass(frozen=True)
class Merge:
    """``entry`` holds every change that only one has made, and of conflicts what is there now (theirs)."""

    entry: Entry
    conflicts: tuple[Conflict, ...]


def leaves_of(entry: Mapping[str, Any]) -> Leaves:
    found: Leaves = {}
    for key, value in entry.items():
        if key in MAPS and isinstance(value, Mapping):
            found |= {
                f"{key}.{inner}": leaf for inner, leaf in _flat(value).items() if leaf is not UNTOLD
            }
        elif value is not UNTOLD:
            found[key] = value
    return found


def entry_of_leaves(leaves: Leaves) -> Entry:
    entry: Entry = {}
    for key, value in leaves.items():
        if value is UNTOLD:
            continue
        *above, last = key.split(".")
        place = entry
        for step in above:
            place = place.setdefault(step, {})
        place[last] = value
    return entry


def differences(before: Entry, after: Entry) -> tuple[Difference, ...]:
    """Return every leaf that differs, in the order of ``after``; what is gone stands last."""
    old, new = leaves_of(before), leaves_of(after)
    keys = [*new, *(key for key in old if key not in new)]
    return tuple(
        Difference(key, old.get(key), new.get(key)) for key in keys if old.get(key) != new.get(key)
    )


def merge(base: Entry, theirs: Entry, mine: Entry) -> Merge:
    """Return both changes to ``base`` as one, and where they cannot be one."""
    first, other, own = leaves_of(base), leaves_of(theirs), leaves_of(mine)
    merged: Leaves = {}
    conflicts: list[Conflict] = []
    for key in dict.fromkeys([*other, *own, *first]):
        was, they, me = first.get(key), other.get(key), own.get(key)
        if they == was:
            merged[key] = me
        else:
            merged[key] = they
            if me not in (was, they):
                conflicts.append(Conflict(key, was, they, me))
    return Merge(entry_of_leaves(merged), tuple(conflicts))


def _flat(value: Mapping[str, Any], above: str = "") -> Leaves:
    found: Leaves = {}
    for key, inner in value.items():
        if isinstance(inner, Mapping):
            found |= _flat(inner, f"{above}{key}.")
        else:
            found[f"{above}{key}"] = inner
    return found
