"""Answers that are kept from the first one on, for whoever holds the word in their address."""

import hmac
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import String, cast, delete, or_, select, update
from sqlalchemy.orm import Session

from accounts.models import Account
from core.clock import now_in_utc
from core.errors import NotFoundError
from core.tokens import LONGEST_WORD, digest_of, new_word
from stewardship.contact_points import KEY as CONTACT_POINT
from stewardship.contact_points import told_contact_point
from stewardship.models import Draft
from stewardship.registering.answers import Answers
from stewardship.versions import current_head

KEPT_FOR: Final = timedelta(days=90)
# One that was opened and never answered holds nothing that anybody would come back to.
KEPT_EMPTY_FOR: Final = timedelta(days=1)
# What it says lives on in what was proposed. For so long its address still leads to the thanks.
KEPT_SENT_FOR: Final = timedelta(days=1)
# Where messages went when a change was begun: what is turned on or off meanwhile stays so.
POINT_BEFORE: Final = "contact_point_before"


class NoSuchDraftError(NotFoundError):
    """There is no such draft, or it is not for the one who asks: from outside these look alike."""


def start_draft(session: Session, language: str) -> str:
    """Begin a draft with nothing in it, and return the word that opens it."""
    word = new_word()
    session.add(Draft(digest=digest_of(word), language=language))
    return word


def draft_of_offer(session: Session, offer_id: str, account: Account) -> str:
    """Return the word that opens this account's change to an offer, one it has begun or a new one.

    It builds on the newest words there are, proposed ones too. Raises NotInCatalogueError.
    """
    word = new_word()
    begun = session.scalars(
        select(Draft).where(
            Draft.offer_id == offer_id, Draft.account_id == account.id, Draft.sent_at.is_(None)
        )
    ).first()
    if begun is not None:
        begun.digest = digest_of(word)
        return word
    session.add(_change_to(session, offer_id, account, digest_of(word)))
    return word


def open_draft(session: Session, word: str, account_id: int | None) -> Draft:
    """Return the draft that ``word`` opens for whoever is signed in as ``account_id``, None for nobody.

    Raises NoSuchDraftError.
    """
    found = _by_digest(session, digest_of(word)) if len(word) <= LONGEST_WORD else None
    if found is None or not _is_for(found, account_id):
        raise NoSuchDraftError("There is no draft behind this address.")
    return found


def _is_for(draft: Draft, account_id: int | None) -> bool:
    """Tell whether it is theirs: a change is somebody's, a new one anybody's who has the word."""
    is_someones = draft.offer_id is not None or draft.account_id is not None
    return not is_someones or (account_id is not None and draft.account_id == account_id)


def draft_by_id(session: Session, draft_id: int) -> Draft:
    """Return a draft that is still to be sent. Raises NoSuchDraftError."""
    found = session.get(Draft, draft_id)
    if found is None or found.sent_at is not None:
        raise NoSuchDraftError("There is no draft to send.")
    return found


def answers_of(draft: Draft) -> Answers:
    return Answers(
        entry=draft.entry,
        organisation=draft.organisation,
        typed=draft.typed,
        hides_address=draft.hides_address,
        email=draft.email,
        language=draft.language,
        is_change=draft.offer_id is not None,
    )


def wait_to_write(session: Session, draft: Draft) -> None:
    """Let nobody else write these answers until the transaction ends, and read them as they are now."""
    same = update(Draft).where(Draft.id == draft.id)
    session.execute(same.values(changed_at=Draft.changed_at))
    session.refresh(draft)


def keep_answers(draft: Draft, answers: Answers) -> None:
    """Put ``answers`` in place of those the draft had."""
    draft.entry = answers.entry
    draft.organisation = answers.organisation
    draft.typed = answers.typed
    draft.hides_address = answers.hides_address
    draft.email = answers.email
    draft.language = answers.language
    draft.changed_at = now_in_utc()


def purge_drafts(session: Session, now: datetime) -> None:
    """Remove what nobody has touched for 90 days, what was never answered, and what has been sent."""
    goes = or_(
        Draft.changed_at <= now - KEPT_FOR,
        (cast(Draft.entry, String) == "{}") & (Draft.created_at <= now - KEPT_EMPTY_FOR),
        Draft.sent_at <= now - KEPT_SENT_FOR,
    )
    session.execute(delete(Draft).where(goes))


def _by_digest(session: Session, digest: str) -> Draft | None:
    found = session.scalars(select(Draft).where(Draft.digest == digest)).one_or_none()
    # The database compares as it pleases; this takes as long for a near miss as for a hit.
    return found if found is not None and hmac.compare_digest(found.digest, digest) else None


def _change_to(session: Session, offer_id: str, account: Account, digest: str) -> Draft:
    head = current_head(session, offer_id)
    point = told_contact_point(session, head)
    return Draft(
        digest=digest,
        offer_id=offer_id,
        based_on=head.number,
        account_id=account.id,
        email=account.email,
        language=account.language,
        entry=head.entry,
        hides_address=head.hides_address,
        typed={CONTACT_POINT: point, POINT_BEFORE: point} if point else {},
    )
