"""An entry's schedules as people think of them: places, and at each the times one meets there."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from directory.entries import Entry, with_days
from directory.offer_file import ScheduleRecord
from directory.timetable import Timetable
from stewardship.minor import TIME_KEYS

PLACE_KEYS: Final = ("attendance", "venue", "online_url")
FROM_AFAR: Final = "online"


@dataclass(frozen=True)
class MeetingPlace:
    """One place, or the net or the telephone, with the schedules that are there."""

    place: Entry
    schedules: tuple[Entry, ...]

    @property
    def attendance(self) -> str:
        return str(self.place["attendance"])

    @property
    def venue(self) -> dict[str, Any]:
        return self.place.get("venue") or {}

    @property
    def timetables(self) -> tuple[Timetable, ...]:
        return tuple(timetable_of(schedule) for schedule in self.schedules)


def meeting_places(entry: Entry) -> list[MeetingPlace]:
    """Return the places of an entry in the order in which they are first named."""
    found: dict[str, list[Entry]] = {}
    for schedule in entry.get("schedules", ()):
        found.setdefault(_key(schedule), []).append(schedule)
    return [MeetingPlace(_place(some[0]), tuple(some)) for some in found.values()]


def with_place(entry: Entry, number: int, place: Entry) -> list[Entry]:
    """Return the schedules with the place of that number changed; a number too high adds one."""
    there = meeting_places(entry)
    schedules: list[Entry] = list(entry.get("schedules", ()))
    if number >= len(there):
        return [*schedules, place]
    moved = _key(there[number].place)
    return [_moved(one, place) if _key(one) == moved else one for one in schedules]


def without_place(entry: Entry, number: int) -> list[Entry]:
    gone = _key(meeting_places(entry)[number].place)
    return [one for one in entry["schedules"] if _key(one) != gone]


def with_times(entry: Entry, number: int, times: Sequence[Entry]) -> list[Entry]:
    """Return the schedules with the times at one place changed. What is said beside them stays."""
    place = meeting_places(entry)[number]
    changed, first = _key(place.place), place.schedules[0]
    beside = {key: value for key, value in first.items() if key not in TIME_KEYS}
    made: list[Entry] = []
    for schedule in entry["schedules"]:
        if _key(schedule) != changed:
            made.append(schedule)
        elif schedule is first:
            made += [beside | time for time in times]
    return made


def timetable_of(schedule: Entry) -> Timetable:
    """Return when a schedule is; where it is does not matter to that."""
    times = {key: value for key, value in schedule.items() if key not in PLACE_KEYS}
    record = ScheduleRecord.model_validate(with_days(times | {"attendance": FROM_AFAR}))
    return record.timetable()


def times_alone(schedule: Entry) -> Entry:
    """Return what a schedule says of its times, but for whether one has to make an appointment."""
    told = {key: value for key, value in schedule.items() if key in TIME_KEYS}
    return {key: value for key, value in told.items() if key != "by_appointment"}


def _moved(schedule: Entry, place: Entry) -> Entry:
    return {key: value for key, value in schedule.items() if key not in PLACE_KEYS} | place


def _place(schedule: Entry) -> Entry:
    return {key: schedule[key] for key in PLACE_KEYS if key in schedule}


def _key(schedule: Entry) -> str:
    return json.dumps(_place(schedule), sort_keys=True)
