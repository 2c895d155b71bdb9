"""What is said of somebody close, and of nobody else, tells for whom something is looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.found import Sentence
from search.kin import said_of_others
from search.reading import Reader

READER = Reader({}, {}, None)


def whom(text: str) -> set[str]:
    return {each.values[0] for each in said_of_others(Sentence(text))}


@pytest.mark.parametrize(
    "text",
    [
        "sønnen min ruser seg",
        "sonen min rusar seg",
        "mannen min drikker",
        "mamma ruser seg",
        "min bror sliter med rus",
        "min eldste sønn er rusavhengig",
        "datter 16 år ruser seg",
        "jenta mi er 15 og ruser seg",
        "barnet mitt på 14 har begynt med hasj",
        "faren min har alkoholproblemer",
        "kjæresten min gambler",
        "gift med en mann som drikker",
        "har en datter som bruker hasj",
        "mor til en rusavhengig",
        "søsken av rusavhengige",
        "er mor til en gutt på 17 som ruser seg",
        "bekymret for datteren min",
        "noen i familien drikker",
        "my brother uses drugs",
        "my wife is an alcoholic",
        "worried about my son",
    ],
)
def test_who_tells_of_somebody_close_who_uses_is_a_relative(text: str) -> None:
    assert whom(text) == {"relative"}


@pytest.mark.parametrize(
    "text",
    [
        "etter at broren min døde",
        "jeg mistet søstera mi i overdose",
        "vi mistet sønnen vår",
        "mista bestevennen min",
        "mistet et barn",
        "mistet noen",
        "faren min gikk bort i fjor",
        "broren min tok livet sitt",
        "lost my brother",
        "my dad died",
    ],
)
def test_who_tells_of_somebody_close_who_died_is_bereaved(text: str) -> None:
    assert whom(text) == {"bereaved"}


@pytest.mark.parametrize(
    "text",
    [
        "jeg drikker for mye",
        "I drink too much",
        "jeg er en mann som drikker for mye",
        "jeg er mamma til to og drikker for mye",
        "er mor, drikker for mye",
        "mamma 34 drikker for mye",
        "kompisen og jeg drikker",
        "mannen min drikker kaffe",
        "mannen min liker fotball. jeg drikker for mye",
        "mistet jobben",
        "mistet førerkortet",
        "redd for å miste noen",
        "har aldri ruset meg",
        "vil ikke være med noen som ruser seg",
        "klatring med sønnen min",
    ],
)
def test_what_is_said_of_oneself_or_of_other_things_tells_of_nobody_else(text: str) -> None:
    assert whom(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "sønnen min på 16 ruser seg",
        "mannen min er 45 og drikker",
        "er mor til en gutt på 17 som ruser seg",
    ],
)
def test_the_age_of_somebody_else_is_not_the_persons_own(text: str) -> None:
    reading = READER.read(text)

    assert (reading.age, reading.gender) == (None, None)


WORDS = st.sampled_from(
    [
        *("jeg", "min", "sønnen", "mamma", "bror", "som", "ruser", "seg", "drikker", "døde"),
        *("mistet", "en", "til", "har", "er", "og", ",", ".", "16"),
    ]
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_what_is_found_lies_within_the_text(text: str) -> None:
    sentence = Sentence(text)

    for each in said_of_others(sentence):
        assert 0 <= each.first < each.after <= len(sentence.words)
        assert each.values[0] in {"relative", "bereaved"}
