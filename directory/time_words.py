"""When something takes place, in plain words: how often, at which hour, and what is good to know.

What nobody has told is said to be untold; a date is never guessed.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

from core.clock import NORWAY
from directory.choices import Holidays
from directory.occurrences import Occurrence, skipped_days
from directory.recurrence_rule import read_rule
from directory.rhythm_words import day_is_missing, rhythm_in_words
from directory.timetable import TimeState, Timetable
from directory.wording import date_in_words, listed, near_day_in_words, with_capital
from web.languages import clock_in_words, current_locale
from web.languages import gettext as _

DAY_AND_NIGHT: Final = 24 * 60
# A day that falls out further ahead than this says little, and the next dates show it in time.
DAYS_AHEAD_TO_WARN: Final = 60
MOST_WARNINGS: Final = 3


def when_in_words(timetable: Timetable) -> str:
    """Return one phrase such as «Hver onsdag kl. 18.00–20.00», which says what is not told."""
    return with_capital(_WORDS_BY_STATE[timetable.state](timetable))


def times_together(timetables: Iterable[Timetable]) -> tuple[str, ...]:
    """Return when each is, those on the same days in one: «Mandag til fredag kl. 9–11 og kl. 12–15»."""
    gathered: dict[str, list[str]] = {}
    for timetable in timetables:
        hours = hours_in_words(timetable)
        if hours is None or timetable.state is not TimeState.TIMED or is_always_on(timetable):
            gathered.setdefault(when_in_words(timetable), [])
        else:
            gathered.setdefault(_days(timetable), []).append(hours)
    return tuple(
        with_capital(_("%(days)s %(hours)s", days=days, hours=listed(hours)) if hours else days)
        for days, hours in gathered.items()
    )


def hours_in_words(timetable: Timetable) -> str | None:
    """Return «kl. 18.00–20.00», «døgnet rundt», or None where the hour is not told."""
    start, minutes = timetable.start_time, timetable.duration_minutes
    if start is None:
        return None
    if minutes is None or minutes > DAY_AND_NIGHT:
        return _("kl. %(start)s", start=_clock(start))
    if minutes == DAY_AND_NIGHT:
        return _("døgnet rundt")
    end = (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time()
    return _("kl. %(start)s–%(end)s", start=_clock(start), end=_clock(end))


def is_always_on(timetable: Timetable) -> bool:
    """Tell whether it goes on day and night, so that a "next time" would say nothing."""
    is_every_hour = timetable.start_time == time.min and timetable.duration_minutes == DAY_AND_NIGHT
    return (
        is_every_hour and timetable.rrule is not None and read_rule(timetable.rrule).falls_every_day
    )


def remarks_on(timetable: Timetable, today: date) -> tuple[str, ...]:
    """Return what else is good to know, a sentence each: beginning, end, days that fall out."""
    return tuple(_remarks(timetable, today))


def occurrence_in_words(occurrence: Occurrence, timetable: Timetable, today: date) -> str:
    """Return one time such as «i morgen, torsdag 26. november kl. 18.00–20.00»."""
    day = near_day_in_words(occurrence.day, today)
    hours = _hours_of(occurrence, timetable)
    words = day if hours is None else _("%(day)s %(hours)s", day=day, hours=hours)
    is_doubtful = timetable.holidays in {None, Holidays.ASK}
    if occurrence.is_holiday and is_doubtful:
        return _("%(time)s (helligdag eller en aften, spør om det er som vanlig)", time=words)
    return words


def _hours_of(occurrence: Occurrence, timetable: Timetable) -> str | None:
    """Return the hour on that very day: the night the clock changes moves it (see ``upcoming``)."""
    start, end = occurrence.starts_at, occurrence.ends_at
    if start is None or start.time() == timetable.start_time:
        return hours_in_words(timetable)
    if end is None:
        return _("kl. %(start)s", start=clock_in_words(start))
    return _("kl. %(start)s–%(end)s", start=clock_in_words(start), end=clock_in_words(end))


def _by_appointment(_timetable: Timetable) -> str:
    return _("etter avtale")


def _untold(_timetable: Timetable) -> str:
    return _("tidspunktet er ikke oppgitt – spør")


def _day_unknown(timetable: Timetable) -> str:
    hours = hours_in_words(timetable)
    rhythm = rhythm_in_words(timetable.rrule, None) if timetable.rrule else None
    if rhythm is None and hours is None:
        return _untold(timetable)
    if rhythm is None:
        return _("%(hours)s, men dagen er ikke oppgitt – spør", hours=hours)
    if hours is None:
        return _("%(rhythm)s, men dagen er ikke oppgitt – spør", rhythm=rhythm)
    return _("%(rhythm)s %(hours)s, men dagen er ikke oppgitt – spør", rhythm=rhythm, hours=hours)


def _day_only(timetable: Timetable) -> str:
    if timetable.rrule is None and timetable.starts_on is not None:
        day = date_in_words(timetable.starts_on)
        return _("fra %(day)s. Dag og klokkeslett er ikke oppgitt – spør", day=day)
    return _("%(days)s. Klokkeslettet er ikke oppgitt – spør", days=_days(timetable))


def _timed(timetable: Timetable) -> str:
    if is_always_on(timetable):
        return _("døgnet rundt, hver dag")
    return _("%(days)s %(hours)s", days=_days(timetable), hours=hours_in_words(timetable))


_WORDS_BY_STATE: Final = {
    TimeState.BY_APPOINTMENT: _by_appointment,
    TimeState.NOT_TOLD: _untold,
    TimeState.DAY_UNKNOWN: _day_unknown,
    TimeState.DAY_ONLY: _day_only,
    TimeState.TIMED: _timed,
}


def _days(timetable: Timetable) -> str:
    if timetable.rrule is not None:
        rhythm = rhythm_in_words(timetable.rrule, timetable.starts_on)
        return rhythm or _("på bestemte datoer")
    if timetable.starts_on is None:
        return _("på bestemte datoer")
    return _("én gang, %(day)s", day=date_in_words(timetable.starts_on))


def _remarks(timetable: Timetable, today: date) -> Iterator[str]:
    if timetable.by_appointment and timetable.state is not TimeState.BY_APPOINTMENT:
        yield _("Du må avtale før du kommer.")
    yield from _on_beginning_and_end(timetable, today)
    yield from _on_holidays(timetable)
    for day in skipped_days(timetable, today, DAYS_AHEAD_TO_WARN)[:MOST_WARNINGS]:
        yield _("Ikke %(day)s.", day=near_day_in_words(day, today))
    if timetable.timezone != NORWAY.key:
        zone = ZoneInfo(timetable.timezone)
        city = get_timezone_location(zone, locale=current_locale(), return_city=True)
        yield _("Klokkeslettet gjelder der de er: %(city)s.", city=city)


def _on_beginning_and_end(timetable: Timetable, today: date) -> Iterator[str]:
    if timetable.rrule is None:
        return
    if timetable.starts_on is not None and timetable.starts_on > today:
        yield _("Begynner %(day)s.", day=date_in_words(timetable.starts_on))
    if (last := timetable.last_day) is not None:
        day = date_in_words(last)
        yield (
            _("Varer til %(day)s.", day=day) if last >= today else _("Varte til %(day)s.", day=day)
        )
    if (count := read_rule(timetable.rrule).count) is not None:
        yield _("%(number)d ganger i alt.", number=count)


def _on_holidays(timetable: Timetable) -> Iterator[str]:
    if timetable.rrule is None:
        return
    if timetable.holidays == Holidays.AS_USUAL:
        yield _("Også på helligdager.")
    elif timetable.holidays == Holidays.CLOSED:
        yield _("Ikke på helligdager, julaften og nyttårsaften.")
    elif timetable.holidays == Holidays.ASK and not day_is_missing(timetable):
        yield _("Spør om det er som vanlig på helligdager.")


def _clock(hour: time) -> str:
    return clock_in_words(datetime.combine(date.min, hour))
