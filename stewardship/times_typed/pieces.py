"""What the clauses of a line say, one piece each, before they are put together."""

from dataclasses import dataclass
from datetime import date

from directory.choices import Holidays
from directory.recurrence_rule import Frequency


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often and on which days. ``numbers`` say which of the weekdays in a month.

    ``interval`` None: not said, which is every single one. ``parity`` 0 means weeks with an even number.
    """

    frequency: Frequency
    interval: int | None = None
    weekdays: frozenset[int] = frozenset()
    numbers: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    parity: int | None = None

    @property
    def names_days(self) -> bool:
        return bool(self.weekdays or self.month_days or self.frequency is Frequency.DAILY)


@dataclass(frozen=True, slots=True)
class OnDates:
    dates: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour as written; ``is_certain`` where it can be only one of the two of a day.

    In words people count to twelve: «seks» beside «20.30» is no six in the morning.
    """

    minutes: int
    is_certain: bool
    is_in_words: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """``is_bare`` where nothing but its place tells that the number is an hour.

    ``is_open`` where it is only «fra 18», which may also be an age.
    """

    begins: Clock
    ends: Clock | None = None
    is_bare: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class DayAndNight:
    """The whole day round."""


@dataclass(frozen=True, slots=True)
class PartOfDay:
    name: str


@dataclass(frozen=True, slots=True)
class Lasting:
    minutes: int


@dataclass(frozen=True, slots=True)
class Counted:
    times: int


@dataclass(frozen=True, slots=True)
class Once:
    """«Én gang»: it must stand beside a date."""


@dataclass(frozen=True, slots=True)
class Since:
    day: date


@dataclass(frozen=True, slots=True)
class Until:
    day: date


@dataclass(frozen=True, slots=True)
class InMonths:
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NotWeekdays:
    weekdays: frozenset[int]


@dataclass(frozen=True, slots=True)
class NotMonths:
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NotDates:
    """Days without a meeting.

    ``only_meeting_days``: the rest of each stretch is not kept. ``must_be_found``: it is a mistake
    where there would have been no meeting anyway.
    """

    stretches: tuple[tuple[date, date], ...]
    only_meeting_days: bool = True
    must_be_found: bool = True


@dataclass(frozen=True, slots=True)
class OnHolidays:
    holidays: Holidays


@dataclass(frozen=True, slots=True)
class Appointment:
    is_needed: bool


Modifier = (
    Counted | Once | Since | Until | InMonths | NotWeekdays | NotMonths | NotDates | OnHolidays
    | Appointment
)  # fmt: skip
Piece = Rhythm | OnDates | Hours | DayAndNight | PartOfDay | Lasting | Modifier


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and where in the text it stands."""

    piece: Piece
    span: tuple[int, int]
