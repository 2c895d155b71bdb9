"""The secrets of one way there and back are made of two words, and of both of them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from accounts.elsewhere.leg import Leg

words = st.text(st.characters(codec="ascii", exclude_characters=" "), min_size=1, max_size=60)


@given(words, words)
def test_the_verifier_is_as_the_standard_wants_it(state: str, browser: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_~.-]{43,128}", Leg(state, browser).verifier)


@given(words, words)
def test_the_nonce_which_is_seen_in_addresses_is_not_the_verifier(state: str, browser: str) -> None:
    leg = Leg(state, browser)

    assert leg.nonce != leg.verifier
    assert leg == Leg(state, browser) and leg.verifier == Leg(state, browser).verifier


@given(words, words, words)
def test_another_word_makes_another_secret(state: str, browser: str, other: str) -> None:
    secret = Leg(state, browser).verifier

    assert (Leg(state, other).verifier == secret) == (other == browser)
    assert (Leg(other, browser).verifier == secret) == (other == state)
