"""Soft signals: how well a row suits a person, each seen by one small function, from 0 to 1.

What nobody has told gives no points and takes none. The weights stand in one table, beside where
in the evidence each comes from.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from matching.columns import KINDS, NO_LIMIT, Floats, Marks
from matching.person import Person
from matching.rows import Rows
from matching.rules import AUDIENCE, DOING_WITHOUT, forbidden_by_must, told_about

Share = Callable[[Rows], Floats | Marks]

# The distance at which going there counts half: the top of DESIGN's second band (5-15 km).
HALF_WAY_KM: Final = 15.0
SOON_DAYS: Final = 28
YEAR_DAYS: Final = 365
NAMED: Final = 1.0  # the text share of what somebody asks for by its name
FEWEST_YEARS_APART: Final = 30  # an age span this wide is made for nobody in particular


@dataclass(frozen=True)
class Signal:
    """One line of the weight table.

    ``share`` sees rows and says 0 to 1 for each; its docstring says what is true where it is more
    than 0. ``asked`` says whether it bears on a person at all, and ``who`` in words: one who …;
    None where it stands for everybody, so that it is added up once for the whole catalogue.
    """

    code: str
    weight: float
    evidence: str
    share: Share
    who: str | None = None
    asked: Callable[[Person], bool] | None = None


def _interest(rows: Rows) -> Marks:
    """It is something the person likes or wants to try."""
    return rows.meets_interests


def _interest_near(rows: Rows) -> Marks:
    """It is close to a wish, and meets none: its parent, its sibling or related to it."""
    return rows.touch(rows.wishes.near) & ~rows.meets_a_wish


def _used_to_like(rows: Rows) -> Marks:
    """It is something they used to like; an old interest taken up again weighs extra."""
    return rows.meets_used_to_like


def _text(rows: Rows) -> Floats:
    """It is found by words that were not otherwise understood; in full where it is called by its name."""
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
    """It is near by the way there, where that says more than the area it serves."""
    share = _by_way(rows)
    return share * (share >= _by_area(rows) * AREA_BESIDE_WAY)


def _serves_you(rows: Rows) -> Floats:
    """It serves the person's area, which counts as near whatever the pin on the map says."""
    share = _by_area(rows)
    return share * (_by_way(rows) < share * AREA_BESIDE_WAY)


def _online(rows: Rows) -> Marks:
    """One can take part without going anywhere."""
    return rows.from_home


def _soon(rows: Rows) -> Floats:
    """It meets within four weeks, the sooner the better."""
    days = np.minimum(rows.days_until, SOON_DAYS).astype(np.float32)
    share: Floats = np.float32(1) - days / np.float32(SOON_DAYS)
    return share


def _regular(rows: Rows) -> Marks:
    """It meets again and again."""
    return rows.day.agenda.is_regular[rows.timetable]


def _typical_age(rows: Rows) -> Marks:
    """Those who come are usually of their age, told from and to."""
    youngest, oldest = _ages(rows.person)
    low = rows.columns.typical_min[rows.index]
    high = rows.columns.typical_max[rows.index]
    told = (low > 0) & (high < NO_LIMIT)
    return told & (low <= oldest) & (high >= youngest)


def _made_for_your_age(rows: Rows) -> Marks:
    """It has age limits close around them: a group for 18 to 25 is made for somebody of 19.

    Where those who come are usually of another age, it is not.
    """
    youngest, oldest = _ages(rows.person)
    columns, index = rows.columns, rows.index
    low = np.maximum(columns.age_min[index], columns.typical_min[index]).astype(np.int16)
    high = np.minimum(columns.age_max[index], columns.typical_max[index]).astype(np.int16)
    limits = columns.age_max[index].astype(np.int16) - columns.age_min[index]
    return (limits < FEWEST_YEARS_APART) & (low <= oldest) & (high >= youngest)


def _ages(person: Person) -> tuple[int, int]:
    if person.ages is None:
        raise ValueError("asked about ages where none were told")
    return person.ages


def _companion(rows: Rows) -> Marks:
    """Somebody can meet them the first time."""
    return rows.has("companion", "yes")


def _beginners(rows: Rows) -> Marks:
    """Beginners are welcome."""
    return rows.has("beginners", "yes")


def _peers(rows: Rows) -> Marks:
    """Some there have been through the same."""
    return rows.has("participants", "lived_experience", "mixed") | rows.has(
        "has", "peers_in_the_lead"
    )


def _ordinary(rows: Rows) -> Floats:
    """It is open to all; mixed company is ordinary in part."""
    mixed = rows.has("participants", "mixed") * np.float32(0.4)
    return np.where(rows.has("participants", "open_to_all"), np.float32(1), mixed)


def _goal(rows: Rows) -> Floats:
    """It gives what they hope for; the first goal counts most, and a second one adds less."""
    wished = np.uint16(rows.wishes.effects)
    met = np.bitwise_count(rows.columns.effects[rows.index] & wished)
    share: Floats = np.float32(1) - np.float32(0.5) ** met.astype(np.float32)
    return share


