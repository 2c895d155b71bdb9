"""Reasons: they add up to the score, and a match has exactly those that are true of offer and person."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given

from core.clock import NORWAY
from directory.models import Offer, Schedule
from directory.occurrences import Occurrence, upcoming
from directory.timetables import timetable_of
from matching.answer import Match, Reason
from matching.match import match
from matching.person import Person
from tests.support.catalogue import MOMENT, prepared
from tests.support.reference import (
    is_free,
    is_near,
    km_to,
    line_above,
    meets,
    schedules_of,
    serves,
    touches,
)
from tests.support.strategies import examples, partly_silent_catalogues, people

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = {"morning": range(5, 10), "day": range(10, 16), "evening": range(16, 22)}
ABOUT_THE_WAY = {"distance", "serves_you"}


class Case:
    """One schedule of one offer, for one person, at MOMENT."""

    def __init__(self, offer: Offer, schedule: Schedule | None, person: Person) -> None:
        self.offer, self.schedule, self.person = offer, schedule, person

    def is_told(self, word: str) -> bool:
        return meets(word, self.offer, self.schedule) is True

    @property
    def wishes(self) -> tuple[str, ...]:
        return self.person.interests + self.person.used_to_like

    def meetings(self, days: int) -> list[Occurrence]:
        """Return the meetings that lie wholly ahead, from today and for so many days."""
        if self.schedule is None:
            return []
        now = MOMENT.replace(tzinfo=NORWAY)
        return list(upcoming(timetable_of(self.schedule, self.offer.ended_on), now, 1000, days - 1))

    @property
    def ages(self) -> tuple[int, int]:
        assert self.person.ages is not None
        return self.person.ages


def _fits(meeting: Occurrence, wish: str) -> bool:
    day, _, part = wish.partition("-")
    weekday = meeting.day.weekday()
    named = {"any": True, "weekday": weekday < 5, "weekend": weekday >= 5}
    if day == "today":
        return meeting.day <= MOMENT.date()
    if day == "this_week":
        return meeting.day < MOMENT.date() + timedelta(7)
    if not named.get(day, day == WEEKDAYS[weekday]):
        return False
    if not part or meeting.starts_at is None:
        return True
    hour = meeting.starts_at.hour
    return hour in PARTS[part] if part in PARTS else hour >= 22 or hour < 5


def _when(case: Case) -> bool:
    meetings = case.meetings(70)
    wishes = case.person.when
    return any(
        _fits(one, wish)
        for wish in wishes
        for one in (meetings[:1] if wish in {"today", "this_week"} else meetings)
    )


def _typical_age(case: Case) -> bool:
    low, high = case.offer.age_typical_min, case.offer.age_typical_max
    return low is not None and high is not None and _overlap(case.ages, low, high)


def _made_for_your_age(case: Case) -> bool:
    low, high = case.offer.age_min or 0, case.offer.age_max
    if high is None or high - low >= 30:
        return False
    typical = case.offer.age_typical_min, case.offer.age_typical_max
    return _overlap(case.ages, low, high) and _overlap(case.ages, *typical)


def _overlap(ages: tuple[int, int], low: int | None, high: int | None) -> bool:
    return (low is None or low <= ages[1]) and (high is None or high >= ages[0])


def _confirmed(case: Case) -> bool:
    told = case.offer.confirmation
    return (
        told is not None
        and told.confirmed_on is not None
        and told.confirmed_on >= date(2025, 11, 24)
        and (case.offer.rhythm is None or case.offer.rhythm.due_on >= MOMENT.date())
    )


def _peers(case: Case) -> bool:
    return case.offer.participants in {"lived_experience", "mixed"} or case.offer.led_by == "peers"


def _languages(codes: list[str] | tuple[str, ...]) -> set[str]:
    return {code.split("-")[0] for code in codes}


def _intensity(case: Case) -> bool:
    told, goals = case.offer.intensity, case.person.goal
    is_tiring = "get_tired" in goals and told in {"hard", "moderate"}
    return is_tiring or ("find_calm" in goals and told == "calm")


def _format(case: Case) -> bool:
    together = {"small_group", "group", "open_house"}
    return "meet_people" in case.person.goal and case.offer.format in together


def _to_try(case: Case) -> bool:
    goals = set(case.person.goal)
    wants_to_try = goals == {"try_something_new"}
    has_said = bool(case.wishes) or (not wants_to_try and bool(goals or case.person.text_shares))
    is_easy = case.is_told("beginners") or case.is_told("drop_in")
    return not has_said and is_easy and case.offer.kind in {"activity", "course", "meeting_place"}


TRUE_OF: dict[str, Callable[[Case], bool]] = {
    "interest": lambda case: touches(case.offer.interests, case.person.interests),
    "used_to_like": lambda case: touches(case.offer.interests, case.person.used_to_like),
    "interest_near": lambda case: (
        not touches(case.offer.interests, case.wishes)
        and any(is_near(one, case.wishes) for one in case.offer.interests)
    ),
    "text": lambda case: case.person.text_shares.get(case.offer.id, 0) > 0,
    "online": lambda case: case.schedule is not None and case.schedule.attendance != "in_person",
    "soon": lambda case: bool(case.meetings(28)),
    "regular": lambda case: case.schedule is not None and case.schedule.rrule is not None,
    "typical_age": lambda case: case.person.ages is not None and _typical_age(case),
    "made_for_your_age": lambda case: case.person.ages is not None and _made_for_your_age(case),
    "companion": lambda case: case.is_told("companion"),
    "beginners": lambda case: case.is_told("beginners"),
    "peers": lambda case: case.person.peers == "peers" and _peers(case),
    "ordinary": lambda case: (
        case.person.peers == "ordinary" and case.offer.participants in {"open_to_all", "mixed"}
    ),
    "goal": lambda case: bool(set(case.person.goal) & set(case.offer.effects)),
    "intensity": _intensity,
    "format": _format,
    "to_try": _to_try,
    "when": _when,
    "topic": lambda case: (
        (case.person.situation in {"uses_now", "wants_to_stop"} or case.person.for_whom != "self")
        and bool({"drugs", "alcohol"} & set(case.offer.topics))
    ),
    "audience": lambda case: (
        case.person.for_whom != "self" and "self" not in (case.offer.audience or ["self"])
    ),
    "on_topic": lambda case: list(case.offer.topics) != ["gambling"],
    "no_alcohol_told": lambda case: (
        case.person.situation in {"drug_free", "wants_to_stop"}
        and meets("alcohol_free", case.offer, case.schedule) is not False
    ),
    "free": lambda case: is_free(case.offer) is True,
    "no_referral": lambda case: case.is_told("no_referral"),
    "drop_in": lambda case: case.is_told("drop_in"),
    "language": lambda case: bool(
        _languages(case.person.language) & _languages(case.offer.languages)
    ),
    "confirmed": _confirmed,
    "places_free": lambda case: case.offer.capacity in {"open", "few_places"},
    "must_met": lambda case: any(
        case.is_told(one) for one in case.person.musts + case.person.avoid
    ),
    "rule_told": lambda case: case.offer.sobriety_rule is not None,
}


def seen(offers: list[Offer], person: Person) -> list[tuple[Match, Case]]:
    by_id = {one.id: one for one in offers}
    found = match(person, prepared(offers)).matches
    return [
        (one, Case(by_id[one.offer], schedules_of(by_id[one.offer])[one.position], person))
        for one in found
    ]


@examples(160)
@given(partly_silent_catalogues(), people())
def test_a_match_has_exactly_the_reasons_that_are_true(offers: list[Offer], person: Person) -> None:
    for found, case in seen(offers, person):
        codes = {reason.code for reason in found.reasons} - ABOUT_THE_WAY
        assert codes == {code for code, is_true in TRUE_OF.items() if is_true(case)}


@examples(80)
@given(partly_silent_catalogues(), people())
def test_the_points_of_the_reasons_add_up_and_stand_in_order(
    offers: list[Offer], person: Person
) -> None:
    for found in match(person, prepared(offers)).matches:
        points = [reason.points for reason in found.reasons]
        assert sum(points) == pytest.approx(found.score, abs=0.0001)
        assert points == sorted(points, reverse=True)
        assert all(some > 0 for some in points)
        assert len({reason.code for reason in found.reasons}) == len(points)


@examples(80)
@given(partly_silent_catalogues(), people(is_somewhere=True))
def test_one_reason_tells_of_the_way_and_it_is_true(offers: list[Offer], person: Person) -> None:
    for found, case in seen(offers, person):
        km = km_to(case.schedule, person)
        told = [reason for reason in found.reasons if reason.code in ABOUT_THE_WAY]
        is_at_home = case.schedule is not None and case.schedule.attendance != "in_person"
        is_served = serves(case.offer, person) and not is_at_home

        assert len(told) == (km is not None or is_served)
        assert found.distance_km == (None if km is None else pytest.approx(km, rel=0.001, abs=0.06))
        for reason in told:
            if reason.code == "distance":
                assert reason.value == found.distance_km
            else:
                assert is_served


@examples(80)
@given(partly_silent_catalogues(), people())
def test_what_a_reason_is_about_is_the_offers_own(offers: list[Offer], person: Person) -> None:
    for found, case in seen(offers, person):
        for reason in found.reasons:
            _check_value(reason, case)


def _check_value(reason: Reason, case: Case) -> None:
    person, value = case.person, str(reason.value)
    if reason.code in {"interest", "used_to_like"}:
        assert value in case.offer.interests
        assert set(line_above(value)) & set(getattr(person, _plural(reason.code)))
    elif reason.code == "interest_near":
        assert value in case.offer.interests
        assert is_near(value, case.wishes)
    elif reason.code == "goal":
        assert value in set(person.goal) & set(case.offer.effects)
    elif reason.code == "soon":
        days = (case.meetings(28)[0].day - MOMENT.date()).days
        assert reason.value == max(days, 0)
    elif reason.code == "audience":
        assert value in case.offer.audience
    elif reason.code in {"intensity", "format"}:
        assert value == getattr(case.offer, reason.code)
    elif reason.code == "rule_told":
        assert value == case.offer.sobriety_rule
    elif reason.code != "distance":
        assert reason.value is None


def _plural(code: str) -> str:
    return "interests" if code == "interest" else code


@examples(100)
@given(partly_silent_catalogues(), people())
def test_the_next_time_is_the_first_that_lies_wholly_ahead(
    offers: list[Offer], person: Person
) -> None:
    for found, case in seen(offers, person):
        coming = case.meetings(400)[:1]
        expected: datetime | date | None = None
        if coming:
            expected = coming[0].starts_at or coming[0].day
        assert found.next == expected
        if isinstance(expected, datetime) and isinstance(found.next, datetime):
            assert found.next.isoformat() == expected.isoformat()
