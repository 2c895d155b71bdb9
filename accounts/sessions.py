"""Browsers that are signed in: begun with a word that only the browser keeps, ended by us."""

import hmac
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from accounts.models import Account, Role, SignInSession
from core.clock import now_in_utc
from core.tokens import LONGEST_WORD, OneTimeToken, Purpose, digest_of, new_word

# Stewards look in twice a year; who decides for others does it from day to day.
LASTS: Final = {
    Role.STEWARD: timedelta(days=14),
    Role.MODERATOR: timedelta(hours=12),
    Role.ADMIN: timedelta(hours=12),
}


def begin_session(session: Session, account: Account) -> str:
    """Return the word of a new session."""
    word = new_word()
    now = now_in_utc()
    session.add(
        SignInSession(
            digest=digest_of(word),
            account_id=account.id,
            created_at=now,
            expires_at=now + LASTS[account.role],
        )
    )
    return word


def find_session(session: Session, word: str) -> SignInSession | None:
    """Return what ``word`` opens; None where it opens nothing, or nothing any more."""
    if len(word) > LONGEST_WORD:
        return None
    wanted = digest_of(word)
    found = session.get(SignInSession, wanted)
    # The database compares as it pleases; this takes as long for a near miss as for a hit.
    if found is None or not hmac.compare_digest(found.digest, wanted):
        return None
    return found if found.expires_at > now_in_utc() else None


def end_session(session: Session, word: str) -> None:
    session.execute(delete(SignInSession).where(SignInSession.digest == digest_of(word)))


def end_all_sessions(session: Session, account: Account) -> None:
    """Sign an account out everywhere; no link that is in a mail box already signs it in again."""
    session.execute(delete(SignInSession).where(SignInSession.account_id == account.id))
    session.execute(
        delete(OneTimeToken).where(
            OneTimeToken.purpose == Purpose.SIGN_IN,
            OneTimeToken.subject["account"].as_integer() == account.id,
        )
    )
    session.execute(
        delete(OneTimeToken).where(
            OneTimeToken.purpose.in_((Purpose.LINK_IDENTITY, Purpose.PRESCRIBE)),
            OneTimeToken.subject["email"].as_string() == account.email,
        )
    )


def count_sessions(session: Session, account: Account) -> int:
    """Return in how many browsers the account is signed in just now."""
    found = select(func.count()).where(
        SignInSession.account_id == account.id, SignInSession.expires_at > now_in_utc()
    )
    return session.scalar(found) or 0


def purge_sessions(session: Session, now: datetime) -> None:
    session.execute(delete(SignInSession).where(SignInSession.expires_at <= now))
