"""The mail with the way back to a draft."""

from sqlalchemy.orm import Session

from core.clock import now_in_utc
from core.tokens import digest_of
from stewardship.models import Draft
from stewardship.registering.drafts import KEPT_FOR
from stewardship.registering.letters import ResumeLetter
from web.letters import address_of


def queue_resume(session: Session, draft: Draft, word: str, email: str, language: str) -> None:
    """Mail the address of a draft, at most once an hour to the same address."""
    # With the secret word in it nobody can find out which address it was by trying.
    recipient = digest_of(f"{word} {email.lower()}")[:16]
    letter = ResumeLetter(
        link=address_of("registering.resume", language, word=word), days=KEPT_FOR.days
    )
    letter.queue(
        session,
        key=f"resume:{draft.id}:{recipient}:{now_in_utc():%Y-%m-%dT%H}",
        recipient=email,
        language=language,
    )
    if draft.account_id is None and draft.email is None:
        draft.email = email.lower()
    draft.changed_at = now_in_utc()
