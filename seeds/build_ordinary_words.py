"""Builds seeds/ordinary_words.txt: words of everyday language, which are never taken for misspelt.

The inputs are two packages, in an environment of their own, since nothing needs them later:

    python -m venv inputs
    inputs/bin/pip install wordfreq==3.1.1 simplemma==2.0.0
    inputs/bin/python -m seeds.build_ordinary_words

wordfreq tells how common words of bokmål (with much nynorsk among it) and English are, and
simplemma which of them stand in a dictionary: people's misspellings are common, too, and must
not be kept as words. The same inputs always give the same file.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path

OUTPUT = Path(__file__).with_name("ordinary_words.txt")
CREDITS = """\
# Words of everyday language, built by build_ordinary_words.py and never edited by hand.
# Source: wordfreq 3.1.1 by Robyn Speer (https://github.com/rspeer/wordfreq), CC BY-SA 4.0; so is this file.
# Which words stand in a dictionary: simplemma 2.0.0 by Adrien Barbaresi (MIT).
"""
# Shorter words are never corrected, so nothing asks for them.
SHORTEST = 4
# As common as this, a word needs no dictionary: up to here hardly a misspelling is found.
SURELY_WORDS = 6_000
NORWEGIAN, ENGLISH = 150_000, 30_000


def kept_words(
    by_frequency: Sequence[str], most: int, stands_in_dictionary: Callable[[str], bool]
) -> Iterable[str]:
    """Yield the ordinary words among the first ``most`` of ``by_frequency``, commonest first."""
    for rank, word in enumerate(by_frequency[:most]):
        is_surely_one = rank < SURELY_WORDS or stands_in_dictionary(word)
        if len(word) >= SHORTEST and word.isalpha() and is_surely_one:
            yield word


def as_text(words: Iterable[str]) -> str:
    """Return the whole file: the credits, then each word once on a line of its own."""
    return CREDITS + "\n".join(sorted(set(words))) + "\n"


def main() -> int:
    """Build the file and say how many words it holds."""
    top_n_list = import_module("wordfreq").top_n_list
    is_known = import_module("simplemma").is_known

    def norwegian(word: str) -> bool:
        return bool(is_known(word, "nb") or is_known(word, "nn"))

    def english(word: str) -> bool:
        return bool(is_known(word, "en"))

    words = {
        *kept_words(top_n_list("nb", NORWEGIAN), NORWEGIAN, norwegian),
        *kept_words(top_n_list("en", ENGLISH), ENGLISH, english),
    }
    OUTPUT.write_text(as_text(words), encoding="utf-8")
    sys.stdout.write(f"{OUTPUT.name}: {len(words)} words\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
