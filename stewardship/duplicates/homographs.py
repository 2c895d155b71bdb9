"""Names that only look like others: letters of another alphabet, letters nobody sees, wide letters.

«Klаtrekveld» with a Cyrillic а is another text than «Klatrekveld», and the same to a reader. For
comparing, both become one; in a form, a word of two alphabets is refused.
"""

import unicodedata
from typing import Final

from places.folding import fold

# Each letter beside the Latin one it looks like in most typefaces; after Unicode's confusables
# (UTS 39), of which only those count that make whole words.
_CYRILLIC: Final = (
    "аa еe оo рp сc уy хx кk мm тt ѕs іi јj һh ԁd ԍg ԛq ԝw ѵv ӏl "
    "АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ЅS ІI ЈJ ҺH ԚQ ԜW ѴV ӀI"
)
_GREEK: Final = (
    "αa εe γy ηn ιi κk νv οo ρp τt υu χx ωw ϲc ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC"
)
_OF_LATIN: Final = "ɑa ɡg ɩi"
_LOOKING_LATIN: Final = str.maketrans(
    {pair[0]: pair[1] for pair in f"{_CYRILLIC} {_GREEK} {_OF_LATIN}".split()}
)
_INVISIBLE: Final = "Cf"
_MODIFIER: Final = "Lm"  # an apostrophe that counts as a letter belongs to any alphabet
_ALPHABETS: Final = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
_OTHER: Final = "OTHER"


def looks_like(name: str) -> str:
    """Return ``name`` in plain small letters, the same for all names that look the same."""
    if name.isascii():
        return fold(name)
    # Apart from their marks, so that ё is seen for the е it is.
    apart = unicodedata.normalize("NFKD", _visible(name))
    return fold(apart.translate(_LOOKING_LATIN))


def mixed_scripts(text: str) -> bool:
    """Tell whether a single word of ``text`` has letters of more than one alphabet."""
    if text.isascii():
        return False
    seen = unicodedata.normalize("NFKC", _visible(text))
    words = "".join(sign if sign.isalpha() else " " for sign in seen).split()
    return any(len(_alphabets_of(word)) > 1 for word in words)


def _visible(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign) != _INVISIBLE)


def _alphabets_of(word: str) -> set[str]:
    letters = (letter for letter in word if unicodedata.category(letter) != _MODIFIER)
    return {_alphabet(letter) for letter in letters}


def _alphabet(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((one for one in _ALPHABETS if name.startswith(one)), _OTHER)
