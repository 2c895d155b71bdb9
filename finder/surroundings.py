"""What lies near somebody, and how far away their wish is: counted, so that what is said of it is true.

An answer shows a few offers of many, so it does not tell by itself what was missing near by.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from matching.columns import Marks
from matching.ladder import look_anywhere
from matching.match import Prepared
from matching.person import Person
from matching.reach import reached, within_km
from matching.rows import Rows
from matching.rules import Rules, rules_for
from matching.wishes import Wishes

IN_THEIR_MUNICIPALITY = 1.0  # the share of an offer that serves the very place


@dataclass(frozen=True)
class Surroundings:
    """Whatever may be shown to ``person``, who has a position, within some kilometres or from home."""

    rows: Rows
    km: float

    @classmethod
    def within(cls, km: float, person: Person, prepared: Prepared) -> Self:
        wishes, rules = _asking(person, prepared)
        columns = prepared.day.columns
        rows = Rows(wishes, reached(columns, person, within_km(columns, person, km)))
        return cls(rows.pick(rules.allow(rows)), km)

    @property
    def offers(self) -> int:
        """How many offers there are, those from home included."""
        return len(np.unique(self.rows.offer))

    @property
    def offers_to_go_to(self) -> int:
        """How many offers one can go to there. What serves the municipality counts as near."""
        return len(np.unique(self.rows.offer[self._is_gone_to]))

    @property
    def wished_to_go_to(self) -> int:
        """How many of those meet an interest named."""
        is_wished = self._is_gone_to & _meets_the_wish(self.rows)
        return len(np.unique(self.rows.offer[is_wished]))

    @property
    def _is_gone_to(self) -> Marks:
        rows = self.rows
        is_there = rows.to_go_to & (rows.km <= self.km)
        comes_there = ~rows.from_home & (rows.served >= IN_THEIR_MUNICIPALITY)
        return is_there | comes_there

    @property
    def meets_the_wish(self) -> bool:
        """Whether any of the interests named is among it."""
        return bool(np.any(_meets_the_wish(self.rows)))

    @property
    def holds_the_words(self) -> bool:
        """Whether the words that were searched for are found in any of it."""
        ids, found = self.rows.columns.ids, self.rows.person.text_shares
        return any(ids[offer] in found for offer in np.unique(self.rows.offer).tolist())


def wish_is_met_anywhere(person: Person, prepared: Prepared) -> bool:
    """Tell whether anything at all that may be shown meets an interest named."""
    return bool(np.any(_meets_the_wish(look_anywhere(*_asking(person, prepared)))))


def nearest_wished_km(person: Person, prepared: Prepared) -> float | None:
    """Return how far away the nearest to go to is that meets an interest named; None: there is none."""
    anywhere = look_anywhere(*_asking(person, prepared))
    km = anywhere.km[_meets_the_wish(anywhere) & anywhere.to_go_to]
    return round(float(km.min()), 1) if len(km) else None


def _asking(person: Person, prepared: Prepared) -> tuple[Wishes, Rules]:
    return Wishes(prepared.day, person), rules_for(person, prepared.day)


def _meets_the_wish(rows: Rows) -> Marks:
    return rows.meets_interests | rows.meets_used_to_like
