"""Reads when somebody has time: days, times of day and "i kveld", as words of the person format."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from search.words import word_set

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_OF = {
    name: day
    for day, names in {
        "mon": "mandag måndag maandag monday",
        "tue": "tirsdag tysdag tuesday",
        "wed": "onsdag wednesday",
        "thu": "torsdag thursday",
        "fri": "fredag friday",
        "sat": "lørdag loerdag lordag laurdag saturday",
        "sun": "søndag soendag sondag sundag sunday",
        "weekday": "hverdag kvardag ukedag vekedag weekday",
        "weekend": "helg helge weekend",
    }.items()
    for name in names.split()
}
# Short names are days only beside others of the same language: "man" alone is one, "sun" the sun.
_SHORT = tuple(
    {name: day for day, names in days.items() for name in names.split()}
    for days in (
        {"mon": "man mån", "tue": "tir tirs tys", "wed": "ons", "thu": "tor tors", "fri": "fre",
         "sat": "lør lau lor", "sun": "søn sun son"},
        {"mon": "mon", "tue": "tue tues", "wed": "wed", "thu": "thu thur thurs", "fri": "fri",
         "sat": "sat", "sun": "sun"},
    )
)  # fmt: skip
# Other words as well: "da man tor det" (when one dares it), "the cat sat".
_DOUBTFUL = word_set("man tor sat sun son fri lau lor")
_PARTS = {
    "morgen": ("morning",), "morgon": ("morning",), "morning": ("morning",),
    "formiddag": ("day",), "føremiddag": ("day",), "foeremiddag": ("day",), "formiddagstid": ("day",),
    "dagtid": ("day",), "daytime": ("day",), "lunsjtid": ("day",), "lunchtime": ("day",),
    "ettermiddag": ("day", "evening"), "afternoon": ("day", "evening"),
    "kveld": ("evening",), "kveldstid": ("evening",), "evening": ("evening",),
    "natt": ("night",), "nattestid": ("night",),
}  # fmt: skip
_ENDING = r"(?:er|ar|en|ene|ane|s|a)?"
_DAY = re.compile(rf"({'|'.join(_DAY_OF)})(?:s?({'|'.join(_PARTS)}))?{_ENDING}")
_PART = re.compile(rf"({'|'.join(_PARTS)}){_ENDING}")

# Whole expressions, before anything is put together; the longest stand first.
_FIXED = {
    ("når", "som", "helst"): ("any",), ("kva", "tid", "som", "helst"): ("any",),
    ("any", "time"): ("any",), ("anytime",): ("any",),
    # How often something is done says nothing of when one can come: "røyker hver dag".
    ("every", "day"): (), ("hver", "dag"): (), ("kvar", "dag"): (), ("alle", "dager"): (),
    ("hver", "kveld"): (), ("kvar", "kveld"): (), ("every", "night"): (), ("hver", "natt"): (),
    ("hver", "helg"): (), ("kvar", "helg"): (), ("every", "weekend"): (), ("hele", "helga"): (),
    ("hele", "helgen"): (), ("heile", "helga"): (), ("all", "weekend"): (),
    ("i", "dag"): ("today",), ("idag",): ("today",), ("today",): ("today",),
    ("at", "night"): ("any-night",),
    ("denne", "uka"): ("this_week",), ("denne", "uken"): ("this_week",),
    ("denne", "veka"): ("this_week",), ("this", "week"): ("this_week",),
    ("i", "helga"): ("weekend",), ("i", "helgen"): ("weekend",),
    ("til", "helga"): ("weekend",), ("til", "helgen"): ("weekend",), ("this", "weekend"): ("weekend",),
    ("på", "dagen"): ("any-day",), ("om", "dagen"): ("any-day",),
    ("during", "the", "day"): ("any-day",),
    ("midt", "på", "dagen"): ("any-day",), ("mens", "det", "er", "lyst"): ("any-day",),
    ("etter", "jobb"): ("weekday-evening",), ("etter", "arbeid"): ("weekday-evening",),
    ("etter", "arbeidstid"): ("weekday-evening",), ("after", "work"): ("weekday-evening",),
    ("etter", "jobben"): ("weekday-evening",),
    ("etter", "skolen"): ("weekday-day", "weekday-evening"),
    ("etter", "skole"): ("weekday-day", "weekday-evening"),
    ("etter", "skoletid"): ("weekday-day", "weekday-evening"),
    ("after", "school"): ("weekday-day", "weekday-evening"),
    ("god", "morgen"): (), ("god", "morgon"): (), ("god", "kveld"): (),
    ("good", "morning"): (), ("good", "evening"): (), ("good", "afternoon"): (),
}  # fmt: skip
# Parts of this very day. One wish and not two: whoever meets it meets then, and no other evening.
_TODAY = {
    ("i", "kveld"): ("evening",), ("ikveld",): ("evening",), ("tonight",): ("evening",),
    ("this", "evening"): ("evening",), ("i", "natt"): ("night",), ("i", "formiddag"): ("day",),
    ("i", "ettermiddag"): ("day", "evening"), ("this", "afternoon"): ("day", "evening"),
}  # fmt: skip
# So many days ahead; the weekday is known only where today is.
_AHEAD = {
    ("i", "morgen"): 1, ("i", "morgon"): 1, ("imorgen",): 1, ("imorgon",): 1, ("i", "morra"): 1,
    ("tomorrow",): 1,
    ("i", "overmorgen"): 2, ("overmorgen",): 2, ("i", "overmorgon"): 2, ("overmorgon",): 2,
    ("day", "after", "tomorrow"): 2, ("the", "day", "after", "tomorrow"): 2,
}  # fmt: skip
_LONGEST_AHEAD = max(map(len, _AHEAD))
_FIRST_OF_AHEAD = frozenset(words[0] for words in _AHEAD)
_LONGEST_FIXED = max(map(len, _FIXED))
_FIRST_OF_FIXED = frozenset(words[0] for words in _FIXED)
# What a misspelt word may be meant for; of those that sound alike the first is the right spelling.
TIME_WORDS = (*_DAY_OF, *_PARTS, "helga", "helgen", "kvelden", "tonight", "tomorrow", "ikveld")
_CLOCK = word_set("kl klokka klokken")
_CLOCK_TIME = re.compile(r"([01]?\d|2[0-3])(\d\d)?")
_MINUTES = re.compile(r"[0-5]\d")
# CONTRACTS 4 on what the parts of a day are.
_HOURS = {
    "morning": range(5, 10), "day": range(10, 16), "evening": range(16, 22),
    "night": (*range(22, 24), *range(5)),
}  # fmt: skip
_AND = word_set("og eller and or samt")
_UP_TO = word_set("til to through")
_LEADING = word_set("på om i in the on at")
_MOST_LEADING = 2


@dataclass(frozen=True, slots=True)
class TimesFound:
    """So many words from the start, and the wishes they stand for."""

    length: int
    when: tuple[str, ...]


def times_at(
    lower: Sequence[str],
    start: int,
    today: date | None = None,
    after_dash: Collection[int] = frozenset(),
) -> TimesFound | None:
    """Return the times told from the word at ``start``, None if none begin there.

    ``lower`` are the words of the text in lower case, ``after_dash`` the positions of those with
    a dash before them. Without ``today``, tomorrow is only known to lie within a week.
    """
    found = _ahead(lower, start, today) or _today(lower, start, today) or _hour(lower, start)
    if found is not None:
        return found
    if lower[start] in _FIRST_OF_FIXED:
        for length in range(_LONGEST_FIXED, 0, -1):
            words = tuple(lower[start : start + length])
            if words in _FIXED:
                return TimesFound(len(words), _FIXED[words])
    return (
        _days(lower, start, after_dash)
        or _short_days(lower, start, after_dash)
        or _part_alone(lower, start)
    )


def _ahead(lower: Sequence[str], start: int, today: date | None) -> TimesFound | None:
    """Read "i morgen" and what part of that day is told after it."""
    if lower[start] not in _FIRST_OF_AHEAD:
        return None
    for length in range(_LONGEST_AHEAD, 0, -1):
        words = tuple(lower[start : start + length])
        days = _AHEAD.get(words)
        if days is not None:
            parts, after = _part_after(lower, start + len(words))
            day = _DAYS[(today.weekday() + days) % len(_DAYS)] if today else "any"
            when = [f"{day}-{part}" for part in parts] or ([day] if today else ["this_week"])
            return TimesFound(after - start, tuple(when))
    return None


def _today(lower: Sequence[str], start: int, today: date | None) -> TimesFound | None:
    """Read "i kveld": that part of today's weekday, or of any day where today is not known."""
    for length in (2, 1):
        words = tuple(lower[start : start + length])
        parts = _TODAY.get(words)
        if parts is not None:
            day = _DAYS[today.weekday()] if today else "any"
            return TimesFound(len(words), tuple(f"{day}-{part}" for part in parts))
    return None


