"""Whether something is going on at this very moment, such as a telephone that is answered."""

from datetime import UTC, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from directory.occurrences import upcoming
from directory.timetable import Timetable

LONGEST_DAY: Final = timedelta(hours=25)


def is_on_now(timetable: Timetable, now: datetime) -> bool:
    """Tell whether ``now``, an aware moment, lies within an occurrence; False where times are not told."""
    if timetable.start_time is None or timetable.duration_minutes is None:
        return False
    # In UTC, so that the night the clock changes neither adds an hour nor takes one.
    moment = now.astimezone(UTC)
    # What began no longer ago than it lasts may still be on.
    lasts = timedelta(minutes=timetable.duration_minutes)
    if timetable.start_time == time.min and lasts == timedelta(days=1):
        # Day and night, also on the day that has 25 hours.
        today = moment.astimezone(ZoneInfo(timetable.timezone)).date()
        begun = upcoming(timetable, moment - LONGEST_DAY, limit=3, horizon_days=2)
        return any(one.day == today for one in begun)
    return any(
        one.starts_at is not None
        and one.ends_at is not None
        and one.starts_at <= moment < one.ends_at
        for one in upcoming(timetable, moment - lasts, limit=2, horizon_days=2)
    )
