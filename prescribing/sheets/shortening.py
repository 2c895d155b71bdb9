"""A text made short enough for paper, at the end of a sentence where it has one."""

import re
from typing import Final

from directory.passages import Passage

END_OF_SENTENCE: Final = re.compile(r"[.!?](?=\s)")
# A first sentence shorter than this part of the room tells too little to stand alone.
LEAST_PART: Final = 3


def shortened(text: Passage | None, longest: int) -> Passage | None:
    """Return ``text`` of at most ``longest`` letters, and one that says that there is more."""
    if text is None:
        return None
    words = " ".join(text.words.split())
    if len(words) <= longest:
        return Passage(words, text.language)
    beginning = words[: longest + 1]
    ends = [found.end() for found in END_OF_SENTENCE.finditer(beginning)]
    if ends and ends[-1] >= longest // LEAST_PART:
        return Passage(beginning[: ends[-1]], text.language)
    at_a_word = beginning.rpartition(" ")[0] or beginning[:longest]
    return Passage(f"{at_a_word.rstrip(' ,;:–-')} …", text.language)
