"""What every published offer is called, in the form in which names are compared; kept by each process."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from threading import Lock

from flask import current_app
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from directory.changes import changed_since, newest_change
from directory.choices import Status
from directory.models import Offer, Organisation
from directory.queries import chunks
from stewardship.duplicates.homographs import looks_like

Named = Select[str, str, list[str], str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """An offer's name and its organisation's as they are written, and both as they are compared."""

    name: str
    names: frozenset[str]
    organisation_id: str
    organisation: str
    organisation_looks: str


class KnownNames:
    """Brought up to date by the numbers of changes, as the catalogue in memory is."""

    def __init__(self) -> None:
        self._number = -1
        self._known: Mapping[str, Known] = {}
        self._lock = Lock()

    def current(self, session: Session) -> Mapping[str, Known]:
        """Return the published offers by id."""
        with self._lock:
            number = newest_change(session)
            if number != self._number:
                self._known = self._followed(session)
                self._number = number
            return self._known

    def _followed(self, session: Session) -> dict[str, Known]:
        changed = changed_since(session, self._number)
        if self._number < 0 or None in changed:
            return _read(session, [_published()])
        ids = {one for one in changed if one is not None}
        kept = {one: known for one, known in self._known.items() if one not in ids}
        return kept | _read(
            session, (_published().where(Offer.id.in_(some)) for some in chunks(ids))
        )


def known_names(session: Session) -> Mapping[str, Known]:
    names: KnownNames = current_app.extensions.setdefault("known_names", KnownNames())
    return names.current(session)


def _published() -> Named:
    return (
        select(Offer.id, Offer.name, Offer.aliases, Offer.organisation_id, Organisation.name)
        .join(Organisation, Organisation.id == Offer.organisation_id)
        .where(Offer.status == Status.PUBLISHED)
        .order_by(Offer.id)
    )


def _read(session: Session, statements: Iterable[Named]) -> dict[str, Known]:
    return {
        offer: Known(
            name=name,
            names=frozenset(map(looks_like, (name, *aliases))),
            organisation_id=organisation_id,
            organisation=organisation,
            organisation_looks=looks_like(organisation),
        )
        for statement in statements
        for offer, name, aliases, organisation_id, organisation in session.execute(statement)
    }
