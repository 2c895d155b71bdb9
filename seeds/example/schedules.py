"""When and where a made-up offer meets: its times and its venues together."""

from datetime import date
from random import Random
from typing import Any, Final

from places.gazetteer import Place
from seeds.example.draw import chance
from seeds.example.kinds import TALKING, USUAL
from seeds.example.names import house
from seeds.example.plan import Plan
from seeds.example.times import draw_times
from seeds.example.where import Country

Schedule = dict[str, Any]

WITHOUT_VENUE: Final = frozenset({"mentor_scheme", "outreach"})
ALSO_ON_SCREEN: Final = TALKING | {"courses", "learning", "calm"}
_TWO_TIMES: Final = 0.08
_EVENING_FROM: Final = "16:00"


def draw_schedules(
    dice: Random, plan: Plan, place: Place, at: str, country: Country, today: date
) -> list[Schedule]:
    """Return one schedule, or two at the same or another house. ``at`` is the name of the first."""
    rhythms = USUAL[plan.kind].rhythms
    first: Schedule = {"attendance": plan.far or "in_person", **draw_times(dice, today, rhythms)}
    if plan.far == "online":
        first["online_url"] = _meeting_address(plan)
    if plan.far is not None or plan.kind in WITHOUT_VENUE:
        return [first]
    family = plan.theme.family
    first["venue"] = country.venue(dice, place, family, at)
    if family.id in ALSO_ON_SCREEN and chance(dice, 0.1):
        first |= {"attendance": "hybrid", "online_url": _meeting_address(plan)}
    if not chance(dice, _TWO_TIMES):
        return [first]
    elsewhere = country.venue(dice, place, family, house(dice))
    venue = elsewhere if chance(dice, 0.4) else dict(first["venue"])
    second = {"attendance": "in_person", "venue": venue, **draw_times(dice, today, rhythms)}
    return [first, second]


def _meeting_address(plan: Plan) -> str:
    return f"https://example.org/mote/{plan.number}"


def by_day(schedules: list[Schedule]) -> bool:
    """Tell whether one of the times is known to begin before the evening."""
    return any(schedule.get("start_time", _EVENING_FROM) < _EVENING_FROM for schedule in schedules)


def make_agree(schedules: list[Schedule], entry: dict[str, Any]) -> None:
    """Keep the venues from saying another thing than the offer does."""
    access: dict[str, bool] = entry["access"]
    dry = access.get("alcohol_free_venue") or entry["sobriety_rule"] == "drug_free"
    for venue in (schedule["venue"] for schedule in schedules if "venue" in schedule):
        if venue["alcohol_served"] and dry:
            venue["alcohol_served"] = False
        if venue["step_free"] is not None:
            access.pop("step_free", None)
