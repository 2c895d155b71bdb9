"""Turning down is read where it is said: never the other way round, and never of what is beside it."""

import pytest

from places.gazetteer import gazetteer
from search.reading import Reader
from tests.support.databases import vocabulary

READER = Reader(vocabulary().interests, vocabulary().effects, gazetteer())


@pytest.mark.parametrize(
    "text",
    [
        "noe som ikke er trening trondheim jente 17",
        "noko som ikkje er trening trondheim",
        "something that isn't sport trondheim",
        "something that is not sport trondheim",
    ],
)
def test_what_something_is_not_is_turned_down(text: str) -> None:
    reading = READER.read(text)

    assert (reading.interests, reading.not_this) == ((), ("physical",))
    assert reading.place is not None


@pytest.mark.parametrize(
    "text", ["I don't speak norwegian oslo", "i do not understand norwegian, oslo",
             "jeg forstår ikke norsk oslo", "snakker ikke norsk oslo"],
)  # fmt: skip
def test_who_lacks_a_language_turns_nothing_down(text: str) -> None:
    reading = READER.read(text)

    assert (reading.not_this, reading.avoid) == ((), ())
    assert reading.place is not None


def test_who_says_in_english_that_they_lack_norwegian_would_rather_speak_english() -> None:
    assert READER.read("I don't speak norwegian").language == ("en",)


@pytest.mark.parametrize("text", ["venner som ikke røyker", "friends who don't smoke"])
def test_not_smoking_is_no_place_and_nothing_to_look_for(text: str) -> None:
    reading = READER.read(text)

    assert (reading.place, reading.avoid, reading.not_this) == (None, (), ())
    assert "røyker" not in reading.rest
    assert "smoke" not in reading.rest


@pytest.mark.parametrize("text", ["ikke na ikke religion", "ikke aa, uten religion"])
def test_who_wants_no_fellowship_and_no_religion_is_sent_to_no_twelve_steps(text: str) -> None:
    assert set(READER.read(text).avoid) == {"twelve_step", "faith_based"}


def test_who_wants_neither_of_two_fellowships_is_sent_to_no_twelve_steps() -> None:
    assert READER.read("ikke aa eller na").avoid == ("twelve_step",)


def test_who_turns_down_one_fellowship_may_like_another() -> None:
    assert READER.read("selvhjelpsgruppe, men ikke aa").avoid == ()


def test_who_turns_down_one_fellowship_and_asks_for_another_is_not_kept_from_it() -> None:
    reading = READER.read("ikke aa, heller na-møte")

    assert (reading.interests, reading.not_this) == (("na_meeting",), ("aa_meeting",))
    assert reading.avoid == ()
