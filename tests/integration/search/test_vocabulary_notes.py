"""The traps that were found while the vocabulary was chosen, one after the other."""

import pytest

from places.gazetteer import gazetteer
from search.reading import Reader, Reading
from tests.support.databases import vocabulary

READER = Reader(vocabulary().interests, vocabulary().effects, gazetteer())


def read(text: str) -> Reading:
    return READER.read(text)


@pytest.mark.parametrize(
    ("word", "interest"),
    [
        ("kino", "cinema"),
        ("kano", "canoeing"),
        ("fiske", "fishing"),
        ("fikse", "repair"),
        ("bandy", "bandy"),
        ("band", "band"),
        ("sorg", "grief_group"),
        ("song", "singing"),
        ("aa-møte", "aa_meeting"),
        ("na-møte", "na_meeting"),
        ("båltur", "bonfire_trips"),
        ("båttur", "sailing"),
        ("betting", "gambling_group"),
        ("betring", "recovery_course"),
    ],
)
def test_one_letter_apart_each_is_itself(word: str, interest: str) -> None:
    assert (read(word).interests, read(word).corrections) == ((interest,), ())


@pytest.mark.parametrize("word", ["barn", "dansk"])
def test_everyday_words_one_letter_from_an_interest_are_none(word: str) -> None:
    assert (read(word).interests, read(word).corrections) == ((), ())


@pytest.mark.parametrize(
    ("text", "interests", "goals"),
    [
        ("spille gitar", ("guitar",), ()),
        ("lage mat", ("cooking",), ()),
        ("gå tur med hund", ("dog_walking",), ()),
        ("tro på meg selv", (), ("feel_mastery",)),
    ],
)
def test_the_longest_phrase_wins(
    text: str, interests: tuple[str, ...], goals: tuple[str, ...]
) -> None:
    assert (read(text).interests, read(text).goal) == (interests, goals)


@pytest.mark.parametrize(
    ("text", "interests"),
    [
        ("na", ("na_meeting",)),
        ("NA", ("na_meeting",)),
        ("aa", ("aa_meeting",)),
        ("nå", ()),
        ("nå vil jeg ut", ()),
        ("å", ()),
        ("å gå", ()),
        ("mål", ()),
        ("male", ("painting",)),
    ],
)
def test_na_and_aa_are_whole_words_as_they_are_written(
    text: str, interests: tuple[str, ...]
) -> None:
    assert read(text).interests == interests


@pytest.mark.parametrize(
    "text",
    ["har ikke bil", "ikke dyr", "ikke dyrt", "not expensive", "for dyrt", "uten bil"],
)
def test_no_car_and_not_expensive_are_neither_wished_for_nor_turned_down(text: str) -> None:
    assert (read(text).interests, read(text).not_this) == ((), ())


@pytest.mark.parametrize(
    ("text", "place", "interests"),
    [
        ("gå på ski", None, ("cross_country_skiing",)),
        ("bor i Ski", "Ski", ()),
        ("ski i ski", "Ski", ("skiing",)),
        ("jobb", None, ("learning_and_work",)),
    ],
)
def test_ambiguous_words_are_what_they_are_beside_their_neighbours(
    text: str, place: str | None, interests: tuple[str, ...]
) -> None:
    found = read(text).place

    assert (found.name if found else None) == place
    assert read(text).interests == interests


def test_ute_is_a_goal_and_no_interest() -> None:
    assert (read("ute").goal, read("ute").interests) == (("be_outdoors",), ())


@pytest.mark.parametrize(
    ("text", "musts", "when"),
    [("online", ("online",), ()), ("drop-in", ("drop_in",), ()), ("hverdag", (), ("weekday",))],
)
def test_what_was_left_out_is_a_must_or_a_time(
    text: str, musts: tuple[str, ...], when: tuple[str, ...]
) -> None:
    assert (read(text).interests, read(text).musts, read(text).when) == ((), musts, when)


@pytest.mark.parametrize(
    "text",
    [
        *("alkohol", "sprekk", "russug", "aktiv rus", "vil slutte", "slutte"),
        *("jeg drikker for mye", "avhengig", "rusavhengig", "I drink too much", "er i aktiv rus"),
        "clean",
    ],
)
def test_a_situation_is_never_guessed_and_chooses_nothing(text: str) -> None:
    reading = read(text)

    assert (reading.interests, reading.not_this, reading.goal) == ((), (), ())
    assert (reading.musts, reading.for_whom, reading.age) == ((), None, None)


@pytest.mark.parametrize("text", ["barn", "god"])
def test_english_child_and_good_are_no_interests_in_norwegian(text: str) -> None:
    assert (read(text).interests, read(text).goal) == ((), ())


@pytest.mark.parametrize(
    ("group", "other"), [("gambling_group", "debt_advice"), ("grief_group", "relatives_group")]
)
def test_groups_that_are_not_related_never_stand_for_each_other(group: str, other: str) -> None:
    for interest, stranger in ((group, other), (other, group)):
        known = vocabulary().interests[interest]
        words = (
            *known.labels.values(),
            *(word for all_ in known.synonyms.values() for word in all_),
        )
        assert all(stranger not in read(word).interests for word in words)
        assert all(stranger not in read(f"{word[:-1]}").interests for word in words)


@pytest.mark.parametrize(
    ("label", "interest"),
    [
        ("Springing", "running"),
        ("Sying", "sewing"),
        ("Skøyter", "ice_skating"),
        ("Måle bilete", "painting"),
        ("Tolvtrinnsgrupper", "twelve_step"),
    ],
)
def test_nynorsk_labels_are_read(label: str, interest: str) -> None:
    assert read(label).interests == (interest,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "buldring i trondheim, er 19, helst kveld",
            Reading(interests=("bouldering",), age=19, when=("any-evening",)),
        ),
        (
            "noe gratis i helga for jente 16 Ålesund",
            Reading(musts=("free",), age=16, when=("weekend",), gender="woman"),
        ),
        (
            "na møte oslo i kveld",
            Reading(interests=("na_meeting",), when=("any-evening",)),
        ),
        (
            "nokon å snakke med etter at broren min døde",
            Reading(interests=("talk", "grief_group"), for_whom="bereaved"),
        ),
        ("tør ikke gå alene, bare lytte", Reading(musts=("companion", "no_sharing"))),
        ("im 23 in bergen, no alcohol", Reading(age=23, musts=("alcohol_free",))),
        ("mannen min drikker", Reading(interests=("al_anon",), for_whom="relative")),
        ("my brother uses drugs", Reading(for_whom="relative")),
        ("kvinnegruppe", Reading(musts=("women",))),
        ("samtalegruppe for etterlatte", Reading(
            interests=("conversation_group", "grief_group"), for_whom="bereaved"
        )),
    ],
)  # fmt: skip
def test_whole_lines_as_they_are_typed_on_a_phone(text: str, expected: Reading) -> None:
    reading = read(text)

    for field in ("interests", "age", "when", "musts", "gender", "for_whom", "rest", "not_this"):
        assert getattr(reading, field) == getattr(expected, field), field
