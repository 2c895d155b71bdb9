"""Typed times said back: all that was understood, and nothing that was not."""

from datetime import date

import pytest

from stewardship.times_typed.read_back import read_back
from tests.support.time_phrases import TODAY, UNDERSTOOD, surely
from web.languages import speaking


def said(typed: str, today: date = TODAY) -> tuple[str, ...]:
    return read_back(surely(typed, today), today)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ons 18-20", "Hver onsdag kl. 18.00–20.00."),
        ("hver onsdag", "Hver onsdag. Klokkeslettet er ikke oppgitt – spør."),
        ("etter avtale", "Etter avtale."),
        ("døgnåpent", "Døgnet rundt, hver dag."),
        ("5. desember 12–16", "Én gang, 5. desember 2026 kl. 12.00–16.00."),
        (
            "onsdager 18–20 fra 7. januar til 17. juni",
            "Hver onsdag kl. 18.00–20.00. Begynner 7. januar 2027. Varer til 17. juni 2027.",
        ),
        (
            "fem ganger fra 7. januar, torsdager 18–20",
            "Hver torsdag kl. 18.00–20.00. Begynner 7. januar 2027. 5 ganger i alt.",
        ),
        (
            "onsdager kl 18, ikke i fellesferien, ring først",
            "Hver onsdag kl. 18.00. Du må avtale før du kommer. "
            "Ikke i uke 28, 29 og 30 i 2027, 2028 og 2029, som er fellesferien.",
        ),
        (
            "torsdager kl 18, ikke 24. desember, ikke i fellesferien",
            "Hver torsdag kl. 18.00. Ikke i uke 28, 29 og 30 i 2027, 2028 og 2029, "
            "som er fellesferien. Ikke 24. desember 2026, 24. desember 2027 og 24. desember 2028.",
        ),
        (
            "man-fre 9-15, ikke på helligdager, uten avtale",
            "Mandag til fredag kl. 09.00–15.00. Ikke på helligdager, julaften og nyttårsaften. "
            "Ikke torsdag 24. desember. Ikke fredag 25. desember. Ikke torsdag 31. desember. "
            "Du trenger ikke avtale på forhånd.",
        ),
        (
            "onsdager 18–20, bare i september og oktober",
            "Hver onsdag, bare i september og oktober kl. 18.00–20.00.",
        ),
    ],
)
def test_all_that_was_understood_is_said_back(typed: str, words: str) -> None:
    assert said(typed) == (words,)


def test_each_schedule_has_its_own_words() -> None:
    assert said("mandag 18–20 og torsdag 12–14") == (
        "Hver mandag kl. 18.00–20.00.",
        "Hver torsdag kl. 12.00–14.00.",
    )


@pytest.mark.parametrize("phrase", UNDERSTOOD, ids=lambda phrase: phrase["typed"])
def test_every_date_that_is_left_out_is_named_or_lies_in_the_summer_break(
    phrase: dict[str, str],
) -> None:
    for times, words in zip(surely(phrase["typed"]), said(phrase["typed"]), strict=True):
        for day in times.exceptions:
            is_summer = day.isocalendar().week in {28, 29, 30} and "fellesferien" in words
            assert is_summer or f"{day.day}. " in words
            assert str(day.year) in words


def test_times_are_said_back_in_the_language_of_the_page() -> None:
    with speaking("en"):
        (words,) = said("onsdager 18–20")

    assert words == "Every Wednesday 6pm–8pm."
