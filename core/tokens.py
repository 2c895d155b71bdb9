"""Long random words that open one thing: a link in a mail, a draft. Only their digest is kept.

A word that is found in the database, in a copy of it or in a log opens nothing.
"""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import String, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from core.clock import now_in_utc
from core.db import Base
from core.errors import DomainError

BYTES = 32
LONGEST_WORD = 200


class Purpose(StrEnum):
    """What a word opens. A word made for one thing never opens another."""

    SIGN_IN = "sign_in"
    CONFIRM = "confirm"
    REGISTER = "register"
    HAND_OVER = "hand_over"
    ANSWERED = "answered"
    SIGN_IN_ELSEWHERE = "sign_in_elsewhere"
    KNOWN_ELSEWHERE = "known_elsewhere"
    LINK_IDENTITY = "link_identity"
    PRESCRIBE = "prescribe"


class UsedUpError(DomainError):
    """The link has been used, is too old, or was never ours: from outside these look alike."""

    code = "used_up"
    status = 410


class OneTimeToken(Base):
    """The digest of a word, what it is for and about, and until when it may be used."""

    __tablename__ = "one_time_token"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    purpose: Mapped[Purpose]
    subject: Mapped[dict[str, Any]]
    created_at: Mapped[datetime] = mapped_column(default=now_in_utc)
    expires_at: Mapped[datetime] = mapped_column(index=True)


def digest_of(word: str) -> str:
    return hashlib.sha256(word.encode()).hexdigest()


def new_word() -> str:
    return secrets.token_urlsafe(BYTES)


def give(session: Session, purpose: Purpose, lasts: timedelta, **subject: object) -> str:
    """Return a new word that opens ``subject`` once, within ``lasts``."""
    word = new_word()
    session.add(
        OneTimeToken(
            digest=digest_of(word),
            purpose=purpose,
            subject=subject,
            expires_at=now_in_utc() + lasts,
        )
    )
    return word


def look(session: Session, purpose: Purpose, word: str) -> dict[str, Any]:
    """Return what ``word`` opens without using it up. Raises UsedUpError."""
    found = None
    if len(word) <= LONGEST_WORD:
        wanted = digest_of(word)
        statement = select(OneTimeToken).where(
            OneTimeToken.digest == wanted,
            OneTimeToken.purpose == purpose,
            OneTimeToken.expires_at > now_in_utc(),
        )
        found = session.scalars(statement).one_or_none()
        # The database compares as it pleases; this takes as long for a near miss as for a hit.
        if found is not None and not hmac.compare_digest(found.digest, wanted):
            found = None
    if found is None:
        raise UsedUpError("The link has been used, or is too old.")
    return found.subject


def use_up(session: Session, purpose: Purpose, word: str) -> dict[str, Any]:
    """Return what ``word`` opens, and let it open nothing more. Raises UsedUpError.

    The row's removal decides who was first where two use it at once.
    """
    subject = look(session, purpose, word)
    removed = session.execute(
        delete(OneTimeToken)
        .where(OneTimeToken.digest == digest_of(word))
        .returning(OneTimeToken.digest)
    ).one_or_none()
    if removed is None:
        raise UsedUpError("The link has been used, or is too old.")
    return subject


def count_mailed(session: Session, purpose: Purpose, email: str) -> int:
    """Return how many words that were mailed to ``email`` for a purpose still open something.

    Nobody's mail box is to be filled by somebody else, who need not be the same each time.
    """
    found = select(func.count()).where(
        OneTimeToken.purpose == purpose,
        OneTimeToken.expires_at > now_in_utc(),
        OneTimeToken.subject["email"].as_string() == email,
    )
    return session.scalar(found) or 0


def purge_tokens(session: Session, now: datetime) -> None:
    session.execute(delete(OneTimeToken).where(OneTimeToken.expires_at <= now))
