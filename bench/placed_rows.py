"""Made-up columns and people, placed as people live: half of them around five cities."""

from collections.abc import Sequence
from datetime import date, time
from functools import reduce
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from directory.timetable import Timetable
from directory.vocabulary import Vocabulary
from finder.columns import in_order
from matching.columns import NEVER, NO_LIMIT, Columns
from matching.facts import bit
from matching.grid import NOWHERE, cells_of
from matching.person import Person, Position
from places.gazetteer import Gazetteer

Random = np.random.Generator
Numbers = npt.NDArray[Any]

# Centres and shares of five city regions, and how far around each people live.
CITIES: Final = ((59.91, 10.75), (60.39, 5.32), (58.97, 5.73), (63.43, 10.39), (59.74, 10.20))
SHARES: Final = (0.45, 0.2, 0.15, 0.12, 0.08)
CITY_KM, ELSEWHERE_KM = 10.0, 3.0
KM_OF_A_DEGREE: Final = 111.2
ROWS_OF_AN_OFFER: Final = 1.4
OFFERS_OF_AN_ORGANISATION: Final = 6
# In the order of matching.columns.KINDS; signposts are drawn among the facts.
KIND_SHARES: Final = (0.45, 0.25, 0.05, 0.12, 0.08, 0.03, 0.02)
ONLINE_SHARE: Final = 0.02
GAMBLING_SHARE: Final = 0.02
TODAY: Final = date(2026, 11, 25)

# Field, words, and the share of offers that tell each; the rest tells nothing.
TOLD: Final = (
    ("sobriety_rule", ("drug_free", "sober_there", "wish_to_stop", "none", "active_use"),
     (0.35, 0.15, 0.10, 0.20, 0.03)),
    ("audience", ("self", "relatives", "bereaved"), (0.90, 0.07, 0.03)),
    ("gender", ("any", "women", "men"), (0.60, 0.05, 0.03)),
    ("participants", ("lived_experience", "mixed", "open_to_all"), (0.2, 0.3, 0.2)),
    ("approach", ("twelve_step", "faith_based", "neutral"), (0.08, 0.04, 0.4)),
    ("format", ("one_to_one", "small_group", "group", "open_house"), (0.08, 0.3, 0.3, 0.1)),
    ("intensity", ("calm", "moderate", "hard"), (0.3, 0.3, 0.1)),
    ("capacity", ("open", "few_places", "waiting_list", "full"), (0.4, 0.1, 0.05, 0.05)),
    *((field, ("yes", "no"), (0.35, 0.15)) for field in (
        "free", "no_referral", "drop_in", "anonymous", "step_free", "alcohol_free", "no_sharing",
        "companion", "beginners", "medication_ok", "talk_about_drugs")),
)  # fmt: skip


