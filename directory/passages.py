"""A text in several languages, and the one of them to show on a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

# For a page in a language the text does not have: the first of these that it has.
NEXT_BEST: Final = ("nb", "nn", "en")


@dataclass(frozen=True)
class Passage:
    """Words to show. ``language`` is None where they are in the page's own language."""

    words: str
    language: str | None


def passage(texts: Mapping[str, str | None], page_language: str) -> Passage | None:
    """Return the text for a page in ``page_language``, None where it is told in no language at all."""
    for language in (page_language, *NEXT_BEST, *texts):
        words = texts.get(language)
        if words:
            return Passage(words, None if language == page_language else language)
    return None
