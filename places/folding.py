"""Folds names to plain letters, so that Ålesund, ÅLESUND and aalesund meet.

The rule, in order:

1. Compatibility forms and capitals go (Unicode NFKC and case folding).
2. Letters that are not a letter and a mark become plain ones: æ and ä ``ae``, ø, ö and œ
   ``o``, å ``a``, ß ``ss``, đ ``d``, ŋ ``n``, ŧ ``t``, ł ``l``, þ ``th``.
3. Every other mark goes (č ``c``, ü ``u``).
4. Whatever is neither letter nor digit becomes one space; none stands first or last.

People without å, ø and ä on their keyboard also write ``aa``, ``oe`` and a bare ``a``;
`spellings` gives every form a name is found under. What is typed needs only `fold`.
"""

import unicodedata
from itertools import product

_PLAIN = {
    "æ": ("ae",),
    "ä": ("ae", "a"),
    "ø": ("o", "oe"),
    "ö": ("o", "oe"),
    "œ": ("o", "oe"),
    "å": ("a", "aa"),
    "ß": ("ss",),
    "đ": ("d",),
    "ð": ("d",),
    "ŋ": ("n",),
    "ŧ": ("t",),
    "ł": ("l",),
    "þ": ("th",),
    "ı": ("i",),
}
_TO_PLAIN = str.maketrans({letter: plain[0] for letter, plain in _PLAIN.items()})
# A name with so many such letters has so many spellings that nobody types them all.
_MOST_SPELLINGS = 64


def fold(text: str) -> str:
    """Return ``text`` in plain small letters, digits and single spaces; folding twice changes nothing."""
    if text.isascii():
        return _spaced(text.lower())
    return _without_marks(_lowered(text).translate(_TO_PLAIN))


def spellings(text: str) -> frozenset[str]:
    """Return every folded form ``text`` is found under; ``fold(text)`` is always one of them.

    A name with ``aa`` is also found under ``a``, as å is.
    """
    if text.isascii() and "aa" not in text.lower():
        return frozenset({fold(text)})
    choices = [_PLAIN.get(letter, (letter,)) for letter in _lowered(text).replace("aa", "å")]
    number = 1
    for choice in choices:
        number *= len(choice)
    if number > _MOST_SPELLINGS:
        return frozenset({fold(text)})
    return frozenset(
        {fold(text), *(_without_marks("".join(letters)) for letters in product(*choices))}
    )


def _lowered(text: str) -> str:
    """Return ``text`` in small letters, each with its marks in one character where there is one."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFKC", decomposed).casefold()


def _without_marks(text: str) -> str:
    if text.isascii():
        return _spaced(text)
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return _spaced(bare.translate(_TO_PLAIN))  # ǽ has become æ only now


def _spaced(text: str) -> str:
    if text.isalnum():
        return text
    return " ".join("".join(sign if sign.isalnum() else " " for sign in text).split())
