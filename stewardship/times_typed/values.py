"""What typed times become: a schedule's times that are sure, or a question about what is not."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from directory.choices import Holidays
from directory.timetable import Timetable


@dataclass(frozen=True, slots=True)
class TypedTimes:
    """The times of one schedule, with the keys of the offer file; None: nothing was said of it."""

    rrule: str | None = None
    starts_on: date | None = None
    start_time: time | None = None
    duration_minutes: int | None = None
    by_appointment: bool | None = None
    until: date | None = None
    exceptions: tuple[date, ...] = ()
    holidays: Holidays | None = None

    def timetable(self) -> Timetable:
        return Timetable(
            rrule=self.rrule,
            starts_on=self.starts_on,
            start_time=self.start_time,
            duration_minutes=self.duration_minutes,
            until=self.until,
            exceptions=frozenset(self.exceptions),
            holidays=None if self.holidays is None else self.holidays.value,
            by_appointment=self.by_appointment,
        )

    def entry(self) -> dict[str, Any]:
        """Return the keys of a schedule in an offer file, what nobody has told left out."""
        told = {
            "by_appointment": self.by_appointment,
            "rrule": self.rrule,
            "starts_on": self.starts_on,
            "start_time": None if self.start_time is None else self.start_time.strftime("%H:%M"),
            "duration_minutes": self.duration_minutes,
            "until": self.until,
            "except": list(self.exceptions) or None,
            "holidays": None if self.holidays is None else self.holidays.value,
        }
        return {key: value for key, value in told.items() if value is not None}


class Question(StrEnum):
    """What has to be asked, or said, before typed times can be trusted."""

    NOTHING_TYPED = "nothing_typed"
    TOO_LONG = "too_long"
    UNKNOWN_WORDS = "unknown_words"
    WHICH_DAYS = "which_days"
    WHICH_WEEKDAYS = "which_weekdays"
    WHICH_HOUR = "which_hour"
    MORNING_OR_EVENING = "morning_or_evening"
    HOUR_OR_DATE = "hour_or_date"
    NO_SUCH_HOUR = "no_such_hour"
    ENDS_BEFORE_START = "ends_before_start"
    NO_SUCH_DATE = "no_such_date"
    PAST = "past"
    WHICH_YEAR = "which_year"
    WHICH_DATE = "which_date"
    OTHER_WEEKDAY = "other_weekday"
    NEXT_DATE = "next_date"
    MONTH_OR_WEEKS = "month_or_weeks"
    WHICH_MONTH = "which_month"
    NOT_IN_EVERY_MONTH = "not_in_every_month"
    ONCE_OR_EVERY = "once_or_every"
    EVERY_YEAR_OR_ONCE = "every_year_or_once"
    WEEK_53 = "week_53"
    SUMMER = "summer"
    SCHOOL_HOLIDAYS = "school_holidays"
    HOLIDAYS = "holidays"
    NO_MEETING_THEN = "no_meeting_then"
    DOES_NOT_FIT = "does_not_fit"
    ONE_LINE_EACH = "one_line_each"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Unsure:
    """What could not be trusted: the words, the question, and what they may mean.

    Each of ``readings`` is a whole text that may stand in place of the one typed; it is understood.
    """

    words: str
    question: Question
    readings: tuple[str, ...] = ()


class DoubtError(Exception):
    """Reading stops at the text from ``start`` to ``end``.

    Each of ``instead`` may stand in its place or, where ``adds``, right after it.
    """

    def __init__(
        self,
        question: Question,
        span: tuple[int, int],
        instead: tuple[str, ...] = (),
        *,
        adds: bool = False,
    ) -> None:
        super().__init__(question)
        self.question = question
        self.start, self.end = span
        self.instead = instead
        self.adds = adds

    def texts(self, text: str) -> tuple[str, ...]:
        """Return the whole text once for each thing it may mean."""
        kept_to = self.end if self.adds else self.start
        return tuple(text[:kept_to] + words + text[self.end :] for words in self.instead)
