"""Caveats: a match has every one that is true of it, and no other."""

from datetime import date, datetime

import pytest
from hypothesis import given

from core.clock import NORWAY
from directory.choices import Holidays
from directory.models import Offer, Schedule
from directory.occurrences import upcoming
from directory.timetables import timetable_of
from matching.answer import Caveat
from matching.caveats import CODES
from matching.match import match
from matching.person import Person
from tests.support.catalogue import MOMENT, TODAY, offer, prepared, schedule, venue, venue_at
from tests.support.reference import is_free, meets, position_of, schedules_of, touches
from tests.support.strategies import A_YEAR_AGO, examples, partly_silent_catalogues, people


def true_of(one: Offer, its: Schedule | None, person: Person) -> set[tuple[str, str | None]]:
    wishes = person.interests + person.used_to_like
    confirmed_on = one.confirmation.confirmed_on if one.confirmation else None
    holds = {
        "not_your_wish": bool(wishes) and not touches(one.interests, wishes),
        "sobriety_rule_unknown": one.sobriety_rule is None,
        "sober_there": one.sobriety_rule == "sober_there",
        "alcohol_served": meets("alcohol_free", one, its) is False,
        "waiting_list": one.capacity == "waiting_list",
        "full": one.capacity == "full",
        "day_unknown": _tells_no_day(its),
        "time_unknown": _tells_a_day_and_no_hour(its),
        "holiday": _falls_on_a_holiday(one, its),
        "place_approximate": _is_near_about(its),
        "age_limit_unknown": one.age_min is None and one.age_max is None,
        "cost_unknown": is_free(one) is None,
    }
    found: set[tuple[str, str | None]] = {
        (code, None) for code, is_true in holds.items() if is_true
    }
    words = (*person.musts, *person.avoid)
    found |= {("must_unknown", word) for word in words if meets(word, one, its) is None}
    if confirmed_on is None or confirmed_on < A_YEAR_AGO:
        found.add(("unconfirmed", confirmed_on.isoformat() if confirmed_on else None))
    due_on = one.rhythm.due_on if one.rhythm else TODAY
    if due_on < TODAY:
        found.add(("silent", None) if due_on < A_YEAR_AGO else ("overdue", due_on.isoformat()))
    return found


def _day_is_told(its: Schedule) -> bool:
    rule = (its.rrule or "").upper()
    return its.starts_on is not None or "BY" in rule or "DAILY" in rule


def _is_by_appointment(its: Schedule) -> bool:
    return bool(its.by_appointment) and its.rrule is None and its.start_time is None


def _tells_no_day(its: Schedule | None) -> bool:
    return its is None or not (_day_is_told(its) or _is_by_appointment(its))


def _tells_a_day_and_no_hour(its: Schedule | None) -> bool:
    if its is None or _is_by_appointment(its):
        return False
    return _day_is_told(its) and its.start_time is None


def _falls_on_a_holiday(offer: Offer, its: Schedule | None) -> bool:
    if its is None or its.holidays in {Holidays.AS_USUAL, Holidays.CLOSED}:
        return False
    timetable = timetable_of(its, offer.ended_on)
    return any(one.is_holiday for one in upcoming(timetable, MOMENT.replace(tzinfo=NORWAY), 1))


def _is_near_about(its: Schedule | None) -> bool:
    if its is None or its.venue is None or its.attendance not in {"in_person", "hybrid"}:
        return False
    return position_of(its) is not None and its.venue.precision != "exact"


@examples(160)
@given(partly_silent_catalogues(), people())
def test_every_caveat_that_is_true_is_told_and_no_other(
    offers: list[Offer], person: Person
) -> None:
    by_id = {one.id: one for one in offers}

    for found in match(person, prepared(offers)).matches:
        one = by_id[found.offer]
        told = [(caveat.code, caveat.value) for caveat in found.caveats]
        assert set(told) == true_of(one, schedules_of(one)[found.position], person)
        assert len(told) == len(set(told))
        places = [CODES.index(code) for code, _ in told]
        assert places == sorted(places), "they stand in the order of what matters most"


def caveats(one: Offer, person: Person | None = None, moment: datetime = MOMENT) -> set[str]:
    (found,) = match(person or Person(), prepared([one], moment)).matches
    return {caveat.code for caveat in found.caveats}


