"""A list that is too long for one page is shown in parts, which are its sides."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Side:
    """Which part of a long list is shown. None: there is none before, or none after."""

    number: int
    before: int | None
    after: int | None
