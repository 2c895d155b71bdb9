"""The facts of an offer in plain words, where unknown is neither yes nor no."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.access_words import access_in_words
from directory.choices import ACCESS, ConfirmedBy
from directory.models import Confirmation
from directory.offer_words import (
    ages_in_words,
    confirmation_in_words,
    cost_in_words,
    facts_of,
    is_stale,
    languages_in_words,
)
from tests.support.catalogue import offer

TODAY = date(2026, 11, 25)
PRICES = st.one_of(st.none(), st.just(0.0), st.floats(1, 5000))
YEARS = st.one_of(st.none(), st.integers(0, 120))


def cost(per_time: float | None, per_year: float | None) -> str:
    return cost_in_words(offer("et", cost_per_time=per_time, cost_per_year=per_year))


def ages(*limits: int | None) -> list[str]:
    keys = ("age_min", "age_max", "age_typical_min", "age_typical_max")
    return list(ages_in_words(offer("et", **dict(zip(keys, limits, strict=False)))))


def sentences(**told: Any) -> list[str]:
    nothing: dict[str, Any] = {"topics": []}
    return [one for group in facts_of(offer("et", **nothing | told)) for one in group.sentences]


def confirmed(by: str | None, on: date | None) -> Confirmation:
    return Confirmation(confirmed_by=ConfirmedBy(by) if by else None, confirmed_on=on)


# What it costs


@pytest.mark.parametrize(
    ("per_time", "per_year", "words"),
    [
        (0, 0, "Gratis."),
        (30, 200, "30 kr hver gang, 200 kr i året."),
        (49.5, None, "49,50 kr hver gang."),
        (30, 0, "30 kr hver gang."),
        (None, 1200, "Pris per gang ikke oppgitt, 1\xa0200 kr i året."),
        (0, 200, "200 kr i året, 0 kr hver gang."),
        (None, None, "Ikke oppgitt – spør."),
        (0, None, "0 kr hver gang, pris per år ikke oppgitt."),
        (None, 0, "Pris per gang ikke oppgitt, 0 kr i året."),
    ],
)
def test_the_price_is_said(per_time: float | None, per_year: float | None, words: str) -> None:
    assert cost(per_time, per_year) == words


@given(PRICES, PRICES)
def test_nothing_is_called_free_before_both_prices_are_told(
    per_time: float | None, per_year: float | None
) -> None:
    is_free = per_time == 0 and per_year == 0

    assert ("gratis" in cost(per_time, per_year).lower()) is is_free


# Ages


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ((18, 25), ["For deg fra 18 til og med 25 år."]),
        ((18, None), ["Du må være 18 år eller eldre."]),
        ((None, 17), ["For deg til og med 17 år."]),
        ((0, 120), ["For alle aldre."]),
        ((18, 120), ["Du må være 18 år eller eldre."]),
        ((None, None, 18, 25), ["De fleste er mellom 18 og 25 år."]),
        ((None, None, 40, None), ["De fleste er 40 år eller eldre."]),
        ((None, None, None, 30), ["De fleste er 30 år eller yngre."]),
        ((None, None, None, None), []),
    ],
)
def test_the_ages_are_said(limits: tuple[int | None, ...], words: list[str]) -> None:
    assert ages(*limits) == words


@given(YEARS, YEARS)
def test_a_limit_is_said_exactly_where_one_is_told(low: int | None, high: int | None) -> None:
    assert bool(ages(low, high)) is (low is not None or high is not None)


# Languages


def test_languages_have_the_names_they_have_on_the_page() -> None:
    assert languages_in_words(["nb", "se", "en-GB"]) is not None
    assert languages_in_words(["nb", "se"]) == "norsk bokmål og nordsamisk"


def test_a_language_without_a_name_is_said_by_its_code() -> None:
    assert languages_in_words(["qqq"]) == "qqq"


def test_no_language_told_is_none() -> None:
    assert languages_in_words([]) is None


# All that is told, and nothing else


@given(st.dictionaries(st.sampled_from(ACCESS), st.booleans()))
def test_what_is_told_of_access_is_said_and_nothing_else_is(access: dict[str, bool]) -> None:
    said = sentences(access=access)

    expected = {access_in_words(key).sentence(answer) for key, answer in access.items()}
    assert set(said) == expected


def test_a_heading_with_nothing_under_it_is_left_out() -> None:
    assert facts_of(offer("et", topics=[])) == ()


def test_who_it_is_for_is_said_where_it_is_not_only_oneself() -> None:
    assert not sentences(audience=["self"])
    assert sentences(audience=["relatives"]) == ["For pårørende."]
    assert sentences(audience=["self", "bereaved"]) == ["For deg selv og etterlatte."]


def test_each_choice_that_is_told_has_its_sentence() -> None:
    said = sentences(
        gender="women",
        participants="lived_experience",
        led_by="peers",
        approach="twelve_step",
        format="small_group",
        intensity="calm",
        languages=["nb"],
        topics=["drugs", "loneliness"],
    )

    assert set(said) == {
        "For kvinner.",
        "De andre har selv erfaring med det samme.",
        "De som leder det, har selv erfaring.",
        "Det bygger på de tolv trinnene.",
        "Det er en liten gruppe.",
        "Det er rolig.",
        "Språk: norsk bokmål.",
        "Temaer: rus og ensomhet.",
    }


# Who said so, and when


@pytest.mark.parametrize(
    ("confirmation", "words"),
    [
        (None, "Ingen har bekreftet"),
        (confirmed(None, None), "Ingen har bekreftet"),
        (confirmed(None, TODAY), "Sist bekreftet 25. november 2026."),
        (confirmed("organisation", TODAY), "Bekreftet 25. november 2026 av dem som driver det."),
        (confirmed("moderator", TODAY), "Bekreftet 25. november 2026 av oss"),
        (confirmed("feed", TODAY), "Hentet 25. november 2026"),
        (confirmed("document", TODAY), "Fra en kilde som gjelder 25. november 2026."),
        (confirmed("document", None), "Fra en kilde uten dato."),
        (confirmed("organisation", None), "Bekreftet, men vi vet ikke når."),
    ],
)
def test_it_is_said_who_confirmed_and_when(confirmation: Confirmation | None, words: str) -> None:
    assert confirmation_in_words(confirmation).startswith(words)


def test_a_document_is_never_taken_for_the_people_who_run_it() -> None:
    assert "har ikke bekreftet" in confirmation_in_words(confirmed("document", TODAY))
    assert "har ikke bekreftet" in confirmation_in_words(confirmed("document", None))


def test_an_entry_is_stale_after_twelve_months_to_the_day() -> None:
    a_year_ago = date(2025, 11, 25)

    assert not is_stale(confirmed("feed", a_year_ago), TODAY)
    assert is_stale(confirmed("feed", a_year_ago - timedelta(days=1)), TODAY)
    assert is_stale(confirmed("feed", date(2027, 2, 27)), date(2028, 2, 29))
    assert not is_stale(confirmed("feed", date(2027, 2, 28)), date(2028, 2, 29))


def test_what_was_never_confirmed_is_stale() -> None:
    assert is_stale(None, TODAY)
    assert is_stale(confirmed("document", None), TODAY)
