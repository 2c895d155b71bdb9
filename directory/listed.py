"""An offer as one entry of a list: what one does, when next, where, and the rule of being sober."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from directory.choice_words import kinds_in_words, sobriety_in_short
from directory.choices import OfferKind
from directory.examples import is_example
from directory.freshness import Stage, stage_of_offer
from directory.map_places import MapPlace
from directory.meetings import Next, next_of
from directory.models import Offer, Schedule
from directory.passages import Passage, passage
from web.languages import current_locale


@dataclass(frozen=True)
class Listed:
    """``summary`` is None where nobody has told; the rule says so itself where it is untold.

    ``organisation`` is None where it bears the offer's own name. ``is_silent`` tells that nobody has
    answered for it in over a year.
    """

    id: str
    name: str
    organisation: str | None
    kind: OfferKind
    summary: Passage | None
    next: Next
    place: MapPlace | None
    sobriety: str
    is_example: bool
    is_silent: bool

    @property
    def is_signpost(self) -> bool:
        return self.kind is OfferKind.SIGNPOST


@dataclass(frozen=True)
class Group:
    """Entries of one kind under its heading."""

    kind: OfferKind
    heading: str
    entries: tuple[Listed, ...]


def listed_offer(
    offer: Offer, now: datetime, counts: Callable[[Schedule], bool] | None = None
) -> Listed:
    """Return the entry as it stands at ``now``, an aware moment.

    ``counts`` says which schedules matter on this list; where none does, all of them do.
    """
    organisation = offer.organisation.name
    chosen = [one for one in offer.schedules if counts is None or counts(one)]
    following = next_of(offer, now, chosen or None)
    return Listed(
        id=offer.id,
        name=offer.name,
        organisation=organisation if organisation != offer.name else None,
        kind=offer.kind,
        summary=passage(offer.summary, current_locale().language),
        next=following,
        place=following.place,
        sobriety=sobriety_in_short(offer.sobriety_rule),
        is_example=is_example(offer.id),
        is_silent=stage_of_offer(offer, now.date()) is Stage.SILENT,
    )


def by_kind(entries: Iterable[Listed]) -> tuple[Group, ...]:
    """Gather entries by kind in the order of ``OfferKind``, each kind in the order given."""
    gathered: dict[OfferKind, list[Listed]] = {kind: [] for kind in OfferKind}
    for entry in entries:
        gathered[entry.kind].append(entry)
    return tuple(
        Group(kind, kinds_in_words(kind), tuple(found)) for kind, found in gathered.items() if found
    )
