"""Wishes for a time as bits: every wish names exactly the days and parts of the day it speaks of."""

import pytest

from matching.agenda import (
    PARTS_OF_DAY,
    WEEKDAYS,
    bits_of_wish,
    this_week_bit,
    time_bit,
    today_bit,
)

EVERY_TIME = [(day, part) for day in range(7) for part in range(4)]


@pytest.mark.parametrize("part", [None, *PARTS_OF_DAY])
@pytest.mark.parametrize(
    ("name", "days"),
    [
        *((name, {number}) for number, name in enumerate(WEEKDAYS)),
        ("weekday", {0, 1, 2, 3, 4}),
        ("weekend", {5, 6}),
        ("any", set(range(7))),
    ],
)
def test_a_wish_is_met_by_its_days_and_parts_alone(
    name: str, days: set[int], part: str | None
) -> None:
    wish = name if part is None else f"{name}-{part}"

    met = {(day, at) for day, at in EVERY_TIME if bits_of_wish(wish) & time_bit(day, at)}

    assert met == {
        (d, at) for d, at in EVERY_TIME if d in days and part in {None, PARTS_OF_DAY[at]}
    }


@pytest.mark.parametrize(("wish", "bit"), [("today", today_bit), ("this_week", this_week_bit)])
def test_today_and_this_week_are_no_days_of_the_week(wish: str, bit: object) -> None:
    bits = bits_of_wish(wish)

    assert callable(bit)
    assert bits == sum(bit(part) for part in range(4))
    assert not any(bits & time_bit(*one) for one in EVERY_TIME)


def test_no_two_bits_are_the_same_and_all_fit_into_a_word() -> None:
    every = [time_bit(*one) for one in EVERY_TIME]
    every += [bit(part) for bit in (today_bit, this_week_bit) for part in range(4)]

    assert len(set(every)) == len(every)
    assert sum(every) < 2**64
