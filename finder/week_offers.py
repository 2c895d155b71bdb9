"""The offers somebody chose for their week, as they are now: shown, set aside, or gone."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from directory.models import Offer
from directory.offer_page import has_ended
from directory.queries import names_on_pages, published_by_ids
from finder.asked import Asked
from finder.week_outlooks import are_kept_apart


@dataclass(frozen=True)
class Chosen:
    """The offers of a week. ``set_aside`` are offers that may not stand beside an earlier one, with it.

    ``gone`` are the ids of those that are not published any more, each with its name where it has
    a page that says so.
    """

    offers: tuple[Offer, ...]
    set_aside: tuple[tuple[Offer, Offer], ...]
    gone: tuple[tuple[str, str | None], ...]


def chosen_offers(session: Session, asked: Asked, today: date) -> Chosen:
    """Return the offers of the week as they are now, in the order in which they were chosen."""
    found = published_by_ids(session, asked.week)
    here = {one: offer for one, offer in found.items() if not has_ended(offer, today)}
    gone = [one for one in asked.week if one not in here]
    # What is held back has no page and is not spoken of.
    names = names_on_pages(session, gone) if gone else {}
    offers: list[Offer] = []
    set_aside: list[tuple[Offer, Offer]] = []
    for offer in (here[one] for one in asked.week if one in here):
        other = next((one for one in offers if _are_apart(one, offer)), None)
        if other is None:
            offers.append(offer)
        else:
            set_aside.append((offer, other))
    return Chosen(tuple(offers), tuple(set_aside), tuple((one, names.get(one)) for one in gone))


def _are_apart(one: Offer, other: Offer) -> bool:
    return are_kept_apart(one.sobriety_rule, other.sobriety_rule)
