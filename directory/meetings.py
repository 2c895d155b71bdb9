"""An offer's schedules gathered by place: where it is, when, and the next times there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from directory.choices import Attendance, OfferKind
from directory.contact_words import Way, web_way
from directory.map_places import MapPlace, map_place_of
from directory.models import Offer, Schedule, Venue
from directory.next_time import NextTime, next_times
from directory.occurrences import is_over
from directory.open_now import is_on_now
from directory.passages import Passage, passage
from directory.place_words import (
    address_lines,
    area_of,
    place_in_short,
    places_in_short,
    reach_in_words,
    venue_facts,
)
from directory.time_words import (
    is_always_on,
    occurrence_in_words,
    remarks_on,
    when_in_words,
)
from directory.timetable import Timetable
from directory.timetables import timetable_of
from directory.wording import with_capital
from web.languages import gettext as _

DATES_SHOWN: Final = 3
FROM_HOME: Final = (Attendance.ONLINE, Attendance.PHONE)


@dataclass(frozen=True)
class Times:
    """One schedule in words. ``note`` is what its organiser adds, None where nothing is added."""

    words: str
    remarks: tuple[str, ...]
    note: Passage | None


@dataclass(frozen=True)
class Meeting:
    """One place, or none for what one attends from home, with all its times.

    ``municipality`` is a number with a name, None where there is none. ``dates`` are the next
    ones, none where the day is not told or it never closes.
    """

    heading: str
    address: tuple[str, ...]
    municipality: tuple[str, str] | None
    facts: tuple[str, ...]
    online: Way | None
    times: tuple[Times, ...]
    dates: tuple[str, ...]


@dataclass(frozen=True)
class Next:
    """When it is next and where, for the top of a page and for a list.

    ``place`` is None where one goes nowhere, or nobody has told where.
    """

    when: str
    where: str
    place: MapPlace | None


def meetings_of(offer: Offer, now: datetime, language: str) -> tuple[Meeting, ...]:
    """Return one meeting for each place, in the order of the offer. ``now`` is aware."""
    gathered: dict[tuple[object, ...], list[Schedule]] = {}
    for schedule in offer.schedules:
        gathered.setdefault(_place_key(schedule), []).append(schedule)
    return tuple(_meeting(offer, same, now, language) for same in gathered.values())


def next_of(offer: Offer, now: datetime, schedules: Iterable[Schedule] | None = None) -> Next:
    """Return the next time in words, or what else is told of times where there is no date.

    ``schedules`` are the only ones to look at; all of them where None.
    """
    looked_at = list(offer.schedules if schedules is None else schedules)
    for schedule in looked_at:
        timetable = timetable_of(schedule, offer.ended_on)
        if is_on_now(timetable, now) and schedule.attendance in FROM_HOME:
            return Next(_open_now(timetable), with_capital(places_in_short(offer, schedule)), None)
    coming = next_times(looked_at, offer.ended_on, now, limit=1)
    if coming:
        first = coming[0]
        when = _in_words(first, now)
        if first.occurrence.starts_at is None:
            when = _("%(day)s. Klokkeslettet er ikke oppgitt – spør", day=when)
        where = with_capital(places_in_short(offer, first.schedule))
        return Next(when, where, map_place_of(first.schedule))
    told = looked_at[0] if looked_at else None
    where = with_capital(places_in_short(offer, told))
    timetables = [timetable_of(schedule, offer.ended_on) for schedule in looked_at]
    return Next(_without_date(timetables, now), where, map_place_of(told))


def reach_of(offer: Offer) -> str | None:
    """Return whom an offer serves as a sentence, None where that is not told."""
    reach = reach_in_words(offer.serves)
    return _("Gjelder for %(areas)s.", areas=reach) if reach else None


def _meeting(offer: Offer, schedules: list[Schedule], now: datetime, language: str) -> Meeting:
    first = schedules[0]
    venue = None if first.attendance in FROM_HOME else first.venue
    number = venue.municipality if venue else None
    area = area_of(venue) if venue else None
    return Meeting(
        heading=_heading(first, venue),
        address=address_lines(venue) if venue else (),
        municipality=(number, area) if number and area else None,
        facts=venue_facts(venue) if venue else (),
        online=web_way(_("Bli med på nett"), first.online_url) if first.online_url else None,
        times=tuple(_times(schedule, offer.ended_on, now, language) for schedule in schedules),
        dates=() if _is_answered(offer, first) else _dates(schedules, offer.ended_on, now),
    )


def _heading(schedule: Schedule, venue: Venue | None) -> str:
    if venue is None or schedule.attendance in FROM_HOME:
        return with_capital(place_in_short(schedule))
    name = venue.name or area_of(venue) or with_capital(place_in_short(schedule))
    if schedule.attendance is Attendance.HYBRID:
        return _("%(place)s eller på nett", place=name)
    return name


def _times(schedule: Schedule, ended_on: date | None, now: datetime, language: str) -> Times:
    timetable = timetable_of(schedule, ended_on)
    return Times(
        when_in_words(timetable),
        remarks_on(timetable, now.date()),
        passage(schedule.note, language),
    )


def _without_date(timetables: list[Timetable], now: datetime) -> str:
    """Return what is told of times where there is no next one."""
    if not timetables:
        return _("Tidspunktet er ikke oppgitt – spør")
    if all(is_over(timetable, now.date()) for timetable in timetables):
        return _("Ingen nye tider er oppgitt – spør")
    return when_in_words(timetables[0])


def _is_answered(offer: Offer, schedule: Schedule) -> bool:
    """Tell whether these are hours in which somebody answers, where single dates say nothing."""
    return offer.kind is OfferKind.SIGNPOST and schedule.attendance in FROM_HOME


def _dates(schedules: list[Schedule], ended_on: date | None, now: datetime) -> tuple[str, ...]:
    if any(is_always_on(timetable_of(schedule, ended_on)) for schedule in schedules):
        return ()
    return tuple(_in_words(one, now) for one in next_times(schedules, ended_on, now, DATES_SHOWN))


def _in_words(coming: NextTime, now: datetime) -> str:
    return with_capital(occurrence_in_words(coming.occurrence, coming.timetable, now.date()))


def _open_now(timetable: Timetable) -> str:
    if is_always_on(timetable):
        return _("Åpent nå, døgnet rundt")
    return _("Åpent nå. %(times)s", times=when_in_words(timetable))


def _place_key(schedule: Schedule) -> tuple[object, ...]:
    venue = schedule.venue
    place = None if venue is None else (venue.name, venue.address, venue.postcode)
    where = None if venue is None else (venue.municipality, venue.lat, venue.lon)
    return (schedule.attendance, schedule.online_url, place, where)
