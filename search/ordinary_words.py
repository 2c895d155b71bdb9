"""The words of everyday language, bokmål, nynorsk and English: no word of these is misspelt.

seeds/build_ordinary_words.py tells where they are from.
"""

from functools import lru_cache
from pathlib import Path

from search.everyday_words import NEVER_CORRECTED, QUIET
from search.words import STOP_WORDS

_PATH = Path(__file__).parent.parent / "seeds" / "ordinary_words.txt"
# As people write who have no such letters.
_PLAIN = str.maketrans({"å": "a", "ø": "o", "æ": "ae"})
_SPELLED_OUT = str.maketrans({"å": "aa", "ø": "oe", "æ": "ae"})


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Return the words in lower case, of four letters and more; read once in each process.

    Those with å, ø or æ are there in plain letters, too.
    """
    lines = _PATH.read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    others = [word for word in words if not word.isascii()]
    plain = (word.translate(table) for table in (_PLAIN, _SPELLED_OUT) for word in others)
    return frozenset([*words, *plain])


def is_surely_right(word: str) -> bool:
    """Tell a lower-case word that is never taken for misspelt, whatever is near it."""
    return (
        word in STOP_WORDS
        or word in QUIET
        or word in NEVER_CORRECTED
        or word in ordinary_words()
        or (word.endswith("s") and word[:-1] in ordinary_words())
    )
