"""What nobody has told becomes a question, and what is told never does."""

from datetime import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.access_words import access_in_words
from directory.choices import ACCESS
from directory.models import Offer, Schedule
from directory.questions_to_ask import (
    ASKED_OF_ALL,
    ASKED_OF_WHAT_ONE_JOINS,
    questions_about,
)
from tests.support.catalogue import offer, schedule, venue
from tests.support.strategies import generators, made_up_offer

JOINED = (*ASKED_OF_ALL, *ASKED_OF_WHAT_ONE_JOINS, "equipment_lent")
TIMED: dict[str, Any] = {
    "rrule": "FREQ=WEEKLY;BYDAY=WE",
    "start_time": time(18),
    "duration_minutes": 60,
    "holidays": "closed",
}


def in_hall(**told: Any) -> Schedule:
    where = venue(address="Storgata 1", step_free=True, alcohol_served=False)
    return schedule(venue=where, **TIMED | told)


def all_told() -> dict[str, Any]:
    return {
        "first_visit": {"nb": "Vi møter deg."},
        "sobriety_rule": "none",
        "cost_per_time": 0,
        "cost_per_year": 0,
        "access": dict.fromkeys(ACCESS, True),
        "age_min": 18,
        "gender": "any",
        "participants": "mixed",
        "led_by": "peers",
        "capacity": "open",
        "format": "group",
        "intensity": "calm",
        "languages": ["nb"],
        "approach": "neutral",
    }


def about(*schedules: Schedule, **told: Any) -> list[str]:
    return list(questions_about(offer("et", *schedules, **all_told() | told)))


def test_nothing_is_asked_where_all_is_told() -> None:
    assert about(in_hall()) == []


@pytest.mark.parametrize(
    ("untold", "question"),
    [
        ({"first_visit": {}}, "Hva skjer første gang?"),
        ({"sobriety_rule": None}, "Er det krav om å være rusfri?"),
        ({"cost_per_time": None, "cost_per_year": None}, "Hva koster det?"),
        ({"cost_per_time": None}, "Koster det noe hver gang?"),
        ({"cost_per_year": None}, "Er det andre kostnader, som medlemskap?"),
        ({"age_min": None}, "Er det en aldersgrense?"),
        ({"gender": None}, "Er det for alle kjønn?"),
        ({"participants": None}, "Har de andre selv erfaring med det samme?"),
        ({"led_by": None}, "Hvem leder det?"),
        ({"capacity": None}, "Er det plass til flere?"),
        ({"format": None}, "Hvor mange pleier å komme?"),
        ({"intensity": None}, "Hvor slitsomt er det?"),
        ({"languages": []}, "Hvilke språk snakker dere?"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_thing_untold_is_one_question(untold: dict[str, Any], question: str) -> None:
    assert about(in_hall(), **untold) == [question]


@pytest.mark.parametrize(
    ("times", "questions"),
    [
        ({"start_time": None}, ["Når på dagen begynner det?"]),
        ({"duration_minutes": None}, ["Hvor lenge varer det?"]),
        ({"holidays": None}, ["Er det som vanlig på helligdager?"]),
        ({"rrule": "FREQ=WEEKLY"}, ["Hvilken dag er det?"]),
        ({"rrule": None, "start_time": None}, ["Når er det?"]),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_is_untold_of_the_times_is_asked(times: dict[str, Any], questions: list[str]) -> None:
    assert about(in_hall(**times)) == questions


def test_what_is_untold_of_the_place_is_asked_once_for_all_of_them() -> None:
    nowhere = schedule(**TIMED)

    asked = about(nowhere, schedule(**TIMED), access=dict.fromkeys(JOINED, True))

    assert asked == [
        "Hvor møtes dere?",
        access_in_words("step_free").question,
        access_in_words("alcohol_free_venue").question,
    ]


def test_nobody_asks_about_stairs_where_one_stays_at_home() -> None:
    asked = about(schedule("online", **TIMED), access=dict.fromkeys(JOINED, True))

    assert asked == []


def test_an_offer_without_times_is_asked_when_and_where() -> None:
    assert about() == ["Når er det?", "Hvor møtes dere?"]


def test_of_a_telephone_little_is_asked() -> None:
    asked = questions_about(offer("et", kind="signpost"))

    assert asked == (
        "Når kan jeg få tak i dere?",
        "Er det krav om å være rusfri?",
        "Hva koster det?",
        access_in_words("referral_needed").question,
        access_in_words("anonymous_ok").question,
        "Er det en aldersgrense?",
    )


def test_a_group_is_asked_what_it_builds_on_and_an_activity_is_not() -> None:
    question = "Bygger det på tro eller på en bestemt metode?"

    assert question in about(in_hall(), kind="self_help_group", approach=None)
    assert question not in about(in_hall(), kind="activity", approach=None)


@given(st.dictionaries(st.sampled_from(JOINED), st.booleans()))
def test_access_is_asked_about_exactly_where_it_is_untold(access: dict[str, bool]) -> None:
    asked = about(in_hall(), access=access)

    assert set(asked) == {access_in_words(key).question for key in JOINED if key not in access}


@settings(deadline=None)
@given(generators())
def test_every_question_is_asked_once(random: Any) -> None:
    made: Offer = made_up_offer(random, "et")

    asked = questions_about(made)

    assert len(set(asked)) == len(asked)
    assert all(question.endswith("?") for question in asked)
