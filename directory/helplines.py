"""The telephones that are answered: first those for danger, then somebody to talk or write to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from directory.choices import Attendance, Format
from directory.contact_words import TEL, Way, contact_points
from directory.models import Offer
from directory.open_now import is_on_now
from directory.page_queries import signposts_of_the_country
from directory.passages import Passage, passage
from directory.time_words import times_together
from directory.timetable import Timetable
from directory.timetables import timetable_of
from directory.wording import date_in_words
from web.languages import current_locale
from web.languages import gettext as _
from web.pages import Page

# In the order in which they are needed. A number is known by its digits, however it is written.
URGENT: Final = ("113", "116117", "112", "22591300")
# RUSinfo, AA, NA, and somebody who answers all night: Hjelpetelefonen, and the one for the young.
AFTER_A_SLIP: Final = ("91508588", "91177770", "90529359", "116123", "116111")


@dataclass(frozen=True)
class Line:
    """One telephone or chat. ``who`` says what to ask for or press, None where nothing is told.

    ``hours`` and ``chat_hours`` are empty where not told. ``checked_on`` is None where nobody
    has told when, ``offer_id`` where the line is one of the fixed ones, not in the catalogue.
    ``is_open`` and ``is_closed`` are both False where it is not known when it is answered.
    """

    name: str
    ways: tuple[Way, ...]
    purpose: Passage | None
    who: str | None = None
    hours: tuple[str, ...] = ()
    chat_hours: tuple[str, ...] = ()
    is_open: bool = False
    is_closed: bool = False
    is_free: bool = False
    is_anonymous: bool = False
    is_for_talking: bool = True
    checked_on: str | None = None
    offer_id: str | None = None

    @property
    def telephone(self) -> Way | None:
        return next((way for way in self.ways if way.is_telephone), None)

    @property
    def digits(self) -> str | None:
        telephone = self.telephone
        return telephone.href.removeprefix(TEL) if telephone and telephone.href else None

    @property
    def other_ways(self) -> tuple[Way, ...]:
        return tuple(way for way in self.ways if not way.is_telephone)


@dataclass(frozen=True)
class HelpPage(Page):
    """Whom to ring or write to: when it is urgent, to talk, to write, and about practical things."""

    template: ClassVar[str] = "directory/help.html"

    urgent: tuple[Line, ...]
    to_talk_to: tuple[Line, ...]
    to_write_to: tuple[Line, ...]
    practical: tuple[Line, ...]


def help_page(session: Session, now: datetime) -> HelpPage:
    """Return the page, which stands even where the database has nothing to say."""
    lines = every_line(session, now)
    known = _by_digits(lines)
    others = [line for line in lines if line.digits not in URGENT]
    # What is open comes first: it is now that somebody looks.
    others.sort(key=lambda line: (not line.is_open, line.name))
    return HelpPage(
        urgent=tuple(known[number] for number in URGENT if number in known),
        to_talk_to=tuple(one for one in others if one.telephone and one.is_for_talking),
        to_write_to=tuple(one for one in others if not one.telephone),
        practical=tuple(one for one in others if one.telephone and not one.is_for_talking),
    )


def lines_after_slip(session: Session, now: datetime) -> tuple[Line, ...]:
    """Return the telephones for somebody who has slipped, those that answer now first.

    RUSinfo and one that is open day and night are always among them.
    """
    known = _by_digits(every_line(session, now))
    lines = [known[number] for number in AFTER_A_SLIP if number in known]
    return tuple(sorted(lines, key=lambda line: not line.is_open))


def every_line(session: Session, now: datetime) -> list[Line]:
    """Return the catalogue's lines for the whole country, and the fixed ones it lacks.

    Help must not hang on a database that answers, so a failing one counts as an empty one.
    """
    try:
        offers = signposts_of_the_country(session)
    except SQLAlchemyError:
        offers = []
    lines = [line for offer in offers for line in _lines_of(offer, now)]
    known = {line.digits for line in lines}
    return lines + [line for line in fixed_lines() if line.digits not in known]


def fixed_lines() -> tuple[Line, ...]:
    """Return the lines that are there whatever happens; the first three are answered day and night."""
    return (
        _always_open(
            _("Medisinsk nødtelefon"), "113", _("Ring med en gang når det er fare for liv.")
        ),
        _always_open(
            _("Legevakt"), "116 117", _("Ring når du må ha lege nå, men livet ikke er i fare.")
        ),
        _always_open(_("Mental Helse Hjelpetelefonen"), "116 123", _("Noen å snakke med, om alt.")),
        _fixed(_("RUSinfo"), "915 08 588", _("Spør om rus, for deg selv eller en annen.")),
    )


def _always_open(name: str, number: str, purpose: str) -> Line:
    line = _fixed(name, number, purpose)
    return Line(
        line.name, line.ways, line.purpose, hours=(_("Døgnet rundt, hver dag"),), is_open=True
    )


def _fixed(name: str, number: str, purpose: str) -> Line:
    (point,) = contact_points([{"phone": number}])
    return Line(name, point.ways, Passage(purpose, None))


def _by_digits(lines: Iterable[Line]) -> dict[str, Line]:
    """Return lines by number. Where two share one, it belongs to the one with the simpler way in."""
    known: dict[str, Line] = {}
    for line in sorted(lines, key=lambda line: (line.who is not None, line.name)):
        if line.digits is not None:
            known.setdefault(line.digits, line)
    return known


def _lines_of(offer: Offer, now: datetime) -> Iterator[Line]:
    points = contact_points(offer.contacts)
    ways = tuple(way for point in points for way in point.ways)
    if not any(way.is_telephone or way.is_chat for way in ways):
        return
    hours = {attendance: _hours(offer, attendance) for attendance in Attendance}
    answered_by = Attendance.PHONE if any(way.is_telephone for way in ways) else Attendance.ONLINE
    times = [timetable_of(one, offer.ended_on) for one in offer.schedules
             if one.attendance is answered_by]  # fmt: skip
    is_open = any(is_on_now(one, now) for one in times)
    yield Line(
        name=offer.name,
        ways=ways,
        purpose=passage(offer.summary, current_locale().language),
        who=points[0].who,
        hours=hours[Attendance.PHONE],
        chat_hours=hours[Attendance.ONLINE],
        is_open=is_open,
        is_closed=bool(times) and not is_open and all(map(_tells_hours, times)),
        # On the telephone there is nothing to be a member of, so the price of a call is all of it.
        is_free=offer.cost_per_time == 0 and not offer.cost_per_year,
        is_anonymous=offer.access.get("anonymous_ok") is True,
        # A line about one practical thing, such as debt, bears that as its interest.
        is_for_talking=offer.format is Format.ONE_TO_ONE and not offer.interests,
        checked_on=_checked_on(offer),
        offer_id=offer.id,
    )


def _hours(offer: Offer, attendance: Attendance) -> tuple[str, ...]:
    return times_together(
        timetable_of(one, offer.ended_on) for one in offer.schedules if one.attendance is attendance
    )


def _tells_hours(timetable: Timetable) -> bool:
    return timetable.start_time is not None and timetable.duration_minutes is not None


def _checked_on(offer: Offer) -> str | None:
    confirmed_on = offer.confirmation.confirmed_on if offer.confirmation else None
    return date_in_words(confirmed_on) if confirmed_on else None
