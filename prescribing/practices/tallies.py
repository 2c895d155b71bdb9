"""Counts added up: how many, how many sheets are left beside them, and whether that is enough to be told.

Pure arithmetic on rows of counts: it knows no table, no clock and no page.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple, Self, TypeVar

from core.withholding import FEWEST_SHOWN
from prescribing.choices import Counted
from prescribing.models import ANY_KIND

K = TypeVar("K")


class CountRow(NamedTuple):
    """One count, as ``PrescribingCount`` has it."""

    practice_id: int
    month: str
    municipality: str
    kind: str
    event: Counted
    number: int


class Tally(NamedTuple):
    """How many, and how many of the sheets made are left; ``left`` None for the sheets themselves."""

    number: int
    left: int | None

    @property
    def is_large(self) -> bool:
        return self.number >= FEWEST_SHOWN and (self.left is None or self.left >= FEWEST_SHOWN)

    @property
    def is_nothing(self) -> bool:
        return self.number == 0 and not self.left


@dataclass(frozen=True)
class Counts:
    """Rows of some months, and the event that is asked about."""

    rows: tuple[CountRow, ...]
    event: Counted

    @property
    def is_of_sheets(self) -> bool:
        return self.event is Counted.MADE

    def within(self, first: str, last: str) -> Self:
        rows = tuple(row for row in self.rows if first <= row.month <= last)
        return type(self)(rows, self.event)

    def tallies(self, key: Callable[[CountRow], K]) -> dict[K, Tally]:
        """Return a tally for each value of ``key``, kinds left aside."""
        numbers: dict[K, int] = {}
        made: dict[K, int] = {}
        for row in self.rows:
            if row.kind == ANY_KIND and row.event in {self.event, Counted.MADE}:
                of = numbers if row.event is self.event else made
                of[key(row)] = of.get(key(row), 0) + row.number
        return {
            one: Tally(
                numbers.get(one, 0),
                None if self.is_of_sheets else made.get(one, 0) - numbers.get(one, 0),
            )
            for one in sorted(numbers | made, key=str)
        }

    def of_practices(self) -> Collection[Tally]:
        return self.tallies(lambda row: row.practice_id).values()


def may_be_told(of_practices: Collection[Tally]) -> bool:
    """Tell whether a sum is large, and large or nothing without what any one practice has added."""
    whole = sum_of(of_practices)
    others = (_less(whole, own) for own in of_practices)
    return whole.is_large and all(rest.is_large or rest.is_nothing for rest in others)


def sum_of(tallies: Iterable[Tally]) -> Tally:
    of_all = list(tallies)
    is_of_sheets = any(one.left is None for one in of_all)
    left = None if is_of_sheets else sum(one.left or 0 for one in of_all)
    return Tally(sum(one.number for one in of_all), left)


def _less(whole: Tally, own: Tally) -> Tally:
    left = None if whole.left is None or own.left is None else whole.left - own.left
    return Tally(whole.number - own.number, left)
