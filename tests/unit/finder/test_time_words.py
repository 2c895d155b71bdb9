"""The next time in words, and the times one wishes for."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.clock import NORWAY
from directory.timetable import Timetable
from finder.question_file import WISH
from finder.time_words import LONGEST_COUNTDOWN, next_in_words, wished_time_in_words
from matching.agenda import PARTS_OF_DAY, WEEKDAYS

NOW = datetime.fromisoformat("2026-11-25T12:00")
WEEKLY = Timetable(rrule="FREQ=WEEKLY;BYDAY=WE", start_time=time(18))


def said(following: datetime | date | None, **told: Any) -> str:
    # A space that does not break is a space all the same.
    return " ".join(next_in_words(following, Timetable(**told), NOW).split())


@pytest.mark.parametrize(
    ("following", "words"),
    [
        (datetime(2026, 11, 25, 18, tzinfo=NORWAY), "i dag, onsdag 25. november kl. 18.00"),
        (datetime(2026, 11, 26, 9, 30, tzinfo=NORWAY), "i morgen, torsdag 26. november kl. 09.30"),
        (datetime(2026, 12, 2, 18, tzinfo=NORWAY), "onsdag 2. desember kl. 18.00, om 7 dager"),
        (date(2026, 12, 2), "onsdag 2. desember. Klokkeslettet er ikke oppgitt – spør"),
        (datetime(2027, 6, 2, 18, tzinfo=NORWAY), "onsdag 2. juni 2027 kl. 18.00"),
    ],
)
def test_the_next_time_is_said_as_people_say_it(following: date, words: str) -> None:
    assert said(following, rrule="FREQ=WEEKLY;BYDAY=WE", start_time=time(18)) == words


@given(st.integers(min_value=2, max_value=400))
def test_the_days_left_are_counted_only_while_they_say_something(days: int) -> None:
    following = datetime(2026, 11, 25, 18, tzinfo=NORWAY) + timedelta(days)

    words = next_in_words(following, WEEKLY, NOW)

    assert (f"om {days} dager" in words) == (days <= LONGEST_COUNTDOWN)


def test_nothing_told_is_said_to_be_untold() -> None:
    assert said(None) == "Tidspunktet er ikke oppgitt – spør"
    assert next_in_words(None, None, NOW) == "Tidspunktet er ikke oppgitt – spør"


def test_a_week_without_a_day_says_so() -> None:
    words = said(None, rrule="FREQ=WEEKLY").lower()

    assert "hver uke" in words
    assert "ikke oppgitt" in words


def test_by_appointment_is_not_said_to_be_untold() -> None:
    assert said(None, by_appointment=True).lower() == "etter avtale"


def test_what_is_always_open_has_no_next_time() -> None:
    tomorrow = datetime(2026, 11, 26, tzinfo=NORWAY)

    words = said(tomorrow, rrule="FREQ=DAILY", start_time=time(0), duration_minutes=1440)

    assert "døgnet" in words.lower()
    assert "26." not in words


def every_wish() -> list[str]:
    names = (*WEEKDAYS, "weekday", "weekend", "any")
    joined = [f"{name}-{part}" for name in names for part in PARTS_OF_DAY]
    return [*names, *joined, "today", "this_week"]


def test_every_wish_has_words_of_its_own() -> None:
    wishes = every_wish()

    assert all(WISH.fullmatch(wish) for wish in wishes)
    assert len({wished_time_in_words(wish) for wish in wishes}) == len(wishes)
    assert wished_time_in_words("wed-evening") == "onsdag kveld"
    assert wished_time_in_words("any-evening") == "kveld"
