"""What stands on an old sheet today: moved offers are followed, and ended ones give way to the next best.

Nothing of it is written down: tomorrow it may be something else again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from core.clock import NORWAY
from directory.models import Offer
from directory.offer_page import has_ended
from directory.queries import find_moved_to, names_on_pages, published_by_ids
from prescribing.choices import AddedLine
from prescribing.codes.instead import instead_of
from prescribing.draft import Item
from prescribing.models import Prescription


@dataclass(frozen=True)
class Gone:
    """An offer that is not there any more. ``name`` is None where it may not be told.

    ``by`` is what stands in its place, by name, None where there is nothing like it near by.
    """

    name: str | None
    by: str | None


@dataclass(frozen=True)
class Standing:
    """``offers`` belong to ``items``, in the same order."""

    items: tuple[Item, ...]
    offers: tuple[Offer, ...]
    gone: tuple[Gone, ...]


def standing_today(session: Session, prescription: Prescription, now: datetime) -> Standing:
    """Return what stands there at ``now``, an aware moment. A prescriber's line stays with its offer."""
    now = now.astimezone(NORWAY)
    lines = lines_by_offer(session, prescription)
    here = _here(session, lines, now)
    names = names_on_pages(session, [one for one in lines if one not in here])
    offers: dict[str, Offer] = {}
    gone: list[Gone] = []
    for offer_id in lines:
        offer = here.get(offer_id)
        if offer is None:
            beside = [*here.values(), *offers.values()]
            offer = _instead(session, offer_id, prescription, beside, now)
            gone.append(Gone(names.get(offer_id), offer.name if offer else None))
        if offer is not None:
            offers[offer.id] = offer
    return Standing(
        items=tuple(Item(one, lines.get(one)) for one in offers),
        offers=tuple(offers.values()),
        gone=tuple(gone),
    )


def lines_by_offer(session: Session, prescription: Prescription) -> dict[str, AddedLine | None]:
    """Return the line of each offer in order. Where two offers have become one, it stands once."""
    lines: dict[str, AddedLine | None] = {}
    for item in prescription.items:
        line = AddedLine(item["line"]) if item["line"] else None
        lines.setdefault(_followed(session, item["offer"]), line)
    return lines


def _followed(session: Session, offer_id: str) -> str:
    """Return the offer that stands for this one too, however often it has moved."""
    seen = {offer_id}
    while (moved_to := find_moved_to(session, offer_id)) is not None and moved_to not in seen:
        seen.add(moved_to)
        offer_id = moved_to
    return offer_id


def _here(session: Session, ids: Iterable[str], now: datetime) -> dict[str, Offer]:
    found = published_by_ids(session, ids)
    return {one: offer for one, offer in found.items() if not has_ended(offer, now.date())}


def _instead(
    session: Session,
    offer_id: str,
    prescription: Prescription,
    beside: Sequence[Offer],
    now: datetime,
) -> Offer | None:
    offer = session.get(Offer, offer_id)
    return instead_of(session, offer, prescription, beside, now) if offer is not None else None
