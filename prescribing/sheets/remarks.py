"""What is good to know of the offers of a sheet together: which collide, and which see things differently."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from directory.models import Offer
from finder.week_clashes import Clash, Kind, clashes_among
from finder.week_offers import Chosen
from finder.week_outlooks import outlooks_on
from finder.week_times import ComingTime
from finder.week_words import outlooks_in_words
from web.languages import day_in_words
from web.languages import gettext as _

# What is certain comes before what may be, and that before a long way.
GRAVEST_FIRST: Final = (Kind.OVERLAP, Kind.PERHAPS, Kind.WAY)


def remarks_on_sheet(chosen: Chosen, times: Sequence[ComingTime]) -> tuple[str, ...]:
    """Return a sentence or two for each matter. ``times`` are in order."""
    return (
        *(_left_out(offer, other) for offer, other in chosen.set_aside),
        *_clashes({offer.id: offer for offer in chosen.offers}, times),
        *(outlooks_in_words(one) for one in outlooks_on(chosen.offers)),
    )


def _left_out(offer: Offer, other: Offer) -> str:
    return _(
        "«%(name)s» står ikke her, fordi det ikke kan stå på samme ark som «%(other)s». "
        "Det ene er for folk som er rusfrie, det andre for folk som bruker rusmidler nå.",
        name=offer.name,
        other=other.name,
    )


def _clashes(offers: Mapping[str, Offer], times: Sequence[ComingTime]) -> Iterator[str]:
    """Yield each pair once: with the gravest of what is between the two, and the first of those."""
    found = [one for clashes in clashes_among(times).values() for one in clashes]
    found.sort(key=lambda one: (GRAVEST_FIRST.index(one.kind), _begins(one)))
    said: set[frozenset[str]] = set()
    for clash in found:
        pair = frozenset((clash.one.offer, clash.other.offer))
        if pair not in said:
            said.add(pair)
            yield _clash(clash, offers)


def _begins(clash: Clash) -> datetime:
    return min(one.starts_at for one in (clash.one, clash.other) if one.starts_at is not None)


def _clash(clash: Clash, offers: Mapping[str, Offer]) -> str:
    parts = {
        "one": offers[clash.one.offer].name,
        "other": offers[clash.other.offer].name,
        "day": day_in_words(clash.one.day),
    }
    if clash.kind is Kind.OVERLAP:
        return _("«%(one)s» og «%(other)s» er samtidig %(day)s. Velg det ene.", **parts)
    if clash.kind is Kind.PERHAPS:
        return _(
            "«%(one)s» og «%(other)s» kan være samtidig %(day)s. Spør når det første slutter.",
            **parts,
        )
    return _("Det kan bli knapt med tid mellom «%(one)s» og «%(other)s» %(day)s.", **parts)
