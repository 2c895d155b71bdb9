"""Writing to the catalogue: offers and organisations, each as a whole record."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from directory.changes import note_changes, wait_for_turn
from directory.entries import Entry, entry_of_offer, entry_of_organisation, entry_of_record
from directory.models import Confirmation, Offer, Organisation, Schedule, Source, Venue
from directory.offer_file import OfferRecord, OrganisationRecord
from directory.offer_files import Batch
from directory.queries import chunks

Row = dict[str, Any]


@dataclass(frozen=True)
class Written:
    """How many records were new or different, and were therefore written."""

    organisations: int
    offers: int


def save_batch(session: Session, batch: Batch) -> Written:
    """Put every record of ``batch`` in place of the one with its id; what is the same is left alone."""
    wait_for_turn(session)
    organisations = _save_organisations(session, batch.organisations)
    renamed = set(organisations)
    offers = _different_offers(session, batch.offers)
    _save_offers(session, offers)
    touched = {record.id for record in offers} | _offers_of(session, renamed)
    note_changes(session, sorted(touched))
    # Rows were written past the objects that stand for them: those are to be read anew. Whatever
    # the caller has on its way is written first, or it would be forgotten.
    session.flush()
    session.expire_all()
    return Written(organisations=len(organisations), offers=len(offers))


def _save_organisations(session: Session, records: dict[str, OrganisationRecord]) -> list[str]:
    kept: dict[str, Entry] = {}
    for ids in chunks(records):
        found = session.scalars(select(Organisation).where(Organisation.id.in_(ids)))
        kept |= {organisation.id: entry_of_organisation(organisation) for organisation in found}
    different = [r for r in records.values() if kept.get(r.id) != entry_of_record(r)]
    rows = [record.model_dump() for record in different]
    _insert(session, Organisation, [row for row in rows if row["id"] not in kept])
    _update(session, Organisation, [row for row in rows if row["id"] in kept])
    return [record.id for record in different]


def _offers_of(session: Session, organisations: set[str]) -> set[str]:
    """Return the offers whose pages name one of ``organisations``."""
    found: set[str] = set()
    for ids in chunks(sorted(organisations)):
        found.update(session.scalars(select(Offer.id).where(Offer.organisation_id.in_(ids))))
    return found


def _different_offers(session: Session, records: dict[str, OfferRecord]) -> list[OfferRecord]:
    different: list[OfferRecord] = []
    for ids in chunks(records):
        found = session.scalars(select(Offer).where(Offer.id.in_(ids)))
        kept = {offer.id: entry_of_offer(offer) for offer in found}
        different += [records[i] for i in ids if kept.get(i) != entry_of_record(records[i])]
    return different


def _save_offers(session: Session, records: Sequence[OfferRecord]) -> None:
    ids = [record.id for record in records]
    known: set[str] = set()
    for some in chunks(ids):
        known.update(session.scalars(select(Offer.id).where(Offer.id.in_(some))))
        for model in (Venue, Schedule, Source, Confirmation):
            session.execute(delete(model).where(model.offer_id.in_(some)))
    rows = [_offer_row(record) for record in records]
    _insert(session, Offer, [row for row in rows if row["id"] not in known])
    _update(session, Offer, [row for row in rows if row["id"] in known])
    _insert(session, Schedule, [row for r in records for row in _schedule_rows(r)])
    _insert(session, Venue, [row for r in records for row in _venue_rows(r)])
    _insert(session, Confirmation, [_confirmation_row(record) for record in records])
    _insert(session, Source, [row for r in records for row in _source_rows(r)])


def _offer_row(record: OfferRecord) -> Row:
    row = record.model_dump(
        exclude={
            "organisation",
            "age",
            "cost",
            "schedules",
            "confirmed_on",
            "confirmed_by",
            "sources",
        }
    )
    row["organisation_id"] = record.organisation
    row["audience"] = [audience.value for audience in record.audience]
    row["topics"] = [topic.value for topic in record.topics]
    row["contacts"] = [entry_of_record(contact) for contact in record.contacts]
    for limit in ("min", "max", "typical_min", "typical_max"):
        row[f"age_{limit}"] = getattr(record.age, limit, None)
    row["cost_per_time"] = record.cost.per_time if record.cost else None
    row["cost_per_year"] = record.cost.per_year if record.cost else None
    row["cost_note"] = record.cost.note if record.cost else {}
    return row


def _schedule_rows(record: OfferRecord) -> Iterator[Row]:
    for position, schedule in enumerate(record.schedules):
        row = schedule.model_dump(exclude={"venue", "exceptions"})
        row["exceptions"] = [day.isoformat() for day in schedule.exceptions]
        yield row | {"offer_id": record.id, "position": position}


def _venue_rows(record: OfferRecord) -> Iterator[Row]:
    for position, schedule in enumerate(record.schedules):
        if schedule.venue is not None:
            yield schedule.venue.model_dump() | {"offer_id": record.id, "position": position}


def _confirmation_row(record: OfferRecord) -> Row:
    return {
        "offer_id": record.id,
        "confirmed_on": record.confirmed_on,
        "confirmed_by": record.confirmed_by,
    }


def _source_rows(record: OfferRecord) -> Iterator[Row]:
    for position, source in enumerate(record.sources):
        yield source.model_dump() | {"offer_id": record.id, "position": position}


def _insert(session: Session, model: type[Any], rows: list[Row]) -> None:
    if rows:
        session.execute(insert(model), rows)


def _update(session: Session, model: type[Any], rows: list[Row]) -> None:
    if rows:
        session.execute(update(model), rows)
