"""From a question to a person: what was said stands, the text fills the rest, and the place is found."""

from dataclasses import fields
from datetime import date
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finder.question_file import FaultyQuestionError, Question, read_question
from finder.understanding import Understood, understand
from matching.match import match
from matching.person import Person, Position
from places.gazetteer import gazetteer
from search.reading import Reader, Reading
from tests.support.catalogue import VOCABULARY, offer, prepared
from tests.support.strategies import examples

READER = Reader(VOCABULARY.interests, VOCABULARY.effects, gazetteer())
LEVANGER = gazetteer().find("Levanger")


class Says:
    """A reader that takes every text to say the same."""

    def __init__(self, **said: Any) -> None:
        self._reading = Reading(**said)

    def read(self, _text: str, _today: date | None = None) -> Reading:
        return self._reading


def question(**given_: Any) -> Question:
    return read_question(given_, VOCABULARY)


def understood(given_: dict[str, Any], **said: Any) -> Understood:
    reader = cast("Reader", Says(**said))
    return understand(question(**given_), reader, gazetteer())


def test_nothing_said_is_anybody_anywhere() -> None:
    found = understood({})

    assert found == Understood(
        Person(), None, "", (), place_is_unknown=False, for_whom_was_said=False
    )


def test_every_key_reaches_the_person() -> None:
    found = understood({
        "interests": ["climbing"], "used_to_like": ["choir"], "not_this": ["running"],
        "age": "18-25", "max_km": 12, "when": ["mon"], "situation": "uses_now",
        "for_whom": "relative", "peers": "peers", "goal": ["find_calm"], "musts": ["free"],
        "avoid": ["hard"], "gender": "woman", "language": ["EN-gb", "nb"], "limit": 7,
    })  # fmt: skip

    assert found.person == Person(
        interests=("climbing",), used_to_like=("choir",), not_this=("running",), ages=(18, 25),
        max_km=12.0, when=("mon",), situation="uses_now", for_whom="relative", peers="peers",
        goal=("find_calm",), musts=("free",), avoid=("hard",), gender="woman",
        language=("en", "nb"), limit=7,
    )  # fmt: skip


FROM_TEXT = {
    "interests": ("choir",), "used_to_like": ("climbing",), "not_this": ("running",), "when": ("sat",),
    "goal": ("get_tired",), "musts": ("drop_in",), "language": ("se",),
}  # fmt: skip
SAID = {
    "interests": ["climbing"], "used_to_like": ["music"], "not_this": ["music"], "when": ["mon"],
    "goal": ["find_calm"], "musts": ["free"], "language": ["nb"],
}  # fmt: skip


@pytest.mark.parametrize("key", FROM_TEXT)
def test_the_text_fills_what_was_left_open(key: str) -> None:
    found = understood({"text": "…"}, **{key: FROM_TEXT[key]})

    assert getattr(found.person, key) == FROM_TEXT[key]


@pytest.mark.parametrize("key", SAID)
def test_what_was_chosen_stands_before_the_text(key: str) -> None:
    found = understood({"text": "…", key: SAID[key]}, **FROM_TEXT)

    assert getattr(found.person, key) == tuple(SAID[key])
    others = [other for other in FROM_TEXT if other != key]
    assert all(getattr(found.person, other) == FROM_TEXT[other] for other in others)


@pytest.mark.parametrize(
    ("given_", "read", "expected"),
    [
        ({}, 34, (34, 34)),
        ({}, (18, 25), (18, 25)),
        ({"age": 0}, 34, (0, 0)),
        ({"age": "40-50"}, 34, (40, 50)),
        ({}, None, None),
    ],
)
def test_the_age_is_the_one_told_or_else_the_one_in_the_text(
    given_: dict[str, Any], read: Any, expected: tuple[int, int] | None
) -> None:
    assert understood({"text": "…"} | given_, age=read).person.ages == expected


@pytest.mark.parametrize(
    ("given_", "read", "expected", "was_said"),
    [
        ({}, None, "self", False),
        ({}, "relative", "relative", True),
        ({"for_whom": "self"}, "relative", "self", False),
        ({"for_whom": "bereaved"}, "relative", "bereaved", False),
        ({}, "self", "self", False),
    ],
)
def test_whom_it_is_for_is_told_where_only_the_text_said_it(
    given_: dict[str, Any], read: str | None, expected: str, was_said: bool
) -> None:
    found = understood({"text": "…"} | given_, for_whom=read)

    assert (found.person.for_whom, found.for_whom_was_said) == (expected, was_said)


@pytest.mark.parametrize(
    ("chosen", "beside", "expected"),
    [
        (["climbing"], frozenset({"talk"}), "self"),
        (["climbing"], None, "bereaved"),
        (["climbing"], frozenset({"climbing", "talk"}), "bereaved"),
        ([], frozenset({"talk"}), "bereaved"),
    ],
)
def test_what_is_only_told_of_somebody_keeps_nobody_from_what_was_chosen(
    chosen: list[str], beside: frozenset[str] | None, expected: str
) -> None:
    found = understood(
        {"text": "…", "interests": chosen}, for_whom="bereaved", for_whom_beside=beside
    )

    assert found.person.for_whom == expected


@pytest.mark.parametrize(
    ("given_", "read", "expected"),
    [
        ({}, "woman", "woman"),
        ({"gender": "man"}, "woman", "man"),
        ({}, None, None),
    ],
)
def test_the_gender_is_the_one_told_or_else_the_one_in_the_text(
    given_: dict[str, Any], read: str | None, expected: str | None
) -> None:
    assert understood({"text": "…"} | given_, gender=read).person.gender == expected


