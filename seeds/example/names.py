"""Names of made-up organisations, houses and offers: plain, believable and nobody's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final

from directory.examples import EXAMPLE_PREFIX
from places.folding import fold
from places.gazetteer import Place
from seeds.example.draw import Lot, chance

_FIRST: Final = (
    "Lyng", "Bjørke", "Furu", "Rogne", "Hassel", "Bregne", "Kongle", "Måse", "Elve", "Bekke", "Vinter",
    "Morgen", "Kvelds", "Vår", "Grønne", "Blåbær", "Ørne", "Svale", "Lerke", "Stein", "Lykte", "Ravn",
    "Tyttebær", "Multe",
)  # fmt: skip
_LAST: Final = (
    "broa", "tunet", "stien", "bua", "ringen", "sporet", "kroken", "loftet", "benken", "hjørnet",
    "varden", "løkka", "stua", "kaia", "grinda", "trappa",
)  # fmt: skip
_FORMS: Final[Mapping[str | None, tuple[str, ...]]] = {
    "voluntary": ("{} aktivitet", "{} fellesskap", "Foreningen {}", "{} frivillighus", "{} fritid"),
    "user_run": ("{} selvhjelp", "{} likepersoner", "Nettverket {}", "{} erfaringsforening"),
    "public": ("{} frisklivssentral", "{} oppfølging", "{} aktivitetssenter", "{} mestringsenhet"),
    "religious": ("{} menighetsarbeid", "{} diakoni"),
    "private": ("{} kurs", "{} trening"),
    None: ("{} gjengen", "Gruppa {}"),
}
_REUSED: Final = 0.62
_EVENING: Final = re.compile(r"(?<=\w)kveld\b")

_PATTERNS: Final = Lot[str](
    ("{name}", 38), ("{name} {place}", 34), ("{name} på {house}", 20), ("{house}: {name}", 8),
)  # fmt: skip


@dataclass
class Organisations:
    """Made-up organisations by place, founded where an offer needs one and used again by others."""

    entries: list[dict[str, Any]] = field(default_factory=list)
    _at: dict[tuple[str, str | None], list[str]] = field(default_factory=dict)

    def for_offer(self, dice: Random, place: Place, kind: str | None) -> str:
        """Return the id of an organisation of this kind in the municipality of ``place``."""
        known = self._at.setdefault((place.municipality, kind), [])
        if not known or not chance(dice, _REUSED):
            known.append(self._found(dice, place, kind))
            return known[-1]
        return dice.choice(known)

    def _found(self, dice: Random, place: Place, kind: str | None) -> str:
        name = dice.choice(_FORMS[kind]).format(house(dice))
        if chance(dice, 0.6):
            name = f"{name} {place.name}"
        identifier = example_id(name, len(self.entries) + 1)
        url = f"https://example.org/{identifier}" if chance(dice, 0.5) else None
        self.entries.append({"id": identifier, "name": name, "kind": kind, "url": url})
        return identifier


def house(dice: Random) -> str:
    return dice.choice(_FIRST) + dice.choice(_LAST)


def offer_name(dice: Random, name: str, place: Place, at: str, whom: str) -> str:
    """Return a name for an offer called ``name`` in the house ``at``; ``whom`` is such as " for unge"."""
    if whom and "for " not in name.lower():
        return name + whom
    return _PATTERNS.draw(dice).format(name=name, place=place.name, house=at)


def example_id(name: str, number: int) -> str:
    """Return an id that says it is an example. ``number`` keeps namesakes apart."""
    return f"{EXAMPLE_PREFIX}{fold(name).replace(' ', '-')[:80].strip('-')}-{number}"


def without_evening(name: str) -> str:
    """Return a name that fits by day as well: "Buldrekveld" becomes "Buldretreff"."""
    return _EVENING.sub("treff", name)
