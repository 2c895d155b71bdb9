"""The eight characters on a sheet: made by chance, read forgivingly, found wrong where one is mistyped."""

import secrets
from itertools import cycle
from typing import Final

from prescribing.models import CODE_LENGTH

ALPHABET: Final = "23456789ACDEFGHJKMNPQRTVWXY"
"""Of each pair that looks alike on paper one is in it, or neither: no 0 or O, no 1, I or L."""
READ_AS: Final = {"Z": "2", "S": "5", "B": "8", "U": "V"}
SIZE: Final = len(ALPHABET)
LETTERS_OF_GROUP: Final = CODE_LENGTH // 2
VOWELS: Final = frozenset("AEY")
WEIGHTS: Final = (1, 2)
"""By turns. Each has an inverse modulo 27, and so has their difference: so every wrong character and
every swap of neighbours changes the sum."""
INVERSE_OF_LAST: Final = pow(WEIGHTS[(CODE_LENGTH - 1) % len(WEIGHTS)], -1, SIZE)
BETWEEN: Final = str.maketrans("", "", " -\t\r\n\u00a0\u2010\u2011\u2013")
LONGEST_TYPED: Final = 40


def new_code() -> str:
    """Return a code made by chance, in which nobody reads a word."""
    while True:
        code = with_check("".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH - 1)))
        if not has_word(code):
            return code


def with_check(characters: str) -> str:
    """Return all but the last character of a code with the last, which follows from them."""
    return characters + ALPHABET[-_sum(characters) * INVERSE_OF_LAST % SIZE]


def has_word(code: str) -> bool:
    """Tell whether a group might read as a word: three letters side by side, with a vowel among them."""
    groups = code[:LETTERS_OF_GROUP], code[LETTERS_OF_GROUP:]
    threes = (three for group in groups for three in (group[:3], group[1:]))
    return any(three.isalpha() and VOWELS & set(three) for three in threes)


def read_code(typed: str) -> str | None:
    """Return the code that was typed, None where there is no such code.

    Small letters, spaces, hyphens, and what looks like a character of the alphabet are all right.
    """
    if len(typed) > LONGEST_TYPED:
        return None
    plain = typed.translate(BETWEEN)
    # Of letters outside of ASCII some turn into two when they are made large.
    if not plain.isascii():
        return None
    code = "".join(READ_AS.get(one, one) for one in plain.upper())
    is_one = len(code) == CODE_LENGTH and set(code) <= set(ALPHABET) and _sum(code) == 0
    return code if is_one else None


def in_groups(code: str) -> str:
    """Return it as it is printed: ``ABCD EFGH``."""
    return f"{code[:LETTERS_OF_GROUP]} {code[LETTERS_OF_GROUP:]}"


def _sum(characters: str) -> int:
    weighed = zip(characters, cycle(WEIGHTS), strict=False)
    return sum(ALPHABET.index(one) * weight for one, weight in weighed) % SIZE
