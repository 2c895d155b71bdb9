"""What an offer is to be, decided for all of them before places are drawn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

from directory.vocabulary import Vocabulary
from seeds.example.draw import Deck, chance
from seeds.example.kinds import TALKING, USUAL, interests_of
from seeds.example.themes import Theme, themes_of

_ON_SCREEN: Final = TALKING | {"courses", "learning", "calm", "digital", "stage", "money"}
_ONLINE: Final = 0.055  # of those families; about one in fifty of all offers
_BY_PHONE: Final = frozenset({"talk", "mentors", "money", "relatives"})
_PHONE: Final = 0.05
_ON_THE_SPOT: Final = frozenset({"outreach", "meeting_place"})
_WITH_A_SECOND: Final = frozenset({"activity", "meeting_place"})
_SECOND: Final = 0.3
_GOES_WITH_ALL: Final = ("shared_meal", "cafe", "walking")


@dataclass(frozen=True)
class Plan:
    """``far`` is "online" or "phone" for the whole country, None for an offer one goes to."""

    number: int
    kind: str
    theme: Theme
    also: Theme | None
    far: str | None

    @property
    def themes(self) -> tuple[Theme, ...]:
        return (self.theme,) if self.also is None else (self.theme, self.also)


def draw_plans(dice: Random, offers: int, vocabulary: Vocabulary) -> Iterator[Plan]:
    """Yield a plan for each offer, numbered from 1. Kinds and interests come round in their shares."""
    themes = themes_of(vocabulary)
    kinds = Deck((kind, usual.share) for kind, usual in USUAL.items())
    decks = {
        kind: Deck((theme, theme.often) for theme in interests_of(kind, themes)) for kind in USUAL
    }
    for number in range(1, offers + 1):
        kind = kinds.deal(dice)
        theme = decks[kind].deal(dice)
        far = _far(dice, kind, theme)
        also = None if far else _also(dice, kind, theme, themes, vocabulary)
        yield Plan(number, kind, theme, also, far)


def _far(dice: Random, kind: str, theme: Theme) -> str | None:
    if kind in _ON_THE_SPOT:
        return None
    if theme.family.id in _BY_PHONE and chance(dice, _PHONE):
        return "phone"
    return "online" if theme.family.id in _ON_SCREEN and chance(dice, _ONLINE) else None


def _also(
    dice: Random, kind: str, theme: Theme, themes: Mapping[str, Theme], vocabulary: Vocabulary
) -> Theme | None:
    """Return a second interest that goes with the first, None for most."""
    if kind not in _WITH_A_SECOND or not chance(dice, _SECOND):
        return None
    related = vocabulary.interests[theme.interest].related
    near = _GOES_WITH_ALL if chance(dice, 0.5) else related
    found = [themes[one] for one in near if one in themes and one != theme.interest]
    doable = [one for one in found if one.family.id not in TALKING]
    return dice.choice(doable) if doable else None
