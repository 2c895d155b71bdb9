"""Days and times of day become words of the person format."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.times import times_at

WORDS = [
    *("mon", "tue", "wed", "thu", "fri", "sat", "sun", "weekday", "weekend", "any"),
    *("today", "this_week"),
]
ALLOWED = set(WORDS) | {
    f"{day}-{part}" for day, part in product(WORDS[:10], ("morning", "day", "evening", "night"))
}


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("mandag", ("mon",)),
        ("måndagane", ("mon",)),
        ("laurdag", ("sat",)),
        ("Mondays", ("mon",)),
        ("mandagskveld", ("mon-evening",)),
        ("tirsdag kveld", ("tue-evening",)),
        ("torsdager på kvelden", ("thu-evening",)),
        ("mandag og onsdag kveld", ("mon-evening", "wed-evening")),
        ("mandag onsdag og fredag", ("mon", "wed", "fri")),
        ("mandag til onsdag formiddag", ("mon-day", "tue-day", "wed-day")),
        ("søndag ettermiddag", ("sun-day", "sun-evening")),
        ("hverdager", ("weekday",)),
        ("hverdagskvelder", ("weekday-evening",)),
        ("kvardagar", ("weekday",)),
        ("helga", ("weekend",)),
        ("weekends", ("weekend",)),
        ("kveld", ("any-evening",)),
        ("kveldstid", ("any-evening",)),
        ("morgenen", ("any-morning",)),
        ("dagtid", ("any-day",)),
        ("natt", ("any-night",)),
        ("i dag", ("today",)),
        ("i kveld", ("today", "any-evening")),
        ("tonight", ("today", "any-evening")),
        ("i morgen", ("this_week",)),
        ("i morgen kveld", ("this_week", "any-evening")),
        ("denne uka", ("this_week",)),
        ("i helga", ("this_week", "weekend")),
        ("når som helst", ("any",)),
    ],
)
def test_a_time_is_read_whole(text: str, when: tuple[str, ...]) -> None:
    words = text.lower().split()

    found = times_at(words, 0)

    assert found is not None
    assert (found.when, found.length) == (when, len(words))


@pytest.mark.parametrize("text", ["dag", "sol", "sat", "sun", "man", "helgen_", "day", "uke"])
def test_other_words_are_no_times(text: str) -> None:
    assert times_at([text], 0) is None


def test_a_greeting_is_understood_as_no_wish() -> None:
    found = times_at(["god", "morgen"], 0)

    assert found is not None
    assert (found.when, found.length) == ((), 2)


@given(
    st.lists(
        st.sampled_from(["mandag", "tirsdagskveld", "lørdag", "helg", "kveld", "morgen", "i", "og"])
        | st.sampled_from(["til", "på", "dag", "når", "som", "helst"]),
        min_size=1,
        max_size=8,
    )
)
def test_only_words_of_the_person_format_come_out(words: list[str]) -> None:
    found = times_at(words, 0)

    if found is not None:
        assert set(found.when) <= ALLOWED
        assert 0 < found.length <= len(words)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("i morgen", ("this_week", "thu")),
        ("i morgon kveld", ("this_week", "thu-evening")),
        ("tomorrow evening", ("this_week", "thu-evening")),
        ("i overmorgen", ("this_week", "fri")),
        ("i kveld", ("today", "any-evening")),
    ],
)
def test_tomorrow_is_a_weekday_where_today_is_known(text: str, when: tuple[str, ...]) -> None:
    words = text.split()

    found = times_at(words, 0, date(2026, 11, 25))

    assert found is not None
    assert (found.when, found.length) == (when, len(words))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("i overmorgen", ("this_week",)),
        ("etter jobb", ("weekday-evening",)),
        ("after work", ("weekday-evening",)),
        ("etter skolen", ("weekday-day", "weekday-evening")),
        ("midt på dagen", ("any-day",)),
        ("helg til mandag", ("weekend", "mon")),
        ("mornings", ("any-morning",)),
        ("tomorrow evening", ("this_week", "any-evening")),
    ],
)
def test_more_times_are_read_whole(text: str, when: tuple[str, ...]) -> None:
    words = text.split()

    found = times_at(words, 0)

    assert found is not None
    assert (found.when, found.length) == (when, len(words))
