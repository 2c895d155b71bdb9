"""One offer as it stands on the sheet, in the words of its page, as short as paper asks for."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from flask import url_for

from core.clock import NORWAY
from directory import choice_words, offer_words
from directory.access_words import access_in_words
from directory.choices import Attendance, OfferKind
from directory.contact_words import ContactPoint, contact_points, web_way
from directory.examples import is_example
from directory.map_places import map_place_of
from directory.meetings import FROM_HOME, next_of
from directory.models import Offer, Schedule
from directory.next_time import NextTime, next_times
from directory.occurrences import is_over
from directory.offer_page import schedules_to_keep
from directory.passages import passage
from directory.place_words import address_lines, place_in_short, places_in_short
from directory.time_words import occurrence_in_words, times_together
from directory.timetables import timetable_of
from directory.wording import with_capital
from prescribing.choices import AddedLine
from prescribing.sheet import SheetOffer
from prescribing.sheets.lines import fits
from prescribing.sheets.rules import caveats_about, warnings_about
from prescribing.sheets.shortening import shortened
from prescribing.sheets.words import line_in_words
from web.addresses import full_address
from web.languages import current_locale
from web.languages import gettext as _

TIMES_SHOWN: Final = 3
# A paper with six ways to get in touch has none: one to begin with, and one more.
CONTACTS_SHOWN: Final = 2
SUMMARY: Final = 220  # letters, and so are these
FIRST_VISIT: Final = 320
COST_NOTE: Final = 120
TYPED: Final = 48
# «I morgen» is read on another day: seen from so long ago, no day of the sheet has such a name.
LONG_ENOUGH_AGO: Final = timedelta(days=2)


def offer_on_sheet(offer: Offer, line: AddedLine | None, now: datetime) -> SheetOffer:
    """Return the offer as it is at ``now``. A line that goes against what is told is left out."""
    language, today = current_locale().language, now.astimezone(NORWAY).date()
    coming = next_times(schedules_to_keep(offer, now), offer.ended_on, now, TIMES_SHOWN)
    first = coming[0].schedule if coming else next(iter(offer.schedules), None)
    place = map_place_of(first)
    return SheetOffer(
        offer_id=offer.id,
        name=offer.name,
        kind=choice_words.kind_in_words(offer.kind),
        is_example=is_example(offer.id),
        summary=shortened(passage(offer.summary, language), SUMMARY),
        when=_when(offer, now),
        dates=tuple(_date_in_words(one, coming, today) for one in coming),
        where=with_capital(_where(offer, first)),
        place_lines=_place_lines(first),
        place=place,
        cost=offer_words.cost_in_words(offer),
        cost_note=shortened(passage(offer.cost_note, language), COST_NOTE),
        first_visit=shortened(passage(offer.first_visit, language), FIRST_VISIT),
        meets_you=_meets_you(offer),
        contacts=_contacts(offer),
        line=line_in_words(line) if line is not None and fits(line, offer) else None,
        warnings=warnings_about(offer),
        caveats=caveats_about(
            offer, today, is_place_rough=place is not None and not place.is_exact
        ),
        confirmation=offer_words.confirmation_in_words(offer.confirmation),
        address=full_address(url_for("directory.show_offer", offer_id=offer.id)),
    )


def _when(offer: Offer, now: datetime) -> str:
    """Return how often and at which hour, or that nothing is told or left."""
    timetables = [timetable_of(schedule, offer.ended_on) for schedule in offer.schedules]
    going_on = [one for one in timetables if not is_over(one, now.astimezone(NORWAY).date())]
    if not going_on:
        return next_of(offer, now).when
    return ". ".join(times_together(going_on)[:TIMES_SHOWN])


def _date_in_words(one: NextTime, coming: Sequence[NextTime], today: date) -> str:
    """Return one time, with its place where the times are in several."""
    words = occurrence_in_words(one.occurrence, one.timetable, today - LONG_ENOUGH_AGO)
    if len({place_in_short(other.schedule) for other in coming}) > 1:
        words = _("%(time)s, %(place)s", time=words, place=place_in_short(one.schedule))
    return with_capital(words)


def _where(offer: Offer, first: Schedule | None) -> str:
    """Return the place, and that one can take part from home where both are possible."""
    place = places_in_short(offer, first)
    if first is None or first.venue is None or first.attendance is not Attendance.HYBRID:
        return place
    return _("på nett, eller %(place)s", place=place)


def _place_lines(schedule: Schedule | None) -> tuple[str, ...]:
    """Return street and town; nothing where one goes nowhere."""
    if schedule is None or schedule.venue is None or schedule.attendance in FROM_HOME:
        return ()
    return address_lines(schedule.venue)


def _contacts(offer: Offer) -> tuple[ContactPoint, ...]:
    """Return whom to get in touch with; where nobody is told, the site of those behind it."""
    told = tuple(map(_to_write_down, contact_points(offer.contacts)[:CONTACTS_SHOWN]))
    organisation = offer.organisation
    if told or not organisation.url:
        return told
    return (ContactPoint(organisation.name, (web_way(_("Nettside"), organisation.url),)),)


def _to_write_down(point: ContactPoint) -> ContactPoint:
    """Return it without long web addresses, which nobody types, where there is another way."""
    short = tuple(way for way in point.ways if not way.leads_away or len(way.words) <= TYPED)
    return ContactPoint(point.who, short or point.ways)


def _meets_you(offer: Offer) -> str | None:
    told = offer.access.get("companion_first_time")
    words = access_in_words("companion_first_time")
    if told is True:
        who = next((one.who for one in contact_points(offer.contacts) if one.who), None)
        return (
            _("Noen kan møte deg første gang. Spør etter %(who)s.", who=who) if who else words.yes
        )
    if told is False:
        return words.no
    is_met = offer.kind is not OfferKind.SIGNPOST
    return _("Spør om noen kan møte deg første gang.") if is_met else None