@pytest.mark.parametrize(
    ("confirmed_on", "value"),
    [
        (date(2025, 11, 24), None),
        (date(2025, 11, 23), [Caveat("unconfirmed", "2025-11-23")]),
        (None, [Caveat("unconfirmed", None)]),
    ],
)
def test_twelve_months_after_the_last_word_an_entry_is_unconfirmed(
    confirmed_on: date | None, value: list[Caveat] | None
) -> None:
    (found,) = match(Person(), prepared([offer("one", confirmed_on=confirmed_on)])).matches

    assert [caveat for caveat in found.caveats if caveat.code == "unconfirmed"] == (value or [])


@pytest.mark.parametrize(
    ("due_on", "told"),
    [
        (None, []),
        (date(2026, 11, 24), []),
        (date(2026, 11, 23), [Caveat("overdue", "2026-11-23")]),
        (date(2025, 11, 24), [Caveat("overdue", "2025-11-24")]),
        (date(2025, 11, 23), [Caveat("silent")]),
    ],
)
def test_who_has_not_answered_is_late_the_day_after_and_silent_a_year_after(
    due_on: date | None, told: list[Caveat]
) -> None:
    (found,) = match(Person(), prepared([offer("one", due_on=due_on)])).matches

    assert [one for one in found.caveats if one.code in {"overdue", "silent"}] == told


@pytest.mark.parametrize(
    ("limits", "is_unknown"), [((None, None), True), ((0, 120), False), ((0, None), False)]
)
def test_all_ages_are_told_and_no_limit_is_not(
    limits: tuple[int | None, int | None], is_unknown: bool
) -> None:
    one = offer("one", age_min=limits[0], age_max=limits[1])

    assert ("age_limit_unknown" in caveats(one)) == is_unknown


def test_a_weekly_rule_with_an_hour_and_no_day_tells_no_day() -> None:
    its = schedule(rrule="FREQ=WEEKLY", start_time=MOMENT.time())

    assert "day_unknown" in caveats(offer("one", its))


def test_the_caveat_of_the_holiday_is_about_the_next_time() -> None:
    christmas_eve = offer("one", schedule(rrule="FREQ=WEEKLY;BYDAY=TH", start_time=MOMENT.time()))

    assert "holiday" not in caveats(
        christmas_eve, moment=datetime.fromisoformat("2026-12-17T10:00")
    )
    assert "holiday" in caveats(christmas_eve, moment=datetime.fromisoformat("2026-12-17T13:00"))


def test_a_place_is_approximate_only_where_one_has_to_go_there() -> None:
    roughly = venue(municipality="5001")

    assert "place_approximate" in caveats(offer("one", schedule("in_person", roughly)))
    assert "place_approximate" not in caveats(offer("one", schedule("phone", roughly)))
    assert "place_approximate" not in caveats(offer("one", schedule(venue=venue_at(63.4, 10.4))))


@pytest.mark.parametrize(
    ("served", "free_of_it", "is_served"),
    [
        (True, None, True),
        (True, True, False),
        (None, False, True),
        (False, None, False),
        (None, None, False),
    ],
)
def test_alcohol_is_told_of_where_it_is_served_and_not_where_nobody_has_told(
    served: bool | None, free_of_it: bool | None, is_served: bool
) -> None:
    access = {} if free_of_it is None else {"alcohol_free_venue": free_of_it}
    its = schedule(venue=venue(municipality="5001", alcohol_served=served))

    assert ("alcohol_served" in caveats(offer("one", its, access=access))) == is_served


def test_who_stays_at_home_is_not_warned_of_what_is_served_elsewhere() -> None:
    bar = venue(municipality="5001", alcohol_served=True)

    assert "alcohol_served" not in caveats(offer("one", schedule("online", bar)))


def test_a_must_that_nobody_has_told_of_is_named() -> None:
    (found,) = match(
        Person(musts=("free", "women"), avoid=("hard",)), prepared([offer("one")])
    ).matches

    named = [caveat.value for caveat in found.caveats if caveat.code == "must_unknown"]
    assert named == ["free", "women", "hard"]
