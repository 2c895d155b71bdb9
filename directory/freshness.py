"""How far an entry has aged: from confirmed, by the day its steward is asked again, to silent for a year."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from directory.models import Offer

ASKED_BEFOREHAND: Final = timedelta(days=30)


class Stage(StrEnum):
    """Where an entry stands between one confirmation and the next that is due.

    UNASKED is of an entry that nobody holds: its steward cannot be late with an answer.
    """

    UNASKED = "unasked"
    CONFIRMED = "confirmed"
    SOON_DUE = "soon_due"
    OVERDUE = "overdue"
    SILENT = "silent"


LATE: Final = (Stage.OVERDUE, Stage.SILENT)


def stage_of(due_on: date | None, today: date) -> Stage:
    """Return the stage of an entry that is to be confirmed by ``due_on``; every answer moves that day.

    The day itself is in time, and silence is told twelve months after it.
    """
    if due_on is None:
        return Stage.UNASKED
    if due_on < a_year_before(today):
        return Stage.SILENT
    if due_on < today:
        return Stage.OVERDUE
    if due_on - ASKED_BEFOREHAND <= today:
        return Stage.SOON_DUE
    return Stage.CONFIRMED


def stage_of_offer(offer: Offer, today: date) -> Stage:
    return stage_of(offer.rhythm.due_on if offer.rhythm else None, today)


def a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # 29 February
        return day.replace(year=day.year - 1, day=28)
