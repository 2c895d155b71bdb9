"""The wish box: how many wish for an interest in a municipality. A count, and nobody who wished."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.counting import count_up
from core.withholding import shown_parts, shown_sum
from finder.age_bands import AgeBand
from stewardship.models import Wish

NOBODY: Final = dict.fromkeys(AgeBand, 0)


class WishCount(NamedTuple):
    """``age_band`` None: of all ages together."""

    interest: str
    age_band: AgeBand | None
    number: int


def wish(session: Session, interests: Iterable[str], municipality: str, age_band: AgeBand) -> None:
    """Count a wish for each of ``interests``."""
    # Always in the same order, so that two writers never wait for each other.
    for interest in sorted(set(interests)):
        count_up(session, Wish, interest=interest, municipality=municipality, age_band=age_band)


def wishes_in(session: Session, municipality: str) -> list[WishCount]:
    """Return the wishes in a municipality that may be shown, the most wished for first.

    Each interest stands with its sum, and after it the ages of which the number may be told.
    """
    return wishes_for(session, [municipality])[municipality]


def wishes_for(session: Session, municipalities: Iterable[str]) -> dict[str, list[WishCount]]:
    """Return what ``wishes_in`` does for each of ``municipalities``."""
    wanted = list(dict.fromkeys(municipalities))
    kept: dict[str, dict[str, dict[AgeBand, int]]] = {one: {} for one in wanted}
    found = select(Wish).where(Wish.municipality.in_(wanted)).order_by(Wish.interest)
    for row in session.scalars(found):
        of_interest = kept[row.municipality].setdefault(row.interest, dict(NOBODY))
        of_interest[AgeBand(row.age_band)] = row.count
    return {one: _shown(interests) for one, interests in kept.items()}


def _shown(interests: dict[str, dict[AgeBand, int]]) -> list[WishCount]:
    sums = {one: together for one, bands in interests.items() if (together := shown_sum(bands))}
    counts = []
    for interest in sorted(sums, key=lambda one: (-sums[one], one)):
        counts.append(WishCount(interest, None, sums[interest]))
        parts = shown_parts(interests[interest])
        counts += [WishCount(interest, band, count) for band, count in parts.items()]
    return counts
