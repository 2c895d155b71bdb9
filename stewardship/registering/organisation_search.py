"""Which organisation of the catalogue somebody means by a name or a number."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.models import Organisation
from stewardship.duplicates.homographs import looks_like


def find_organisation(session: Session, typed: str) -> str | None:
    """Return the id of the organisation with this very name, other name or number; None if none has it."""
    wanted = looks_like(typed)
    if not wanted:
        return None
    everyone = select(
        Organisation.id, Organisation.name, Organisation.aliases, Organisation.orgnr
    ).order_by(Organisation.id)
    for row in session.execute(everyone):
        names = (row.name, *row.aliases, *([row.orgnr] if row.orgnr else []))
        if wanted in map(looks_like, names):
            return str(row.id)
    return None


def organisation_name(session: Session, organisation_id: str) -> str:
    """Return an organisation's name; its id where it is not in the catalogue yet."""
    found = session.get(Organisation, organisation_id)
    return found.name if found else organisation_id
