"""Soft signals: how well a row suits a person, each seen by one small function, from 0 to 1.

What nobody has told gives no points and takes none. The weights stand in one table, beside where
in the evidence each comes from.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from matching.columns import Floats, Marks
from matching.person import Person
from matching.rows import Rows
from matching.rules import forbidden_by_must, told_about

Share = Callable[[Rows], Floats | Marks]

# The distance at which going there counts half: the top of DESIGN's second band (5-15 km).
HALF_WAY_KM: Final = 15.0
SOON_DAYS: Final = 28
YEAR_DAYS: Final = 365
FEWEST_YEARS_APART: Final = 30  # an age span this wide is made for nobody in particular


@dataclass(frozen=True)
class Signal:
    """One line of the weight table.

    ``share`` sees rows and says 0 to 1 for each. ``asked`` says whether it bears on a person at
    all; None where it stands for everybody, so that it is added up once for the whole catalogue.
    """

    code: str
    weight: float
    evidence: str
    share: Share
    asked: Callable[[Person], bool] | None = None


def _interest(rows: Rows) -> Marks:
    return rows.meets_interests


def _interest_near(rows: Rows) -> Marks:
    return rows.touch(rows.wishes.near) & ~(rows.meets_interests | rows.meets_used_to_like)


def _used_to_like(rows: Rows) -> Marks:
    return rows.meets_used_to_like


def _text(rows: Rows) -> Floats:
    shares = np.zeros(len(rows.columns.ids), dtype=np.float32)
    numbers = rows.columns.offer_numbers
    for offer, share in rows.person.text_shares.items():
        if offer in numbers:
            shares[numbers[offer]] = share
    return shares[rows.offer]


def near_share(km: Floats) -> Floats:
    """Fall smoothly with the way there, so that nearer is never worse and far is never nothing."""
    half = np.float32(HALF_WAY_KM)
    share: Floats = half / (half + km)
    return share


def _by_way(rows: Rows) -> Floats:
    return rows.to_go_to * near_share(rows.km)


def _by_area(rows: Rows) -> Floats:
    """How near serving the person's area makes what they would have to go to."""
    return ~rows.from_home * rows.served


def _distance(rows: Rows) -> Floats:
    """Nearness by the way there, where that says more than the area the offer serves."""
    share = _by_way(rows)
    return share * (share >= _by_area(rows) * AREA_BESIDE_WAY)


def _serves_you(rows: Rows) -> Floats:
    """Serving the person's area counts as near, whatever the pin on the map says."""
    share = _by_area(rows)
    return share * (_by_way(rows) < share * AREA_BESIDE_WAY)


def _online(rows: Rows) -> Marks:
    return rows.from_home


def _soon(rows: Rows) -> Floats:
    days = np.minimum(rows.days_until, SOON_DAYS).astype(np.float32)
    share: Floats = np.float32(1) - days / np.float32(SOON_DAYS)
    return share


def _regular(rows: Rows) -> Marks:
    return rows.day.agenda.is_regular[rows.timetable]


def _typical_age(rows: Rows) -> Marks:
    youngest, oldest = _ages(rows.person)
    low = rows.columns.typical_min[rows.index]
    high = rows.columns.typical_max[rows.index]
    return _typical_told(rows) & (low <= oldest) & (high >= youngest)


def _made_for_your_age(rows: Rows) -> Marks:
    """Age limits close around the person: a group for 18 to 25 is made for somebody of 19.

    Where those who come are usually of another age, it is not.
    """
    youngest, oldest = _ages(rows.person)
    columns, index = rows.columns, rows.index
    low = np.maximum(columns.age_min[index], columns.typical_min[index]).astype(np.int16)
    high = np.minimum(columns.age_max[index], columns.typical_max[index]).astype(np.int16)
    limits = columns.age_max[index].astype(np.int16) - columns.age_min[index]
    return (limits < FEWEST_YEARS_APART) & (low <= oldest) & (high >= youngest)


def _typical_told(rows: Rows) -> Marks:
    told: Marks = rows.columns.typical_min[rows.index] > 0
    return told | (rows.columns.typical_max[rows.index] < np.iinfo(np.uint8).max)


def _ages(person: Person) -> tuple[int, int]:
    if person.ages is None:
        raise ValueError("asked about ages where none were told")
    return person.ages


def _companion(rows: Rows) -> Marks:
    return rows.has("companion", "yes")


def _beginners(rows: Rows) -> Marks:
    return rows.has("beginners", "yes")


def _peers(rows: Rows) -> Marks:
    return rows.has("participants", "lived_experience", "mixed") | rows.has(
        "has", "peers_in_the_lead"
    )


def _ordinary(rows: Rows) -> Floats:
    """Open to all is ordinary company; mixed company is so in part."""
    mixed = rows.has("participants", "mixed") * np.float32(0.4)
    return np.where(rows.has("participants", "open_to_all"), np.float32(1), mixed)


def _goal(rows: Rows) -> Floats:
    """The first goal that is met counts most; a second one adds less."""
    wished = np.uint16(rows.wishes.effects)
    met = np.bitwise_count(rows.columns.effects[rows.index] & wished)
    share: Floats = np.float32(1) - np.float32(0.5) ** met.astype(np.float32)
    return share


def _when(rows: Rows) -> Marks:
    times = rows.day.agenda.times[rows.timetable]
    met: Marks = (times & np.uint64(rows.wishes.times)) != 0
    return met


def _free(rows: Rows) -> Marks:
    return rows.has("free", "yes")


