"""What may stand on a sheet in the place of an offer that has ended: for the same people, as far as is told.

Whom the sheet is for is kept nowhere. So nothing may turn away somebody whom the offer itself did not.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from directory.choices import Approach, Audience, Gender, SobrietyRule
from directory.models import Offer
from directory.offer_words import OLDEST_POSSIBLE
from finder.next_best import next_best
from matching.rules import SOBRIETY
from prescribing.choices import Reason
from prescribing.models import Prescription

# Somebody who has done without for a while is safe in any of these rooms.
SOBER: Final = frozenset(
    {SobrietyRule.DRUG_FREE, SobrietyRule.SOBER_THERE, SobrietyRule.WISH_TO_STOP}
)
OF_SOME: Final = (Gender.WOMEN, Gender.MEN)
# What some want to be spared; whether this one does is not known any more.
NOT_FOR_ALL: Final = (Approach.FAITH_BASED, Approach.TWELVE_STEP)
# Who is handed a sheet has come of age and has not grown old, as far as nothing else is told.
GROWN_UP: Final = 18
NOT_YET_OLD: Final = 67
WHOM: Final = {
    Reason.RELATIVE: Audience.RELATIVES,
    Reason.BEREAVED: Audience.BEREAVED,
}


def instead_of(
    session: Session,
    offer: Offer,
    prescription: Prescription,
    beside: Sequence[Offer],
    now: datetime,
) -> Offer | None:
    """Return what may stand in its place: on the same side, and of its kind if there is one."""
    reasons = [Reason(one) for one in prescription.reasons]
    whom = [WHOM[one] for one in reasons if one in WHOM]
    near = prescription.municipality
    found = next_best(session, offer, now, beside=beside, near=near, whom=whom)
    return min(
        (one for one in found if _may_take_its_place(one, offer, reasons)),
        key=lambda one: (not _is_on_the_side_of(one, offer), one.kind is not offer.kind),
        default=None,
    )


def _may_take_its_place(one: Offer, offer: Offer, reasons: Sequence[Reason]) -> bool:
    turns_away = Reason.AFTER_A_SLIP in reasons and one.access.get("welcome_after_slip") is False
    has_other_people = one.gender != offer.gender and {one.gender, offer.gender} & set(OF_SOME)
    has_other_ways = one.approach != offer.approach and one.approach in NOT_FOR_ALL
    if turns_away or has_other_people or has_other_ways:
        return False
    return _has_room_for_all(one, offer) and _may_let_in(one) >= _may_let_in(offer)


def _may_let_in(offer: Offer) -> set[str | None]:
    """Return the situations in which somebody may be shown the offer; all of them for an untold rule."""
    rule = offer.sobriety_rule
    return {situation for situation, rules in SOBRIETY.items() if rule is None or rule in rules}


def _has_room_for_all(one: Offer, offer: Offer) -> bool:
    """Tell whether whoever was old and young enough for ``offer`` is so for ``one``."""
    youngest, oldest = offer.age_min or 0, offer.age_max or OLDEST_POSSIBLE
    if oldest >= OLDEST_POSSIBLE:
        youngest, oldest = max(youngest, GROWN_UP), NOT_YET_OLD
    return (one.age_min or 0) <= youngest and (one.age_max is None or one.age_max >= oldest)


def _is_on_the_side_of(one: Offer, offer: Offer) -> bool:
    return (
        one.sobriety_rule is offer.sobriety_rule
        or {
            one.sobriety_rule,
            offer.sobriety_rule,
        }
        <= SOBER
    )
