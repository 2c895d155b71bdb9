"""The week page: what somebody chose, laid out day by day. It stands in its address and nowhere else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar, Final

from flask import url_for
from sqlalchemy.orm import Session

from core.seal import Seal
from directory.contact_words import Way, contact_points
from directory.examples import is_example
from directory.meetings import next_of
from directory.models import Offer
from directory.offer_page import schedules_to_keep
from directory.place_words import place_in_short
from directory.wording import near_day_in_words, with_capital
from finder import catalogue
from finder.answering import reader_of
from finder.asked import Asked, close
from finder.question_file import FaultyQuestionError, read_question
from finder.understanding import understand
from finder.week_clashes import Clash, clashes_among
from finder.week_offers import chosen_offers
from finder.week_outlooks import outlooks_on
from finder.week_times import DAYS_OF_A_WEEK, ComingTime, coming_times
from finder.week_words import (
    clash_in_words,
    coming_hours_in_words,
    length_in_words,
    outlooks_in_words,
    remarks_on_coming,
    set_aside_in_words,
)
from places.gazetteer import gazetteer
from web.languages import gettext as _
from web.pages import Page

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Row:
    """One time in words. ``length`` says it where nobody has told how long it lasts."""

    offer: str
    name: str
    is_example: bool
    hours: str
    length: str
    where: str
    remarks: tuple[str, ...]
    clashes: tuple[str, ...]


@dataclass(frozen=True)
class Day:
    """A day with what is on it. ``find_url`` asks for that day where it has nothing yet.

    None also where there is no room for the question in an address.
    """

    iso: str
    heading: str
    rows: tuple[Row, ...]
    find_url: str | None


@dataclass(frozen=True)
class LaterWeek:
    """One of the weeks after the first, with those of its days that have something."""

    heading: str
    days: tuple[Day, ...]


@dataclass(frozen=True)
class SetAside:
    """An offer that was chosen and is not shown, and why."""

    offer: str
    name: str
    why: str


@dataclass(frozen=True)
class Undated:
    """An offer without a time in these weeks, and what is told of when instead."""

    offer: str
    name: str
    when: str
    where: str


@dataclass(frozen=True)
class Kept:
    """An offer that was chosen, with the ways to reach it and the button that takes it away."""

    offer: str
    name: str
    is_example: bool
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class WeekPage(Page):
    """The coming seven days, the two weeks after, and what has no fixed time.

    ``days`` is empty where nothing is chosen, ``later`` holds the weeks that have something.
    ``gone`` are ids with names, None where there is none to tell. ``has_calendar`` tells that there
    is a time to keep, however far ahead. ``fault`` says why what was pressed could not be
    followed, None where it was.
    """

    template: ClassVar[str] = "finder/week.html"
    is_private: ClassVar[bool] = True

    sealed: str
    days: tuple[Day, ...]
    later: tuple[LaterWeek, ...]
    undated: tuple[Undated, ...]
    kept: tuple[Kept, ...]
    gone: tuple[tuple[str, str | None], ...]
    set_aside: tuple[SetAside, ...]
    outlooks: tuple[str, ...]
    has_calendar: bool
    fault: str | None = None


def week_page(session: Session, asked: Asked, sealed: str, seal: Seal, now: datetime) -> WeekPage:
    """``asked`` is what was sealed, ``sealed`` that very word, ``now`` an aware moment in Norway."""
    chosen = chosen_offers(session, asked, now.date())
    times = coming_times(chosen.offers, now)
    rows = _rows(times, {offer.id: offer for offer in chosen.offers}, now.date())
    wishes = _wished_times(session, asked, now.date()) if asked.week else ()
    days = _Days(now.date(), times, rows, wishes, asked, seal)
    dated = {time.offer for time in times}
    return WeekPage(
        sealed=sealed,
        days=days.first_week() if asked.week else (),
        later=days.later_weeks(),
        undated=tuple(_undated(one, now) for one in chosen.offers if one.id not in dated),
        kept=tuple(_kept(offer) for offer in chosen.offers),
        gone=chosen.gone,
        set_aside=tuple(
            SetAside(one.id, one.name, set_aside_in_words(one, other))
            for one, other in chosen.set_aside
        ),
        outlooks=tuple(outlooks_in_words(one) for one in outlooks_on(chosen.offers)),
        has_calendar=any(schedules_to_keep(offer, now) for offer in chosen.offers),
    )


@dataclass(frozen=True)
class _Days:
    """Lays the times out by day, with a way to find more on each, at the times of ``wishes``."""

    today: date
    times: tuple[ComingTime, ...]
    rows: tuple[Row, ...]
    wishes: tuple[str, ...]
    asked: Asked
    seal: Seal

    def first_week(self) -> tuple[Day, ...]:
        return tuple(self._day(day) for day in self._days_of(0))

    def later_weeks(self) -> tuple[LaterWeek, ...]:
        headings = (_("Uka etter"), _("Om to uker"))
        busy = {time.day for time in self.times}
        weeks = (
            LaterWeek(
                heading, tuple(self._day(day) for day in self._days_of(number) if day in busy)
            )
            for number, heading in enumerate(headings, start=1)
        )
        return tuple(week for week in weeks if week.days)

    def _days_of(self, week: int) -> Iterator[date]:
        first = self.today + timedelta(week * DAYS_OF_A_WEEK)
        return (first + timedelta(one) for one in range(DAYS_OF_A_WEEK))

    def _day(self, day: date) -> Day:
        pairs = zip(self.times, self.rows, strict=True)
        rows = tuple(row for time, row in pairs if time.day == day)
        return Day(
            iso=day.isoformat(),
            heading=with_capital(near_day_in_words(day, self.today)),
            rows=rows,
            find_url=None if rows else self._find_on(day),
        )

    def _find_on(self, day: date) -> str | None:
        wishes = wishes_for(day, self.wishes)
        sealed = close(self.asked.with_answers(when=wishes), self.seal)
        return None if sealed is None else url_for("finder.show_answers", sealed=sealed)


def _wished_times(session: Session, asked: Asked, today: date) -> tuple[str, ...]:
    """Return when the person would like to go, by their answers or else by their words.

    Nothing where the question cannot be followed any more: the page it leads to says so.
    """
    snapshot = catalogue.current(session)
    try:
        question = read_question(dict(asked.question), snapshot.vocabulary)
        return understand(question, reader_of(snapshot), gazetteer(), today).person.when
    except FaultyQuestionError:
        return ()


def wishes_for(day: date, wishes: Iterable[str]) -> list[str]:
    """Return the wish for a day (CONTRACTS 4), at the times of day that ``wishes`` name already."""
    name = WEEKDAYS[day.weekday()]
    parts = dict.fromkeys(wish.partition("-")[2] for wish in wishes if "-" in wish)
    return [f"{name}-{part}" for part in parts] or [name]


def _rows(
    times: tuple[ComingTime, ...], offers: Mapping[str, Offer], today: date
) -> tuple[Row, ...]:
    clashes = _said_once(clashes_among(times), today + timedelta(DAYS_OF_A_WEEK))
    return tuple(
        Row(
            offer=time.offer,
            name=offers[time.offer].name,
            is_example=is_example(time.offer),
            hours=with_capital(coming_hours_in_words(time)),
            length=length_in_words(time.minutes),
            where=_where(offers[time.offer], time.position),
            remarks=remarks_on_coming(time),
            clashes=tuple(
                clash_in_words(one, offers[one.other.offer].name) for one in clashes.get(time, ())
            ),
        )
        for time in times
    )


def _said_once(
    clashes: Mapping[ComingTime, tuple[Clash, ...]], second_week: date
) -> dict[ComingTime, list[Clash]]:
    """Leave out of the weeks after what the first has said already of the same two offers."""
    said = {
        (one.one.offer, one.other.offer)
        for time, found in clashes.items()
        if time.day < second_week
        for one in found
    }
    return {
        time: [
            one
            for one in found
            if time.day < second_week or (one.one.offer, one.other.offer) not in said
        ]
        for time, found in clashes.items()
    }


def _where(offer: Offer, position: int) -> str:
    schedule = next(one for one in offer.schedules if one.position == position)
    return with_capital(place_in_short(schedule))


def _undated(offer: Offer, now: datetime) -> Undated:
    following = next_of(offer, now)
    return Undated(offer.id, offer.name, with_capital(following.when), following.where)


def _kept(offer: Offer) -> Kept:
    return Kept(offer.id, offer.name, is_example(offer.id), _ways_of(offer))


def _ways_of(offer: Offer) -> tuple[Way, ...]:
    """Return the ways to reach it that need no more than a telephone, else all there are."""
    ways = [way for point in contact_points(offer.contacts) for way in point.ways if way.href]
    return tuple(way for way in ways if way.is_telephone) or tuple(ways)
