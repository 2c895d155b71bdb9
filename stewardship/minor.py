"""What may be published before anybody has looked: facts that hurt nobody, and help only while they are true.

All that is written in free words waits for a moderator, and so do places, contacts and the rules on
who may come.
"""

from typing import Any, Final

from directory.entries import Entry
from stewardship.differences import differences
from stewardship.models import Revision

MINOR: Final = frozenset({
    "cost.per_time", "cost.per_year", "capacity", "languages", "intensity",
})  # fmt: skip
MINOR_MAPS: Final = ("access.",)
TIME_KEYS: Final = frozenset({
    "rrule", "starts_on", "start_time", "duration_minutes", "until", "except", "holidays",
    "by_appointment",
})  # fmt: skip


def is_minor(before: Revision, after: Revision) -> bool:
    """Tell whether only facts differ that need nobody's approval."""
    if before.hides_address and not after.hides_address:
        return False
    return all(
        difference.key in MINOR
        or difference.key.startswith(MINOR_MAPS)
        or (difference.key == "schedules" and _only_times(difference.before, difference.after))
        for difference in differences(before.entry, after.entry)
    )


def _only_times(before: list[Entry] | None, after: list[Entry] | None) -> bool:
    """Tell whether the places and all words stay, and only the times at them differ."""
    return _places(before) == _places(after) and bool(after)


def _places(schedules: list[Entry] | None) -> list[Any]:
    """Return what of each schedule is no time, each once."""
    rest = [{k: v for k, v in one.items() if k not in TIME_KEYS} for one in schedules or ()]
    return [one for number, one in enumerate(rest) if one not in rest[:number]]
