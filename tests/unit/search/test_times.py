"""Days and times of day become words of the person format."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.found import Sentence
from search.reading import Reader
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
        ("i kveld", ("any-evening",)),
        ("tonight", ("any-evening",)),
        ("i morgen", ("this_week",)),
        ("i morgen kveld", ("any-evening",)),
        ("denne uka", ("this_week",)),
        ("i helga", ("weekend",)),
        ("når som helst", ("any",)),
    ],
)
def test_a_time_is_read_whole(text: str, when: tuple[str, ...]) -> None:
    words = text.lower().split()

    found = times_at(words, 0)

    assert found is not None
    assert (found.when, found.length) == (when, len(words))


@pytest.mark.parametrize("text", ["mandag-fredag", "mandag – fredag", "man-fre", "mon-fri"])
def test_a_dash_between_days_means_those_between_them_too(text: str) -> None:
    sentence = Sentence(text)

    found = times_at(sentence.lower, 0, after_dash=sentence.after_dash)

    assert found is not None
    assert (found.when, found.length) == (("mon", "tue", "wed", "thu", "fri"), 2)


@pytest.mark.parametrize(
    "text", ["man tor ikke", "man torsdag", "man kveld", "sat sun", "fri", "tor", "man og kor"]
)
def test_a_short_name_alone_or_beside_another_word_is_no_day(text: str) -> None:
    assert times_at(text.split(), 0) is None


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
        ("i morgen", ("thu",)),
        ("i morgon kveld", ("thu-evening",)),
        ("tomorrow evening", ("thu-evening",)),
        ("i overmorgen", ("fri",)),
        ("i kveld", ("wed-evening",)),
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
        ("man tir ons", ("mon", "tue", "wed")),
        ("man og ons", ("mon", "wed")),
        ("man tir kveld", ("mon-evening", "tue-evening")),
        ("tir til tors", ("tue", "wed", "thu")),
        ("mon wed fri", ("mon", "wed", "fri")),
        ("mornings", ("any-morning",)),
        ("tomorrow evening", ("any-evening",)),
    ],
)
def test_more_times_are_read_whole(text: str, when: tuple[str, ...]) -> None:
    words = text.split()

    found = times_at(words, 0)

    assert found is not None
    assert (found.when, found.length) == (when, len(words))


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("kl 18", ("any-evening",)),
        ("klokka 1830", ("any-evening",)),
        ("etter kl 17.30", ("any-evening",)),
        ("kl 7", ("any-morning",)),
        ("kl. 12", ("any-day",)),
        ("kl 23", ("any-night",)),
    ],
)
def test_an_hour_is_the_part_of_the_day_it_lies_in(text: str, when: tuple[str, ...]) -> None:
    assert Reader({}, {}, None).read(text).when == when


@pytest.mark.parametrize("text", ["røyker hver dag", "drikker hver helg", "festa hele helga"])
def test_how_often_something_is_done_is_no_wish_for_a_time(text: str) -> None:
    assert Reader({}, {}, None).read(text).when == ()
