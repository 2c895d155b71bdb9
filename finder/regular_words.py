"""When something is, in one short sentence: its regular days and hour, and how soon the next time is.

Only what is told is said; what is not told stands among the caveats.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

from core.clock import NORWAY
from directory.recurrence_rule import Frequency, Rule, read_rule
from directory.rhythm_words import rhythm_in_words
from directory.time_words import is_always_on
from directory.timetable import TimeState, Timetable
from directory.wording import date_in_words, listed, near_day_in_words, with_capital
from web.languages import gettext as _
from web.languages import hour_in_words, ngettext
from web.languages import lazy_gettext as _l

MOST_DAYS_COUNTED: Final = 14  # farther ahead the date says more than the number
GOES_ON_FOR: Final = timedelta(weeks=4)  # what ends before that is no regular thing any more
MOST_WEEKDAYS: Final = 3  # more than these are said as «mandag til fredag» and the like


def regular_in_words(
    timetable: Timetable,
    following: datetime | date | None,
    moment: datetime,
    *,
    next_is_doubtful: bool = False,
    is_the_only_one: bool = False,
) -> str | None:
    """Return such as «Onsdager kl. 18, neste om 3 dager.», None where nothing of it is told.

    ``following`` is the next time, None where that is not known. ``moment`` is now in Norway,
    without a zone. ``next_is_doubtful`` leaves the next time out. ``is_the_only_one``: the offer
    has no other timetable. Raises RuleError for a rule that cannot be read.
    """
    if is_always_on(timetable):
        return _("Døgnet rundt, hver dag.")
    if timetable.state not in {TimeState.TIMED, TimeState.DAY_ONLY}:
        return _undated(timetable)
    if following is None:
        return None
    if timetable.rrule is None:
        return None if next_is_doubtful else _once(following, moment.date(), is_the_only_one)
    return _again_and_again(timetable, following, moment.date(), next_is_doubtful)


def _undated(timetable: Timetable) -> str | None:
    if timetable.state is TimeState.BY_APPOINTMENT:
        return _("Dere avtaler tida sammen.")
    rhythm = rhythm_in_words(timetable.rrule, None) if timetable.rrule else None
    return None if rhythm is None else _without_next(with_capital(rhythm), timetable.start_time)


def _once(following: datetime | date, today: date, is_the_only_one: bool) -> str:
    if not is_the_only_one:
        return _next_time(following, today)
    if not isinstance(following, datetime):
        return _("Begynner %(day)s.", day=date_in_words(following))
    here = following.astimezone(NORWAY)
    day, hour = near_day_in_words(here.date(), today), hour_in_words(here.time())
    return _("Bare én gang: %(day)s kl.\u00a0%(hour)s.", day=day, hour=hour)


def _again_and_again(
    timetable: Timetable, following: datetime | date, today: date, next_is_doubtful: bool
) -> str | None:
    days = _days_of(timetable, following)
    # Their clock is not ours, so «kl. 18» would be another hour here.
    if days is None or timetable.timezone != NORWAY.key:
        return None if next_is_doubtful else _next_time(following, today)
    if next_is_doubtful:
        return _without_next(days, timetable.start_time)
    if timetable.start_time is None:
        return _by_the_day(days, _day_of(following), today)
    return _by_the_hour(days, timetable.start_time, _day_of(following), today)


def _by_the_hour(days: str, start: time, following: date, today: date) -> str:
    hour, ahead = hour_in_words(start), (following - today).days
    if ahead <= 0:
        return _("%(days)s kl.\u00a0%(hour)s, neste i dag.", days=days, hour=hour)
    if ahead == 1:
        return _("%(days)s kl.\u00a0%(hour)s, neste i morgen.", days=days, hour=hour)
    if ahead > MOST_DAYS_COUNTED:
        day = near_day_in_words(following, today)
        return _("%(days)s kl.\u00a0%(hour)s, neste %(day)s.", days=days, hour=hour, day=day)
    return ngettext(
        "%(days)s kl.\u00a0%(hour)s, neste om %(num)s dag.",
        "%(days)s kl.\u00a0%(hour)s, neste om %(num)s dager.",
        ahead,
        days=days,
        hour=hour,
    )


def _by_the_day(days: str, following: date, today: date) -> str:
    ahead = (following - today).days
    if ahead <= 0:
        return _("%(days)s, neste i dag.", days=days)
    if ahead == 1:
        return _("%(days)s, neste i morgen.", days=days)
    if ahead > MOST_DAYS_COUNTED:
        day = near_day_in_words(following, today)
        return _("%(days)s, neste %(day)s.", days=days, day=day)
    return ngettext(
        "%(days)s, neste om %(num)s dag.", "%(days)s, neste om %(num)s dager.", ahead, days=days
    )


def _without_next(days: str, start: time | None) -> str:
    if start is None:
        return _("%(days)s.", days=days)
    return _("%(days)s kl.\u00a0%(hour)s.", days=days, hour=hour_in_words(start))


def _next_time(following: datetime | date, today: date) -> str:
    """Tell the next time alone, by Norway's clock wherever it takes place."""
    if not isinstance(following, datetime):
        return _("Neste gang er %(day)s.", day=near_day_in_words(following, today))
    here = following.astimezone(NORWAY)
    day, hour = near_day_in_words(here.date(), today), hour_in_words(here.time())
    return _("Neste gang er %(day)s kl.\u00a0%(hour)s.", day=day, hour=hour)


def _days_of(timetable: Timetable, following: datetime | date) -> str | None:
    """Return the regular days, None where few are left or the rule takes too many words."""
    rrule = timetable.rrule or ""
    rule = read_rule(rrule)
    last_day = timetable.last_day
    is_ending = last_day is not None and last_day - _day_of(following) < GOES_ON_FOR
    if rule.count is not None or is_ending:
        return None
    weekdays = _weekdays_of(rule, timetable.starts_on)
    if weekdays:
        return with_capital(listed(str(WEEKDAYS[day]) for day in weekdays))
    rhythm = rhythm_in_words(rrule, timetable.starts_on)
    return None if rhythm is None else with_capital(rhythm)


def _weekdays_of(rule: Rule, starts_on: date | None) -> tuple[int, ...]:
    """Return the days of a rule that meets each week on a few of them; empty for all other rules."""
    if rule.frequency is not Frequency.WEEKLY or rule.interval > 1:
        return ()
    if rule.months or rule.positions:
        return ()
    days = {day for _number, day in rule.weekdays}
    if not days and starts_on is not None:
        days = {starts_on.weekday()}
    return tuple(sorted(days)) if len(days) <= MOST_WEEKDAYS else ()


def _day_of(following: datetime | date) -> date:
    return following.date() if isinstance(following, datetime) else following


WEEKDAYS: Final[Mapping[int, object]] = {
    0: _l("mandager"),
    1: _l("tirsdager"),
    2: _l("onsdager"),
    3: _l("torsdager"),
    4: _l("fredager"),
    5: _l("lørdager"),
    6: _l("søndager"),
}
