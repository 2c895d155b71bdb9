"""Versions of an entry side by side, and one whole entry, field by field and in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from directory.entries import Entry
from stewardship.differences import differences, leaves_of
from stewardship.wording.field_words import difference_in_words, field_name, language_of_field

# The id is an address, and who stands behind is said at the top of each page.
SAID_ELSEWHERE: Final = ("id", "organisation")
WITH_ADDRESS: Final = "schedules"


@dataclass(frozen=True)
class Row:
    """One field. ``before`` is None where only one version is shown.

    ``language`` is that of the words where it is not the page's. ``is_hidden`` marks what holds an
    address that nobody else sees.
    """

    name: str
    before: str | None
    after: str
    language: str | None = None
    is_hidden: bool = False


@dataclass(frozen=True)
class Side:
    """One version: its words, and whether its address is for stewards and moderators alone."""

    words: Entry
    hides_address: bool = False


def rows_between(before: Side, after: Side) -> tuple[Row, ...]:
    """Return every field that is not the same in both, whether the address is hidden among them."""
    found = [
        Row(
            field_name(one.key),
            difference_in_words(one.key, one.before),
            difference_in_words(one.key, one.after),
            language_of_field(one.key),
            one.key == WITH_ADDRESS and (before.hides_address or after.hides_address),
        )
        for one in differences(before.words, after.words)
    ]
    if before.hides_address != after.hides_address:
        was, becomes = (
            difference_in_words("hides_address", one.hides_address) for one in (before, after)
        )
        found.append(Row(field_name("hides_address"), was, becomes))
    return tuple(found)


def rows_of(side: Side) -> tuple[Row, ...]:
    """Return all that is told in one version."""
    return tuple(
        Row(
            field_name(key),
            None,
            difference_in_words(key, value),
            language_of_field(key),
            key == WITH_ADDRESS and side.hides_address,
        )
        for key, value in leaves_of(side.words).items()
        if key not in SAID_ELSEWHERE
    )


def rows_beside(left: Side, right: Side) -> tuple[Row, ...]:
    """Return what is not the same in two different offers."""
    ours, theirs = leaves_of(left.words), leaves_of(right.words)
    return tuple(
        Row(
            field_name(key),
            difference_in_words(key, ours.get(key)),
            difference_in_words(key, theirs.get(key)),
            language_of_field(key),
            key == WITH_ADDRESS and (left.hides_address or right.hides_address),
        )
        for key in _in_order(ours, theirs)
        if ours.get(key) != theirs.get(key)
    )


def _in_order(*sides: Iterable[str]) -> list[str]:
    keys = dict.fromkeys(key for side in sides for key in side)
    return [key for key in keys if key not in SAID_ELSEWHERE]
