"""What the record asks of a code: when its sheet was made."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from prescribing.models import Prescription


def find_month(session: Session, code: str) -> str | None:
    """Return the month in which the sheet with a code was made, such as 2026-11."""
    return session.scalar(select(Prescription.month).where(Prescription.code == code))