def _hour(lower: Sequence[str], start: int) -> TimesFound | None:
    """Read "kl 18" and "klokka 18.30" as the part of the day it lies in, on any day."""
    if lower[start] not in _CLOCK or start + 1 >= len(lower):
        return None
    found = _CLOCK_TIME.fullmatch(lower[start + 1])
    if found is None:
        return None
    hour, after = int(found[1]), start + 2
    if after < len(lower) and not found[2] and _MINUTES.fullmatch(lower[after]):
        after += 1
    part = next(part for part, hours in _HOURS.items() if hour in hours)
    return TimesFound(after - start, (f"any-{part}",))


def _short_days(lower: Sequence[str], start: int, after_dash: Collection[int]) -> TimesFound | None:
    """Read "man tir ons" and "man-fre", and nothing of a short name without another day beside it."""
    for names in _SHORT:
        found = _days(lower, start, after_dash, names) if lower[start] in names else None
        if found is None:
            continue
        words = lower[start : start + found.length]
        others = [word for word in words[1:] if word in names or _DAY.fullmatch(word) is not None]
        is_joined = start + 1 in after_dash or not _AND.union(_UP_TO).isdisjoint(words)
        is_sure = any(word in names and word not in _DOUBTFUL for word in words)
        if others[1:] or (others and (is_joined or is_sure)):
            return found
    return None


