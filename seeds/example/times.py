"""When the made-up offers take place: rhythms in the form of an offer file's schedule."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

from directory.recurrence_rule import WEEKDAYS
from seeds.example.draw import Lot, chance

Times = dict[str, Any]

_EVENINGS = Lot[str](
    ("17:00", 14), ("17:30", 10), ("18:00", 30), ("18:30", 12), ("19:00", 22), ("19:30", 7),
    ("20:00", 5),
)  # fmt: skip
_DAYTIMES = Lot[str](("09:00", 10), ("10:00", 26), ("11:00", 24), ("12:00", 22), ("13:00", 18))
_WEEKENDS = Lot[str](
    ("10:00", 15), ("11:00", 28), ("12:00", 25), ("13:00", 12), ("15:00", 10), ("17:00", 10)
)
_MINUTES = Lot[int | None]((60, 22), (90, 34), (120, 26), (150, 4), (180, 4), (None, 10))
_OPEN_HOURS = Lot[int]((180, 35), (240, 35), (300, 20), (360, 10))
_WORKING_DAYS = Lot[str](("MO", 22), ("TU", 24), ("WE", 23), ("TH", 22), ("FR", 9))
_SEVERAL = Lot[str](
    ("MO,WE", 20), ("TU,TH", 30), ("MO,WE,FR", 18), ("TU,TH,SA", 8), ("MO,TU,WE,TH,FR", 24)
)
_HOLIDAYS = Lot[str | None]((None, 42), ("closed", 30), ("as_usual", 10), ("ask", 18))


def _weekly(day: str, start: str, minutes: int | None) -> Times:
    return {"rrule": f"FREQ=WEEKLY;BYDAY={day}", "start_time": start, "duration_minutes": minutes}


def _evening(dice: Random, _today: date) -> Times:
    return _weekly(_WORKING_DAYS.draw(dice), _EVENINGS.draw(dice), _MINUTES.draw(dice))


def _daytime(dice: Random, _today: date) -> Times:
    return _weekly(_WORKING_DAYS.draw(dice), _DAYTIMES.draw(dice), _MINUTES.draw(dice))


def _weekend(dice: Random, _today: date) -> Times:
    return _weekly(dice.choice(("SA", "SU")), _WEEKENDS.draw(dice), _MINUTES.draw(dice))


def _fortnight(dice: Random, today: date) -> Times:
    times = _evening(dice, today)
    day = WEEKDAYS.index(times["rrule"][-2:])
    monday = today - timedelta(days=today.weekday(), weeks=dice.randint(0, 25))
    times["rrule"] = times["rrule"].replace("WEEKLY", "WEEKLY;INTERVAL=2")
    times["starts_on"] = monday + timedelta(days=day)
    return times


def _monthly(dice: Random, today: date) -> Times:
    times = _evening(dice, today)
    day = "MO" if chance(dice, 0.4) else times["rrule"][-2:]
    which = dice.choice(("1", "1", "2", "3", "-1"))
    return times | {"rrule": f"FREQ=MONTHLY;BYDAY={which}{day}"}


def _several(dice: Random, _today: date) -> Times:
    return _weekly(_SEVERAL.draw(dice), _EVENINGS.draw(dice), _MINUTES.draw(dice))


def _open_house(dice: Random, _today: date) -> Times:
    return _weekly(_SEVERAL.draw(dice), _DAYTIMES.draw(dice), _OPEN_HOURS.draw(dice))


def _daily(dice: Random, _today: date) -> Times:
    start = _DAYTIMES.draw(dice)
    return {
        "rrule": "FREQ=DAILY",
        "start_time": start,
        "duration_minutes": _OPEN_HOURS.draw(dice),
    }


def _term(dice: Random, today: date) -> Times:
    """A course of some weeks that has begun or is about to."""
    times = _evening(dice, today)
    day = WEEKDAYS.index(times["rrule"][-2:])
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=dice.randint(-3, 8))
    times["starts_on"] = monday + timedelta(days=day)
    times["rrule"] += f";COUNT={dice.choice((6, 8, 8, 10, 12))}"
    return times


def _day_untold(dice: Random, _today: date) -> Times:
    return {"rrule": "FREQ=WEEKLY"}


def _hour_untold(dice: Random, _today: date) -> Times:
    return {"rrule": f"FREQ=WEEKLY;BYDAY={_WORKING_DAYS.draw(dice)}"}


def _by_appointment(dice: Random, _today: date) -> Times:
    return {"by_appointment": True}


def _untold(dice: Random, _today: date) -> Times:
    return {}


Rhythm = Callable[[Random, date], Times]

USUAL = Lot[Rhythm](
    (_evening, 50), (_daytime, 12), (_weekend, 9), (_fortnight, 5), (_monthly, 4), (_several, 5),
    (_by_appointment, 2), (_day_untold, 5), (_hour_untold, 5), (_untold, 3),
)  # fmt: skip
TALKING = Lot[Rhythm](
    (_evening, 62), (_daytime, 10), (_weekend, 8), (_fortnight, 6), (_monthly, 3), (_daily, 2),
    (_day_untold, 3), (_hour_untold, 4), (_untold, 2),
)  # fmt: skip
OPEN_DOORS = Lot[Rhythm](
    (_open_house, 52), (_daily, 12), (_daytime, 12), (_evening, 8), (_weekend, 8),
    (_hour_untold, 5), (_untold, 3),
)  # fmt: skip
TAUGHT = Lot[Rhythm](
    (_term, 45), (_evening, 20), (_daytime, 12), (_weekend, 6), (_monthly, 4), (_day_untold, 7),
    (_untold, 6),
)  # fmt: skip
AGREED = Lot[Rhythm]((_by_appointment, 84), (_untold, 8), (_daytime, 8))


def draw_times(dice: Random, today: date, rhythms: Lot[Rhythm]) -> Times:
    """Return the times of one schedule; what is left out has not been told."""
    times = rhythms.draw(dice)(dice, today)
    if "rrule" in times:
        times["holidays"] = _HOLIDAYS.draw(dice)
        times["by_appointment"] = False if chance(dice, 0.2) else None
    if "start_time" in times and "COUNT" not in times["rrule"]:
        _add_end_or_exceptions(dice, today, times)
    return times


def _add_end_or_exceptions(dice: Random, today: date, times: Times) -> None:
    if chance(dice, 0.04):
        times["until"] = today + timedelta(days=dice.randint(40, 300))
    if chance(dice, 0.05):
        first = today + timedelta(days=dice.randint(3, 60))
        times["except"] = [first + timedelta(weeks=week) for week in range(dice.randint(1, 3))]
