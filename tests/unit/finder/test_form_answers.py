"""Ages as they are typed, and interests that somebody names in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.form_answers import ages_typed
from finder.named_interests import interests_named as read_interests
from finder.question_file import OLDEST
from places.gazetteer import gazetteer
from search.reading import Reader
from tests.support.databases import vocabulary


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(vocabulary().interests, vocabulary().effects, gazetteer())


def interests_named(text: str, reader: Reader) -> tuple[list[str], list[str]]:
    return read_interests(text, reader, vocabulary().interests)


@given(st.integers(min_value=0, max_value=OLDEST))
def test_every_age_can_be_typed(age: int) -> None:
    assert ages_typed(str(age)) == age


@given(st.integers(0, 999), st.integers(0, 999))
def test_a_band_goes_upwards_and_is_no_older_than_people_get(low: int, high: int) -> None:
    typed = ages_typed(f"{low}-{high}")

    assert typed == (f"{low}-{high}" if low <= high <= OLDEST else None)


@given(st.text(max_size=12))
def test_whatever_is_typed_is_an_age_or_nothing(text: str) -> None:
    age = ages_typed(text)

    assert age is None or isinstance(age, str) or 0 <= age <= OLDEST


def test_interests_are_read_one_by_one(reader: Reader) -> None:
    assert interests_named("fotball, å danse og fiske", reader) == (
        ["football", "dance", "fishing"],
        [],
    )


def test_not_football_means_football_where_one_says_what_one_does_not_want(reader: Reader) -> None:
    assert interests_named("ikke fotball", reader) == (["football"], [])


def test_what_names_nothing_is_handed_back(reader: Reader) -> None:
    assert interests_named("fotball, qwertyuiop", reader) == (["football"], ["qwertyuiop"])


def test_the_same_thing_named_twice_is_one_thing(reader: Reader) -> None:
    assert interests_named("fotball; fotballkamp", reader)[0] == ["football"]


@pytest.mark.parametrize("label", [one.labels["nb"] for one in vocabulary().interests.values()])
def test_every_label_is_read_as_what_it_names(reader: Reader, label: str) -> None:
    found, unknown = interests_named(label, reader)

    assert label in [vocabulary().interests[one].labels["nb"] for one in found]
    assert not unknown
