"""When a schedule takes place, as a value: what is told of its days and hour, and whether it holds."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from directory.recurrence import ever_meets, sound_rule
from directory.recurrence_rule import Rule, RuleError, read_rule


class TimeState(StrEnum):
    """How much is told: day and hour, the day alone, how often but not which day, or less."""

    TIMED = "timed"
    DAY_ONLY = "day_only"
    DAY_UNKNOWN = "day_unknown"
    BY_APPOINTMENT = "by_appointment"
    NOT_TOLD = "not_told"


@dataclass(frozen=True, slots=True)
class Timetable:
    """The times of a schedule, as in the offer file; None means that nobody has told us.

    A rule without ``starts_on`` is running already. ``start_time`` is the wall clock in
    ``timezone``, whatever the season. ``until`` is included. ``exceptions`` are days without a
    meeting. ``holidays`` is "as_usual", "closed" or "ask".
    """

    rrule: str | None = None
    starts_on: date | None = None
    start_time: time | None = None
    duration_minutes: int | None = None
    timezone: str = "Europe/Oslo"
    until: date | None = None
    exceptions: frozenset[date] = frozenset()
    holidays: str | None = None
    by_appointment: bool | None = None

    @property
    def day_is_told(self) -> bool:
        """Whether dates can be reckoned. Raises RuleError for a rule that cannot be read."""
        rule = self._rule
        return self.starts_on is not None or (rule is not None and rule.tells_day)

    @property
    def time_is_told(self) -> bool:
        return self.start_time is not None

    @property
    def state(self) -> TimeState:
        """Return how much is told. Raises RuleError for a rule that cannot be read.

        By appointment, a start date says since when one can come, not on which day.
        """
        has_neither = self.rrule is None and not self.time_is_told
        if has_neither and self.by_appointment:
            return TimeState.BY_APPOINTMENT
        if self.day_is_told:
            return TimeState.TIMED if self.time_is_told else TimeState.DAY_ONLY
        return TimeState.NOT_TOLD if has_neither else TimeState.DAY_UNKNOWN

    @property
    def last_day(self) -> date | None:
        """Return the earlier of ``until`` and the rule's UNTIL (not COUNT), None where neither is told."""
        ends = [end for end in (self.until, self._last_day_of_rule()) if end is not None]
        return min(ends, default=None)

    def fault(self) -> str | None:
        """Say in one plain sentence why these times cannot be followed, None where they can."""
        try:
            if self.rrule is not None:
                sound_rule(self.rrule, self.starts_on)
        except RuleError as error:
            return str(error)
        return check_zone(self.timezone)

    @property
    def _rule(self) -> Rule | None:
        return None if self.rrule is None else read_rule(self.rrule)

    def _last_day_of_rule(self) -> date | None:
        rule = self._rule
        if rule is None or not isinstance(rule.until, datetime):
            return None if rule is None else rule.until
        ends_before_the_meeting = rule.until.time() < (self.start_time or time.min)
        return rule.until.date() - timedelta(days=ends_before_the_meeting)


@lru_cache(maxsize=4096)
def check_rule(rrule: str) -> str | None:
    """Say in one plain sentence why the text can be no rule of any timetable, None where it can.

    What depends on ``starts_on`` as well is for ``Timetable.fault``.
    """
    try:
        rule = read_rule(rrule)
    except RuleError as error:
        return str(error)
    return None if ever_meets(rule, None) else "the rule never falls on any day"


def check_zone(name: str) -> str | None:
    """Say in one plain sentence why ``name`` is no time zone, None where it is one."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return f'"{name}" is no time zone such as Europe/Oslo'
    return None
