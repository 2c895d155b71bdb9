"""Which paper a sheet is for: its size, and whether the letters are large."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

SIZE: Final = "papir"
LETTERS: Final = "skrift"
LARGE: Final = "stor"


class PaperSize(StrEnum):
    A4 = "a4"
    A5 = "a5"


@dataclass(frozen=True)
class Paper:
    size: PaperSize = PaperSize.A4
    is_large: bool = False

    @property
    def asked_by(self) -> dict[str, str]:
        """Return what an address asks for this paper by; nothing for the usual one."""
        size = {} if self.size is PaperSize.A4 else {SIZE: str(self.size)}
        return size | ({LETTERS: LARGE} if self.is_large else {})


def paper_asked_for(args: Mapping[str, str]) -> Paper:
    """Return what ``?papir=a5&skrift=stor`` asks for; A4 with usual letters for anything else."""
    try:
        size = PaperSize(args.get(SIZE, PaperSize.A4))
    except ValueError:
        size = PaperSize.A4
    return Paper(size, args.get(LETTERS) == LARGE)