def _intensity(rows: Rows) -> Floats:
    """It is calm, or hard enough, as they hope for."""
    share = np.zeros(len(rows), dtype=np.float32)
    for goal, fits in INTENSITY_FOR.items():
        if goal in rows.person.goal:
            for intensity, fit in fits.items():
                share = np.maximum(share, rows.has("intensity", intensity) * np.float32(fit))
    return share


def _format(rows: Rows) -> Marks:
    """It brings so many people together as suits what they hope for."""
    wanted = {one for goal in rows.person.goal for one in FORMATS_FOR.get(goal, ())}
    return rows.has("format", *sorted(wanted))


def _to_try(rows: Rows) -> Marks:
    """It is something to do that is easy to try: for beginners, or one can simply turn up."""
    is_easy = rows.has("beginners", "yes") | rows.has("drop_in", "yes")
    return is_easy & np.isin(rows.columns.kind[rows.index], KINDS_TO_TRY)


def _is_about_drugs(person: Person) -> bool:
    return person.situation in {"uses_now", "wants_to_stop"} or person.for_whom != "self"


def _does_without(person: Person) -> bool:
    return person.situation in DOING_WITHOUT


def _has_no_wish(person: Person) -> bool:
    """Tell who does not know what they like, or wants just that: to try."""
    if person.interests or person.used_to_like:
        return False
    if TO_TRY in person.goal:
        return set(person.goal) == {TO_TRY}
    return not (person.goal or person.text_shares)


def _when(rows: Rows) -> Marks:
    """It meets at a time they wish for."""
    times = rows.day.agenda.times[rows.timetable]
    met: Marks = (times & np.uint64(rows.wishes.times)) != 0
    return met


def _free(rows: Rows) -> Marks:
    """It costs nothing."""
    return rows.has("free", "yes")


def _no_referral(rows: Rows) -> Marks:
    """No referral is needed."""
    return rows.has("no_referral", "yes")


def _drop_in(rows: Rows) -> Marks:
    """One can simply turn up."""
    return rows.has("drop_in", "yes")


def _language(rows: Rows) -> Marks:
    """It is held in a language they speak."""
    wanted = set(rows.person.language)
    spoken = np.array([not wanted.isdisjoint(some) for some in rows.columns.languages])
    found: Marks = spoken[rows.columns.language[rows.index]]
    return found


def _confirmed(rows: Rows) -> Floats:
    """It was confirmed within the last year, the later the better, and is not overdue."""
    age = rows.day.agenda.today - rows.columns.confirmed_on[rows.index]
    share = np.float32(1) - age.astype(np.float32) / np.float32(2 * YEAR_DAYS)
    fresh = rows.columns.confirmed_on[rows.index] >= rows.day.agenda.a_year_ago
    fresh &= rows.columns.due_on[rows.index] >= rows.day.agenda.today
    return np.where(fresh, np.clip(share, 0, 1), np.float32(0))


def _places_free(rows: Rows) -> Marks:
    """There is room."""
    return rows.has("capacity", "open", "few_places")


def _topic(rows: Rows) -> Marks:
    """It knows about drugs or alcohol."""
    return rows.has("has", "drug_topic")


def _audience(rows: Rows) -> Marks:
    """It is for those close to somebody, or for the bereaved, and for nobody else."""
    rows_for = rows.has("audience", AUDIENCE[rows.person.for_whom])
    return rows_for & ~rows.has("audience", "self")


def _on_topic(rows: Rows) -> Marks:
    """It is not only about gambling; who plays too much says so, and a wish that is met weighs more."""
    return ~rows.columns.only_gambling[rows.index]


def _no_alcohol_told(rows: Rows) -> Marks:
    """Nobody has told that alcohol is served there."""
    return ~rows.has("alcohol_free", "no")


def _rule_told(rows: Rows) -> Marks:
    """Its sobriety rule is told."""
    return rows.has("sobriety_rule")


def must_met(rows: Rows, word: str, forbidden: int) -> Marks:
    """Return the rows of which somebody has told that they meet a must, or are not to be avoided."""
    facts = rows.facts
    met: Marks = (facts & np.uint64(told_about(word))) != 0
    met &= (facts & np.uint64(forbidden)) == 0
    return met


def _musts(rows: Rows) -> Floats:
    """It is known to meet some of the musts, or not to be what they avoid; the share of them counts."""
    words = [(must, forbidden_by_must(must)) for must in rows.person.musts]
    words += [(word, 0) for word in rows.person.avoid]
    met = sum(must_met(rows, word, forbidden).astype(np.float32) for word, forbidden in words)
    return np.asarray(met, dtype=np.float32) / np.float32(len(words))


