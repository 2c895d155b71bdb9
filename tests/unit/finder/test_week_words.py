"""The words of a week: what is told of a time, and no more."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import NORWAY
from finder.week_clashes import Clash, Kind
from finder.week_times import ComingTime
from finder.week_words import (
    clash_in_words,
    coming_hours_in_words,
    length_in_words,
    remarks_on_coming,
    set_aside_in_words,
)
from tests.support.catalogue import offer

SIX = datetime(2026, 11, 26, 18, tzinfo=NORWAY)


def meeting(*true: str, minutes: int | None = 120, is_timed: bool = True) -> ComingTime:
    """Return a meeting at six of which everything in ``true`` holds."""
    return ComingTime(
        offer="a",
        position=0,
        day=SIX.date(),
        starts_at=SIX if is_timed else None,
        ends_at=SIX + timedelta(minutes=minutes) if minutes and is_timed else None,
        minutes=minutes,
        spot=None,
        can_come_and_go=False,
        is_doubtful_holiday="holiday" in true,
        must_be_arranged="arranged" in true,
        is_told_by_another_clock="clock" in true,
    )


def spaced(words: str) -> str:
    return words.replace("\u00a0", " ")


def test_an_hour_is_told_with_its_end_where_that_is_known() -> None:
    assert spaced(coming_hours_in_words(meeting())) == "kl. 18.00–20.00"
    assert spaced(coming_hours_in_words(meeting(minutes=None))) == "kl. 18.00"
    assert coming_hours_in_words(meeting(is_timed=False)) == "Klokkeslett ikke oppgitt – spør"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, "Sluttid ikke oppgitt"),
        (1, "1 minutt"),
        (45, "45 minutter"),
        (60, "1 time"),
        (90, "1 time og 30 minutter"),
        (120, "2 timer"),
        (150, "2 timer og 30 minutter"),
    ],
)
def test_how_long_it_lasts(minutes: int | None, words: str) -> None:
    assert spaced(length_in_words(minutes)) == words


@given(st.integers(1, 1440))
def test_the_length_adds_up_to_the_minutes(minutes: int) -> None:
    numbers = [int(word) for word in spaced(length_in_words(minutes)).split() if word.isdecimal()]

    has_hours = "time" in length_in_words(minutes)
    hours, rest = [*numbers, 0][:2] if has_hours else (0, numbers[0])
    assert hours * 60 + rest == minutes


@pytest.mark.parametrize(
    ("true", "said"),
    [
        ("holiday", "Det er en helligdag eller en aften. Spør om det er som vanlig."),
        ("arranged", "Du må avtale før du kommer."),
        ("clock", "Klokkeslettet er i norsk tid."),
    ],
)
def test_what_is_good_to_know_is_said_where_it_is_true_and_only_there(true: str, said: str) -> None:
    assert remarks_on_coming(meeting(true)) == (said,)
    assert remarks_on_coming(meeting()) == ()


@pytest.mark.parametrize(
    ("kind", "km", "said"),
    [
        (Kind.OVERLAP, None, "Dette er samtidig med Kor, som begynner kl. 18.00."),
        (
            Kind.PERHAPS,
            None,
            "Dette kan være samtidig med Kor, som begynner kl. 18.00. Vi vet ikke når det første slutter.",
        ),
        (
            Kind.WAY,
            30.4,
            "Det er ca. 30 km herfra til Kor, som begynner kl. 18.00. Det kan bli knapt med tid.",
        ),
        (
            Kind.WAY,
            0.0,
            "Dette er et annet sted enn Kor, som begynner kl. 18.00. "
            "Det kan bli knapt med tid mellom dem.",
        ),
    ],
)
def test_a_clash_is_told_gently(kind: Kind, km: float | None, said: str) -> None:
    assert spaced(clash_in_words(Clash(kind, meeting(), meeting(), km), "Kor")) == said


@pytest.mark.parametrize("kind", list(Kind))
def test_a_clash_with_what_is_on_another_day_says_which(kind: Kind) -> None:
    before = replace(meeting(), day=SIX.date() - timedelta(1), starts_at=SIX - timedelta(1))

    assert "som begynner onsdag kl. 18.00" in spaced(
        clash_in_words(Clash(kind, meeting(), before, 30.4), "Kor")
    )


def test_what_is_set_aside_is_named_with_what_it_cannot_stand_beside() -> None:
    said = set_aside_in_words(offer("Kafeen"), offer("Turlaget"))

    assert said.startswith("«Kafeen» vises ikke her, fordi det ikke kan stå i samme uke som")
    assert "«Turlaget»" in said
