"""A text made short enough for paper."""

from hypothesis import given
from hypothesis import strategies as st

from directory.passages import Passage
from prescribing.sheets.shortening import shortened

LONG = "Vi går tur hver onsdag. Alle kan være med. Etterpå drikker vi kaffe sammen på huset."


def words_of(text: str, longest: int) -> str:
    short = shortened(Passage(text, "nb"), longest)
    assert short is not None
    assert short.language == "nb"
    return short.words


def test_what_is_short_stays_as_it_is() -> None:
    assert words_of("Vi går tur.", 80) == "Vi går tur."


def test_what_is_long_ends_where_a_sentence_ends() -> None:
    assert words_of(LONG, 60) == "Vi går tur hver onsdag. Alle kan være med."


def test_a_long_sentence_says_that_there_is_more() -> None:
    assert (
        words_of("Vi går tur hver onsdag, og alle kan være med", 25) == "Vi går tur hver onsdag …"
    )


def test_a_very_short_sentence_does_not_stand_alone() -> None:
    assert words_of("Hei! " + "Vi møtes for å gå lange turer i marka " * 3, 60).endswith(" …")


def test_what_is_not_told_stays_untold() -> None:
    assert shortened(None, 80) is None


@given(st.text(min_size=1, max_size=400), st.integers(min_value=20, max_value=100))
def test_no_text_is_longer_than_there_is_room_for(text: str, longest: int) -> None:
    assert len(words_of(text, longest)) <= longest + len(" …")
