"""Names that registers write in capitals, written as people write them."""

from typing import Final

INSIDE_NAMES: Final = frozenset({"i", "og", "på", "ved", "for", "av", "til", "den", "det", "the"})


def without_capitals(name: str, *, kept_up_to: int = 0) -> str:
    """Return «NORDRE FOLLO» as «Nordre Follo»; a name with small letters stays as it is.

    Words of ``kept_up_to`` letters or fewer stay in capitals: in the name of an organisation they
    are most often letters that stand for words.
    """
    if not name.isupper():
        return name
    words = name.split()
    return " ".join(_word(word, at > 0, kept_up_to) for at, word in enumerate(words))


def _word(word: str, is_inside: bool, kept_up_to: int) -> str:
    if is_inside and word.lower() in INSIDE_NAMES:
        return word.lower()
    if len(word) <= kept_up_to:
        return word
    return "-".join(part.capitalize() for part in word.split("-"))
