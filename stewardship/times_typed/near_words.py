"""Words of times that a misspelt one may have been meant for. They are offered, never taken for granted."""

from typing import Final

from places.misspelling import NearWords
from stewardship.times_typed.words import LEXICON, Kind, folded

MOST: Final = 3
# Small words change everything and are near to many others, so they are left alone.
_NAMING: Final = {
    Kind.DAY, Kind.DAYS, Kind.MONTH, Kind.PART, Kind.EVERY, Kind.EVERY_OTHER, Kind.ORDINAL,
    Kind.CLOCK, Kind.SUMMER_BREAK, Kind.HOLIDAYS, Kind.PARITY, Kind.NOT,
}  # fmt: skip
_WORDS: Final = NearWords(
    sorted(
        words[0]
        for words, meaning in LEXICON.items()
        if len(words) == 1 and meaning[0][0] in _NAMING
    )
)


def words_near(word: str) -> tuple[str, ...]:
    """Return the nearest words, those with the fewest mistakes first."""
    found = sorted(_WORDS.near(folded(word)), key=lambda one: (one[1], one[0]))
    return tuple(near for near, _mistakes in found[:MOST])
