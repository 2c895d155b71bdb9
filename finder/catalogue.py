"""Keeps a process's picture of the catalogue in step with the database, and hands it out."""

import time
from threading import Lock
from typing import Final

from flask import Flask, current_app
from sqlalchemy.orm import Session

from core.memory import collection_paused
from directory import changes, queries
from directory.models import Offer
from finder.columns import build, replace_offers
from finder.encoding import Encoder, Row
from finder.snapshot import Snapshot
from places.gazetteer import gazetteer

LOOK_EVERY_SECONDS: Final = 1.0
# With more changes than this, building everything anew costs less than joining.
MOST_TO_JOIN: Final = 500


class Catalogue:
    """One for each process. ``current`` costs one indexed read a second at most."""

    def __init__(self, look_every_seconds: float = LOOK_EVERY_SECONDS) -> None:
        self._look_every = look_every_seconds
        self._snapshot: Snapshot | None = None
        self._looked_at = float("-inf")
        self._lock = Lock()

    def current(self, session: Session) -> Snapshot:
        """Return the newest snapshot, built or brought up to date where the database has moved on."""
        snapshot = self._snapshot
        if snapshot is not None and time.monotonic() - self._looked_at < self._look_every:
            return snapshot
        # While one brings it up to date the others answer from what there is; only the very first
        # snapshot has to be waited for.
        if not self._lock.acquire(blocking=snapshot is None) and snapshot is not None:
            return snapshot
        try:
            return self._look(session)
        finally:
            self._lock.release()

    def _look(self, session: Session) -> Snapshot:
        looked_at = time.monotonic()
        number = changes.newest_change(session)
        if self._snapshot is None:
            self._snapshot = _build(session, number)
        elif self._snapshot.number != number:
            self._snapshot = _brought_up_to_date(session, self._snapshot, number)
        self._looked_at = looked_at
        return self._snapshot


def init_app(app: Flask, *, look_every_seconds: float = LOOK_EVERY_SECONDS) -> None:
    app.extensions["catalogue"] = Catalogue(look_every_seconds)


def current(session: Session) -> Snapshot:
    catalogue: Catalogue = current_app.extensions["catalogue"]
    return catalogue.current(session)


def _build(session: Session, number: int) -> Snapshot:
    vocabulary = queries.kept_vocabulary(session)
    encoder = Encoder(vocabulary, gazetteer())
    names: dict[str, str] = {}
    rows: list[Row] = []
    with collection_paused():
        for offer in queries.published_in_stretches(session, whole=False):
            names[offer.id] = offer.name
            rows.extend(encoder.rows(offer))
        table = build(rows, encoder)
    return Snapshot(number, vocabulary, encoder, table, names)


def _brought_up_to_date(session: Session, snapshot: Snapshot, number: int) -> Snapshot:
    changed = changes.changed_since(session, snapshot.number)
    if None in changed or len(changed) > MOST_TO_JOIN:
        return _build(session, number)
    offers = {one for one in changed if one is not None}
    published = queries.published_by_ids(session, offers)
    rows = [row for offer in published.values() for row in snapshot.encoder.rows(offer)]
    table = replace_offers(snapshot.table, offers, rows, snapshot.encoder)
    return snapshot.changed(number, table, _names(snapshot, offers, published))


def _names(snapshot: Snapshot, changed: set[str], published: dict[str, Offer]) -> dict[str, str]:
    kept = {one: name for one, name in snapshot.names.items() if one not in changed}
    return kept | {offer.id: offer.name for offer in published.values()}
