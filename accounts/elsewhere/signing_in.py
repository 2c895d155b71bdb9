"""Going to the other site and coming back: who comes back is signed in, or has yet to say which account."""

import hmac
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy.orm import Session

from accounts.actions import SignedInNow, begin
from accounts.elsewhere.failures import ElsewhereError, Failure
from accounts.elsewhere.leg import Leg
from accounts.elsewhere.person import Person
from accounts.elsewhere.talk import Talk
from accounts.models import Account, OutsideIdentity
from accounts.permissions import ROLES_WITH_A_KEY
from core.clock import now_in_norway
from core.tokens import LONGEST_WORD, Purpose, UsedUpError, digest_of, give, look, new_word, use_up

# Time to find a telephone and type a code; a page that is left open is of no use to whoever comes next.
LEG_LASTS: Final = timedelta(minutes=10)
# Time for a mail to come.
UNKNOWN_LASTS: Final = timedelta(minutes=30)


@dataclass(frozen=True)
class Begun:
    """Where the browser goes now, and the word that it keeps."""

    address: str
    word: str


@dataclass(frozen=True)
class Answer:
    """What the browser brought back from the other site, as far as it is there."""

    state: str
    code: str
    error: str
    issuer: str | None


@dataclass(frozen=True)
class NotKnownYet:
    """No account is tied to them. ``word`` opens what the other site told, for this browser."""

    word: str


def begin_leg(session: Session, talk: Talk, goes_to: str | None, language: str) -> Begun:
    """Raises ElsewhereError."""
    browser = new_word()
    state = give(
        session,
        Purpose.SIGN_IN_ELSEWHERE,
        LEG_LASTS,
        browser=digest_of(browser),
        goes_to=goes_to,
        language=language,
    )
    return Begun(talk.address_for(Leg(state, browser), language), browser)


def language_of_leg(session: Session, state: str, browser: str | None) -> str:
    """Return the language that was spoken when it began. Raises ElsewhereError where it is not under way."""
    return str(_leg_under_way(session, state, browser)["language"])


def come_back(
    session: Session, talk: Talk, answer: Answer, browser: str | None
) -> SignedInNow | NotKnownYet:
    """Raises ElsewhereError.

    The other site is asked before anything is written: nobody waits for the database meanwhile.
    """
    subject = _leg_under_way(session, answer.state, browser)
    talk.check_who_answers(answer.issuer)
    if answer.error or not answer.code:
        raise ElsewhereError(Failure.SAID_NO, "no code")
    person = talk.person_of(answer.code, Leg(answer.state, browser or ""))
    _use_up_leg(session, answer.state)
    identity = session.get(OutsideIdentity, (person.issuer, person.subject))
    if identity is None:
        word = give(
            session,
            Purpose.KNOWN_ELSEWHERE,
            UNKNOWN_LASTS,
            goes_to=subject["goes_to"],
            **asdict(person),
        )
        return NotKnownYet(word)
    see_again(identity, person)
    return begin_for(session, session.get_one(Account, identity.account_id), subject["goes_to"])


def begin_for(session: Session, account: Account, goes_to: str | None) -> SignedInNow:
    """Begin a session for somebody whom the other site vouches for. Raises ElsewhereError.

    Who decides for others and has made no key yet is let in by mail alone: else the other site could
    make their first key.
    """
    if account.role in ROLES_WITH_A_KEY and not account.passkeys:
        raise ElsewhereError(Failure.NEEDS_KEY, "no key yet")
    return begin(session, account, goes_to)


def see_again(identity: OutsideIdentity, person: Person) -> None:
    """Keep what the other site says now; it is asked each time, and may take back what it said."""
    identity.name = person.name
    identity.is_authorised = person.is_authorised
    identity.seen_on = now_in_norway().date()


def is_word_of(digest: str, browser: str | None) -> bool:
    is_short = browser is not None and len(browser) <= LONGEST_WORD
    return is_short and hmac.compare_digest(digest, digest_of(browser or ""))


def _leg_under_way(session: Session, state: str, browser: str | None) -> Mapping[str, Any]:
    try:
        subject = look(session, Purpose.SIGN_IN_ELSEWHERE, state)
    except UsedUpError:
        raise ElsewhereError(Failure.NOT_OURS, "state") from None
    if not is_word_of(subject["browser"], browser):
        raise ElsewhereError(Failure.NOT_OURS, "another browser")
    return subject


def _use_up_leg(session: Session, state: str) -> None:
    try:
        use_up(session, Purpose.SIGN_IN_ELSEWHERE, state)
    except UsedUpError:
        raise ElsewhereError(Failure.NOT_OURS, "state") from None
