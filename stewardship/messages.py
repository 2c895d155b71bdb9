"""Whether a group takes a first message through us, and where it goes."""

from sqlalchemy.orm import Session

from core.events import note_event
from directory.changes import wait_for_turn
from stewardship.contact_points import keep_contact_point
from stewardship.versions import current_head


def take_messages(session: Session, offer_id: str, *, email: str, days: int, actor: str) -> None:
    """Let visitors write to a group, which promises to answer within ``days``.

    Raises NotInCatalogueError.
    """
    wait_for_turn(session)
    point = {"email": email, "answers_within_days": days}
    keep_contact_point(session, current_head(session, offer_id), point)
    _note(session, offer_id, actor, "offer:messages_on")


def take_no_messages(session: Session, offer_id: str, *, actor: str) -> None:
    """Raises NotInCatalogueError."""
    wait_for_turn(session)
    keep_contact_point(session, current_head(session, offer_id), None)
    _note(session, offer_id, actor, "offer:messages_off")


def _note(session: Session, offer_id: str, actor: str, action: str) -> None:
    note_event(session, actor=actor, action=action, record=f"offer:{offer_id}")
