"""Which lines a prescriber may add to an offer: none that says more than the offer itself has told."""

from typing import Final

from directory.choices import OfferKind
from directory.contact_words import contact_points
from directory.models import Offer
from prescribing.choices import AddedLine

# What a line says of the offer, as a key of ``choices.ACCESS``: it must be told, and be so.
SAYS: Final = {AddedLine.JUST_TURN_UP: "drop_in", AddedLine.JUST_LISTEN: "listening_ok"}
TO_RING: Final = (AddedLine.RING_AND_SAY, AddedLine.RING_TOGETHER)
NEEDED_FIRST: Final = ("sign_up", "referral_needed")


def fits(line: AddedLine, offer: Offer) -> bool:
    """Tell whether the line may stand with ``offer``, as far as is told of it."""
    if line in TO_RING:
        return _has_telephone(offer)
    if line is AddedLine.ASK_FOR_COMPANY:
        is_told_no = offer.access.get("companion_first_time") is False
        return offer.kind is not OfferKind.SIGNPOST and not is_told_no
    if line is AddedLine.JUST_TURN_UP and _is_something_needed_first(offer):
        return False
    return line not in SAYS or offer.access.get(SAYS[line]) is True


def lines_that_fit(offer: Offer) -> tuple[AddedLine, ...]:
    return tuple(line for line in AddedLine if fits(line, offer))


def _has_telephone(offer: Offer) -> bool:
    points = contact_points(offer.contacts)
    return any(way.is_telephone for point in points for way in point.ways)


def _is_something_needed_first(offer: Offer) -> bool:
    is_arranged = any(schedule.by_appointment for schedule in offer.schedules)
    return is_arranged or any(offer.access.get(key) is True for key in NEEDED_FIRST)
