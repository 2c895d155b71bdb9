"""A plan for two weeks: day by day what is on of the offers of a sheet."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from core.clock import NORWAY
from directory.models import Offer
from directory.place_words import place_in_short
from directory.wording import with_capital
from finder.week_times import ComingTime, coming_times
from finder.week_words import coming_hours_in_words
from prescribing.sheet import PlanDay, PlanTime
from web.languages import day_in_words

DAYS: Final = 14


def plan_of(
    offers: Sequence[Offer], first: date, times: Sequence[ComingTime]
) -> tuple[PlanDay, ...]:
    """Return fourteen days from ``first`` with ``times``, as ``times_from`` has them."""
    numbers = {offer.id: number for number, offer in enumerate(offers, start=1)}
    by_id = {offer.id: offer for offer in offers}
    return tuple(
        PlanDay(
            with_capital(day_in_words(day)),
            tuple(_time(one, numbers, by_id) for one in times if one.day == day),
        )
        for day in (first + timedelta(number) for number in range(DAYS))
    )


def times_from(offers: Sequence[Offer], first: date, now: datetime) -> tuple[ComingTime, ...]:
    """Return what is on in fourteen days, in order; of today only what lies ahead of ``now``."""
    start = max(now.astimezone(NORWAY), datetime.combine(first, time.min, NORWAY))
    last = start.date() + timedelta(DAYS - 1)
    return tuple(one for one in coming_times(offers, start) if one.day <= last)


def _time(coming: ComingTime, numbers: Mapping[str, int], offers: Mapping[str, Offer]) -> PlanTime:
    offer = offers[coming.offer]
    schedule = next(one for one in offer.schedules if one.position == coming.position)
    return PlanTime(
        number=numbers[offer.id],
        name=offer.name,
        hours=coming_hours_in_words(coming),
        where=with_capital(place_in_short(schedule)),
    )
