"""When something is, in words: the next time of a match, and the times a person wishes for."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from directory.time_words import is_always_on, when_in_words
from directory.timetable import Timetable
from directory.wording import near_day_in_words
from web.languages import clock_in_words, ngettext
from web.languages import gettext as _
from web.languages import lazy_gettext as _l

LONGEST_COUNTDOWN: Final = 60  # days; farther ahead the date says more than the number


def next_in_words(
    following: datetime | date | None, timetable: Timetable | None, moment: datetime
) -> str:
    """Return such as «onsdag 2. desember kl. 18.00, om 7 dager», or what is told instead of a time.

    ``timetable`` None: an offer without any. ``moment`` is now in Norway, without a zone.
    Raises RuleError for a rule that cannot be read.
    """
    timetable = timetable or Timetable()
    if following is None or is_always_on(timetable):
        return when_in_words(timetable)
    if isinstance(following, datetime):
        return _timed(following, moment.date())
    day = near_day_in_words(following, moment.date())
    return _("%(day)s. Klokkeslettet er ikke oppgitt – spør", day=day)


def _timed(following: datetime, today: date) -> str:
    day, clock = near_day_in_words(following.date(), today), clock_in_words(following)
    days = (following.date() - today).days
    if not 1 < days <= LONGEST_COUNTDOWN:
        return _("%(day)s kl.\u00a0%(clock)s", day=day, clock=clock)
    return str(
        ngettext(
            "%(day)s kl.\u00a0%(clock)s, om %(num)s dag",
            "%(day)s kl.\u00a0%(clock)s, om %(num)s dager",
            days,
            day=day,
            clock=clock,
        )
    )


def wished_time_in_words(wish: str) -> str:
    """Return a wish such as ``wed-evening`` as «onsdag kveld». KeyError for one that is none."""
    day, _dash, part = wish.partition("-")
    if not part:
        return str(DAYS[day])
    if day == "any":
        return str(PARTS[part])
    return _("%(day)s %(part)s", day=DAYS[day], part=PARTS[part])


DAYS: Final[Mapping[str, object]] = {
    "mon": _l("mandag"),
    "tue": _l("tirsdag"),
    "wed": _l("onsdag"),
    "thu": _l("torsdag"),
    "fri": _l("fredag"),
    "sat": _l("lørdag"),
    "sun": _l("søndag"),
    "weekday": _l("hverdag"),
    "weekend": _l("helg"),
    "any": _l("når som helst"),
    "today": _l("i dag"),
    "this_week": _l("denne uka"),
}
PARTS: Final[Mapping[str, object]] = {
    "morning": _l("morgen"),
    "day": _l("dagtid"),
    "evening": _l("kveld"),
    "night": _l("natt"),
}
