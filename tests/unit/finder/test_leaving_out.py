"""Each thing that was understood can be taken away, and nothing else goes with it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.vocabulary import Vocabulary
from finder.leaving_out import LONGEST_TO_CUT, Asking, Thing
from finder.question_file import LONGEST_TEXT, read_question
from finder.reading_once import ReadingOnce
from finder.understanding import Understood, understand
from places.gazetteer import gazetteer
from search.reading import Reader
from tests.support.catalogue import TODAY
from tests.support.databases import vocabulary
from tests.support.strategies import examples

WORDS: Vocabulary = vocabulary()
READER = Reader(WORDS.interests, WORDS.effects, gazetteer())
LISTS = ("interests", "used_to_like", "not_this", "when", "goal", "musts", "avoid", "language")

PHRASES = (
    "buldring", "klatring", "kor", "fotball", "ikke fotball", "ikke kor eller ski", "i Trondheim",
    "Molde", "7041 Trondheim", "19 år", "er 34", "18-25", "på kvelden", "i helga", "i kveld",
    "i morgen", "født 2004",
    "onsdager", "gratis", "for kvinner", "jente 16", "for pårørende", "broren min døde",
    "sorggruppe", "på nett", "på engelsk", "møte folk", "saksofon", "xyzzy", "og", "helst", "noe med",
    "Anonyme Narkomane", "trenger noen å snakke med",
)  # fmt: skip
texts = st.lists(st.sampled_from(PHRASES), max_size=6).flatmap(
    lambda phrases: st.sampled_from([" ", ", ", " og "]).map(lambda between: between.join(phrases))
)
questions = st.fixed_dictionaries(
    {"text": texts},
    optional={
        "interests": st.lists(st.sampled_from(["bouldering", "choir", "football"]), max_size=2),
        "used_to_like": st.lists(st.sampled_from(["hiking", "yoga"]), max_size=2),
        "not_this": st.lists(st.sampled_from(["football", "choir"]), max_size=2),
        "age": st.sampled_from([0, 19, "18-25"]),
        "place": st.sampled_from(["Oslo", "Herøy (Nordland)", "Ingenstedby", "7041"]),
        "max_km": st.sampled_from([0.0, 40.0]),
        "when": st.lists(st.sampled_from(["weekend", "any-evening"]), max_size=2),
        "situation": st.sampled_from(["drug_free", "uses_now"]),
        "for_whom": st.sampled_from(["self", "relative", "bereaved"]),
        "peers": st.just("ordinary"),
        "goal": st.lists(st.sampled_from(["meet_people", "find_calm"]), max_size=2),
        "musts": st.lists(st.sampled_from(["free", "women", "online"]), max_size=2),
        "avoid": st.lists(st.sampled_from(["hard", "twelve_step"]), max_size=2),
        "gender": st.sampled_from(["woman", "man"]),
        "language": st.lists(st.sampled_from(["EN-gb", "ar"]), max_size=2),
    },
)


def understood(question: dict[str, Any]) -> Understood:
    return understand(read_question(question, WORDS), READER, gazetteer(), TODAY)


def asking(question: dict[str, Any]) -> Asking:
    return Asking(question, understood(question), ReadingOnce(READER), WORDS, TODAY)


def without(question: dict[str, Any], key: str, value: str | None = None) -> dict[str, Any]:
    return asking(question).without(Thing(key, value))


def said(question: dict[str, Any]) -> set[tuple[str, object]]:
    """Return every single thing that a question is taken to say; the words left over as one."""
    found = understood(question)
    person = found.person
    things: set[tuple[str, object]] = {
        (key, value) for key in LISTS for value in getattr(person, key)
    }
    for key in ("ages", "position", "max_km", "situation", "peers", "gender"):
        if getattr(person, key) is not None:
            things.add((key, getattr(person, key)))
    if person.for_whom != "self":
        things.add(("for_whom", person.for_whom))
    return things | ({("rest", tuple(found.rest.split()))} if found.rest else set())


def removable(question: dict[str, Any]) -> list[tuple[Thing, tuple[str, object]]]:
    """Return what can be taken away, and the thing of ``said`` that goes with it."""
    keys = {"ages": "age", "position": "place", "rest": "text"}
    return [
        (Thing(keys.get(key, key), str(value) if key in LISTS else None), (key, value))
        for key, value in said(question)
    ]


@examples(150)
@given(questions, st.randoms())
def test_one_thing_goes_and_everything_else_stays(question: dict[str, Any], random: Any) -> None:
    before = said(question)
    for thing, gone in random.sample(removable(question), k=min(3, len(before))):
        left = asking(question).without(thing)

        assert said(left) == before - {gone}


@examples(50)
@given(questions, st.randoms())
def test_all_can_be_taken_away_one_after_the_other(question: dict[str, Any], random: Any) -> None:
    things = len(removable(question))
    for left in range(things, 0, -1):
        assert len(removable(question)) == left
        question = asking(question).without(random.choice(removable(question))[0])

    assert not said(question)


@pytest.mark.parametrize(
    ("text", "key", "value", "left"),
    [
        ("buldring i trondheim, er 19", "age", None, "buldring i trondheim"),
        ("buldring i trondheim, er 19", "place", None, "buldring, er 19"),
        ("kor, men ikke fotball", "not_this", "football", "kor"),
    ],
)
def test_what_was_written_is_cut_out_of_the_text_with_what_leads_to_it(
    text: str, key: str, value: str | None, left: str
) -> None:
    assert without({"text": text}, key, value) == {"text": left}


def test_what_cannot_be_cut_out_leaves_the_rest_as_answers() -> None:
    left = without({"text": "kvinneturgruppe"}, "musts", "women")

    assert left == {"interests": ["walking"]}


def test_words_that_are_left_side_by_side_are_not_read_as_one_phrase() -> None:
    question = {"text": "bevege fotball kroppen"}

    left = without(question, "interests", "football")

    assert understood(left).rest.split() == ["bevege", "kroppen"]


def test_tomorrow_stays_tomorrow() -> None:
    question = {"text": "kor i Oslo i morgen"}

    left = without(question, "place")

    assert understood(left).person.when == understood(question).person.when


def test_a_long_text_becomes_answers() -> None:
    text = "kor i Oslo, " + "og " * LONGEST_TO_CUT

    assert without({"text": text}, "place") == {"interests": ["choir"]}


@pytest.mark.parametrize("words", ["vil ikke leve", "jeg sprakk i går"])
@pytest.mark.parametrize("rest", ["", "og mye annet, " * 40])
def test_what_has_to_be_answered_first_never_goes_with_something_else(
    words: str, rest: str
) -> None:
    question = {"text": f"kor i helga, xyzzy, {rest}{words}, bor i Oslo"}
    before = READER.read(question["text"])

    for thing, _gone in removable(question):
        left = asking(question).without(thing)
        if left is not None:
            after = READER.read(left["text"])
            assert (after.danger, after.slip) == (before.danger, before.slip)


@pytest.mark.parametrize("words", ["vil ikke leve", "jeg sprakk i går"])
def test_nothing_is_cut_out_of_a_long_text_that_has_to_be_answered_first(words: str) -> None:
    question = {"text": f"kor i Oslo, {words}, " + "og " * LONGEST_TO_CUT}

    assert asking(question).without(Thing("interests", "choir")) is None


def test_a_text_as_long_as_may_be_can_be_answered() -> None:
    """Commas between its words would make it too long for a question."""
    question = {"text": ("kor " + "xyzzy " * LONGEST_TEXT)[:LONGEST_TEXT]}

    assert asking(question).without(Thing("interests", "choir")) is None
    assert asking(question).without(Thing("text")) == {"interests": ["choir"]}


def test_a_misspelt_word_is_told_with_what_it_was_read_as() -> None:
    question = {"text": "fotbal og kor"}

    assert asking(question).corrected(Thing("interests", "football")) == ("fotbal",)
    assert asking(question).corrected(Thing("interests", "choir")) == ()


def test_what_was_chosen_is_taken_out_of_the_answers() -> None:
    question = {"interests": ["choir", "football"], "age": 19}

    assert without(question, "interests", "choir") == {"interests": ["football"], "age": 19}
    assert without(question, "age") == {"interests": ["choir", "football"]}


def test_what_the_text_says_as_well_is_gone_all_the_same() -> None:
    left = without({"text": "kor i Oslo", "interests": ["choir"]}, "interests", "choir")

    assert not understood(left).person.interests
    assert understood(left).place == gazetteer().find("Oslo")


def test_a_hidden_word_of_the_text_does_not_come_up_in_its_place() -> None:
    left = without({"text": "sjakk", "interests": ["choir"]}, "interests", "choir")

    assert not understood(left).person.interests


@pytest.mark.parametrize("place", ["Herøy", "7041 Trondheim", "Bø", "sande", "Våler i Solør"])
def test_the_place_of_the_text_stays_the_same_place_when_it_becomes_an_answer(place: str) -> None:
    question = {"text": f"kor i {place}"}

    answers = asking(question).as_answers()

    assert answers["interests"] == ["choir"]
    assert understood(answers).place == understood(question).place


def test_a_position_is_taken_away_whole() -> None:
    left = without({"lat": 63.4, "lon": 10.4, "municipality": "5001", "age": 19}, "place")

    assert left == {"age": 19}


def test_what_is_no_wish_stays_untouched() -> None:
    question = {"text": "kor", "limit": 20, "today": "2026-11-25"}

    left = without(question, "interests", "choir")

    assert left == {"limit": 20, "today": "2026-11-25"}
