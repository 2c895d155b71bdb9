"""Which organisations publish their own changes at once."""

from sqlalchemy.orm import Session

from core.events import note_event
from stewardship.models import TrustedOrganisation


def trust(session: Session, organisation_id: str, actor: str) -> None:
    """Let an organisation publish without waiting. Trusting it twice changes nothing."""
    if session.get(TrustedOrganisation, organisation_id) is None:
        session.add(TrustedOrganisation(organisation_id=organisation_id))
        _note(session, organisation_id, actor, "organisation:trusted")


def trust_no_more(session: Session, organisation_id: str, actor: str) -> None:
    trusted = session.get(TrustedOrganisation, organisation_id)
    if trusted is not None:
        session.delete(trusted)
        _note(session, organisation_id, actor, "organisation:trusted_no_more")


def _note(session: Session, organisation_id: str, actor: str, action: str) -> None:
    note_event(session, actor=actor, action=action, record=f"organisation:{organisation_id}")
