"""What belongs together stays on one line of a page, and reads as it did."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.languages import unbroken


@pytest.mark.parametrize(
    ("words", "together"),
    [
        ("Vi fant bare 2 innen 25 km.", "25\N{NO-BREAK SPACE}km"),
        ("30 kr hver gang", "30\N{NO-BREAK SPACE}kr"),
        (
            "onsdag kl. 18.00–19.30",
            "kl.\N{NO-BREAK SPACE}18.00\N{WORD JOINER}–\N{WORD JOINER}19.30",
        ),
        ("at 6pm–7:30pm", "6pm\N{WORD JOINER}–\N{WORD JOINER}7:30pm"),
    ],
)
def test_a_number_stays_beside_what_it_counts(words: str, together: str) -> None:
    assert together in unbroken(words)


def test_a_dash_between_words_may_end_a_line() -> None:
    assert unbroken("stedet er ikke oppgitt – spør") == "stedet er ikke oppgitt – spør"


@given(st.text(st.sampled_from("25 km.kl–ar\u00a0"), max_size=20))
def test_nothing_but_the_breaks_is_changed(words: str) -> None:
    shown = unbroken(words).replace("\N{WORD JOINER}", "").replace("\N{NO-BREAK SPACE}", " ")

    assert shown == words.replace("\N{NO-BREAK SPACE}", " ")
