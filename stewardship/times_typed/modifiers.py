"""What holds for all times of a line, gathered from its pieces; nothing may be said twice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from directory.choices import Holidays
from directory.recurrence_rule import Frequency
from stewardship.times_typed.pieces import (
    Appointment,
    Counted,
    InMonths,
    NotDates,
    NotMonths,
    NotWeekdays,
    Once,
    OnHolidays,
    Piece,
    Placed,
    Rhythm,
    Since,
    Until,
)
from stewardship.times_typed.values import DoubtError, Question
from stewardship.times_typed.words import EVERY_DAY

EVERY_MONTH: Final = frozenset(range(1, 13))


@dataclass
class Modifiers:
    """``spans`` tells where in the text each kind of piece stands."""

    count: int | None = None
    since: date | None = None
    until: date | None = None
    months: tuple[int, ...] = ()
    not_weekdays: frozenset[int] = frozenset()
    left_out: list[NotDates] = field(default_factory=list)
    holidays: Holidays | None = None
    needs_appointment: bool | None = None
    is_once: bool = False
    spans: dict[type, tuple[int, int]] = field(default_factory=dict)

    def doubt(self, question: Question, kind: type, *instead: str) -> DoubtError:
        return DoubtError(question, self.spans.get(kind, (0, 0)), instead)


def gathered(placed: Iterable[Placed]) -> Modifiers:
    found = Modifiers()
    for one in placed:
        kind = type(one.piece)
        kind = InMonths if kind is NotMonths else kind
        if kind in found.spans and kind is not NotDates:
            raise DoubtError(Question.DOES_NOT_FIT, one.span)
        found.spans[kind] = one.span
        _add(found, one.piece)
    return found


_KEPT_AS: Final[Mapping[type[Piece], tuple[str, str]]] = {
    Counted: ("count", "times"),
    Since: ("since", "day"),
    Until: ("until", "day"),
    InMonths: ("months", "months"),
    NotWeekdays: ("not_weekdays", "weekdays"),
    OnHolidays: ("holidays", "holidays"),
    Appointment: ("needs_appointment", "is_needed"),
}


def _add(found: Modifiers, piece: Piece) -> None:
    if isinstance(piece, NotDates):
        found.left_out.append(piece)
    elif isinstance(piece, NotMonths):
        found.months = tuple(sorted(EVERY_MONTH - set(piece.months)))
    elif isinstance(piece, Once):
        found.is_once = True
    else:
        kept_as, value = _KEPT_AS[type(piece)]
        setattr(found, kept_as, getattr(piece, value))


def narrowed(rhythm: Rhythm, modifiers: Modifiers) -> Rhythm:
    """Return the rhythm without the weekdays and months that are left out."""
    if modifiers.not_weekdays:
        rhythm = _without_weekdays(rhythm, modifiers)
    if not modifiers.months:
        return rhythm
    is_sparse = rhythm.frequency is Frequency.MONTHLY and (rhythm.interval or 1) > 1
    if rhythm.frequency is Frequency.YEARLY or is_sparse or not rhythm.names_days:
        raise modifiers.doubt(Question.DOES_NOT_FIT, InMonths)
    return replace(rhythm, months=modifiers.months)


def _without_weekdays(rhythm: Rhythm, modifiers: Modifiers) -> Rhythm:
    is_daily = rhythm.frequency is Frequency.DAILY and (rhythm.interval or 1) == 1
    weekdays = EVERY_DAY if is_daily else rhythm.weekdays
    rest = weekdays - modifiers.not_weekdays
    is_weekly = is_daily or rhythm.frequency is Frequency.WEEKLY
    if not is_weekly or not rest or not modifiers.not_weekdays <= weekdays:
        raise modifiers.doubt(Question.DOES_NOT_FIT, NotWeekdays)
    return replace(rhythm, frequency=Frequency.WEEKLY, weekdays=rest)
