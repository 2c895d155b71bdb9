"""When we ask about the holidays: once a season, three to five weeks before it begins."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stewardship.confirming.seasons import (
    christmas_of,
    question_about,
    season_by_id,
    season_to_ask_about,
    summer_of,
)

YEARS = st.integers(2020, 2090)
DAYS = st.dates(date(2020, 1, 1), date(2090, 12, 31))


def test_the_summer_is_the_three_weeks_in_which_most_are_away() -> None:
    assert (summer_of(2027).first, summer_of(2027).last) == (date(2027, 7, 12), date(2027, 8, 1))


@pytest.mark.parametrize(
    ("today", "season"),
    [
        (date(2026, 11, 16), None),
        (date(2026, 11, 17), "2026-christmas"),
        (date(2026, 12, 1), "2026-christmas"),
        (date(2026, 12, 2), None),
        (date(2027, 6, 6), None),
        (date(2027, 6, 7), "2027-summer"),
        (date(2027, 6, 21), "2027-summer"),
        (date(2027, 6, 22), None),
    ],
)
def test_the_question_comes_three_to_five_weeks_before(today: date, season: str | None) -> None:
    found = season_to_ask_about(today)

    assert (found.id if found else None) == season


@given(DAYS)
def test_what_is_asked_about_lies_ahead_and_is_found_again_by_its_id(today: date) -> None:
    season = season_to_ask_about(today)

    if season is not None:
        assert timedelta(weeks=3) <= season.first - today <= timedelta(weeks=5)
        assert season_by_id(season.id) == season


@given(YEARS)
def test_every_season_is_asked_about_on_two_weeks_of_days(year: int) -> None:
    for season in (summer_of(year), christmas_of(year)):
        asked = [
            day
            for day in range(366)
            if season_to_ask_about(season.first - timedelta(days=day)) == season
        ]
        assert asked == list(range(21, 36))


def test_the_question_names_the_season() -> None:
    assert question_about(summer_of(2027)) == "Har dere åpent i sommer?"
    assert question_about(christmas_of(2027)) == "Har dere åpent i jula?"
