"""Who says who they are is understood, and nothing is read of anybody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.found import Kind
from search.reading import Reader, Span

READER = Reader({}, {}, None)


@pytest.mark.parametrize(
    "text",
    [
        "jente 16",
        "jente på 16",
        "ei jente på 16 år",
        "noe gratis i helga for jente 16 Ålesund",
        "for en kvinne på 40",
        "er kvinne",
        "Jeg er en ung kvinne",
        "Hei, er jente, liker sjakk",
        "kvinne 30 år",
        "16-årig jente",
        "ei 16 år gammal jente",
        "Kvinne i Trondheim som vil synge",
        "klatring, dame, Oslo",
        "som kvinne",
        "16 year old girl",
        "I'm a woman, 40",
        "kvinne, gift med en mann på 45",
        "jentegruppe for jente 15",
    ],
)
def test_a_woman_who_says_so_is_one(text: str) -> None:
    assert READER.read(text).gender == "woman"


@pytest.mark.parametrize(
    "text",
    [
        "mann 45",
        "gutt 17 år",
        "gut på 17",
        "34 år, mann",
        "eg er ein mann",
        "ung mann søker turvenner",
        "mann",
        "boy, 17",
        "I am a man",
        "man, 45",
        "45 year old man",
        "a man in Bergen",
    ],
)
def test_a_man_who_says_so_is_one(text: str) -> None:
    assert READER.read(text).gender == "man"


@pytest.mark.parametrize(
    "text",
    [
        "mannen min drikker",
        "mann min drikker",
        "min mann er 45",
        "for mannen min",
        "gift med en mann på 45",
        "har ei jente på 16",
        "mistet en mann",
        "han er mann",
        "legen er mann",
        "det er en mann som bestemmer",
        "er ikke mann",
        "man blir sliten",
        "man 18",
        "for kvinner",
        "jenter 16-20 år",
        "menn",
        "mannskor",
        "for mann og kvinne",
        "kvinne, mann",
        "my man is 45",
    ],
)
def test_of_others_and_of_groups_nothing_is_read(text: str) -> None:
    assert READER.read(text).gender is None


@pytest.mark.parametrize("text", ["for jente 16", "for en kvinne", "for mann 45", "bare en dame"])
def test_who_says_who_they_are_asks_for_no_group_of_their_own(text: str) -> None:
    assert READER.read(text).musts == ()


@pytest.mark.parametrize(
    ("text", "musts"),
    [
        ("for kvinner", ("women",)),
        ("bare jenter", ("women",)),
        ("berre for kvinner", ("women",)),
        ("kvinnegruppe", ("women",)),
        ("jentegrupper", ("women",)),
        ("women only", ("women",)),
        ("for gutar", ("men",)),
        ("kun for menn", ("men",)),
        ("mannegruppa", ("men",)),
        ("a men's group", ("men",)),
        ("redd for menn", ()),
        ("for jenter og gutter", ()),
    ],
)
def test_only_words_for_a_group_ask_for_one(text: str, musts: tuple[str, ...]) -> None:
    assert READER.read(text).musts == musts


def test_the_word_itself_is_what_was_understood() -> None:
    reading = READER.read("ung kvinne, 25 år")

    assert reading.understood == (
        Span(4, 10, Kind.GENDER, "woman"),
        Span(12, 17, Kind.AGE, "25"),
    )
    assert reading.rest == ""


WORDS = st.sampled_from(
    ["jente", "mann", "en", "ung", "16 år", "16", "på", "er", "jeg", "min", "har", "og", ",", "for"]
)


@given(st.lists(WORDS, max_size=10).map(" ".join))
def test_no_text_makes_more_of_it_than_one_of_the_two(text: str) -> None:
    reading = READER.read(text)

    told = {span.value for span in reading.understood if span.kind is Kind.GENDER}
    assert told <= {"woman", "man"}
    assert reading.gender == (next(iter(told)) if len(told) == 1 else None)
