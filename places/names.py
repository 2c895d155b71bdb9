"""Which places bear a name, and which of them a text with a county or municipality means."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from places.areas import Place
from places.misspelling import NearWords

# Words people put before or after a name that do not change which place it is, folded.
_LEADING = frozenset({"i", "pa", "ved", "naer", "in", "near", "bydel", "bydelen"})
_TRAILING = frozenset({"kommune", "kommun", "municipality", "sentrum", "centrum", "city", "by"})
_TRAILING |= {"bydel", "norge", "noreg", "norway"}
_JOINING = frozenset({"i", "pa", "in"})


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names and regions, folded.

    ``bearers`` holds for each name its places, most populous first, one for a municipality at
    most. ``regions`` holds for each county or municipality name how the numbers of the
    municipalities in it begin. ``first_words`` are the words a name can begin with, and
    ``near`` finds the names that a misspelt one may be meant for.
    """

    bearers: Mapping[str, tuple[Place, ...]]
    regions: Mapping[str, frozenset[str]]
    first_words: frozenset[str]
    near: NearWords

    def meant_by(self, words: Sequence[str]) -> tuple[Place, ...]:
        """Return the places that the folded words may mean, most populous first, or none."""
        name = " ".join(words)
        if name in self.bearers:
            return self.bearers[name]
        if len(words) > 1 and words[-1] in _TRAILING:
            return self.meant_by(words[:-1])
        return self._in_region(words)

    def _in_region(self, words: Sequence[str]) -> tuple[Place, ...]:
        for cut in range(len(words) - 1, 0, -1):
            after = words[cut:]
            region = " ".join(after[1:] if after[0] in _JOINING else after)
            beginnings = tuple(self.regions.get(region, ()))
            named = self.bearers.get(" ".join(words[:cut]), ())
            inside = tuple(place for place in named if place.municipality.startswith(beginnings))
            if inside:
                return inside
        return ()


def without_leading(words: Sequence[str]) -> Sequence[str]:
    """Return the folded words without what only leads to a name: "i Molde" is Molde."""
    return words[1:] if len(words) > 1 and words[0] in _LEADING else words


def without_trailing(words: Sequence[str]) -> Sequence[str]:
    """Return the folded words without what only follows a name: Molde kommune is Molde."""
    return words[:-1] if len(words) > 1 and words[-1] in _TRAILING else words


def first_words_of(names: Iterable[str]) -> frozenset[str]:
    """Return the first word of every name."""
    return frozenset(name.split(" ", 1)[0] for name in names)
