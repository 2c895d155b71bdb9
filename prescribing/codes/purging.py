"""Throwing away sheets that nobody can renew any more."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from core.clock import NORWAY
from prescribing.codes.validity import newest_gone
from prescribing.models import Prescription


def purge_prescriptions(session: Session, now: datetime) -> None:
    """``now`` is an aware moment. The counts stay: they tell of no single sheet."""
    latest = newest_gone(now.astimezone(NORWAY).date())
    session.execute(delete(Prescription).where(Prescription.expires_on <= latest))
