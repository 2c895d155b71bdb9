"""Days and hours in bokmål as ``reading`` understands them for certain, whatever language is spoken."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Final

WEEKDAYS: Final = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MONTHS: Final = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "desember",
)  # fmt: skip
NUMBERS: Final = {
    1: "første", 2: "andre", 3: "tredje", 4: "fjerde", 5: "femte", -1: "siste", -2: "nest siste",
}  # fmt: skip


def date_phrase(day: date) -> str:
    """Return «2. desember 2026», or «2.12.2030», for «desember 2030» may be half past eight."""
    if day.year % 5 == 0:
        return f"{day.day}.{day.month}.{day.year}"
    return f"{day.day}. {month_phrase(day.month)} {day.year}"


def month_phrase(month: int) -> str:
    return MONTHS[month - 1]


def months_phrase(months: Iterable[int]) -> str:
    return listed_phrase([month_phrase(month) for month in months])


def weekdays_phrase(weekdays: Iterable[int]) -> str:
    return listed_phrase([WEEKDAYS[day] for day in sorted(weekdays)])


def clock_phrase(minutes: int) -> str:
    """Return the hour so many minutes after midnight; the midnight after it is «24.00»."""
    return f"{minutes // 60:02}.{minutes % 60:02}"


def minutes_of(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def listed_phrase(words: Sequence[str]) -> str:
    if len(words) < 2:  # noqa: PLR2004 -- two are the fewest that «og» can join
        return "".join(words)
    return f"{', '.join(words[:-1])} og {words[-1]}"
