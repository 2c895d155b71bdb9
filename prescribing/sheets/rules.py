"""What decides whether one can come, and what else is better known before: for one offer on the sheet."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from directory import choice_words, offer_words
from directory.access_words import access_in_words
from directory.choices import Audience, Capacity, Gender, OfferKind, SobrietyRule
from directory.freshness import LATE, stage_of_offer
from directory.meetings import FROM_HOME
from directory.models import Offer
from directory.offer_words import OLDEST_POSSIBLE
from directory.timetable import TimeState
from directory.timetables import timetable_of
from directory.wording import listed
from finder.caveat_words import CAVEATS
from web.languages import gettext as _

# What may keep somebody out or needs doing first, and the answer that is worth a warning.
TOLD: Final = (
    ("referral_needed", True),
    ("sign_up", True),
    ("drop_in", False),
    ("come_alone_ok", False),
    ("medication_ok", False),
    ("beginners_welcome", False),
    ("welcome_after_slip", False),
)
NO_ROOM: Final = (Capacity.WAITING_LIST, Capacity.FULL)


def warnings_about(offer: Offer) -> tuple[str, ...]:
    """Return rules that decide whether one can come, each once."""
    return tuple(dict.fromkeys(_warnings(offer)))


def caveats_about(offer: Offer, today: date, *, is_place_rough: bool) -> tuple[str, ...]:
    """Return what is uncertain, as sentences that say what to do about it."""
    return tuple(dict.fromkeys(_caveats(offer, today, is_place_rough=is_place_rough)))


def _warnings(offer: Offer) -> Iterator[str]:
    if offer.capacity in NO_ROOM:
        yield choice_words.capacity_in_words(Capacity(offer.capacity))
    # A telephone that has told nothing about it asks for nothing.
    is_asked = offer.kind is not OfferKind.SIGNPOST or offer.sobriety_rule is not None
    if is_asked and offer.sobriety_rule is not SobrietyRule.NONE:
        yield choice_words.sobriety_in_words(offer.sobriety_rule)
    if _serves_alcohol(offer):
        yield access_in_words("alcohol_free_venue").no
    audience = [Audience(one) for one in offer.audience]
    if audience and Audience.SELF not in audience:
        people = listed(choice_words.audience_in_words(one) for one in audience)
        yield _("For %(people)s.", people=people)
    yield from _limits(offer)
    for key, answer in TOLD:
        if offer.access.get(key) is answer:
            yield access_in_words(key).sentence(answer)
    if any(schedule.by_appointment for schedule in offer.schedules):
        yield _("Du må avtale før du kommer.")


def _serves_alcohol(offer: Offer) -> bool:
    """Tell whether alcohol is known to be served where one goes; at home nobody serves any."""
    told = offer.access.get("alcohol_free_venue")
    venues = [one.venue for one in offer.schedules if one.attendance not in FROM_HOME]
    if told is not None:
        return told is False and (bool(venues) or not offer.schedules)
    return any(venue is not None and venue.alcohol_served is True for venue in venues)


def _limits(offer: Offer) -> Iterator[str]:
    is_for_all_ages = not offer.age_min and (
        offer.age_max is None or offer.age_max >= OLDEST_POSSIBLE
    )
    if not is_for_all_ages:
        yield from offer_words.limits_in_words(offer)
    elif offer.gender in {Gender.WOMEN, Gender.MEN}:
        yield choice_words.gender_in_words(Gender(offer.gender))


def _caveats(offer: Offer, today: date, *, is_place_rough: bool) -> Iterator[str]:
    if offer_words.is_stale(offer.confirmation, today) or stage_of_offer(offer, today) in LATE:
        yield _("Dette er ikke bekreftet på en stund. Spør før du går.")
    states = {timetable_of(one, offer.ended_on).state for one in offer.schedules}
    if TimeState.DAY_UNKNOWN in states:
        yield str(CAVEATS["day_unknown"])
    elif TimeState.DAY_ONLY in states:
        yield str(CAVEATS["time_unknown"])
    if is_place_rough:
        yield str(CAVEATS["place_approximate"])
    if offer.access.get("step_free") is False:
        yield access_in_words("step_free").no
