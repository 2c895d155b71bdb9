"""Sheets with a few plain offers, exported to FHIR and read again as whoever fetches them does."""

import json
from datetime import date
from typing import Any

from directory.models import Offer, Organisation
from prescribing.choices import AddedLine
from prescribing.record.fhir import Handed, Site, bundle
from tests.support.catalogue import VOCABULARY
from tests.support.catalogue import offer as bare_offer

SITE = Site("https://example.org", "Noe å gå til")
TODAY = date(2026, 11, 25)
INTERESTS = {one.id: one.labels["nb"] for one in VOCABULARY.interests.values()}
NO_WORDS = {"summary": {}, "first_visit": {}, "cost_note": {}, "contacts": []}


def exported(handed: Handed) -> dict[str, Any]:
    """Return the bundle as whoever fetches it reads it."""
    return json.loads(json.dumps(bundle(handed, SITE, INTERESTS, TODAY)))


def offer(name: str, *schedules: Any, **told: Any) -> Offer:
    made = bare_offer(name, *schedules, **(NO_WORDS | told))
    made.organisation = Organisation(id=made.organisation_id, name="En forening", aliases=[])
    return made


def handed(*offers: Offer, line: AddedLine | None = None, **told: Any) -> Handed:
    nothing = {"reasons": (), "municipality": None, "code": None, "month": "2026-11"}
    return Handed(tuple((one, line) for one in offers), **(nothing | told))


def of_kind(made: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    resources = [entry["resource"] for entry in made["entry"]]
    return [one for one in resources if one["resourceType"] == kind]


def service(*schedules: Any, **told: Any) -> dict[str, Any]:
    (found,) = of_kind(
        exported(handed(offer("klatrekveld", *schedules, **told))), "HealthcareService"
    )
    return found
