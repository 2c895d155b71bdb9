"""The table of typed times beside this file, read for tests of the reading, the round trip and the words."""

from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from stewardship.times_typed.reading import read_times
from stewardship.times_typed.values import TypedTimes

TODAY: Final = date(2026, 11, 25)  # a Wednesday
_TABLE: Final[dict[str, list[dict[str, Any]]]] = yaml.safe_load(
    Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
)
UNDERSTOOD: Final = _TABLE["understood"]
ASKED_ABOUT: Final = _TABLE["asked_about"]


def surely(typed: str, today: date = TODAY) -> tuple[TypedTimes, ...]:
    """Return the times of a text that must be understood."""
    read = read_times(typed, today)
    assert isinstance(read, tuple), f"«{typed}» is asked about: {read}"
    return read
