"""A language nobody speaks: written from right to left, with every sentence between marks.

What stands outside of the marks on a page never came to gettext. Words of the catalogue are given
marks of their own, so that they are not mistaken for it.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from unittest.mock import patch

from babel import Locale
from babel.support import NullTranslations
from sqlalchemy.orm import Session

from directory.models import Effect, Interest, Offer, Organisation, Schedule, Source, Venue
from web import addresses, languages
from web.languages import Language, Spoken

PSEUDO: Final = "fa"
FRONT: Final = f"/{PSEUDO}"
BEGIN, END = "⟦", "⟧"
# Around a part of a sentence: it has to be marked itself.
PART_BEGIN, PART_END = "⟪", "⟫"
# Tags, named parts and characters by name stay as they are.
KEPT: Final = re.compile(r"(<[^>]*>|%\(\w+\)[sd]|%%|&\w+;)")
LATIN: Final = "abcdefghijklmnopqrstuvwxyzæøåéè"
ARABIC: Final = "ابتثجحخدذرزسشصضطظعغفقکگلمنهویپچ"
LETTERS: Final = str.maketrans(LATIN + LATIN.upper(), ARABIC * 2)
TEXTS: Final[tuple[tuple[type[Any], tuple[str, ...]], ...]] = (
    (Organisation, ("name", "aliases")),
    (Offer, ("name", "aliases", "summary", "first_visit", "cost_note", "contacts")),
    (Schedule, ("note",)),
    (Venue, ("name", "address")),
    (Source, ("title",)),
    (Interest, ("labels",)),
    (Effect, ("labels",)),
)
# What is no text in the list of contacts.
NO_TEXT: Final = {"phone", "sms", "email", "url", "chat"}


class Marked(NullTranslations):
    """Every sentence is there, in other letters and between marks."""

    def ugettext(self, message: str) -> str:
        return marked(message)

    def ungettext(self, singular: str, plural: str, number: int) -> str:
        return marked(singular if number == 1 else plural)


def marked(sentence: str) -> str:
    written = [_written(piece) for piece in KEPT.split(sentence)]
    return f"{BEGIN}{''.join(written)}{END}"


def _written(piece: str) -> str:
    if piece.startswith("%("):
        return f"{PART_BEGIN}{piece}{PART_END}"
    return piece if KEPT.fullmatch(piece) else piece.translate(LETTERS)


@contextmanager
def pseudo_language() -> Iterator[None]:
    """Let the site speak it too, at addresses that begin with FRONT."""
    language = Language("", Locale(PSEUDO))
    ordinary = languages.spoken

    def spoken(code: str) -> Spoken:
        return Spoken(code, language.locale, Marked()) if code == PSEUDO else ordinary(code)

    with (
        patch.dict(languages.LANGUAGES, {PSEUDO: language}),
        patch.dict(addresses.IN_FRONT, {FRONT: PSEUDO}),
        patch.object(languages, "spoken", spoken),
    ):
        yield


def mark_catalogue(session: Session) -> None:
    """Put marks around all that others have written. It is read anew only by a new application."""
    for model, names in TEXTS:
        for row in session.query(model):
            for name in names:
                setattr(row, name, _with_marks(getattr(row, name)))
    session.commit()


def _with_marks(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: told if key in NO_TEXT else _with_marks(told) for key, told in value.items()}
    if isinstance(value, list):
        return [_with_marks(one) for one in value]
    return f"{BEGIN}{value}{END}" if value else value
