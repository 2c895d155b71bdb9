"""What a timetable tells of itself: its state, its last day, and why it cannot be followed."""

from datetime import date, time

import pytest

from directory.timetable import TimeState, Timetable, check_rule, check_zone

SIX = time(18)
A_DAY = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("timetable", "state"),
    [
        (Timetable(rrule="FREQ=WEEKLY;BYDAY=WE", start_time=SIX), TimeState.TIMED),
        (Timetable(rrule="FREQ=DAILY", start_time=SIX), TimeState.TIMED),
        (Timetable(rrule="FREQ=WEEKLY", starts_on=A_DAY, start_time=SIX), TimeState.TIMED),
        (Timetable(starts_on=A_DAY, start_time=SIX), TimeState.TIMED),
        (Timetable(rrule="FREQ=WEEKLY;BYDAY=WE"), TimeState.DAY_ONLY),
        (Timetable(starts_on=A_DAY), TimeState.DAY_ONLY),
        (Timetable(rrule="FREQ=WEEKLY"), TimeState.DAY_UNKNOWN),
        (Timetable(rrule="FREQ=WEEKLY", start_time=SIX), TimeState.DAY_UNKNOWN),
        (Timetable(rrule="FREQ=WEEKLY;BYMONTH=1,2"), TimeState.DAY_UNKNOWN),
        (Timetable(rrule="FREQ=WEEKLY;WKST=SU"), TimeState.DAY_UNKNOWN),
        (Timetable(rrule="FREQ=WEEKLY", by_appointment=True), TimeState.DAY_UNKNOWN),
        (Timetable(start_time=SIX), TimeState.DAY_UNKNOWN),
        (Timetable(by_appointment=True), TimeState.BY_APPOINTMENT),
        (Timetable(by_appointment=True, starts_on=A_DAY), TimeState.BY_APPOINTMENT),
        (Timetable(by_appointment=False), TimeState.NOT_TOLD),
        (Timetable(), TimeState.NOT_TOLD),
    ],
)
def test_the_state_says_how_much_is_told(timetable: Timetable, state: TimeState) -> None:
    assert timetable.state is state


@pytest.mark.parametrize(
    ("until_of_rule", "until", "last_day"),
    [
        (None, None, None),
        (None, date(2026, 12, 1), date(2026, 12, 1)),
        ("20261231", None, date(2026, 12, 31)),
        ("20261231", date(2026, 12, 1), date(2026, 12, 1)),
        ("20261101", date(2026, 12, 1), date(2026, 11, 1)),
        ("20261231T180000", None, date(2026, 12, 31)),
        ("20261231T180000Z", None, date(2026, 12, 31)),
        ("20261231T175959", None, date(2026, 12, 30)),
    ],
)
def test_the_last_day_is_the_earlier_of_both_ends(
    until_of_rule: str | None, until: date | None, last_day: date | None
) -> None:
    rule = "FREQ=DAILY" + (f";UNTIL={until_of_rule}" if until_of_rule else "")

    timetable = Timetable(rrule=rule, start_time=SIX, until=until)

    assert timetable.last_day == last_day


def test_an_end_within_the_day_includes_it_where_the_hour_is_not_told() -> None:
    timetable = Timetable(rrule="FREQ=DAILY;UNTIL=20261231T000000")

    assert timetable.last_day == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("timetable", "reason"),
    [
        (Timetable(rrule="FREQ=HOURLY"), "FREQ must be"),
        (Timetable(rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"), "starts_on is missing"),
        (Timetable(rrule="FREQ=YEARLY;BYMONTH=2", starts_on=date(2026, 1, 31)), "never falls"),
        (Timetable(timezone="Europe/Atlantis"), "no time zone"),
    ],
)
def test_a_timetable_that_cannot_be_followed_says_why(timetable: Timetable, reason: str) -> None:
    assert reason in str(timetable.fault())


def test_a_timetable_that_can_be_followed_has_no_fault() -> None:
    timetable = Timetable(rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", starts_on=A_DAY)

    assert timetable.fault() is None


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "FREQ=DAILY;COUNT=3"])
def test_the_text_alone_is_not_blamed_for_a_start_it_cannot_hold(rule: str) -> None:
    assert check_rule(rule) is None


@pytest.mark.parametrize("rule", ["FREQ=WEEKLY;BYDAY=XX", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"])
def test_a_rule_of_no_use_is_blamed_in_a_sentence(rule: str) -> None:
    assert check_rule(rule)


@pytest.mark.parametrize("name", ["Europe/Oslo", "UTC", "America/New_York"])
def test_a_known_zone_is_accepted(name: str) -> None:
    assert check_zone(name) is None


@pytest.mark.parametrize(
    "name", ["", ".", "Oslo", "../etc/passwd", "/etc/localtime", "Europe", "a\0b"]
)
def test_an_unknown_zone_is_refused(name: str) -> None:
    assert check_zone(name)


def test_equal_timetables_are_one_key() -> None:
    one = Timetable(rrule="FREQ=DAILY", exceptions=frozenset({A_DAY}))
    other = Timetable(rrule="FREQ=DAILY", exceptions=frozenset({A_DAY}))

    assert len({one, other}) == 1
