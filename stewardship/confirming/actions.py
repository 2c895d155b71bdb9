"""Saying that entries are right, and how often one wants to be asked."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from dateutil.relativedelta import relativedelta
from sqlalchemy.orm import Session

from accounts.holding import stewards_of
from core.errors import DomainError
from core.events import note_event
from directory.changes import note_changes, wait_for_turn
from directory.choices import ConfirmedBy, Status
from directory.models import ConfirmationRhythm
from stewardship.publishing import begin_rhythm, confirmed, write_entry
from stewardship.versions import entry_in_catalogue

MONTHS: Final = (3, 6, 12)


class UnknownRhythmError(DomainError):
    """One is asked every third or sixth month, or once a year."""

    code = "unknown_rhythm"
    status = 422


def confirm(
    session: Session,
    offer_ids: Sequence[str],
    *,
    actor: str,
    today: date,
    by: ConfirmedBy = ConfirmedBy.ORGANISATION,
) -> tuple[str, ...]:
    """Note that what is said of these offers is right today, and count the time to the next question.

    Returns those it was noted of: what has ended stays ended. Raises NotInCatalogueError.
    """
    wait_for_turn(session)
    noted = tuple(one for one in dict.fromkeys(offer_ids) if _confirm(session, one, today, by))
    for offer_id in noted:
        note_event(
            session, actor=actor, action="offer:confirmed", record=f"offer:{offer_id}", by=by
        )
    return noted


def set_rhythm(session: Session, offer_id: str, months: int, *, actor: str, today: date) -> None:
    """Ask so often from now on. Nobody is late by choosing to be asked more often.

    Raises UnknownRhythmError and NotInCatalogueError.
    """
    if months not in MONTHS:
        raise UnknownRhythmError(f"Every {months} months is none of {MONTHS}.")
    wait_for_turn(session)
    entry = entry_in_catalogue(session, offer_id)
    rhythm = session.get(ConfirmationRhythm, offer_id)
    if rhythm is None:
        rhythm = ConfirmationRhythm(offer_id=offer_id, due_on=today)
        session.add(rhythm)
    due_on = entry.get("confirmed_on", today) + relativedelta(months=months)
    rhythm.months, rhythm.due_on, rhythm.reminders = months, max(due_on, today), 0
    note_event(
        session, actor=actor, action="offer:rhythm_set", record=f"offer:{offer_id}", months=months
    )
    # The entry is the same and only its day another: every process reads it anew.
    session.flush()
    note_changes(session, [offer_id])


def _confirm(session: Session, offer_id: str, today: date, by: ConfirmedBy) -> bool:
    entry = entry_in_catalogue(session, offer_id)
    if entry["status"] == Status.ENDED.value:
        return False
    write_entry(session, confirmed(entry, today, by))
    # Of an offer that nobody holds nobody is asked again, so it can never be late.
    if stewards_of(session, entry["organisation"]):
        begin_rhythm(session, offer_id, today)
    return True
