"""The two times of year when groups often close: when they lie, when we ask, and how they are named."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from web.languages import gettext as _

SUMMER: Final = "summer"
CHRISTMAS: Final = "christmas"
# The weeks of the general staff holidays.
FIRST_WEEK, LAST_WEEK = 28, 30
MONDAY, SUNDAY = 1, 7
ASKED_FROM: Final = timedelta(weeks=5)
ASKED_UNTIL: Final = timedelta(weeks=3)


@dataclass(frozen=True)
class Season:
    """One summer or one Christmas; ``first`` and ``last`` are its days, both included."""

    kind: str
    first: date
    last: date

    @property
    def id(self) -> str:
        """Return such as ``2026-summer``."""
        return f"{self.first.year}-{self.kind}"


def summer_of(year: int) -> Season:
    first = date.fromisocalendar(year, FIRST_WEEK, MONDAY)
    return Season(SUMMER, first, date.fromisocalendar(year, LAST_WEEK, SUNDAY))


def christmas_of(year: int) -> Season:
    return Season(CHRISTMAS, date(year, 12, 22), date(year + 1, 1, 2))


def season_to_ask_about(today: date) -> Season | None:
    """Return the season that begins in three to five weeks, None where none does."""
    seasons = (summer_of(today.year), christmas_of(today.year))
    asked = (one for one in seasons if ASKED_UNTIL <= one.first - today <= ASKED_FROM)
    return next(asked, None)


def season_by_id(season_id: str) -> Season:
    year, _dash, kind = season_id.partition("-")
    return summer_of(int(year)) if kind == SUMMER else christmas_of(int(year))


def question_about(season: Season) -> str:
    """Return the question in the language that is spoken now."""
    if season.kind == SUMMER:
        return _("Har dere åpent i sommer?")
    return _("Har dere åpent i jula?")
