"""What a moderator decides about those who prescribe, and the letter and event that come of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, and_, false, select, update
from sqlalchemy.orm import Session

from accounts.models import Account
from core.clock import now_in_utc
from core.errors import DomainError, NotFoundError
from core.events import note_event
from prescribing.choices import PracticeKind, PrescriberState
from prescribing.models import Practice, Prescriber
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
PARTED_BY: Final = " "
DONE: Final[Mapping[Decision, str]] = {
    Decision.APPROVE: "approved",
    Decision.REFUSE: "refused",
    Decision.END: "ended",
}


@dataclass(frozen=True)
class Seen:
    """What a moderator had before them: when it was asked, and where they were said to work."""

    asked_at: datetime
    kind: PracticeKind
    municipality: str
    orgnr: str | None

    @classmethod
    def read(cls, words: str) -> "Seen":
        """Raises ValueError where ``words`` never came from here."""
        asked_at, kind, municipality, orgnr = words.split(PARTED_BY)
        if not (municipality + orgnr).isdecimal():
            raise ValueError("A municipality and an organisation have numbers.")
        return cls(
            datetime.fromisoformat(asked_at), PracticeKind(kind), municipality, orgnr or None
        )

    def written(self) -> str:
        told = (self.asked_at.isoformat(), self.kind.value, self.municipality, self.orgnr or "")
        return PARTED_BY.join(told)


class NoSuchPrescriberError(NotFoundError):
    """Nobody of this number prescribes, or has asked to."""


class DecidedOtherwiseError(DomainError):
    """Somebody else was first, or what was asked for is no longer what stood there."""

    code = "decided_otherwise"
    status = 409


def decide(
    session: Session, account_id: int, decision: Decision, *, seen: Seen | None, actor: str
) -> None:
    """Do what was decided about what was ``seen``, and mail whoever asked.

    The change of the row decides who was first where two decide at once. Raises NoSuchPrescriberError,
    and DecidedOtherwiseError where it is no longer what was seen, or nothing was.
    """
    before, after = MOVES[decision]
    now = now_in_utc()
    decided = session.execute(
        update(Prescriber)
        .where(
            Prescriber.account_id == account_id,
            Prescriber.state == before,
            _is_as(seen),
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


def _is_as(seen: Seen | None) -> ColumnElement[bool]:
    """Return whether a row is still as it was seen; others who ask may change where that is."""
    if seen is None:
        return false()
    place = select(Practice.id).where(
        Practice.kind == seen.kind,
        Practice.municipality == seen.municipality,
        Practice.orgnr == seen.orgnr,
    )
    return and_(Prescriber.asked_at == seen.asked_at, Prescriber.practice_id.in_(place))


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
