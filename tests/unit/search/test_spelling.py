"""Words that find nothing are corrected into near ones that find something."""

from collections.abc import Mapping

import pytest

from places.folding import fold
from places.misspelling import NearWords
from search.spelling import corrected


class Known:
    """A handful of words with the number of offers each finds."""

    def __init__(self, offers: Mapping[str, int]) -> None:
        self._offers = offers
        self.lexicon = {fold(word): word for word in offers}
        self.near = NearWords(self.lexicon)

    def offers_with(self, word: str) -> int:
        return self._offers.get(word, 0)


KNOWN = Known(
    {
        "klatring": 9,
        "trondheim": 5,
        "ålesund": 3,
        "kano": 2,
        "kino": 4,
        "garn": 1,
        "dans": 8,
        "barn": 0,
        "turgruppe": 1,
        "korøvelse": 2,
        "bading": 1,
        "boding": 7,
        "røyking": 0,
    }
)


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("klattring", "klatring"),
        ("klatrign i Trondhiem", "klatring i Trondheim"),
        ("Klattring!", "Klatring!"),
        ("ålesnd", "ålesund"),
        ("korovelse", None),  # one folding away is found as it is
        ("klatring", None),
        ("na", None),
        ("xyzzyxyzzy", None),
        ("knio", "kino"),
        ("beding", "boding"),  # the one that finds more
        ("royking", None),  # a word of the lexicon that finds nothing any more
        ("garnn", "garn"),
        ("karn", None),
        ("dansk", None),  # an everyday word, though "dans" is near
        ("jeg liker noe", None),
        ("1234", None),
        ("", None),
    ],
)
def test_only_what_helps_is_proposed(text: str, better: str | None) -> None:
    assert corrected(text, KNOWN) == better


def test_at_most_three_words_of_a_text_are_corrected() -> None:
    text = "klattring klattring klattring klattring"

    assert corrected(text, KNOWN) == "klatring klatring klatring klattring"


def test_what_is_cut_off_is_not_proposed() -> None:
    better = corrected("klattring " + "x" * 1000, KNOWN)

    assert better is not None
    assert len(better) < 200
