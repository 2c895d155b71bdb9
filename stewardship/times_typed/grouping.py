"""The pieces of a line put together: which hours belong to which days, and what holds for all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from directory.recurrence_rule import Frequency
from stewardship.times_typed.pieces import (
    DayAndNight,
    Hours,
    Lasting,
    OnDates,
    PartOfDay,
    Piece,
    Placed,
    Rhythm,
)
from stewardship.times_typed.values import DoubtError, Question
from stewardship.times_typed.words import EVERY_DAY

Days = Rhythm | OnDates
HoursPiece = Hours | DayAndNight
_OWN = (Rhythm, OnDates, Hours, DayAndNight, PartOfDay, Lasting)


@dataclass
class Group:
    """Days with their hours. ``span`` is where in the text the days stand, ``whole`` all of it."""

    rhythm: Rhythm | None = None
    dates: tuple[date, ...] = ()
    hours: list[Placed] = field(default_factory=list)
    part: str | None = None
    minutes: int | None = None
    span: tuple[int, int] = (0, 0)
    whole: tuple[int, int] = (0, 0)

    @property
    def has_days(self) -> bool:
        return self.rhythm is not None or bool(self.dates)


def groups_of(placed: Sequence[Placed]) -> tuple[list[Group], list[Placed]]:
    """Return the groups of a line, and the pieces that hold for each of them."""
    own = [one for one in placed if isinstance(one.piece, _OWN)]
    modifiers = [one for one in placed if not isinstance(one.piece, _OWN)]
    groups = list(_grouped(own))
    weekdays = [one for one in own if isinstance(one.piece, Rhythm) and one.piece.weekdays]
    has_several = any(len(group.hours) > 1 for group in groups)
    if len(groups) > 1 or len(weekdays) > 1 or has_several:
        _refuse_between(own, modifiers)
    for group in groups:
        _refuse_whole_day_beside_hours(group)
    if len(groups) > 1:
        begins_with_days = isinstance(own[0].piece, Rhythm | OnDates)
        for group in groups:
            # «10–14, helg 12–16» does not tell which of the two belongs to the weekend.
            if not (begins_with_days and group.has_days and group.hours):
                raise DoubtError(Question.ONE_LINE_EACH, group.whole)
    return groups, modifiers


def _refuse_whole_day_beside_hours(group: Group) -> None:
    for one in group.hours:
        if isinstance(one.piece, DayAndNight) and len(group.hours) > 1:
            raise DoubtError(Question.DOES_NOT_FIT, one.span)


def _refuse_between(own: Sequence[Placed], modifiers: Iterable[Placed]) -> None:
    """Ask where something between two times may hold for one of them or for both."""
    for one in modifiers:
        if own[0].span[0] < one.span[0] < own[-1].span[0]:
            raise DoubtError(Question.ONE_LINE_EACH, one.span)


def _grouped(own: Sequence[Placed]) -> Iterable[Group]:
    group: Group | None = None
    begins_with_days = bool(own) and isinstance(own[0].piece, Rhythm | OnDates | PartOfDay)
    for one in own:
        is_first_kind = isinstance(
            one.piece, (Rhythm | OnDates) if begins_with_days else HoursPiece
        )
        is_full = group is not None and group.has_days and bool(group.hours)
        if group is None or (is_first_kind and is_full):
            if group is not None:
                yield group
            group = Group(whole=one.span)
        _add(group, one)
    if group is not None:
        yield group


def _add(group: Group, one: Placed) -> None:
    piece: Piece = one.piece
    group.whole = (group.whole[0], max(group.whole[1], one.span[1]))
    doubt = DoubtError(Question.DOES_NOT_FIT, one.span)
    if isinstance(piece, Rhythm | OnDates):
        _add_days(group, piece, one.span)
    elif isinstance(piece, Hours | DayAndNight):
        group.hours.append(one)
    elif isinstance(piece, PartOfDay):
        if group.part not in {None, piece.name}:
            raise doubt
        group.part = piece.name
    elif isinstance(piece, Lasting):
        if group.minutes is not None:
            raise doubt
        group.minutes = piece.minutes


def _add_days(group: Group, piece: Days, span: tuple[int, int]) -> None:
    has_dates = isinstance(piece, OnDates)
    if (has_dates and group.has_days) or (not has_dates and group.dates):
        raise DoubtError(Question.DOES_NOT_FIT, span)
    if isinstance(piece, OnDates):
        group.dates = piece.dates
    elif group.rhythm is None:
        group.rhythm = piece
    elif (together := _together(group.rhythm, piece, group.part)) is not None:
        group.rhythm = together
        span = (group.span[0], span[1])
    else:
        raise DoubtError(Question.DOES_NOT_FIT, span)
    group.span = span


def _by_weekday(one: Rhythm, other: Rhythm) -> Rhythm:
    """Return every day as seven weekdays where the other tells of weeks: «hver dag annenhver uke»."""
    is_of_weeks = other.frequency is Frequency.WEEKLY and not other.names_days
    is_every_day = one == Rhythm(Frequency.DAILY)
    return Rhythm(Frequency.WEEKLY, weekdays=EVERY_DAY) if is_of_weeks and is_every_day else one


def _together(one: Rhythm, other: Rhythm, part: str | None) -> Rhythm | None:
    """Return «tirsdag» and «annenhver uke» as one rhythm; None where they say different things.

    Two lists of weekdays only go together as in «mandag kveld og torsdag kveld».
    """
    are_plain = all(
        rhythm == Rhythm(Frequency.WEEKLY, weekdays=rhythm.weekdays) for rhythm in (one, other)
    )
    if are_plain and part is not None:
        return replace(one, weekdays=one.weekdays | other.weekdays)
    one, other = _by_weekday(one, other), _by_weekday(other, one)
    named, how_often = (one, other) if one.names_days else (other, one)
    if how_often.names_days or named.frequency is not how_often.frequency:
        return None
    if named.frequency is Frequency.YEARLY:
        return None
    intervals = {rhythm.interval for rhythm in (one, other) if rhythm.interval is not None}
    parities = {rhythm.parity for rhythm in (one, other) if rhythm.parity is not None}
    if len(intervals) > 1 or len(parities) > 1:
        return None
    return replace(named, interval=max(intervals, default=None), parity=max(parities, default=None))
