"""What a moderator decides about those who prescribe, and the letter and event that come of it."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import update
from sqlalchemy.orm import Session

from accounts.models import Account
from core.clock import now_in_utc
from core.errors import DomainError, NotFoundError
from core.events import note_event
from prescribing.choices import PrescriberState
from prescribing.models import Prescriber
from prescribing.practices.letters import (
    PrescriberApprovedLetter,
    PrescriberEndedLetter,
    PrescriberRefusedLetter,
)
from web.letters import Letter, address_of


class Decision(StrEnum):
    APPROVE = "approve"
    REFUSE = "refuse"
    END = "end"


MOVES: Final[Mapping[Decision, tuple[PrescriberState, PrescriberState]]] = {
    Decision.APPROVE: (PrescriberState.ASKED, PrescriberState.APPROVED),
    Decision.REFUSE: (PrescriberState.ASKED, PrescriberState.REFUSED),
    Decision.END: (PrescriberState.APPROVED, PrescriberState.REFUSED),
}
DONE: Final[Mapping[Decision, str]] = {
    Decision.APPROVE: "approved",
    Decision.REFUSE: "refused",
    Decision.END: "ended",
}


class NoSuchPrescriberError(NotFoundError):
    """Nobody of this number prescribes, or has asked to."""


class DecidedOtherwiseError(DomainError):
    """Somebody else was first, or what was asked for is no longer what stood there."""

    code = "decided_otherwise"
    status = 409


def decide(
    session: Session, account_id: int, decision: Decision, *, asked_at: datetime, actor: str
) -> None:
    """Do what was decided about what was asked at ``asked_at``, and mail whoever asked.

    The change of the row decides who was first where two decide at once. Raises NoSuchPrescriberError
    and DecidedOtherwiseError.
    """
    before, after = MOVES[decision]
    now = now_in_utc()
    decided = session.execute(
        update(Prescriber)
        .where(
            Prescriber.account_id == account_id,
            Prescriber.state == before,
            Prescriber.asked_at == asked_at,
        )
        .values(state=after, decided_at=now, decided_by=actor)
        .returning(Prescriber.account_id)
    ).one_or_none()
    if decided is None:
        if session.get(Prescriber, account_id) is None:
            raise NoSuchPrescriberError("Nobody of this number has asked.")
        raise DecidedOtherwiseError("It has been decided, or what was asked for has changed.")
    note(session, account_id, DONE[decision], actor)
    account = session.get_one(Account, account_id)
    tell(session, account, DONE[decision], _letter(decision, account.language), now)


def note(session: Session, account_id: int, what: str, actor: str) -> None:
    """Write down what became of a prescriber; never what they prescribe."""
    record = f"prescriber:{account_id}"
    note_event(session, actor=actor, action=f"prescriber:{what}", record=record)


def tell(session: Session, account: Account, what: str, letter: Letter, now: datetime) -> None:
    letter.queue(
        session,
        key=f"prescriber_{what}:{account.id}:{now:%Y%m%dT%H%M%S%f}",
        recipient=account.email,
        language=account.language,
    )


def _letter(decision: Decision, language: str) -> Letter:
    ask_again = address_of("practices.show_ask", language)
    if decision is Decision.APPROVE:
        return PrescriberApprovedLetter(
            address_of("prescribe.show_form", language),
            address_of("practices.show_practice", language),
        )
    if decision is Decision.REFUSE:
        return PrescriberRefusedLetter(ask_again)
    return PrescriberEndedLetter(ask_again, is_unused=False)
