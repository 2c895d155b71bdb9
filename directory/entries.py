"""Records as plain maps in the order of the offer file, with all that nobody has told left out.

One shape for what was read and for what is kept, so that the two can be compared and written out.
"""

from datetime import date, time
from enum import StrEnum
from typing import Any, Final

from directory.models import Offer, Organisation, Schedule
from directory.offer_file import Record

Entry = dict[str, Any]
DAYS: Final = ("starts_on", "until", "ended_on", "confirmed_on")


def with_days(entry: Entry) -> Entry:
    """Return an entry that was kept as JSON with its days as days again, as the offer file has them."""
    made = {key: _day(value) if key in DAYS else value for key, value in entry.items()}
    if isinstance(entry.get("except"), list):
        made["except"] = [_day(value) for value in entry["except"]]
    if isinstance(entry.get("schedules"), list):
        made["schedules"] = [
            with_days(one) if isinstance(one, dict) else one for one in entry["schedules"]
        ]
    return made


def entry_of_record(record: Record) -> Entry:
    return _told(record.model_dump(by_alias=True))


def entry_of_organisation(organisation: Organisation) -> Entry:
    return _told(
        {
            "id": organisation.id,
            "name": organisation.name,
            "aliases": organisation.aliases,
            "kind": organisation.kind,
            "orgnr": organisation.orgnr,
            "url": organisation.url,
        }
    )


def entry_of_offer(offer: Offer) -> Entry:
    confirmation = offer.confirmation
    return _told(
        {
            "id": offer.id,
            "organisation": offer.organisation_id,
            "name": offer.name,
            "aliases": offer.aliases,
            "kind": offer.kind,
            "summary": offer.summary,
            "first_visit": offer.first_visit,
            "interests": offer.interests,
            "effects": offer.effects,
            "audience": offer.audience,
            "topics": offer.topics,
            "sobriety_rule": offer.sobriety_rule,
            "age": {
                "min": offer.age_min,
                "max": offer.age_max,
                "typical_min": offer.age_typical_min,
                "typical_max": offer.age_typical_max,
            },
            "gender": offer.gender,
            "participants": offer.participants,
            "led_by": offer.led_by,
            "approach": offer.approach,
            "format": offer.format,
            "intensity": offer.intensity,
            "languages": offer.languages,
            "cost": {
                "per_time": offer.cost_per_time,
                "per_year": offer.cost_per_year,
                "note": offer.cost_note,
            },
            "access": offer.access,
            "capacity": offer.capacity,
            "contacts": offer.contacts,
            "serves": offer.serves,
            "schedules": [_schedule(schedule) for schedule in offer.schedules],
            "status": offer.status,
            "ended_on": offer.ended_on,
            "confirmed_on": confirmation.confirmed_on if confirmation else None,
            "confirmed_by": confirmation.confirmed_by if confirmation else None,
            "sources": [
                {"title": source.title, "year": source.year, "url": source.url}
                for source in offer.sources
            ],
        }
    )


def _schedule(schedule: Schedule) -> Entry:
    venue = schedule.venue
    return {
        "attendance": schedule.attendance,
        "venue": None
        if venue is None
        else {
            "name": venue.name,
            "address": venue.address,
            "postcode": venue.postcode,
            "municipality": venue.municipality,
            "lat": venue.lat,
            "lon": venue.lon,
            "precision": venue.precision,
            "indoor": venue.indoor,
            "step_free": venue.step_free,
            "alcohol_served": venue.alcohol_served,
        },
        "online_url": schedule.online_url,
        "by_appointment": schedule.by_appointment,
        "rrule": schedule.rrule,
        "starts_on": schedule.starts_on,
        "start_time": schedule.start_time,
        "duration_minutes": schedule.duration_minutes,
        "timezone": schedule.timezone,
        "until": schedule.until,
        "except": [date.fromisoformat(day) for day in schedule.exceptions],
        "holidays": schedule.holidays,
        "note": schedule.note,
    }


def _told(entry: Entry) -> Entry:
    plain = {key: _plain(value) for key, value in entry.items()}
    return {key: value for key, value in plain.items() if _says_something(key, value)}


def _says_something(key: str, value: Any) -> bool:
    # Of a venue even nothing says that there is one.
    return value is not None and (key == "venue" or value not in ([], {}))


def _day(value: Any) -> Any:
    """Return a day for its ISO words; anything else as it is, for the offer file to refuse."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return _told(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