def test_words_that_were_not_understood_are_left_for_the_search() -> None:
    assert understood({"text": "…"}, rest="noe annet").rest == "noe annet"
    assert understood({"text": ""}, rest="noe annet").rest == ""


# Where somebody is


def test_a_position_stands_before_every_name() -> None:
    found = understood({"lat": 63.47, "lon": 10.92, "place": "Oslo", "text": "…"}, place=LEVANGER)

    assert found.person.position == Position(63.47, 10.92, is_exact=True)
    assert found.person.municipality == "5035"
    assert found.place is not None
    assert (found.place.name, found.place.precision) == ("Stjørdal", "exact")


def test_a_position_of_nought_degrees_is_one() -> None:
    assert understood({"lat": 0, "lon": 0}).person.position == Position(0.0, 0.0, is_exact=True)


def test_the_municipality_told_beside_a_position_stands() -> None:
    found = understood({"lat": 63.47, "lon": 10.92, "municipality": "5001"})

    assert found.person.municipality == "5001"


@pytest.mark.parametrize(
    ("given_", "municipality", "precision"),
    [
        ({"place": "Trondheim"}, "5001", "municipality"),
        ({"place": " trondheim "}, "5001", "municipality"),
        ({"place": "7041"}, "5001", "postcode"),
        ({"municipality": "1806"}, "1806", "municipality"),
        ({"place": "Ingenstedby", "municipality": "1806"}, "1806", "municipality"),
    ],
)
def test_a_place_is_found_by_what_it_is_called(
    given_: dict[str, Any], municipality: str, precision: str
) -> None:
    found = understood(given_ | {"text": "…"}, place=LEVANGER)

    assert found.place is not None
    assert (found.place.municipality, found.place.precision) == (municipality, precision)
    assert found.person.position == Position(found.place.lat, found.place.lon, is_exact=False)
    assert found.person.municipality == municipality


def test_the_place_in_the_text_is_taken_where_no_other_was_told() -> None:
    assert understood({"text": "…"}, place=LEVANGER).place == LEVANGER


@pytest.mark.parametrize("place", ["", "  "])
def test_an_empty_place_is_none(place: str) -> None:
    found = understood({"place": place, "text": "…"}, place=LEVANGER)

    assert (found.place, found.place_is_unknown) == (LEVANGER, False)


def test_a_place_that_nobody_knows_is_said_to_be_unknown_and_leaves_the_person_nowhere() -> None:
    found = understood({"place": "Tronheim", "text": "…"}, place=LEVANGER)

    assert (found.place, found.person.position, found.person.municipality) == (None, None, None)
    assert found.place_is_unknown
    assert "Trondheim" in found.did_you_mean


@pytest.mark.parametrize("place", ["Lade, Levanger", "Lade Levanger"])
def test_of_a_quarter_nobody_has_told_us_of_its_town_is_taken(place: str) -> None:
    found = understood({"place": place})

    assert (found.place, found.place_is_unknown) == (LEVANGER, False)


def test_other_places_of_the_name_are_told() -> None:
    found = understood({"place": "Herøy"})

    assert found.place is not None
    assert found.place.municipality == "1515"
    assert found.did_you_mean == ("Herøy (Nordland)",)


@pytest.mark.parametrize("number", ["9999", "0000"])
@pytest.mark.parametrize("others", [{}, {"lat": 63.4, "lon": 10.4}, {"place": "Oslo"}])
def test_a_number_of_no_municipality_is_refused(number: str, others: dict[str, Any]) -> None:
    with pytest.raises(FaultyQuestionError, match=f"municipality: {number}"):
        understood({"municipality": number} | others)


# With the reader as it is


def test_a_sentence_is_understood_as_a_whole() -> None:
    found = understand(
        question(text="bouldering i Trondheim, 19 år, ikke choir"), READER, gazetteer()
    )

    person = found.person
    assert (person.interests, person.not_this, person.ages) == (
        ("bouldering",),
        ("choir",),
        (19, 19),
    )
    assert person.municipality == "5001"


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("choir i Herøy", ("Herøy (Nordland)",)),
        ("choir i Herøy, Nordland", ()),
        ("choir i Trondheim", ()),
        ("choir", ()),
    ],
)
def test_other_places_of_a_name_in_the_text_are_told(text: str, others: tuple[str, ...]) -> None:
    assert understand(question(text=text), READER, gazetteer()).did_you_mean == others


words = st.sampled_from(
    ["bouldering", "choir", "ikke", "Oslo", "Herøy", "19 år", "300 år", "9999 år", "18-25 år",
     "kveld", "mandag", "for kvinner", "og menn", "gratis", "pårørende", "7041", "noe", ",", "på nett"]
)  # fmt: skip
CATALOGUE = prepared([offer("one", age_min=18), offer("two", gender="women")])


@examples(200)
@given(st.one_of(st.lists(words, max_size=8).map(" ".join), st.text(max_size=40)))
def test_whatever_somebody_types_can_be_answered(text: str) -> None:
    found = understand(question(text=text), READER, gazetteer())

    person = found.person
    match(person, CATALOGUE)
    assert person.ages is None or 0 <= person.ages[0] <= person.ages[1] <= 120
    assert not {"women", "men"} <= set(person.musts)


def test_a_person_says_nothing_that_a_question_cannot() -> None:
    from_elsewhere = {"ages", "position", "text_shares", "not_for_me"}

    assert {field.name for field in fields(Person)} - from_elsewhere <= set(Question.model_fields)
