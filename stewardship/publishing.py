"""From an accepted version to the catalogue: the one way in which words become public.

An address that is to be hidden stops here. The catalogue, and all that is made from it, never holds it.
"""

import json
import re
from copy import deepcopy
from datetime import date
from typing import Any, Final

from dateutil.relativedelta import relativedelta
from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from core.errors import FaultsError
from directory.actions import save_batch
from directory.changes import note_changes
from directory.choices import ConfirmedBy, Status
from directory.entries import Entry, entry_of_offer, entry_of_record, with_days
from directory.fault_words import faults_of
from directory.models import ConfirmationRhythm, Offer, Organisation
from directory.offer_file import OfferRecord, OrganisationRecord
from directory.offer_files import Batch
from directory.queries import kept_vocabulary
from directory.references import References, references_for
from places.folding import fold
from places.gazetteer import gazetteer
from stewardship.models import Revision

STATE_KEYS: Final = ("status", "ended_on", "confirmed_on", "confirmed_by")
"""What an entry says of its own state. It changes without anybody writing new words."""
TELLS_THE_ADDRESS: Final = ("name", "address", "postcode")
STREET_AND_NUMBER: Final = re.compile(r"[^0-9]*[^0-9 ] [0-9]+[a-z]?(?![^ ])")
"""How an address begins, in folded words."""


class FaultyEntryError(FaultsError):
    """The words do not fit into the catalogue; ``faults`` says where."""

    code = "faulty_entry"


class AddressToldError(FaultyEntryError):
    """The address is to be hidden, but a text that everybody may read tells it."""

    code = "address_told"


def words_of(entry: Entry) -> Entry:
    """Return what an entry says, without what it says of its own state, in plain JSON."""
    told = {key: value for key, value in entry.items() if key not in STATE_KEYS}
    plain: Entry = json.loads(json.dumps(told, default=_iso))
    return plain


def public_words(words: Entry, *, hides_address: bool) -> Entry:
    """Return ``words`` as everybody may see them: of a hidden place only the municipality is left."""
    public = deepcopy(words)
    if hides_address:
        for schedule in public.get("schedules", ()):
            if schedule.get("venue") is not None:
                schedule["venue"] = _municipality_only(schedule["venue"])
    return public


def refuse_told_address(words: Entry) -> None:
    """Raise AddressToldError where the texts of ``words`` tell an address that is to be hidden.

    The street and the number are enough to find it, whatever else the address says.
    """
    venues = [schedule.get("venue") or {} for schedule in words.get("schedules", ())]
    whole = {fold(venue["address"]) for venue in venues if venue.get("address")} - {""}
    addresses = whole | {_joined(address) for address in whole}
    addresses |= {found[0] for address in addresses if (found := STREET_AND_NUMBER.match(address))}
    public = fold(json.dumps(public_words(words, hides_address=True), ensure_ascii=False))
    texts = f" {public} ", f" {_joined(public)} "
    if any(f" {address} " in text for address in addresses for text in texts):
        raise AddressToldError(["The address that is to be hidden stands in a text."])


def _joined(folded: str) -> str:
    """Return folded words with «4 b» written as «4b»."""
    return re.sub(r"([0-9]) ([a-z])(?![^ ])", r"\1\2", folded)


def public_words_of(version: Revision) -> Entry:
    return public_words(version.entry, hides_address=version.hides_address)


def has_address(entry: Entry) -> bool:
    """Tell whether a place of ``entry`` says more of where it is than the municipality."""
    venues = [schedule.get("venue") or {} for schedule in entry.get("schedules", ())]
    return any(venue.get(key) for venue in venues for key in TELLS_THE_ADDRESS)


def checked_words(session: Session, words: Entry) -> Entry:
    """Return ``words`` in the order of the offer file, what is untold left out.

    Raises FaultyEntryError where they would not be taken into the catalogue.
    """
    return words_of(entry_of_record(_record(session, {**words, "status": Status.PUBLISHED.value})))


def live_entry(session: Session, offer_id: str) -> Entry | None:
    """Return the entry of an offer as the catalogue has it, None where it never was in it."""
    offer = session.scalars(
        select(Offer).where(Offer.id == offer_id).execution_options(populate_existing=True)
    ).one_or_none()
    return None if offer is None else entry_of_offer(offer)


def publish(
    session: Session,
    words: Entry,
    *,
    hides_address: bool,
    organisation: Entry | None,
    told_on: date,
    by: ConfirmedBy,
) -> None:
    """Put accepted ``words`` into the catalogue. What is paused or ended stays so.

    Whoever wrote them has thereby said on ``told_on`` that they are right.
    """
    live = live_entry(session, words["id"]) or {"status": Status.PUBLISHED.value}
    state = {key: live[key] for key in STATE_KEYS if key in live}
    entry = public_words(words, hides_address=hides_address) | state
    write_entry(session, confirmed(entry, told_on, by), organisation)
    if hides_address and has_address(live):
        # The text index writes changes on top of each other; only when all of it is built anew is
        # what was taken out gone from its files too.
        note_changes(session, [None])


def confirmed(entry: Entry, day: date, by: ConfirmedBy) -> Entry:
    """Return ``entry`` confirmed on ``day``, unless it was confirmed later than that."""
    last = entry.get("confirmed_on")
    if last is not None and last > day:
        return entry
    return entry | {"confirmed_on": day, "confirmed_by": by.value}


def write_entry(session: Session, entry: Entry, organisation: Entry | None = None) -> None:
    """Write one whole entry, with its state, and the organisation that comes with it.

    Raises FaultyEntryError where it cannot be taken in.
    """
    batch = Batch()
    if organisation is not None:
        made = _organisation_record(organisation)
        batch.organisations[made.id] = made
    record = _record(session, entry)
    if organisation is None and session.get(Organisation, record.organisation) is None:
        raise FaultyEntryError([f"There is no organisation {record.organisation}."])
    batch.offers[record.id] = record
    save_batch(session, batch)


def begin_rhythm(session: Session, offer_id: str, day: date) -> None:
    """Count the time until the next question from ``day``, for an offer that somebody holds."""
    rhythm = session.get(ConfirmationRhythm, offer_id)
    if rhythm is None:
        rhythm = ConfirmationRhythm(offer_id=offer_id, months=6, due_on=day)
        session.add(rhythm)
    rhythm.due_on = day + relativedelta(months=rhythm.months)
    rhythm.reminders = 0
    # The entry may be the same, and only its day another: every process reads it anew.
    session.flush()
    note_changes(session, [offer_id])


def references(session: Session) -> References:
    return references_for(kept_vocabulary(session))


def _record(session: Session, entry: Entry) -> OfferRecord:
    try:
        return OfferRecord.model_validate(with_days(entry), context=references(session))
    except ValidationError as error:
        raise FaultyEntryError(list(faults_of(error))) from error


def _organisation_record(entry: Entry) -> OrganisationRecord:
    try:
        return OrganisationRecord.model_validate_json(json.dumps(entry, default=_iso))
    except ValidationError as error:
        raise FaultyEntryError(list(faults_of(error))) from error


def _municipality_only(venue: dict[str, Any]) -> dict[str, Any]:
    """Keep what is true of any house. The position becomes that of the whole municipality."""
    kept = {
        key: value
        for key, value in venue.items()
        if key not in TELLS_THE_ADDRESS and key not in {"lat", "lon", "precision"}
    }
    area = gazetteer().municipality(venue.get("municipality") or "")
    if area is not None:
        kept |= {"lat": area.lat, "lon": area.lon, "precision": "municipality"}
    return kept


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in an entry")
