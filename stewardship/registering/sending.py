"""Sending what somebody has written: the link that shows whose mail address it is, and what follows."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy.orm import Session

from accounts.models import Account
from accounts.queries import account_for, find_account
from core import tokens
from core.clock import now_in_utc
from core.tokens import Purpose, UsedUpError
from stewardship.claiming import claim
from stewardship.contact_points import KEY as CONTACT_POINT
from stewardship.contact_points import keep_contact_point
from stewardship.models import Draft, Revision
from stewardship.proposing import Proposal, checked_draft, propose_change, propose_new
from stewardship.registering.answers import Answers
from stewardship.registering.drafts import (
    POINT_BEFORE,
    NoSuchDraftError,
    answers_of,
    draft_by_id,
)
from stewardship.registering.letters import VerifyLetter
from stewardship.registering.requirements import Missing, missing_from
from stewardship.verification import Way
from web.letters import address_of

LASTS: Final = timedelta(days=7)
MOST_MAILED: Final = 5


class IncompleteError(Exception):
    """Something has to be told first; ``missing`` says what."""

    def __init__(self, missing: list[Missing]) -> None:
        super().__init__("Something is missing.")
        self.missing = missing


@dataclass(frozen=True)
class Claimed:
    """What somebody claims, and how they can be known to speak for it."""

    offer_id: str
    name: str
    email: str
    way: Way
    whom: str
    language: str


@dataclass(frozen=True)
class Waiting:
    """What a link in a mail sends. ``draft`` is None where it is a claim."""

    name: str
    email: str
    draft: Draft | None
    missing: list[Missing]
    subject: dict[str, Any]


def ask_to_verify(session: Session, draft: Draft) -> None:
    """Mail the link that sends a draft. Raises IncompleteError and FaultyEntryError."""
    answers = answers_of(draft)
    missing = missing_from(answers)
    if missing or answers.email is None:
        raise IncompleteError(missing)
    checked_draft(session, draft)
    _mail(session, answers.email, answers.entry["name"], _language(answers), {"draft": draft.id})


def ask_to_verify_claim(session: Session, claimed: Claimed) -> None:
    subject = {
        "claims": claimed.offer_id,
        "name": claimed.name,
        "way": claimed.way.value,
        "whom": claimed.whom,
        "language": claimed.language,
    }
    _mail(session, claimed.email, claimed.name, claimed.language, subject)


def waiting_behind(session: Session, word: str) -> Waiting:
    """Return what the word of a mail sends, without sending it. Raises UsedUpError."""
    return _waiting(session, tokens.look(session, Purpose.REGISTER, word))


def send_waiting(session: Session, word: str) -> bool:
    """Send it, and return whether it was a claim.

    Raises UsedUpError, IncompleteError and FaultyEntryError.
    """
    waiting = _waiting(session, tokens.use_up(session, Purpose.REGISTER, word))
    if waiting.missing:
        raise IncompleteError(waiting.missing)
    if waiting.draft is None:
        told = waiting.subject
        account = _account(session, waiting.email, told["language"])
        claim(session, told["claims"], account, Way(told["way"]), told["whom"])
        return True
    answers = answers_of(waiting.draft)
    account = _account(session, waiting.email, _language(answers))
    version = propose_new(session, waiting.draft, account)
    _keep_beside(session, version, answers)
    return False


def send_change(
    session: Session, draft: Draft, account: Account, *, may_publish: bool = False
) -> Revision:
    """Propose the change that a draft holds; ``may_publish`` is for moderators.

    Raises IncompleteError, ConflictError, NotInCatalogueError and FaultyEntryError.
    """
    answers = answers_of(draft)
    missing = missing_from(answers)
    if missing or draft.offer_id is None or draft.based_on is None:
        raise IncompleteError(missing)
    proposal = Proposal(draft.entry, draft.hides_address, draft.based_on)
    version = propose_change(session, draft.offer_id, proposal, account, may_publish=may_publish)
    _keep_beside(session, version, answers)
    draft.sent_at = now_in_utc()
    return version


def _keep_beside(session: Session, version: Revision, answers: Answers) -> None:
    """Keep what is no part of an entry, where something else is told of it than when one began."""
    point = answers.typed.get(CONTACT_POINT)
    if point != answers.typed.get(POINT_BEFORE):
        keep_contact_point(session, version, point)


def _mail(session: Session, email: str, name: str, language: str, subject: dict[str, Any]) -> None:
    # Whoever gets the mails may not be who asks for them. Those that are there still work.
    if tokens.count_mailed(session, Purpose.REGISTER, email) >= MOST_MAILED:
        return
    word = tokens.give(session, Purpose.REGISTER, LASTS, email=email, **subject)
    link = address_of("sending.show_verify", language, word=word)
    VerifyLetter(name=name, link=link, days=LASTS.days).queue(
        session,
        key=f"verify:{tokens.digest_of(word)}",
        recipient=email,
        language=language,
    )


def _waiting(session: Session, subject: dict[str, Any]) -> Waiting:
    email = subject["email"]
    if "claims" in subject:
        return Waiting(subject["name"], email, None, [], subject)
    try:
        draft = draft_by_id(session, subject["draft"])
    except NoSuchDraftError:
        raise UsedUpError("What this link sends has been sent, or is gone.") from None
    # A mail that went to another address than the one that stands there now is no proof of it.
    if draft.email != email:
        raise UsedUpError("The address has been changed since this was mailed.")
    answers = answers_of(draft)
    name = str(answers.entry.get("name", ""))
    return Waiting(name, email, draft, missing_from(answers), subject)


def _account(session: Session, email: str, language: str) -> Account:
    is_new = find_account(session, email) is None
    account = account_for(session, email)
    if is_new:
        account.language = language
    session.flush()
    return account


def _language(answers: Answers) -> str:
    return str(answers.typed.get("mail_language", answers.language))
