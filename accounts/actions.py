"""What people do with their own account: ask for a link, sign in by it, choose a language."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from accounts.letters import SignInLetter
from accounts.models import Account
from accounts.permissions import ROLES_WITH_A_KEY
from accounts.queries import address_kept, find_account
from accounts.sessions import begin_session
from core.clock import now_in_norway, now_in_utc
from core.events import account_actor, note_event
from core.outbox import OutgoingMail
from core.tokens import OneTimeToken, Purpose, UsedUpError, digest_of, give, look, use_up
from web.letters import address_of

LINK_LASTS: Final = timedelta(minutes=15)
# So that nobody's mail box is filled by somebody else.
MOST_LINKS: Final = 3
# No account has this number.
NOBODY: Final = 0


@dataclass(frozen=True)
class SignedInNow:
    """Who has just signed in, the word for their browser, and where they were going, if anywhere."""

    account: Account
    word: str
    goes_to: str | None


def ask_to_sign_in(session: Session, email: str, language: str, goes_to: str | None = None) -> None:
    """Mail a link, where an account has the address and has not got too many links just now.

    For every other address the same is done and taken back, so that neither the answer nor the
    time it takes tells which addresses are known.
    """
    account = find_account(session, email)
    number = account.id if account else NOBODY
    has_enough = _live_links(session, number) >= MOST_LINKS
    is_answered = account is not None and not has_enough
    word = give(
        session,
        Purpose.SIGN_IN,
        LINK_LASTS,
        account=number if is_answered else NOBODY,
        goes_to=goes_to,
    )
    key = f"sign_in:{digest_of(word)}"
    address = address_of("accounts.show_link", language, word=word)
    SignInLetter(address, LINK_LASTS // timedelta(minutes=1)).queue(
        session, key=key, recipient=address_kept(email), language=language
    )
    session.flush()
    session.execute(
        delete(OutgoingMail).where(OutgoingMail.key == ("" if is_answered else key)),
    )


def look_at_link(session: Session, word: str) -> None:
    """Raises UsedUpError where the link signs nobody in."""
    look(session, Purpose.SIGN_IN, word)


def sign_in(session: Session, word: str) -> SignedInNow:
    """Use a link up and begin a session. Raises UsedUpError."""
    subject = use_up(session, Purpose.SIGN_IN, word)
    account = session.get(Account, subject["account"])
    if account is None:
        raise UsedUpError("The link has been used, or is too old.")
    return begin(session, account, subject["goes_to"])


def begin(session: Session, account: Account, goes_to: str | None) -> SignedInNow:
    """Begin a session for somebody who has just proved that the account is theirs."""
    account.last_seen_on = now_in_norway().date()
    if account.role in ROLES_WITH_A_KEY:
        note_account(session, account, "account:signed_in", actor=account_actor(account.id))
    return SignedInNow(account, begin_session(session, account), goes_to)


def choose_language(account: Account, language: str) -> None:
    account.language = language


def note_account(
    session: Session, account: Account, action: str, *, actor: str, **details: object
) -> None:
    """Write down what was done to an account."""
    record = f"account:{account.id}"
    note_event(session, actor=actor, action=action, record=record, **details)


def _live_links(session: Session, number: int) -> int:
    found = select(func.count()).where(
        OneTimeToken.purpose == Purpose.SIGN_IN,
        OneTimeToken.expires_at > now_in_utc(),
        OneTimeToken.subject["account"].as_integer() == number,
    )
    return session.scalar(found) or 0
