"""A small vocabulary, and catalogues built from plain made-up offers, without a database."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from directory.choices import (
    Approach,
    Attendance,
    Capacity,
    Format,
    Gender,
    Holidays,
    Intensity,
    LedBy,
    OfferKind,
    Participants,
    Precision,
    SobrietyRule,
    Status,
)
from directory.models import Confirmation, ConfirmationRhythm, Offer, Schedule, Venue
from directory.vocabulary import Effect, Interest, Vocabulary
from finder.almanac import Almanac
from finder.columns import Table, build
from finder.encoding import Encoder
from matching.answer import Answer
from matching.match import Prepared, prepare
from places.gazetteer import gazetteer

MOMENT = datetime.fromisoformat("2026-11-24T12:00")  # a Tuesday
TODAY = MOMENT.date()
TRONDHEIM, OSLO, NARVIK = (63.4305, 10.3951), (59.9127, 10.7461), (68.4384, 17.4272)

# Each interest with what it lies under. The hobbies are so many that the tree fills two words of
# 64 bits, with known interests in both.
PARENTS: dict[str, str | None] = {
    "outdoors": None,
    "climbing": "outdoors",
    "bouldering": "climbing",
    "rope_climbing": "climbing",
    "hiking": "outdoors",
    "hobbies": None,
    **{f"hobby_{number}": "hobbies" for number in range(60)},
    "music": None,
    "choir": "music",
    "band": "music",
    "sport": None,
    "running": "sport",
    "self_help": None,
    "twelve_step": "self_help",
    "na": "twelve_step",
}
RELATED = {("hiking", "running"), ("running", "hiking"), ("band", "climbing"), ("climbing", "band")}
WELL_KNOWN = tuple(one for one in PARENTS if not one.startswith("hobby_") or one == "hobby_57")
EFFECTS = ("find_calm", "get_tired", "meet_people", "try_something_new")

ENUMERATIONS: dict[str, type[StrEnum]] = {
    "kind": OfferKind,
    "sobriety_rule": SobrietyRule,
    "gender": Gender,
    "participants": Participants,
    "led_by": LedBy,
    "approach": Approach,
    "format": Format,
    "intensity": Intensity,
    "capacity": Capacity,
    "attendance": Attendance,
    "holidays": Holidays,
    "precision": Precision,
}
NOTHING_TOLD: dict[str, Any] = {"kind": "activity", "status": Status.PUBLISHED, "access": {}} | {
    key: [] for key in ("interests", "effects", "audience", "topics", "languages", "serves")
}


def _vocabulary() -> Vocabulary:
    interests = {}
    for one, parent in PARENTS.items():
        related = tuple(sorted(other for first, other in RELATED if first == one))
        interests[one] = Interest(one, parent, related, {"nb": one}, {})
    return Vocabulary(interests, {one: Effect(one, {"nb": one}, {}) for one in EFFECTS})


VOCABULARY = _vocabulary()
ENCODER = Encoder(VOCABULARY, gazetteer())


def offer(
    name: str,
    *schedules: Schedule,
    confirmed_on: date | None = None,
    due_on: date | None = None,
    **told: Any,
) -> Offer:
    """Return an offer with the id ``name`` of which nothing is told but ``told``."""
    of_its_own = {"organisation_id": f"of-{name}"}
    made = Offer(id=name, name=name, **_with_choices(NOTHING_TOLD | of_its_own | told))
    for position, schedule in enumerate(schedules):
        schedule.position = position
        schedule.offer_id = name
    made.schedules = list(schedules)
    made.confirmation = Confirmation(confirmed_on=confirmed_on) if confirmed_on else None
    made.rhythm = ConfirmationRhythm(due_on=due_on) if due_on else None
    return made


def schedule(attendance: str = "in_person", venue: Venue | None = None, **told: Any) -> Schedule:
    nothing: dict[str, Any] = {"timezone": "Europe/Oslo", "exceptions": []}
    made = Schedule(**_with_choices(nothing | told | {"attendance": attendance}))
    made.venue = venue
    return made


def venue_at(lat: float, lon: float, **told: Any) -> Venue:
    """Return an exact place."""
    return venue(lat=lat, lon=lon, **({"precision": "exact"} | told))


def venue(**told: Any) -> Venue:
    return Venue(**_with_choices(told))


def north_of(place: tuple[float, float], km: float) -> tuple[float, float]:
    return place[0] + km / 111.195, place[1]


def offer_at(name: str, place: tuple[float, float], **told: Any) -> Offer:
    """Return an offer that one goes to, at an exact place, at times that nobody has told."""
    return offer(name, schedule(venue=venue_at(*place)), **told)


def table_of(offers: Iterable[Offer]) -> Table:
    return build([row for one in offers for row in ENCODER.rows(one)], ENCODER)


def prepared_from(table: Table, moment: datetime = MOMENT) -> Prepared:
    almanac = Almanac(table.timetables, moment.date() - timedelta(days=1))
    return prepare(table.columns, almanac.agenda(moment), VOCABULARY)


def prepared(offers: Sequence[Offer], moment: datetime = MOMENT) -> Prepared:
    return prepared_from(table_of(offers), moment)


def as_told(answer: Answer) -> Answer:
    """Return what an answer tells: without the numbers by which one catalogue knows its timetables."""
    return replace(answer, matches=tuple(one._replace(timetable=0) for one in answer.matches))


def _with_choices(told: dict[str, Any]) -> dict[str, Any]:
    """Turn plain words into the choices that the database would give back."""
    return {
        key: ENUMERATIONS[key](value) if key in ENUMERATIONS and value is not None else value
        for key, value in told.items()
    }
