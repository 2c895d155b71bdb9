"""What an offer is for a sheet, told from the catalogue in memory: its kind, of peers, and with company."""

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

import numpy as np

from matching.columns import KINDS, Columns
from matching.facts import bit

TO_DO: Final = frozenset({"activity", "meeting_place", "course"})
OF_PEERS: Final = "self_help_group"
TO_GO_WITH: Final = "mentor_scheme"
_PEERS: Final = bit("participants", "lived_experience")
_COMPANY: Final = bit("companion", "yes")


class Trait(NamedTuple):
    """``has_company``: somebody has told that one can be met the first time."""

    kind: str
    of_peers: bool
    has_company: bool

    @property
    def is_to_do(self) -> bool:
        return self.kind in TO_DO

    @property
    def is_a_group_of_peers(self) -> bool:
        return self.kind == OF_PEERS or (self.of_peers and self.kind != TO_GO_WITH)

    @property
    def is_to_go_with(self) -> bool:
        return self.kind == TO_GO_WITH or self.has_company


def traits_of(offers: Iterable[str], columns: Columns) -> Mapping[str, Trait]:
    """Return it for each offer that the catalogue has."""
    rows = columns.rows_of(offers)
    told = zip(
        columns.offer[rows].tolist(),
        columns.kind[rows].tolist(),
        columns.facts[rows].tolist(),
        strict=True,
    )
    return {
        columns.ids[offer]: Trait(KINDS[kind], bool(facts & _PEERS), bool(facts & _COMPANY))
        for offer, kind, facts in told
    }


def offers_of_kind(kind: str, columns: Columns) -> list[str]:
    """Return the ids of all offers of a kind, wherever they are."""
    offers = np.unique(columns.offer[columns.kind == KINDS.index(kind)])
    return [columns.ids[offer] for offer in offers.tolist()]
