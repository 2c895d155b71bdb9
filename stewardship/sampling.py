"""Of what trusted organisations publish by themselves, every tenth is looked at afterwards."""

from typing import Final

from sqlalchemy.orm import Session

from stewardship.flags import raise_flag
from stewardship.models import FlagKind, Revision, TrustedOrganisation

ONE_IN: Final = 10
"""The first is looked at, and then every tenth."""


def note_published(session: Session, version: Revision) -> None:
    """Count what a trusted organisation has published, and flag it where it is to be looked at."""
    trust = session.get(TrustedOrganisation, version.entry["organisation"])
    if trust is None:
        return
    if trust.published % ONE_IN == 0:
        raise_flag(session, version.offer_id, FlagKind.SAMPLE, str(version.number))
    trust.published += 1
