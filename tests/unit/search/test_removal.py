"""What is understood can be taken out of a text again, and the rest says what it said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.found import Kind
from search.reading import Reading
from tests.unit.search.test_reading import READER

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "kind", "value", "shorter"),
    [
        ("klatring i trondheim, er 19, helst kveld", "place", "Trondheim", "klatring, er 19, helst kveld"),
        ("klatring i trondheim, er 19, helst kveld", "age", "19", "klatring i trondheim, helst kveld"),
        ("klatring i trondheim, er 19", "interest", "climbing", "i trondheim, er 19"),
        ("kor og ikke fotball", "not_this", "football", "kor"),
        ("ikke fotball eller håndball", "not_this", "football", "ikke håndball"),
        ("ikke fotball eller håndball", "not_this", "handball", "ikke fotball"),
        ("kor, gratis", "must", "free", "kor"),
        ("kor i kveld", "when", "any-evening", "kor"),
        ("kor kor og kor", "interest", "choir", ""),
        ("kor, ikek fotball", "not_this", "football", "kor"),
        ("hanbdall i Torndheim", "interest", "handball", "i Torndheim"),
        ("kor", "interest", "football", None),
        ("jente 16", "gender", "woman", None),  # alone, 16 is no age
    ],
)  # fmt: skip
def test_a_thing_goes_with_the_words_that_lead_to_it(
    text: str, kind: str, value: str, shorter: str | None
) -> None:
    assert READER.without(text, Kind(kind), value) == shorter


PIECES = st.sampled_from(
    [
        *("kor", "fotball", "gå tur med hund", "i Trondheim", "34 år", "mandag kveld", "gratis"),
        *("ikke", "uten", "eller", "og", ",", ".", "på", "for kvinner", "pårørende", "18-25"),
        *("i morgen", "xyz", "har", "jente", "for unge", "i kveld", "fotbal", "nei", "er"),
    ]
)


def said(reading: Reading) -> set[tuple[str, str]]:
    return {(span.kind, span.value) for span in reading.understood}


@given(st.lists(PIECES, max_size=10).map(" ".join))
def test_the_shorter_text_says_everything_else_and_no_more(text: str) -> None:
    before = READER.read(text, TODAY)

    for span in before.understood:
        shorter = READER.without(text, span.kind, span.value, TODAY)
        if shorter is None:
            continue
        after = READER.read(shorter, TODAY)
        gone = [
            each for each in before.understood if (each.kind, each.value) == (span.kind, span.value)
        ]
        others = {
            (each.kind, each.value)
            for each in before.understood
            if all(each.end <= one.start or one.end <= each.start for one in gone)
        }
        assert (span.kind, span.value) not in said(after)
        assert others <= said(after) <= said(before)
        assert after.rest == before.rest
