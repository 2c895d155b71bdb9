"""Entries of offer files, sensible by default, and their way into a database."""

from typing import Any

from sqlalchemy.orm import Session

from accounts.holding import make_steward
from accounts.queries import account_for
from core.clock import now_in_utc
from core.tokens import OneTimeToken, Purpose, digest_of
from directory.actions import Written, save_batch
from directory.entries import Entry
from directory.models import Offer
from directory.offer_file import OfferRecord, OrganisationRecord
from directory.offer_files import Batch
from directory.queries import organisation_ids
from stewardship.confirming.words_in_mail import LASTS
from stewardship.models import ContactPoint
from tests.support.databases import references


def organisation_entry(**changes: Any) -> Entry:
    return {"id": "en-forening", "name": "En forening", **changes}


def offer_entry(**changes: Any) -> Entry:
    """Return a weekly, drug-free climbing evening in Trondheim; ``changes`` take the place of its keys."""
    entry: Entry = {
        "id": "klatrekveld",
        "organisation": "en-forening",
        "name": "Klatrekveld",
        "kind": "activity",
        "summary": {"nb": "Klatre sammen med andre."},
        "interests": ["climbing"],
        "audience": ["self"],
        "sobriety_rule": "drug_free",
        "schedules": [schedule_entry()],
        "status": "published",
    }
    return entry | changes


def schedule_entry(**changes: Any) -> Entry:
    venue = {"name": "Klatrehallen", "municipality": "5001", "precision": "municipality"}
    entry: Entry = {
        "venue": venue,
        "attendance": "in_person",
        "rrule": "FREQ=WEEKLY;BYDAY=WE",
        "start_time": "18:00",
        "duration_minutes": 120,
    }
    return entry | changes


def batch(*entries: Entry) -> Batch:
    """Return the records of ``entries``; offers are told from organisations by their kind of keys."""
    made = Batch()
    for entry in entries:
        if "organisation" in entry:
            offer = OfferRecord.model_validate(entry, context=references())
            made.offers[offer.id] = offer
        else:
            organisation = OrganisationRecord.model_validate(entry, context=references())
            made.organisations[organisation.id] = organisation
    return made


def save_contact_point(session: Session, offer: str, email: str = "gruppa@example.org") -> None:
    """Let an offer that is in the database take a first message."""
    session.add(ContactPoint(offer_id=offer, email=email, answers_within_days=3))
    session.commit()


def save_asked(session: Session, offer: str, word: str, season: str | None = None) -> None:
    """Let ``word`` be the one in a mail that asks the steward of an offer, about all or about a season."""
    organisation = session.get_one(Offer, offer).organisation_id
    account = account_for(session, "kari@example.org")
    make_steward(session, account, organisation)
    session.add(
        OneTimeToken(
            digest=digest_of(word),
            purpose=Purpose.CONFIRM,
            subject={"offers": [offer], "account": account.id, "season": season},
            expires_at=now_in_utc() + LASTS,
        )
    )
    session.commit()


def save(session: Session, *entries: Entry) -> Written:
    """Write ``entries`` and commit. Organisations that offers name and nobody gave are made up."""
    known = organisation_ids(session) | {e["id"] for e in entries if "organisation" not in e}
    named = dict.fromkeys(e["organisation"] for e in entries if "organisation" in e)
    made_up = [organisation_entry(id=one, name=one) for one in named if one not in known]
    written = save_batch(session, batch(*made_up, *entries))
    session.commit()
    return written
