"""How old somebody says they are, and numbers that say something else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.ages import Age, ages_in


def first_age(text: str) -> Age | None:
    return next((found.age for found in ages_in(text)), None)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("løping i Trondheim, 34 år", 34),
        ("19-åring", 19),
        ("en 19 åring", 19),
        ("19-årig jente", 19),
        ("34 år gammel", 34),
        ("34 år gammal", 34),
        ("er 19", 19),
        ("Jeg er 25 og liker sjakk", 25),
        ("ei jente på 16", 16),
        ("jente 16", 16),
        ("jente (16)", 16),
        ("for jente 16 Ålesund", 16),
        ("gut 17", 17),
        ("mann, 45, Oslo", 45),
        ("man, 45", 45),
        ("alder: 52", 52),
        ("alder 52", 52),
        ("age 40", 40),
        ("I'm 34", 34),
        ("I am 34, in Oslo", 34),
        ("34 years old", 34),
        ("a 34-year-old", 34),
        ("16 aar", 16),
        ("18-25 år", (18, 25)),
        ("18–25", (18, 25)),
        ("mellom 18 og 30 år", (18, 30)),
        ("18 til 30 år", (18, 30)),
        ("i 40-årene", (40, 49)),
        ("in my 30s", (30, 39)),
        ("vokst opp med rus, 34 år", 34),
        ("ikke rus. 34 år", 34),
        ("15-åring", 15),
        ("sekstenåring", 16),
        ("seksten år", 16),
        ("man 45", 45),
        ("gaming for 14 åring", 14),
        ("34, mann, bergen", 34),
        ("bor i oslo, 34", 34),
        ("unge mellom 16 og 20", (16, 20)),
        ("i femtiåra", (50, 59)),
        ("femtiårene", (50, 59)),
        ("i tjueårene", (20, 29)),
        ("in my twenties", (20, 29)),
        ("in my late forties", (40, 49)),
        ("under 18", (0, 17)),
        ("under 18 år", (0, 17)),
        ("over 60", (60, 120)),
        ("over 60 år", (60, 120)),
        ("over seksti", (60, 120)),
        ("eldre enn 50", (50, 120)),
        ("60+", (60, 120)),
    ],
)
def test_an_age_is_read(text: str, age: Age) -> None:
    assert first_age(text) == age


@pytest.mark.parametrize(
    "text",
    [
        "34",
        "klokka 18-20",
        "kl 18-20",
        "rusfri i 3 år",
        "edru 12 år",
        "for 10 år siden",
        "etter 20 år med rus",
        "det er 15 minutter unna",
        "jeg er 20 minutter unna",
        "buss på 25 minutter",
        "mann 45 minutter unna",
        "man 18",
        "20 mann",
        "det er 30 der",
        "vi er 12",
        "klokka er 18",
        "på 12 trinn",
        "er 10 km unna",
        "på 10.30",
        "møtes på 18:00",
        "30-20 år siden",
        "er 15. mai",
        "200 år",
        "mandag, 18, 20",
        "rusfri i over 20 år",
        "over 20 år med rus",
        "over 20 år siden",
        "under 30 minutter unna",
        "over 60 kr",
        "på over 10 km",
        "han er 19",
        "hun er 34",
        "i ti år",
        "tolv trinn",
        "født 2004",
        "buss 123-456",
        "7030",
    ],
)
def test_a_number_of_something_else_is_no_age(text: str) -> None:
    assert first_age(text) is None


def test_a_year_of_birth_is_two_ages_where_today_is_known() -> None:
    found = list(ages_in("jente født 2004, liker sjakk", date(2026, 11, 25)))

    assert [each.age for each in found] == [(21, 22)]
    assert list(ages_in("født 2050", date(2026, 11, 25))) == []


@given(st.integers(1, 120))
def test_every_age_of_the_person_format_is_read(age: int) -> None:
    assert first_age(f"kor i Oslo, {age} år") == age


@given(st.text(max_size=100))
def test_no_text_gives_an_age_outside_the_person_format(text: str) -> None:
    for found in ages_in(text):
        ends = found.age if isinstance(found.age, tuple) else (found.age, found.age)

        assert 0 <= ends[0] <= ends[1] <= 120
        assert 0 <= found.start < found.end <= len(text)


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("buldring trondheim 19", 19),
        ("19 trondheim", 19),
        ("jeg er alene, 19 trondheim", 19),
        ("student 23", 23),
        ("oslo, 19", 19),
        ("æ e 19", 19),
    ],
)
def test_a_number_first_or_last_is_an_age(text: str, age: int) -> None:
    assert [found.age for found in ages_in(text)] == [age]


@pytest.mark.parametrize(
    "text",
    [
        "møte oslo 19",
        "mandag 19",
        "trinn 14",
        "19",
        "platform 24",
        "14 dager uten",
        "buss 25",
        "i 30",
    ],
)
def test_a_number_that_counts_or_may_be_an_hour_is_no_age(text: str) -> None:
    assert list(ages_in(text)) == []