def _no_referral(rows: Rows) -> Marks:
    return rows.has("no_referral", "yes")


def _drop_in(rows: Rows) -> Marks:
    return rows.has("drop_in", "yes")


def _language(rows: Rows) -> Marks:
    wanted = set(rows.person.language)
    spoken = np.array([not wanted.isdisjoint(some) for some in rows.columns.languages])
    found: Marks = spoken[rows.columns.language[rows.index]]
    return found


def _confirmed(rows: Rows) -> Floats:
    """Freshness falls over a year, and is gone when the entry counts as unconfirmed."""
    age = rows.day.agenda.today - rows.columns.confirmed_on[rows.index]
    share = np.float32(1) - age.astype(np.float32) / np.float32(2 * YEAR_DAYS)
    fresh = rows.columns.confirmed_on[rows.index] >= rows.day.agenda.a_year_ago
    return np.where(fresh, np.clip(share, 0, 1), np.float32(0))


def _places_free(rows: Rows) -> Marks:
    return rows.has("capacity", "open", "few_places")


def _topic(rows: Rows) -> Marks:
    return rows.has("has", "drug_topic")


def _rule_told(rows: Rows) -> Marks:
    return rows.has("sobriety_rule")


def must_met(rows: Rows, word: str, forbidden: int) -> Marks:
    """Return the rows of which somebody has told that they meet a must, or are not to be avoided."""
    facts = rows.facts
    met: Marks = (facts & np.uint64(told_about(word))) != 0
    met &= (facts & np.uint64(forbidden)) == 0
    return met


def _musts(rows: Rows) -> Floats:
    """The share of the musts that are known to be met; unknown ones rank an offer below."""
    words = [(must, forbidden_by_must(must)) for must in rows.person.musts]
    words += [(word, 0) for word in rows.person.avoid]
    met = sum(must_met(rows, word, forbidden).astype(np.float32) for word, forbidden in words)
    return np.asarray(met, dtype=np.float32) / np.float32(len(words))


DISTANCE_WEIGHT: Final = 0.20
SERVES_YOU_WEIGHT: Final = 0.12
AREA_BESIDE_WAY: Final = np.float32(SERVES_YOU_WEIGHT / DISTANCE_WEIGHT)

SIGNALS: Final = (
    Signal("used_to_like", 0.30, "aftercare R2, R15; rusfag 6.3", _used_to_like,
           lambda person: bool(person.used_to_like)),
    Signal("interest", 0.28, "rusfag R40; thesis R3", _interest,
           lambda person: bool(person.interests)),
    Signal("interest_near", 0.10, "rusfag R41; thesis R5", _interest_near,
           lambda person: bool(person.interests or person.used_to_like)),
    Signal("text", 0.60, "thesis O9", _text, lambda person: bool(person.text_shares)),
    Signal("distance", DISTANCE_WEIGHT, "rusfag R71; aftercare R13", _distance,
           lambda person: person.position is not None),
    Signal("serves_you", SERVES_YOU_WEIGHT, "rusfag R71, R73", _serves_you,
           lambda person: person.municipality is not None),
    Signal("online", 0.06, "rusfag R73", _online),
    Signal("soon", 0.10, "rusfag R13, R54", _soon),
    Signal("regular", 0.03, "rusfag R54; aftercare R10", _regular),
    Signal("typical_age", 0.04, "aftercare R8", _typical_age,
           lambda person: person.ages is not None),
    Signal("made_for_your_age", 0.05, "aftercare R8", _made_for_your_age,
           lambda person: person.ages is not None),
    Signal("companion", 0.05, "rusfag R21", _companion),
    Signal("beginners", 0.02, "thesis R5, R6", _beginners),
    Signal("peers", 0.08, "thesis R5; aftercare R5", _peers,
           lambda person: person.peers == "peers"),
    Signal("ordinary", 0.12, "aftercare R6", _ordinary,
           lambda person: person.peers == "ordinary"),
    Signal("goal", 0.12, "rusfag R42, R43", _goal, lambda person: bool(person.goal)),
    Signal("when", 0.10, "rusfag R54; aftercare R24", _when, lambda person: bool(person.when)),
    Signal("topic", 0.08, "rusfag R13; thesis N10", _topic,
           lambda person: person.situation in {"uses_now", "wants_to_stop"}),
    Signal("free", 0.03, "rusfag R76", _free),
    Signal("no_referral", 0.02, "rusfag R16, R17", _no_referral),
    Signal("drop_in", 0.02, "aftercare R17", _drop_in),
    Signal("language", 0.05, "aftercare R22", _language, lambda person: bool(person.language)),
    Signal("confirmed", 0.04, "DESIGN 2, rule 10", _confirmed),
    Signal("places_free", 0.02, "rusfag R16", _places_free),
    Signal("must_met", 0.10, "CONTRACTS 4: unknown ranks below", _musts,
           lambda person: bool(person.musts or person.avoid)),
    Signal("rule_told", 0.02, "CONTRACTS 4: an untold rule ranks below", _rule_told),
)  # fmt: skip


def signals_for(person: Person) -> list[Signal]:
    """Return the signals that this person's answers bring up."""
    return [signal for signal in SIGNALS if signal.asked is not None and signal.asked(person)]


STANDING: Final = tuple(signal for signal in SIGNALS if signal.asked is None)


def points(rows: Rows, signals: list[Signal] | tuple[Signal, ...]) -> Floats:
    total = np.zeros(len(rows), dtype=np.float32)
    for signal in signals:
        total += signal.share(rows) * np.float32(signal.weight)
    return total
