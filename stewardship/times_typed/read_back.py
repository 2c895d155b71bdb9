"""Typed times said back in the language of the page, everything that was understood, for approval."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from directory.time_words import remarks_on, when_in_words
from directory.timetable import Timetable
from directory.wording import date_in_words, listed
from stewardship.times_typed.left_out import summer_break
from stewardship.times_typed.values import TypedTimes
from stewardship.times_typed.writing import has_summer_break
from web.languages import gettext as _

_SENTENCE_ENDS: Final = (".", "?")


def read_back(times: Iterable[TypedTimes], today: date) -> tuple[str, ...]:
    """Return one text for each, such as «Hver onsdag kl. 18.00–20.00. Ikke på helligdager …»."""
    return tuple(_said(one.timetable(), today) for one in times)


def _said(timetable: Timetable, today: date) -> str:
    when = when_in_words(timetable)
    first = when if when.endswith(_SENTENCE_ENDS) else f"{when}."
    # Days that are left out are all named below, not only those that come soon.
    rest = remarks_on(replace(timetable, exceptions=frozenset()), today)
    return " ".join((first, *rest, *_left_out(timetable), *_appointment(timetable)))


def _left_out(timetable: Timetable) -> Iterator[str]:
    days = sorted(timetable.exceptions)
    years = [
        year for year in sorted({day.year for day in days}) if has_summer_break(timetable, year)
    ]
    if years:
        yield _(
            "Ikke i uke 28, 29 og 30 i %(years)s, som er fellesferien.",
            years=listed(str(year) for year in years),
        )
        days = [day for day in days if day.year not in years or not _in_summer_break(day)]
    if days:
        yield _("Ikke %(days)s.", days=listed(date_in_words(day) for day in days))


def _in_summer_break(day: date) -> bool:
    first, last = summer_break(day.year)
    return first <= day <= last


def _appointment(timetable: Timetable) -> Iterator[str]:
    if timetable.by_appointment is False:
        yield _("Du trenger ikke avtale på forhånd.")
