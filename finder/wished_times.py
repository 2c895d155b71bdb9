"""The time to show of something that meets often: the one on the day that was asked for."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from core.clock import NORWAY
from directory.occurrences import Occurrence, upcoming
from directory.timetable import Timetable
from finder.almanac import part_of_day
from matching.agenda import (
    PARTS_OF_DAY,
    THIS_WEEK_DAYS,
    bits_of_wish,
    this_week_bit,
    time_bit,
    today_bit,
)

# "Fredag" is the coming one; what lies farther ahead is not told instead of what is sooner.
_DAYS_AHEAD: Final = 7
_MOST_TIMES: Final = 200


def first_wished(
    timetable: Timetable, wishes: Iterable[str], moment: datetime
) -> Occurrence | None:
    """Return the first time within a week that meets a wish for a time, None where none does.

    ``wishes`` are those of CONTRACTS 4, `when`; ``moment`` is now in Norway, without a zone. None
    also where that time may be called off for a holiday.
    """
    wanted = 0
    for wish in wishes:
        wanted |= bits_of_wish(wish)
    coming = upcoming(timetable, moment.replace(tzinfo=NORWAY), _MOST_TIMES, _DAYS_AHEAD)
    found = next((one for one in coming if _bits(one, moment) & wanted), None)
    is_doubtful = found is not None and found.is_holiday and timetable.holidays in {"ask", None}
    return None if is_doubtful else found


def _bits(occurrence: Occurrence, moment: datetime) -> int:
    """Return the bits of the wishes that one time meets; of every part of the day where no hour is told."""
    starts_at = occurrence.starts_at
    parts = range(len(PARTS_OF_DAY)) if starts_at is None else (part_of_day(starts_at.hour),)
    days = (occurrence.day - moment.date()).days
    met = 0
    for part in parts:
        met |= time_bit(occurrence.day.weekday(), part)
        met |= today_bit(part) if days <= 0 else 0
        met |= this_week_bit(part) if days < THIS_WEEK_DAYS else 0
    return met
