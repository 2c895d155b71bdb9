"""The baselines find words as any full-text search does, and nothing they type is a command."""

import pytest

from bench.quality.baselines import PlainFts5, PlainWhoosh
from search.index import OfferText

TEXTS = (
    OfferText("kor", "Koret Nattergal", summaries=("Vi synger sammen",), places=("Bodø",)),
    OfferText("klatring", "Klatrekveld", interest_words=("klatring", "climbing"), places=("Bodø",)),
)


@pytest.mark.parametrize("kind", [PlainFts5, PlainWhoosh])
def test_any_of_the_words_is_enough_and_more_of_them_are_better(kind):
    baseline = kind(TEXTS)

    assert baseline.ask("climbing i Bodø") == ["klatring", "kor"]
    assert baseline.ask("Nattergal") == ["kor"]
    assert baseline.ask("fotball") == []


@pytest.mark.parametrize("kind", [PlainFts5, PlainWhoosh])
@pytest.mark.parametrize(
    "text", ["synger AND NOT", 'kor" OR (klatring', "synger - name:*", "NEAR synger"]
)
def test_signs_and_commands_are_words_like_others(kind, text):
    assert set(kind(TEXTS).ask(text)) <= {"kor", "klatring"}
