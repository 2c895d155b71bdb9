"""Street tiles that the operator may name for the map: pictures of it that somebody else serves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

TILES_ADDRESS: Final = re.compile(
    r"(?P<origin>https://(?P<host>[A-Za-z0-9.-]+)(:[0-9]{1,5})?"
    r"|http://(?P<local>localhost|127\.0\.0\.1)(:[0-9]{1,5})?)/(?P<rest>[^\s\"'<>#]*)"
)
PLACEHOLDERS: Final = {"{z}", "{x}", "{y}"}
SHARPER: Final = "{r}"  # "@2x" on a screen with small dots


@dataclass(frozen=True)
class Tiles:
    """The address of a tile with {z}, {x} and {y} in it, and whom to thank for it."""

    url: str
    credit: str

    @property
    def origin(self) -> str:
        """Return the part of the address that a security policy names."""
        return _parts(self.url)["origin"]

    @property
    def host(self) -> str:
        """Return whom the visitor's browser turns to."""
        parts = _parts(self.url)
        return parts["host"] or parts["local"]


def faults_of_tiles(url: str, credit: str) -> Iterator[str]:
    """Yield what is wrong with two settings that go together; empty ones are not set."""
    if url and not _is_address(url):
        yield (
            f"MAP_TILES_URL is {url!r}; it must look like https://example.org/{{z}}/{{x}}/{{y}}.png."
        )
    elif credit and not url:
        yield "MAP_TILES_CREDIT is set, and MAP_TILES_URL is not; the two go together."
    if url and not credit:
        yield "MAP_TILES_CREDIT is not set; those who draw the tiles must be named."


def _is_address(url: str) -> bool:
    found = TILES_ADDRESS.fullmatch(url)
    placeholders = re.findall(r"\{[^}]*\}?|\}", found["rest"]) if found else []
    return set(placeholders) - {SHARPER} == PLACEHOLDERS


def _parts(url: str) -> dict[str, str]:
    found = TILES_ADDRESS.fullmatch(url)
    if found is None:
        raise ValueError(f"{url!r} is not the address of tiles")
    return found.groupdict()
