"""Offers as the matching sees them: each schedule one row of facts, numbers and a place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from directory.choices import Attendance, OfferKind, Precision, Topic
from directory.models import Offer, Schedule, Venue
from directory.timetable import Timetable
from directory.timetables import timetable_of
from directory.venue_positions import position_of
from directory.vocabulary import Vocabulary
from matching.columns import KINDS, NEVER, NO_LIMIT
from matching.facts import bit
from matching.grid import NOWHERE, cell_of
from places.gazetteer import Gazetteer

NO_TIMES: Final = Timetable()
# A person's must, and the key of `access` whose answer it is, with the answer that meets it.
ACCESS_MUSTS: Final = {
    "no_referral": ("referral_needed", False),
    "drop_in": ("drop_in", True),
    "anonymous": ("anonymous_ok", True),
    "no_sharing": ("listening_ok", True),
    "companion": ("companion_first_time", True),
    "beginners": ("beginners_welcome", True),
    "medication_ok": ("medication_ok", True),
    "talk_about_drugs": ("talk_about_drugs_expected", True),
}
FIELDS: Final = (
    "sobriety_rule",
    "gender",
    "participants",
    "approach",
    "format",
    "intensity",
    "capacity",
)
ONLY_WHERE_THEY_WORK: Final = (OfferKind.OUTREACH, OfferKind.SIGNPOST)
TWELVE_STEP: Final = "twelve_step"
ABOUT_DRUGS: Final = frozenset({"drugs", "alcohol"})


@dataclass(frozen=True, slots=True)
class Row:
    """One schedule of one offer, encoded. Days are day numbers; lat and lon None: no position."""

    offer: str
    position: int
    facts: int
    kind: int
    only_gambling: bool
    organisation: str
    interests: int
    effects: int
    languages: frozenset[str]
    municipality: str | None
    lat: float | None
    lon: float | None
    cell: int
    ages: tuple[int, int, int, int]
    confirmed_on: int
    due_on: int
    ended_on: int
    serves: tuple[str, ...]
    timetable: Timetable


class Encoder:
    """Turns offers into rows; the vocabulary and the gazetteer say what their ids and numbers mean."""

    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.interest_ids = tuple(vocabulary.interests)
        self.effect_ids = tuple(vocabulary.effects)
        self._interest_bits = {one: 1 << n for n, one in enumerate(self.interest_ids)}
        self._effect_bits = {one: 1 << n for n, one in enumerate(self.effect_ids)}
        self._twelve_steps = _together(
            self._interest_bits,
            vocabulary.under([TWELVE_STEP] if TWELVE_STEP in vocabulary.interests else []),
        )

    def rows(self, offer: Offer) -> Iterator[Row]:
        """Yield one row per schedule, and one for an offer without any."""
        interests = _together(self._interest_bits, offer.interests)
        shared = _facts_of_offer(offer)
        if interests & self._twelve_steps:
            shared |= bit("has", "twelve_step_interest")
        schedules: list[Schedule | None] = list(offer.schedules) or [None]
        for schedule in schedules:
            yield self._row(offer, schedule, shared, interests)

    def _row(self, offer: Offer, schedule: Schedule | None, shared: int, interests: int) -> Row:
        venue = schedule.venue if schedule else None
        position = position_of(venue, self.gazetteer) if venue else None
        lat, lon = position or (None, None)
        facts = shared | _facts_of_schedule(offer, schedule, venue)
        if lat is not None:
            facts |= bit("is", "placed")
        is_fenced = _is_fenced(offer, schedule, lat)
        if is_fenced:
            facts |= bit("is", "fenced")
        is_found_by_place = not is_fenced and offer.kind is not OfferKind.SIGNPOST
        confirmed_on = offer.confirmation.confirmed_on if offer.confirmation else None
        return Row(
            offer=offer.id,
            position=schedule.position if schedule else 0,
            facts=facts,
            kind=KINDS.index(offer.kind),
            only_gambling=list(offer.topics) == [Topic.GAMBLING],
            organisation=offer.organisation_id,
            interests=interests,
            effects=_together(self._effect_bits, offer.effects),
            languages=frozenset(code.partition("-")[0].lower() for code in offer.languages),
            municipality=self._municipality(venue),
            lat=lat,
            lon=lon,
            cell=NOWHERE
            if lat is None or lon is None or not is_found_by_place
            else cell_of(lat, lon),
            ages=_ages(offer),
            confirmed_on=_day_number(confirmed_on, 0),
            due_on=_day_number(offer.rhythm.due_on if offer.rhythm else None, NEVER),
            ended_on=_day_number(offer.ended_on, NEVER),
            serves=tuple(offer.serves),
            timetable=timetable_of(schedule, offer.ended_on) if schedule else NO_TIMES,
        )

    def _municipality(self, venue: Venue | None) -> str | None:
        if venue is None:
            return None
        if venue.municipality is not None:
            return venue.municipality
        place = self.gazetteer.postcode(venue.postcode) if venue.postcode else None
        if place is not None:
            return place.municipality
        if venue.lat is not None and venue.lon is not None:
            return self.gazetteer.nearest_municipality(venue.lat, venue.lon).number
        return None


def _is_fenced(offer: Offer, schedule: Schedule | None, lat: float | None) -> bool:
    """Tell whether the areas an offer serves are the only ones that see this row."""
    if not offer.serves:
        return False
    if offer.kind in ONLY_WHERE_THEY_WORK:
        return True
    from_home = schedule is not None and schedule.attendance is not Attendance.IN_PERSON
    return lat is None and not from_home


def _facts_of_offer(offer: Offer) -> int:
    facts = 0
    for field in FIELDS:
        word = getattr(offer, field)
        if word is not None:
            facts |= bit(field, word)
    for audience in offer.audience or ["self"]:
        facts |= bit("audience", audience)
    for must, (key, wanted) in ACCESS_MUSTS.items():
        facts |= _answer(must, _met(offer.access.get(key), wanted))
    facts |= _answer("free", is_free(offer.cost_per_time, offer.cost_per_year))
    if offer.kind is OfferKind.SIGNPOST:
        facts |= bit("is", "signpost")
    if offer.age_min is not None or offer.age_max is not None:
        facts |= bit("has", "age_limit")
    if ABOUT_DRUGS & set(offer.topics):
        facts |= bit("has", "drug_topic")
    if offer.led_by == "peers":
        facts |= bit("has", "peers_in_the_lead")
    return facts


def _facts_of_schedule(offer: Offer, schedule: Schedule | None, venue: Venue | None) -> int:
    facts = 0
    step_free, alcohol_free = offer.access.get("step_free"), offer.access.get("alcohol_free_venue")
    if venue is not None:
        step_free = step_free if venue.step_free is None else venue.step_free
        if alcohol_free is None and venue.alcohol_served is not None:
            alcohol_free = not venue.alcohol_served
        if venue.precision == Precision.EXACT and venue.lat is not None:
            facts |= bit("is", "exact")
    if schedule is not None:
        facts |= bit("attendance", schedule.attendance)
        if schedule.attendance in {Attendance.ONLINE, Attendance.PHONE}:
            step_free = alcohol_free = True  # one stays at home
    return facts | _answer("step_free", step_free) | _answer("alcohol_free", alcohol_free)


def is_free(per_time: float | None, per_year: float | None) -> bool | None:
    """Both prices told as nothing is free; any price is not; anything else nobody has told."""
    if (per_time or 0) > 0 or (per_year or 0) > 0:
        return False
    return True if per_time == 0 and per_year == 0 else None


def _met(told: bool | None, wanted: bool) -> bool | None:
    return None if told is None else told is wanted


def _answer(field: str, answer: bool | None) -> int:
    return 0 if answer is None else bit(field, "yes" if answer else "no")


def _ages(offer: Offer) -> tuple[int, int, int, int]:
    low, high = offer.age_min, offer.age_max
    typical_low, typical_high = offer.age_typical_min, offer.age_typical_max
    return (
        low or 0,
        NO_LIMIT if high is None else high,
        typical_low or 0,
        NO_LIMIT if typical_high is None else typical_high,
    )


def _day_number(day: date | None, otherwise: int) -> int:
    return otherwise if day is None else day.toordinal()


def _together(bits: Mapping[str, int], ids: Iterable[str]) -> int:
    """Return the bits of ``ids``; one that the vocabulary has lost since then says nothing."""
    together = 0
    for one in ids:
        together |= bits.get(one, 0)
    return together
