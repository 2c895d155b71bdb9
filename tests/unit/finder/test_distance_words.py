"""A number of kilometres is written as in the language that is spoken."""

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from finder.distance_words import distance_in_words
from web.languages import LANGUAGES, current_locale, speaking


@given(st.sampled_from(sorted(LANGUAGES)), st.floats(min_value=1, max_value=20_000))
def test_every_language_writes_numbers_in_its_own_way(language: str, km: float) -> None:
    with speaking(language):
        written = format_decimal(round(km), locale=current_locale())

        assert distance_in_words(km, is_exact=True) == f"{written} km"
        assert distance_in_words(km).endswith(f" {written} km")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_very_short_way_is_not_put_in_numbers(language: str) -> None:
    with speaking(language):
        assert distance_in_words(0.1) == distance_in_words(0.9, is_exact=True)