# How well an intensity serves a goal; what is not named serves it no better than what is not told.
INTENSITY_FOR: Final = {
    "find_calm": {"calm": 1.0},
    "get_tired": {"hard": 1.0, "moderate": 0.6},
}
FORMATS_FOR: Final = {
    "meet_people": ("small_group", "group", "open_house"),
    "new_drug_free_friends": ("small_group", "group"),
    "talk_with_someone_who_understands": ("one_to_one", "small_group"),
}
TO_TRY: Final = "try_something_new"
KINDS_TO_TRY: Final = tuple(KINDS.index(one) for one in ("activity", "course", "meeting_place"))

DISTANCE_WEIGHT: Final = 0.25
SERVES_YOU_WEIGHT: Final = 0.15
AREA_BESIDE_WAY: Final = np.float32(SERVES_YOU_WEIGHT / DISTANCE_WEIGHT)

SIGNALS: Final = (
    Signal("used_to_like", 0.44, "aftercare R2, R15; rusfag 6.3", _used_to_like,
           "said what they used to like", lambda person: bool(person.used_to_like)),
    Signal("interest", 0.40, "rusfag R28; thesis R2, R3; aftercare R3", _interest,
           "named interests", lambda person: bool(person.interests)),
    Signal("interest_near", 0.14, "rusfag R41; thesis R3", _interest_near,
           "said what they like, or liked",
           lambda person: bool(person.interests or person.used_to_like)),
    Signal("text", 0.60, "thesis R2; aftercare R3", _text,
           "wrote words of their own", lambda person: bool(person.text_shares)),
    Signal("distance", DISTANCE_WEIGHT, "rusfag R71; thesis R23; aftercare R13", _distance,
           "said where they are", lambda person: person.position is not None),
    Signal("serves_you", SERVES_YOU_WEIGHT, "rusfag R71; thesis R24", _serves_you,
           "said where they are", lambda person: person.municipality is not None),
    Signal("online", 0.06, "rusfag R17, R73; thesis R24", _online),
    Signal("soon", 0.08, "rusfag R13, R54", _soon),
    Signal("regular", 0.03, "rusfag R54; aftercare R10; thesis R15", _regular),
    Signal("typical_age", 0.04, "aftercare R8", _typical_age,
           "said how old they are", lambda person: person.ages is not None),
    Signal("made_for_your_age", 0.05, "aftercare R8", _made_for_your_age,
           "said how old they are", lambda person: person.ages is not None),
    Signal("companion", 0.05, "rusfag R21", _companion),
    Signal("beginners", 0.02, "thesis R5, R6", _beginners),
    Signal("peers", 0.08, "rusfag R23; aftercare R5", _peers,
           "wants people who have been through it", lambda person: person.peers == "peers"),
    Signal("ordinary", 0.12, "aftercare R6; thesis R10", _ordinary,
           "wants ordinary company", lambda person: person.peers == "ordinary"),
    Signal("goal", 0.20, "rusfag R39, R43; thesis R9", _goal,
           "said what they hope for", lambda person: bool(person.goal)),
    Signal("intensity", 0.05, "rusfag R42, R43; aftercare R26", _intensity,
           "hopes to find calm or to get tired",
           lambda person: not INTENSITY_FOR.keys().isdisjoint(person.goal)),
    Signal("format", 0.04, "thesis R3, R6; aftercare R14", _format,
           "hopes to meet or talk with people",
           lambda person: not FORMATS_FOR.keys().isdisjoint(person.goal)),
    Signal("to_try", 0.10, "rusfag R34, R41; thesis R4", _to_try,
           "does not know what they like", _has_no_wish),
    Signal("when", 0.25, "rusfag R54; aftercare R24; thesis R12", _when,
           "said when they can", lambda person: bool(person.when)),
    Signal("topic", 0.08, "rusfag R3, R13, R92, R93", _topic,
           "uses now, wants to stop, or is close to somebody", _is_about_drugs),
    Signal("audience", 0.20, "rusfag R91, R92; aftercare R22", _audience,
           "is close to somebody, or bereaved", lambda person: person.for_whom != "self"),
    Signal("on_topic", 0.10, "rusfag R93", _on_topic),
    Signal("no_alcohol_told", 0.12, "aftercare R31; rusfag R9", _no_alcohol_told,
           "is drug-free, or wants to stop", _does_without),
    Signal("free", 0.03, "rusfag R76; aftercare R33", _free),
    Signal("no_referral", 0.02, "rusfag R16, R17", _no_referral),
    Signal("drop_in", 0.02, "aftercare R14, R17", _drop_in),
    Signal("language", 0.05, "aftercare R4", _language,
           "said which languages they speak", lambda person: bool(person.language)),
    Signal("confirmed", 0.04, "DESIGN 2, rule 10", _confirmed),
    Signal("places_free", 0.02, "rusfag R16", _places_free),
    Signal("must_met", 0.10, "CONTRACTS 4: unknown ranks below", _musts,
           "has musts, or things to avoid", lambda person: bool(person.musts or person.avoid)),
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
