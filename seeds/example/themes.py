"""What each interest is like: words for it in three languages, where it takes place and what it gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from directory.safe_yaml import read_yaml
from directory.vocabulary import Vocabulary

TABLE = Path(__file__).with_name("themes.yaml")
LANGUAGES = ("nb", "nn", "en")

Sentence = Mapping[str, str]


@dataclass(frozen=True)
class Family:
    """What interests of one sort have in common. ``indoor`` None: some are inside and some are not."""

    id: str
    venues: tuple[str, ...]
    indoor: bool | None
    gives: tuple[str, ...]
    intensity: str | None
    format: str | None
    lends: bool
    details: tuple[Sentence, ...]


@dataclass(frozen=True)
class Theme:
    """One interest. ``do`` is what one does there, as an infinitive in each language."""

    interest: str
    family: Family
    often: int
    names: tuple[str, ...]
    do: Sentence


@lru_cache(maxsize=1)
def _table() -> tuple[Mapping[str, Family], Mapping[str, Theme]]:
    document: Any = read_yaml(TABLE)
    families = {name: _family(name, entry) for name, entry in document["families"].items()}
    themes = {
        name: Theme(
            interest=name,
            family=families[entry["family"]],
            often=entry.get("often", 1),
            names=tuple(entry["names"]),
            do={language: entry[language] for language in LANGUAGES},
        )
        for name, entry in document["interests"].items()
    }
    return families, themes


def _family(name: str, entry: Mapping[str, Any]) -> Family:
    return Family(
        id=name,
        venues=tuple(entry["venues"]),
        indoor=entry.get("indoor"),
        gives=tuple(entry["gives"]),
        intensity=entry.get("intensity"),
        format=entry.get("format"),
        lends=entry.get("lends", False),
        details=tuple(entry["details"]),
    )


def themes_of(vocabulary: Vocabulary) -> Mapping[str, Theme]:
    """Return the themes of the vocabulary's interests, in its order; one without words is left out."""
    _, themes = _table()
    return {interest: themes[interest] for interest in vocabulary.interests if interest in themes}
