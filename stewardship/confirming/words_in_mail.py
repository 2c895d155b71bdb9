"""The word in a mailed link by which a steward answers, and what it says when it is opened again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy.orm import Session

from accounts.holding import organisations_of
from accounts.models import Account
from core.clock import now_in_utc
from core.tokens import OneTimeToken, Purpose, UsedUpError, digest_of, give, look, use_up
from directory.changes import wait_for_turn
from directory.models import Offer
from directory.queries import published_by_ids

LASTS: Final = timedelta(days=60)


class Answer(StrEnum):
    """What was answered with a word. It opens nothing more, and says so."""

    CONFIRMED = "confirmed"
    CHANGED = "changed"
    SENT = "sent"
    PAUSED = "paused"
    ENDED = "ended"
    OPEN_AS_USUAL = "open_as_usual"
    CLOSED = "closed"
    ASK = "ask"


@dataclass(frozen=True)
class Asked:
    """What a word is for: which offers, of whom it was asked, and of which season (None: of everything)."""

    offers: tuple[str, ...]
    account_id: int
    season: str | None


@dataclass(frozen=True)
class Answered:
    """What a word was used for, and when."""

    answer: Answer
    on: date
    offers: int


def word_for(
    session: Session, account: Account, offer_ids: Sequence[str], season: str | None = None
) -> str:
    """Return a new word by which ``account`` can answer for these offers, once."""
    return give(
        session,
        Purpose.CONFIRM,
        LASTS,
        offers=list(offer_ids),
        account=account.id,
        season=season,
    )


def find_answered(session: Session, word: str) -> Answered | None:
    """Return what a word was used for, None where it was not used. Raises UsedUpError."""
    return _answered(look(session, Purpose.CONFIRM, word))


def asked_by(session: Session, word: str) -> Asked:
    """Return what a word is for, as far as it is still theirs to answer. Raises UsedUpError."""
    subject = look(session, Purpose.CONFIRM, word)
    if _answered(subject) is not None:
        raise UsedUpError("The link has been used.")
    return _asked(session, subject)


def take_answer(session: Session, word: str) -> Asked:
    """Return what a word is for, and let nobody else use it. Raises UsedUpError."""
    # Whoever comes second waits here, and finds that it has been used.
    wait_for_turn(session)
    asked = asked_by(session, word)
    use_up(session, Purpose.CONFIRM, word)
    return asked


def keep_answer(session: Session, word: str, answer: Answer, offers: int, today: date) -> None:
    """Let a word that was taken say for a while what it was used for, and nothing else."""
    session.add(
        OneTimeToken(
            digest=digest_of(word),
            purpose=Purpose.CONFIRM,
            subject={"answer": answer, "on": today.isoformat(), "offers": offers},
            expires_at=now_in_utc() + LASTS,
        )
    )


def offers_asked(session: Session, asked: Asked) -> list[Offer]:
    """Return the offers in the order of the mail."""
    found = published_by_ids(session, asked.offers)
    return [found[one] for one in asked.offers if one in found]


def _asked(session: Session, subject: dict[str, Any]) -> Asked:
    """A mail may be older than the last change of hands: only who holds an offer still answers for it."""
    account = session.get(Account, subject["account"])
    held = organisations_of(session, account) if account is not None else set()
    found = published_by_ids(session, subject["offers"])
    offers = tuple(
        one for one in subject["offers"] if one in found and found[one].organisation_id in held
    )
    if not offers:
        raise UsedUpError("There is nothing left to answer for.")
    return Asked(offers, subject["account"], subject["season"])


def _answered(subject: dict[str, Any]) -> Answered | None:
    if "answer" not in subject:
        return None
    return Answered(Answer(subject["answer"]), date.fromisoformat(subject["on"]), subject["offers"])