def placed_columns(
    rows: int, seed: int, vocabulary: Vocabulary, gazetteer: Gazetteer
) -> tuple[Columns, tuple[Timetable, ...]]:
    """Return ``rows`` rows in the order that matching needs, and the timetables they point to."""
    chance = np.random.default_rng(seed)
    number = np.sort(chance.integers(0, max(1, int(rows / ROWS_OF_AN_OFFER)), rows))
    offer = np.unique(number, return_inverse=True)[1].astype(np.int32)
    offers = int(offer[-1]) + 1
    organisations = max(1, offers // OFFERS_OF_AN_ORGANISATION)
    lat, lon = _places(rows, chance, gazetteer)
    online = chance.random(rows) < ONLINE_SHARE
    timetables = _timetables()
    none, full = np.zeros(rows, dtype=np.uint8), np.full(rows, NO_LIMIT, dtype=np.uint8)
    columns = Columns(
        ids=[f"eksempel-{number:07}" for number in range(offers)],
        interest_ids=tuple(vocabulary.interests),
        effect_ids=tuple(vocabulary.effects),
        languages=(frozenset(), frozenset({"nb"}), frozenset({"nb", "en"})),
        municipalities=(None, "0301", "5001", "4601"),
        areas=((), ("0301",), ("5001",), ("NO",)),
        organisations=tuple(f"eksempel-{number}" for number in range(organisations)),
        offer=offer,
        position=np.zeros(rows, dtype=np.int16),
        facts=_facts(offer, offers, online, chance),
        kind=chance.choice(len(KIND_SHARES), offers, p=KIND_SHARES).astype(np.uint8)[offer],
        only_gambling=(chance.random(offers) < GAMBLING_SHARE)[offer],
        organisation=chance.integers(0, organisations, offers).astype(np.int32)[offer],
        interests=_interests(offer, offers, len(vocabulary.interests), chance),
        effects=chance.integers(0, 1 << len(vocabulary.effects), rows).astype(np.uint16),
        language=chance.integers(0, 3, rows).astype(np.int16),
        municipality=chance.integers(1, 4, rows).astype(np.int16),
        point=_points(lat, lon, online),
        cell=np.where(online, NOWHERE, cells_of(lat, lon)).astype(np.int32),
        age_min=_pick((0, 0, 16, 18, 50), offer, offers, chance),
        age_max=_pick((NO_LIMIT, NO_LIMIT, 120, 120, 25), offer, offers, chance),
        typical_min=none,
        typical_max=full,
        confirmed_on=(TODAY.toordinal() - chance.integers(0, 900, rows)).astype(np.int32),
        due_on=np.full(rows, NEVER, dtype=np.int32),
        ended_on=np.full(rows, NEVER, dtype=np.int32),
        timetable=chance.integers(0, len(timetables), rows).astype(np.int32),
        serves=chance.choice(4, rows, p=(0.96, 0.015, 0.015, 0.01)).astype(np.int32),
    )
    return in_order(columns), timetables


def people(amount: int, seed: int, vocabulary: Vocabulary, gazetteer: Gazetteer) -> list[Person]:
    """Return people who ask for the top 20, living where the offers are."""
    chance = np.random.default_rng(seed)
    lat, lon = _places(amount, chance, gazetteer)
    order = chance.permutation(amount)
    return [_person(float(lat[n]), float(lon[n]), vocabulary, chance) for n in order]


def _person(lat: float, lon: float, vocabulary: Vocabulary, chance: Random) -> Person:
    def some(share: float, things: Sequence[str], most: int = 1) -> tuple[str, ...]:
        if chance.random() >= share:
            return ()
        return tuple(str(one) for one in chance.choice(things, chance.integers(1, most + 1)))

    age = int(chance.integers(15, 70))
    interests = tuple(vocabulary.interests)
    situations = (None, "drug_free", "wants_to_stop", "uses_now")
    return Person(
        interests=some(0.8, interests, 2),
        used_to_like=some(0.2, interests),
        not_this=some(0.3, interests),
        ages=(age, age) if chance.random() < 0.8 else None,
        position=Position(lat, lon, is_exact=True),
        municipality=str(chance.choice(("0301", "5001", "4601"))),
        when=some(0.3, ("weekday-evening", "weekend", "mon", "this_week")),
        situation=situations[int(chance.integers(0, 4))],
        goal=some(0.4, tuple(vocabulary.effects), 2),
        musts=some(0.2, ("free", "no_referral", "drop_in", "companion", "step_free")),
        limit=20,
    )


def _places(amount: int, chance: Random, gazetteer: Gazetteer) -> tuple[Numbers, Numbers]:
    """Return latitudes and longitudes: half around the cities, half where the rest of us live."""
    half = amount // 2
    weighted = gazetteer.places_weighted()
    weights = np.array([weight for _place, weight in weighted], dtype=np.float64)
    towns = np.array([(place.lat, place.lon) for place, _weight in weighted])
    city = np.array(CITIES)[chance.choice(len(CITIES), half, p=SHARES)]
    town = towns[chance.choice(len(towns), amount - half, p=weights / weights.sum())]
    centres = np.concatenate([city, town])
    spread = np.concatenate([np.full(half, CITY_KM), np.full(amount - half, ELSEWHERE_KM)])
    north, east = chance.normal(0, spread), chance.normal(0, spread)
    lat = centres[:, 0] + north / KM_OF_A_DEGREE
    lon = centres[:, 1] + east / (KM_OF_A_DEGREE * np.cos(np.radians(lat)))
    return lat, lon


def _facts(offer: Numbers, offers: int, online: Numbers, chance: Random) -> Numbers:
    facts = np.zeros(offers, dtype=np.uint64)
    for field, words, shares in TOLD:
        choices = np.array([*(bit(field, word) for word in words), 0], dtype=np.uint64)
        untold = max(0.0, 1 - sum(shares))
        facts |= choices[chance.choice(len(choices), offers, p=(*shares, untold))]
    signposts = chance.random(offers) < 0.0005
    facts |= np.where(signposts, np.uint64(bit("is", "signpost")), np.uint64(0))
    there = (bit("attendance", "in_person"), bit("is", "placed"), bit("is", "exact"))
    at_a_place = np.uint64(reduce(int.__or__, there))
    return facts[offer] | np.where(online, np.uint64(bit("attendance", "online")), at_a_place)


def _interests(offer: Numbers, offers: int, known: int, chance: Random) -> tuple[Numbers, ...]:
    """Give every offer one or two interests."""
    words = np.zeros((-(-known // 64), offers), dtype=np.uint64)
    for _ in range(2):
        chosen = chance.integers(0, known, offers)
        words[chosen // 64, np.arange(offers)] |= np.uint64(1) << (chosen % 64).astype(np.uint64)
    return tuple(word[offer] for word in words)


def _points(lat: Numbers, lon: Numbers, online: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    north, east = np.radians(lat), np.radians(lon)
    points = (np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north))
    x, y, z = (np.where(online, np.nan, point).astype(np.float32) for point in points)
    return x, y, z


def _pick(choices: tuple[int, ...], offer: Numbers, offers: int, chance: Random) -> Numbers:
    return np.array(choices, dtype=np.uint8)[chance.integers(0, len(choices), offers)][offer]


def _timetables() -> tuple[Timetable, ...]:
    """Every quarter of an hour from 8 to 22 on every weekday, and some that are harder."""
    weekly = [
        Timetable(rrule=f"FREQ=WEEKLY;BYDAY={day}", start_time=time(hour, minute))
        for day in ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
        for hour in range(8, 22)
        for minute in (0, 15, 30, 45)
    ]
    other = [
        Timetable(rrule="FREQ=WEEKLY"),
        Timetable(rrule="FREQ=MONTHLY;BYDAY=1MO", start_time=time(18), holidays="closed"),
        Timetable(rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", starts_on=date(2024, 1, 4)),
        Timetable(rrule="FREQ=WEEKLY;BYDAY=MO,WE,FR", start_time=time(12), holidays="ask"),
        Timetable(by_appointment=True),
        Timetable(),
    ]
    return (*weekly, *other * 20)
