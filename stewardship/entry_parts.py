"""Parts of an entry told anew: a text in one of several languages, some keys of a map."""

from collections.abc import Mapping
from typing import Any

Texts = Mapping[str, str]


def language_of(texts: Texts, preferred: str) -> str:
    """Return the language to change of several: one's own, else the one that is there."""
    return preferred if preferred in texts or not texts else next(iter(texts))


def changed_text(texts: Texts, preferred: str, text: str) -> dict[str, str]:
    return told_of({**texts, language_of(texts, preferred): text})


def changed_part(part: Mapping[str, Any] | None, **told: Any) -> dict[str, Any]:
    """Return a map of the entry with some of its keys told anew, and the rest as it was."""
    return told_of({**(part or {}), **told})


def told_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is None or empty: it is not told."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}
