"""Variety among the first few: more than one kind, a group of peers, and no organisation over and over.

DESIGN 6. Nothing is let in that the rules keep out, and nothing falls out of the answer: what makes
room stands right after the first few.
"""

from collections import Counter
from typing import Final, NamedTuple

import numpy as np

from matching.columns import KINDS, Floats, Marks
from matching.explain import DECIMALS
from matching.rank import best_rows
from matching.rows import Index, Rows
from matching.signals import NAMED

FIRST: Final = 5
FEWEST: Final = 3  # to choose from; with fewer there is no room for variety
MOST_OF_ONE_ORGANISATION: Final = 2
# More than all points together.
ABOVE_ALL_ELSE: Final = np.float32(10)
SELF_HELP_GROUP: Final = KINDS.index("self_help_group")


class _Seen(NamedTuple):
    """What variety goes by of one row."""

    place: int
    offer: int
    organisation: int
    kind: int
    is_of_peers: bool


class Order(NamedTuple):
    """Places in the rows, one for each offer, in the order to show; silent ones come after ``heard_of``."""

    places: Index
    first: int
    heard_of: int


def varied(rows: Rows, points: Floats, limit: int) -> Order:
    """Return what to show: the first few, then the others, and last what nobody has answered for.

    An organisation whose offers the person has waved away counts as shown with them. Who asks for an
    offer by its name is given it, whoever's it is, and however long it has been silent.
    """
    if not rows.day.has_silent:
        places, first = _varied(rows, points, limit)
        return Order(places, first, len(places))
    heard = np.flatnonzero(~rows.is_silent).astype(np.int32)
    silent = np.flatnonzero(rows.is_silent).astype(np.int32)
    last, is_named = rows.pick(silent), _are_named(rows)[silent]
    kept_free = min(limit, len(np.unique(last.offer[is_named])))
    places, first = _varied(rows.pick(heard), points[heard], limit - kept_free)
    named_first = np.where(is_named, points[silent] + ABOVE_ALL_ELSE, points[silent])
    chosen = best_rows(last, named_first, limit - len(places))
    return Order(np.concatenate([heard[places], silent[chosen]]), first, len(places))


def _are_named(rows: Rows) -> Marks:
    """Return which rows are of offers that the person asks for by name."""
    numbers, shares = rows.columns.offer_numbers, rows.person.text_shares
    named = [numbers[one] for one in shares if shares[one] >= NAMED and one in numbers]
    return np.isin(rows.offer, named)


def _varied(rows: Rows, points: Floats, limit: int) -> tuple[Index, int]:
    ranked = best_rows(rows, points, max(limit, FIRST) + FIRST)
    first = _Choice(rows, points, ranked, min(limit, FIRST)).first()
    taken = set(rows.offer[first].tolist())
    rest = [place for place in ranked.tolist() if int(rows.offer[place]) not in taken]
    return np.array([*first, *rest[: limit - len(first)]], dtype=np.int32), len(first)


class _Choice:
    """The first few, chosen from the ranked ones, and where these cannot do from all that is allowed."""

    def __init__(self, rows: Rows, points: Floats, ranked: Index, number: int) -> None:
        self.rows, self.points, self.number = rows, points, number
        self.ranked = _seen(rows, ranked)
        numbers, shares = rows.columns.offer_numbers, rows.person.text_shares
        self.named = {numbers[one] for one in shares if shares[one] >= NAMED and one in numbers}
        self.waved_away = Counter(rows.columns.organisations_of(rows.person.not_for_me))

    def first(self) -> list[int]:
        """Return at most ``number`` places, the best of all first."""
        few = self._without_repeating()
        if len(few) >= max(self.number, FEWEST):
            self._let_in_peers(few)
            self._let_in_another_kind(few)
        return [one.place for one in sorted(few, key=self._order)]

    def _order(self, one: _Seen) -> tuple[float, int]:
        return -round(float(self.points[one.place]), DECIMALS), one.offer

    def _without_repeating(self) -> list[_Seen]:
        """Take the best of organisations that do not stand there twice; others only for want of them."""
        few: list[_Seen] = []
        for one in self.ranked:
            if len(few) < self.number and self._is_new(few, one):
                few.append(one)
        while len(few) < self.number and (found := self._best(self._not_repeating(few))):
            few.append(found)
        offers = {one.offer for one in few}
        others = [one for one in self.ranked if one.offer not in offers]
        return [*few, *others[: self.number - len(few)]]

    def _let_in_peers(self, few: list[_Seen]) -> None:
        """Let a group of peers take the last place, for who did not ask for ordinary company."""
        if self.rows.person.peers == "ordinary" or any(one.is_of_peers for one in few):
            return
        self._replace_last(few, self._may_go(few), peer_groups(self.rows))

    def _let_in_another_kind(self, few: list[_Seen]) -> None:
        """Let another kind take the last place that peers can spare."""
        kinds = {one.kind for one in few}
        if len(kinds) > 1:
            return
        may_go = self._may_go(few)
        if sum(one.is_of_peers for one in few) == 1:
            may_go = [number for number in may_go if not few[number].is_of_peers]
        another = self.rows.columns.kind[self.rows.index] != kinds.pop()
        self._replace_last(few, may_go, another)

    def _may_go(self, few: list[_Seen]) -> list[int]:
        """Return which of the few may make room: not the best, and not what was asked for by name."""
        return [n for n, one in enumerate(few) if n > 0 and one.offer not in self.named]

    def _replace_last(self, few: list[_Seen], may_go: list[int], marks: Marks) -> None:
        if not may_go:
            return
        last = may_go[-1]
        found = self._best(marks & self._not_repeating(few[:last] + few[last + 1 :]))
        if found:
            few[last] = found

    def _is_new(self, few: list[_Seen], one: _Seen) -> bool:
        return one.offer in self.named or one.organisation not in self._repeated(few)

    def _repeated(self, few: list[_Seen]) -> list[int]:
        shown = Counter(one.organisation for one in few if one.offer not in self.named)
        shown.update(self.waved_away)
        return [one for one, times in shown.items() if times >= MOST_OF_ONE_ORGANISATION]

    def _not_repeating(self, few: list[_Seen]) -> Marks:
        """Return which rows are of other offers, and of organisations that do not stand there twice."""
        taken = [one.offer for one in few]
        fresh: Marks = ~np.isin(self.rows.offer, taken)
        return fresh & ~np.isin(self.rows.organisation, self._repeated(few))

    def _best(self, marks: Marks) -> _Seen | None:
        places = np.flatnonzero(marks).astype(np.int32)
        if not len(places):
            return None
        best = best_rows(self.rows.pick(places), self.points[places], 1)
        return _seen(self.rows, places[best])[0]


def peer_groups(rows: Rows) -> Marks:
    """Return which rows are groups of people who have been through it: theses R5."""
    is_self_help: Marks = rows.columns.kind[rows.index] == SELF_HELP_GROUP
    return is_self_help | rows.has("participants", "lived_experience")


def _seen(rows: Rows, places: Index) -> list[_Seen]:
    some = rows.pick(places)
    told = zip(
        places.tolist(),
        some.offer.tolist(),
        some.organisation.tolist(),
        some.columns.kind[some.index].tolist(),
        peer_groups(some).tolist(),
        strict=True,
    )
    return [_Seen(*one) for one in told]
