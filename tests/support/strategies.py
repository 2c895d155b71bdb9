"""Made-up timetables, offers and people, for what must hold for all of them.

Hypothesis chooses the seed and the sizes; the rest is drawn by an ordinary generator, which is
twenty times as quick as letting it choose every single fact.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any, TypeVar

from hypothesis import settings
from hypothesis import strategies as st

from directory.choices import (
    ACCESS,
    Approach,
    Attendance,
    Audience,
    Capacity,
    Format,
    Gender,
    Holidays,
    Intensity,
    LedBy,
    OfferKind,
    Participants,
    SobrietyRule,
    Topic,
)
from directory.models import Offer, Schedule
from directory.timetable import Timetable
from directory.timetables import timetable_of
from matching.agenda import PARTS_OF_DAY, WEEKDAYS
from matching.person import Person, Position
from tests.support.catalogue import (
    EFFECTS,
    OSLO,
    TODAY,
    TRONDHEIM,
    WELL_KNOWN,
    offer,
    schedule,
    venue,
)

T = TypeVar("T")
A_YEAR_AGO, LONG_AGO = date(2025, 11, 24), date(2025, 1, 1)
FIRST_DAY, LAST_DAY = date(2026, 10, 20), date(2027, 5, 10)
NIGHTS_OF_THE_CLOCK = (date(2026, 10, 25), date(2027, 3, 28))
RULES = (
    *("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=WE", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=DAILY"),
    *("FREQ=MONTHLY;BYDAY=1SU", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
    *("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24", "FREQ=WEEKLY;COUNT=4;BYDAY=TU", "freq=daily;count=3"),
    *("FREQ=WEEKLY;BYDAY=FR;UNTIL=20261211", "FREQ=DAILY;UNTIL=20261130T170000Z", "FREQ=MONTHLY"),
)
HOURS = tuple(
    time(*clock)
    for clock in ((0,), (1, 30), (2, 30), (3,), (4, 59), (5,), (9, 59), (12,), (18,), (22,))
)
ZONES = ("Europe/London", "America/New_York", "Asia/Tokyo", "UTC")
# The same few places over and over, so that offers tie and share their cells.
PLACES: tuple[dict[str, Any], ...] = (
    *({"municipality": number} for number in ("5001", "5035", "0301", "1806", "5601")),
    *({"postcode": code} for code in ("7041", "0150")),
    {"lat": TRONDHEIM[0], "lon": TRONDHEIM[1], "municipality": "5001", "precision": "exact"},
    {"lat": 63.41, "lon": 10.45, "municipality": "5001", "precision": "postcode"},
    {"lat": 62.0, "lon": 0.0, "municipality": "1505", "precision": "exact"},
)
SERVED: tuple[list[str], ...] = (
    [],
    [],
    ["5001"],
    ["50"],
    ["NO"],
    ["0301", "32"],
    ["5035", "5001"],
    ["56"],
)
MUSTS = (
    *("free", "no_referral", "drop_in", "anonymous", "step_free", "alcohol_free", "no_sharing"),
    *("companion", "beginners", "online", "in_person", "women", "men", "medication_ok"),
)
AVOID = ("twelve_step", "faith_based", "one_to_one", "hard", "talk_about_drugs")
SITUATIONS = (None, "drug_free", "wants_to_stop", "uses_now")
WISHES = (
    *("any", "weekday", "weekend", "today", "this_week"),
    *(f"{day}-{part}" for day in (*WEEKDAYS, "weekend") for part in PARTS_OF_DAY),
)


def examples(number: int) -> settings:
    """Try so many, however busy the machine is: how long things take is measured elsewhere."""
    return settings(max_examples=number, deadline=None)


def generators() -> st.SearchStrategy[Random]:
    return st.randoms(use_true_random=True)


def perhaps(random: Random, some: Iterable[T], *, told: float = 0.5) -> T | None:
    """Return None often: most things nobody has told."""
    return random.choice(list(some)) if random.random() < told else None


def several(random: Random, some: Iterable[T], most: int) -> list[T]:
    return random.sample(list(some), random.randint(0, most))


def made_up_day(random: Random, first: date = FIRST_DAY, last: date = LAST_DAY) -> date:
    return first + timedelta(random.randint(0, (last - first).days))


def made_up_moment(random: Random) -> datetime:
    """Return a local moment to the minute, often where a meeting begins or the clock changes."""
    if random.random() < 0.3:
        night = random.choice(NIGHTS_OF_THE_CLOCK)
        minute, fold = random.choice([0, 29, 30, 31]), random.randint(0, 1)
        return datetime.combine(night, time(random.randint(0, 4), minute, fold=fold))
    usual = time(random.randint(0, 23), random.randint(0, 59))
    return datetime.combine(made_up_day(random), random.choice([usual, random.choice(HOURS)]))


def made_up_schedule(random: Random) -> Schedule:
    where = perhaps(random, PLACES, told=0.8)
    known = {key: perhaps(random, [True, False]) for key in ("step_free", "alcohol_served")}
    made = schedule(
        random.choice(list(Attendance)),
        venue(**where, **known) if where else None,
        rrule=perhaps(random, RULES, told=0.7),
        starts_on=perhaps(random, [made_up_day(random)], told=0.4),
        start_time=perhaps(random, HOURS, told=0.7),
        timezone=perhaps(random, ZONES, told=0.3) or "Europe/Oslo",
        until=perhaps(random, [made_up_day(random)], told=0.2),
        exceptions=[made_up_day(random).isoformat() for _ in range(random.randint(0, 9))],
        holidays=perhaps(random, Holidays),
        by_appointment=perhaps(random, [True, False], told=0.2),
    )
    if timetable_of(made, None).fault() is not None:
        made.starts_on = FIRST_DAY  # INTERVAL and COUNT need it
    return made


def timetables() -> st.SearchStrategy[Timetable]:
    return generators().map(lambda random: timetable_of(made_up_schedule(random), None))


def made_up_offer(random: Random, name: str, due_from: date = A_YEAR_AGO) -> Offer:
    return offer(
        name,
        *(made_up_schedule(random) for _ in range(random.randint(0, 3))),
        confirmed_on=perhaps(random, [made_up_day(random, date(2025, 8, 1), TODAY)]),
        due_on=perhaps(random, [made_up_day(random, due_from, LAST_DAY)], told=0.4),
        kind=random.choice([*[OfferKind.ACTIVITY] * 3, *OfferKind]),
        organisation_id=random.choice(["one", "two", "three"]),
        interests=several(random, WELL_KNOWN, 2),
        effects=several(random, EFFECTS, 2),
        audience=several(random, Audience, 2),
        topics=several(random, Topic, 2),
        access={key: random.random() < 0.5 for key in several(random, ACCESS, len(ACCESS))},
        languages=several(random, ["nb", "en-GB", "se"], 2),
        serves=random.choice(SERVED),
        **_choices_of(random),
        **_numbers_of(random),
    )


def _choices_of(random: Random) -> dict[str, Any]:
    return {
        "sobriety_rule": perhaps(random, SobrietyRule, told=0.7),
        "gender": perhaps(random, Gender),
        "participants": perhaps(random, Participants),
        "led_by": perhaps(random, LedBy),
        "approach": perhaps(random, Approach),
        "format": perhaps(random, Format),
        "intensity": perhaps(random, Intensity),
        "capacity": perhaps(random, Capacity),
    }


def _numbers_of(random: Random) -> dict[str, Any]:
    return {
        "age_min": perhaps(random, range(41), told=0.3),
        "age_max": perhaps(random, range(20, 101), told=0.3),
        "age_typical_min": perhaps(random, range(1, 51), told=0.3),
        "age_typical_max": perhaps(random, range(20, 101), told=0.3),
        "cost_per_time": perhaps(random, [0, 0, 50.0]),
        "cost_per_year": perhaps(random, [0, 0, 200.0]),
        "ended_on": perhaps(random, [made_up_day(random)], told=0.1),
    }


@st.composite
def catalogues(draw: st.DrawFn, most: int = 12, due_from: date = A_YEAR_AGO) -> list[Offer]:
    """Return offers, of which none is silent where ``due_from`` is not longer ago."""
    random = draw(generators())
    number = draw(st.integers(1, most))
    return [made_up_offer(random, f"offer-{n}", due_from) for n in range(number)]


def partly_silent_catalogues(most: int = 12) -> st.SearchStrategy[list[Offer]]:
    return catalogues(most, LONG_AGO)


def made_up_person(random: Random, *, is_somewhere: bool) -> Person:
    musts = several(random, MUSTS, 2)
    told = {
        "interests": tuple(several(random, WELL_KNOWN, 2)),
        "used_to_like": tuple(several(random, WELL_KNOWN, 1)),
        "not_this": tuple(perhaps(random, [[one] for one in WELL_KNOWN], told=0.3) or ()),
        "ages": perhaps(random, [(19, 19), (16, 17), (18, 25), (45, 45), (0, 120)]),
        "when": tuple(several(random, WISHES, 2)),
        "situation": random.choice(SITUATIONS),
        "for_whom": random.choice(["self", "self", "self", "relative", "bereaved"]),
        "peers": perhaps(random, ["peers", "ordinary"]),
        "goal": tuple(several(random, EFFECTS, 2)),
        "musts": tuple(one for one in musts if one != "men" or "women" not in musts),
        "avoid": tuple(several(random, AVOID, 1)),
        "gender": perhaps(random, ["woman", "man"]),
        "language": random.choice([(), ("nb",), ("en", "se")]),
        "limit": random.choice([1, 3, 5, 100]),
        "text_shares": random.choice([{}, {"offer-1": 0.5, "offer-2": 0.0, "gone": 1.0}]),
    }
    return Person(**told, **(_somewhere(random) if is_somewhere else {}))  # type: ignore[arg-type]


def _somewhere(random: Random) -> dict[str, Any]:
    anywhere = (random.uniform(58, 71), random.uniform(5, 31))
    place = random.choice([TRONDHEIM, OSLO, anywhere])
    return {
        "position": Position(*place, is_exact=random.random() < 0.5),
        "municipality": random.choice(["5001", "5035", "0301", "5601"]),
        "max_km": perhaps(random, [0.0, 3.0, 50.0, 2000.0], told=0.3),
    }


@st.composite
def people(draw: st.DrawFn, *, is_somewhere: bool | None = None) -> Person:
    """Return somebody, who has told where they are or not; None: either."""
    random = draw(generators())
    return made_up_person(
        random, is_somewhere=random.random() < 0.5 if is_somewhere is None else is_somewhere
    )
