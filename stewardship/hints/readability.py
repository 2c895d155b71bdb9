"""How hard a text is to read: LIX, as Björnsson measured it in 1968, for texts in Norwegian.

LIX is the number of words in a sentence, on average, and the share of long words in percent, added
up. Below 30 a text is as easy as a children's book, below 40 as a story; official papers have 60.
"""

import re
from typing import Final

LONGER_THAN: Final = 6
WORD: Final = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")
# A full stop before a small letter or a digit stands in «kl. 18» or «25. november» and ends nothing.
# Each row of signs is looked at once, from its first: rows can be long.
END_OF_SENTENCE: Final = re.compile(r"(?<![.?!])[.?!]++[»”)]*+(?=\s+[^\sa-zæøå\d]|\s*$)|:(?=\s)|\n")


def words_in(text: str) -> list[str]:
    return WORD.findall(text)


def sentences_in(text: str) -> list[str]:
    return [one.strip() for one in END_OF_SENTENCE.split(text) if words_in(one)]


def lix(text: str) -> float:
    """Return how hard ``text`` is to read; nothing is as easy as can be."""
    words = words_in(text)
    if not words:
        return 0.0
    long = sum(len(word) > LONGER_THAN for word in words)
    return len(words) / len(sentences_in(text)) + 100 * long / len(words)
