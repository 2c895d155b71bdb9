"""Times that can hardly both be kept are found, whichever is looked at first, and nothing is made up."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given

from core.clock import NORWAY
from finder.week_clashes import Kind, clash_between, clashes_among, km_between
from finder.week_times import ComingTime, Spot, coming_times
from tests.support.catalogue import OSLO, TRONDHEIM, north_of
from tests.support.strategies import examples, generators, made_up_moment, made_up_offer

EVENING = datetime(2026, 11, 26, 18, tzinfo=NORWAY)


def spot(name: str, place: tuple[float, float] | None = TRONDHEIM) -> Spot:
    return Spot((name, None, None, None), *(place or (None, None)))


def meeting(offer: str = "a", after: int = 0, lasts: int | None = 60, **changes: Any) -> ComingTime:
    """Return a meeting ``after`` minutes past six; ``lasts`` None: nobody has told how long."""
    starts_at = EVENING + timedelta(minutes=after)
    told: dict[str, Any] = {
        "offer": offer,
        "position": 0,
        "day": starts_at.date(),
        "starts_at": starts_at,
        "ends_at": None if lasts is None else starts_at + timedelta(minutes=lasts),
        "minutes": lasts,
        "spot": None,
        "can_come_and_go": False,
        "is_doubtful_holiday": False,
        "must_be_arranged": False,
        "is_told_by_another_clock": False,
    }
    return ComingTime(**told | changes)


def kind(one: ComingTime, other: ComingTime) -> Kind | None:
    clash = clash_between(one, other, km_between)
    return clash.kind if clash else None


@pytest.mark.parametrize(
    ("lasts", "after", "found"),
    [
        (60, 0, Kind.OVERLAP),
        (60, 59, Kind.OVERLAP),
        (60, 60, None),
        (None, 0, Kind.OVERLAP),
        (None, 89, Kind.PERHAPS),
        (None, 90, None),
        (240, 200, Kind.OVERLAP),
        (30, 45, None),
    ],
)
def test_two_times_overlap_where_the_first_still_goes_on(
    lasts: int | None, after: int, found: Kind | None
) -> None:
    first = meeting("a", lasts=lasts)

    assert kind(first, meeting("b", after)) is found
    assert kind(first, meeting("b", after, lasts=None)) is found


def test_an_evening_that_goes_on_after_midnight_clashes_with_what_begins_then() -> None:
    late, night = meeting("a", 300, lasts=120), meeting("b", 390)

    assert late.day != night.day
    assert kind(late, night) is Kind.OVERLAP


def test_two_hours_of_the_autumn_night_that_look_alike_are_not_the_same() -> None:
    first = datetime(2026, 10, 25, 2, 0, tzinfo=NORWAY)
    again = first.replace(fold=1)
    one = meeting("a", starts_at=first, ends_at=first + timedelta(minutes=30), day=first.date())
    other = meeting("b", starts_at=again, ends_at=None, day=first.date())

    assert kind(one, other) is None


@pytest.mark.parametrize(
    ("km", "minutes_between", "found"),
    [
        (10, 26, Kind.WAY),
        (10, 28, None),
        (0.5, 14, Kind.WAY),
        (0.5, 20, None),
        (400, 480, Kind.WAY),
    ],
)
def test_the_way_from_one_place_to_another_takes_its_time(
    km: float, minutes_between: int, found: Kind | None
) -> None:
    here = meeting("a", spot=spot("Her"))
    there = meeting("b", 60 + minutes_between, spot=spot("Der", north_of(TRONDHEIM, km)))

    clash = clash_between(here, there, km_between)

    assert (clash and clash.kind) is found
    assert clash is None or clash.km == pytest.approx(km, rel=0.01)


def test_without_an_end_only_a_way_that_takes_longer_than_all_the_time_there_is_counts() -> None:
    oslo = meeting("a", lasts=None, spot=spot("Her", OSLO))

    assert kind(oslo, meeting("b", 180, spot=spot("Der", TRONDHEIM))) is Kind.WAY
    assert kind(oslo, meeting("b", 180, spot=spot("Der", north_of(OSLO, 20)))) is None


@pytest.mark.parametrize(
    "other",
    [
        {"spot": None},
        {"spot": spot("Her")},
        {"spot": spot("Et sted", None)},
    ],
    ids=["from home", "the same place", "a place nobody knows the way to"],
)
def test_nothing_is_said_of_a_way_that_is_none_or_not_known(other: dict[str, Any]) -> None:
    assert kind(meeting("a", spot=spot("Her")), meeting("b", 60, **other)) is None


def test_whoever_has_a_day_for_it_finds_a_way() -> None:
    here = meeting("a", spot=spot("Sør", (58, 7)))

    assert kind(here, meeting("b", 60 + 24 * 60, spot=spot("Nord", (71, 28)))) is None
    assert kind(here, meeting("b", 23 * 60, spot=spot("Nord", (71, 28)))) is Kind.WAY


def test_an_hour_that_is_not_told_clashes_with_nothing() -> None:
    untold = meeting("b", starts_at=None, ends_at=None)

    assert kind(meeting("a"), untold) is None


def test_to_an_open_house_one_comes_and_goes() -> None:
    assert kind(meeting("a"), meeting("b", can_come_and_go=True)) is None


@examples(60)
@given(generators())
def test_clashes_are_the_same_both_ways_and_never_with_oneself(random: Random) -> None:
    offers = [made_up_offer(random, f"offer-{number}") for number in range(5)]
    times = coming_times(offers, made_up_moment(random).replace(tzinfo=NORWAY))

    clashes = clashes_among(times)

    for time, found in clashes.items():
        for clash in found:
            assert clash.one == time and clash.other.offer != time.offer
            assert any(
                (back.one, back.other, back.kind, back.km)
                == (clash.other, clash.one, clash.kind, clash.km)
                for back in clashes[clash.other]
            )


@examples(40)
@given(generators())
def test_every_pair_that_clashes_is_found_and_no_other(random: Random) -> None:
    offers = [made_up_offer(random, f"offer-{number}") for number in range(3)]
    times = coming_times(offers, made_up_moment(random).replace(tzinfo=NORWAY))[:40]

    clashes = clashes_among(times)

    for one in times:
        expected = [other for other in times if clash_between(one, other, km_between) is not None]
        assert [clash.other for clash in clashes.get(one, ())] == expected
        assert [kind(one, other) for other in times] == [kind(other, one) for other in times]


def test_a_full_week_of_one_thing_after_the_other_has_no_clash() -> None:
    times = [
        meeting(f"offer-{offer:02}", offer * 30 + day * 24 * 60, lasts=20)
        for day in range(21)
        for offer in range(20)
    ]
    times.sort(key=lambda one: (one.day, one.starts_at or EVENING))

    assert clashes_among(times) == {}
    assert {one.day for one in times} >= {date(2026, 11, 26), date(2026, 12, 16)}
