"""What nobody has told about an offer, as questions one can ask the people who run it."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from directory.access_words import access_in_words
from directory.choices import OfferKind
from directory.models import Offer, Schedule
from directory.place_words import has_place_to_go
from directory.timetable import TimeState
from directory.timetables import timetable_of
from web.languages import gettext as _

# A telephone or an office is no place to come and join in, so less needs asking.
ASKED_OF_ALL: Final = ("referral_needed", "anonymous_ok")
ASKED_OF_WHAT_ONE_JOINS: Final = (
    "companion_first_time",
    "drop_in",
    "sign_up",
    "come_alone_ok",
    "listening_ok",
    "talk_about_drugs_expected",
    "beginners_welcome",
    "medication_ok",
    "welcome_after_slip",
)
DOING: Final = (OfferKind.ACTIVITY, OfferKind.COURSE)


def questions_about(offer: Offer) -> tuple[str, ...]:
    """Return the questions that are open, the most useful for a first conversation first."""
    # Several times may leave the same thing open; one question is enough.
    return tuple(dict.fromkeys(_questions(offer)))


def _questions(offer: Offer) -> Iterator[str]:
    is_joined = offer.kind is not OfferKind.SIGNPOST
    if is_joined and not offer.first_visit:
        yield _("Hva skjer første gang?")
    yield from _about_times(offer)
    yield from _about_places(offer)
    if offer.sobriety_rule is None:
        yield _("Er det krav om å være rusfri?")
    yield from _about_cost(offer)
    keys = (*ASKED_OF_WHAT_ONE_JOINS, *ASKED_OF_ALL) if is_joined else ASKED_OF_ALL
    yield from _about_access(offer, keys)
    yield from _about_people(offer, is_joined)
    if is_joined:
        yield from _about_the_thing_itself(offer)


def _about_times(offer: Offer) -> Iterator[str]:
    if not offer.schedules:
        is_open = offer.kind is OfferKind.SIGNPOST
        yield _("Når kan jeg få tak i dere?") if is_open else _("Når er det?")
    for schedule in offer.schedules:
        yield from _about_schedule(schedule, offer.ended_on)


def _about_schedule(schedule: Schedule, ended_on: date | None) -> Iterator[str]:
    timetable = timetable_of(schedule, ended_on)
    if timetable.state is TimeState.NOT_TOLD:
        yield _("Når er det?")
    elif timetable.state is TimeState.DAY_UNKNOWN:
        yield _("Hvilken dag er det?")
    if (
        timetable.state in {TimeState.DAY_UNKNOWN, TimeState.DAY_ONLY}
        and not timetable.time_is_told
    ):
        yield _("Når på dagen begynner det?")
    if timetable.state is TimeState.TIMED and timetable.duration_minutes is None:
        yield _("Hvor lenge varer det?")
    if timetable.rrule is not None and timetable.holidays is None:
        yield _("Er det som vanlig på helligdager?")


def _about_places(offer: Offer) -> Iterator[str]:
    going = [one for one in offer.schedules if has_place_to_go([one])]
    if not offer.schedules and offer.kind is not OfferKind.SIGNPOST:
        yield _("Hvor møtes dere?")
    for schedule in going:
        if schedule.venue is None or schedule.venue.address is None:
            yield _("Hvor møtes dere?")
    if any(_is_untold(offer, one, "step_free") for one in going):
        yield access_in_words("step_free").question
    if any(_is_untold(offer, one, "alcohol") for one in going):
        yield access_in_words("alcohol_free_venue").question


def _is_untold(offer: Offer, schedule: Schedule, what: str) -> bool:
    """Tell whether neither the place nor the offer answers."""
    venue = schedule.venue
    if what == "step_free":
        of_place = venue.step_free if venue else None
        return of_place is None and offer.access.get("step_free") is None
    served = venue.alcohol_served if venue else None
    return served is None and offer.access.get("alcohol_free_venue") is None


def _about_cost(offer: Offer) -> Iterator[str]:
    if offer.cost_per_time is None and offer.cost_per_year is None:
        yield _("Hva koster det?")
    elif offer.cost_per_time is None:
        yield _("Koster det noe hver gang?")
    elif offer.cost_per_year is None:
        yield _("Er det andre kostnader, som medlemskap?")


def _about_access(offer: Offer, keys: tuple[str, ...]) -> Iterator[str]:
    for key in keys:
        if offer.access.get(key) is None:
            yield access_in_words(key).question
    if offer.kind in DOING and offer.access.get("equipment_lent") is None:
        yield access_in_words("equipment_lent").question


def _about_people(offer: Offer, is_joined: bool) -> Iterator[str]:
    if offer.age_min is None and offer.age_max is None:
        yield _("Er det en aldersgrense?")
    if not is_joined:
        return
    if offer.gender is None:
        yield _("Er det for alle kjønn?")
    if offer.participants is None:
        yield _("Har de andre selv erfaring med det samme?")
    if offer.led_by is None:
        yield _("Hvem leder det?")
    if offer.capacity is None:
        yield _("Er det plass til flere?")


def _about_the_thing_itself(offer: Offer) -> Iterator[str]:
    if offer.format is None:
        yield _("Hvor mange pleier å komme?")
    if offer.intensity is None and offer.kind in DOING:
        yield _("Hvor slitsomt er det?")
    if offer.approach is None and offer.kind not in DOING:
        yield _("Bygger det på tro eller på en bestemt metode?")
    if not offer.languages:
        yield _("Hvilke språk snakker dere?")
