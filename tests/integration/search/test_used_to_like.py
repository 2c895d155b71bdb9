"""With the real vocabulary: what somebody used to like is told apart from what they wish for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.found import Kind
from search.reading import Reader
from tests.support.databases import vocabulary

INTERESTS = vocabulary().interests
READER = Reader(INTERESTS, vocabulary().effects, None)


@pytest.mark.parametrize(
    ("text", "used_to_like", "wished"),
    [
        ("spilte i band før", ("band",), ()),
        ("spilte fotball som barn", ("football",), ()),
        ("har klatret før", ("climbing",), ()),
        ("dansa mye før", ("dance",), ()),
        ("pleide å klatre og sykle", ("climbing", "cycling"), ()),
        ("drev med boksing", ("boxing",), ()),
        ("likte fotball", ("football",), ()),
        ("used to play guitar", ("guitar",), ()),
        ("I used to love climbing", ("climbing",), ()),
        ("sang i kor før, vil danse", ("singing", "choir"), ("dance",)),
        ("pleide å klatre, vil lære gitar", ("climbing",), ("guitar",)),
        ("yoga før jobb", (), ("yoga", "learning_and_work")),
        ("klatring før helgen", (), ("climbing",)),
        ("har aldri klatret før", (), ("climbing",)),
        ("not used to climbing", (), ("climbing",)),
        ("pleide å gå på AA", (), ("aa_meeting",)),
        ("pleide å gamble", (), ("gambling_group",)),
        ("likte ikke fotball", (), ()),
    ],
)
def test_what_somebody_did_long_ago_is_no_wish_but_what_they_used_to_like(
    text: str, used_to_like: tuple[str, ...], wished: tuple[str, ...]
) -> None:
    reading = READER.read(text)

    assert (reading.used_to_like, reading.interests) == (used_to_like, wished)


@given(st.sampled_from(sorted(INTERESTS)))
def test_the_name_of_an_interest_alone_is_never_of_the_past(interest: str) -> None:
    for label in INTERESTS[interest].labels.values():
        assert READER.read(label).used_to_like == ()


def test_what_is_used_to_be_liked_is_cut_out_with_the_words_that_lead_to_it() -> None:
    text = "pleide å klatre, vil lære gitar"

    assert READER.without(text, Kind.USED_TO_LIKE, "climbing") == "vil lære gitar"
