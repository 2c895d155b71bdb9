"""The few spans of age in which wishes are counted and gaps are shown: too wide to know anybody by."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from finder.question_file import OLDEST
from web.languages import lazy_gettext as _l


class AgeBand(StrEnum):
    """``UNKNOWN`` where no age was told, and where what was told reaches into more than one."""

    UNDER_18 = "under_18"
    FROM_18 = "18_25"
    FROM_26 = "26_35"
    FROM_36 = "36_50"
    FROM_51 = "51_plus"
    UNKNOWN = "unknown"


YEARS: Final[Mapping[AgeBand, tuple[int, int]]] = {
    AgeBand.UNDER_18: (0, 17),
    AgeBand.FROM_18: (18, 25),
    AgeBand.FROM_26: (26, 35),
    AgeBand.FROM_36: (36, 50),
    AgeBand.FROM_51: (51, OLDEST),
}
BAND_WORDS: Final = {
    AgeBand.UNDER_18: _l("Under 18\u00a0år"),
    AgeBand.FROM_18: _l("18–25\u00a0år"),
    AgeBand.FROM_26: _l("26–35\u00a0år"),
    AgeBand.FROM_36: _l("36–50\u00a0år"),
    AgeBand.FROM_51: _l("51\u00a0år og eldre"),
    AgeBand.UNKNOWN: _l("Vil ikke si"),
}


def band_of(ages: tuple[int, int] | None) -> AgeBand:
    """Return the band that both the youngest and the oldest age lie in."""
    if ages is not None:
        for band, (first, last) in YEARS.items():
            if first <= ages[0] and ages[1] <= last:
                return band
    return AgeBand.UNKNOWN