def _days(
    lower: Sequence[str],
    start: int,
    after_dash: Collection[int],
    short: Mapping[str, str] = MappingProxyType({}),
) -> TimesFound | None:
    """Read a list of days and the part of the day that belongs to all of them.

    "mandag og onsdag kveld" is both evenings, "mandag til fredag" the days between, too, and so is
    "mandag-fredag". ``short`` are the short names that may stand for days.
    """
    first = _day(lower, start, short)
    if first is None:
        return None
    days, position = [first], start + 1
    while (more := _one_more(lower, position, short)) is not None:
        day, to_it = more
        is_range = lower[position] in _UP_TO or position in after_dash
        days += _between(days[-1][0], day[0]) if is_range else []
        days.append(day)
        position = to_it
    shared, position = _part_after(lower, position)
    when = (
        f"{day}-{part}" if part else day for day, own in days for part in own or shared or ("",)
    )
    return TimesFound(position - start, tuple(dict.fromkeys(when)))


Day = tuple[str, tuple[str, ...]]


def _day(lower: Sequence[str], position: int, short: Mapping[str, str]) -> Day | None:
    if position < len(lower) and lower[position] in short:
        return short[lower[position]], ()
    found = _DAY.fullmatch(lower[position]) if position < len(lower) else None
    return (_DAY_OF[found[1]], _PARTS.get(found[2], ())) if found else None


def _one_more(
    lower: Sequence[str], position: int, short: Mapping[str, str]
) -> tuple[Day, int] | None:
    """Return the next day of a list, with or without "og" before it, and what follows it."""
    joined = position < len(lower) and lower[position] in _AND | _UP_TO
    day = _day(lower, position + joined, short)
    return (day, position + joined + 1) if day else None


def _between(first: str, last: str) -> list[Day]:
    if first not in _DAYS or last not in _DAYS:
        return []
    return [(day, ()) for day in _DAYS[_DAYS.index(first) + 1 : _DAYS.index(last)]]


def _part_after(lower: Sequence[str], position: int) -> tuple[tuple[str, ...], int]:
    """Return the part of the day told next, and the position after it."""
    at = position
    while at < len(lower) and at - position < _MOST_LEADING and lower[at] in _LEADING:
        at += 1
    found = _PART.fullmatch(lower[at]) if at < len(lower) else None
    return (_PARTS[found[1]], at + 1) if found else ((), position)


def _part_alone(lower: Sequence[str], start: int) -> TimesFound | None:
    found = _PART.fullmatch(lower[start])
    if found is None:
        return None
    return TimesFound(1, tuple(f"any-{part}" for part in _PARTS[found[1]]))
