"""When something is, in bokmål: what is told is said, what is not told is said to be untold."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from directory.occurrences import upcoming
from directory.time_words import (
    hours_in_words,
    is_always_on,
    occurrence_in_words,
    remarks_on,
    times_together,
    when_in_words,
)
from directory.timetable import TimeState, Timetable
from tests.support.strategies import timetables

OSLO = ZoneInfo("Europe/Oslo")
TODAY = date(2026, 11, 25)  # a Wednesday
NOW = datetime(2026, 11, 25, 12, tzinfo=OSLO)
DAY_AND_NIGHT = Timetable(rrule="FREQ=DAILY", start_time=time(0), duration_minutes=1440)


def weekly(**told: object) -> Timetable:
    return Timetable(**{"rrule": "FREQ=WEEKLY;BYDAY=WE", "start_time": time(18)} | told)  # type: ignore[arg-type]


def next_in_words(timetable: Timetable, now: datetime = NOW) -> str:
    return occurrence_in_words(upcoming(timetable, now, limit=1)[0], timetable, now.date())


# When, as one phrase


@pytest.mark.parametrize(
    ("timetable", "words"),
    [
        (weekly(duration_minutes=120), "Hver onsdag kl. 18.00–20.00"),
        (weekly(), "Hver onsdag kl. 18.00"),
        (weekly(start_time=None), "Hver onsdag. Klokkeslettet er ikke oppgitt – spør"),
        (weekly(rrule="FREQ=WEEKLY"), "Hver uke kl. 18.00, men dagen er ikke oppgitt – spør"),
        (Timetable(rrule="FREQ=WEEKLY"), "Hver uke, men dagen er ikke oppgitt – spør"),
        (Timetable(start_time=time(18)), "Kl. 18.00, men dagen er ikke oppgitt – spør"),
        (Timetable(by_appointment=True), "Etter avtale"),
        (Timetable(), "Tidspunktet er ikke oppgitt – spør"),
        (DAY_AND_NIGHT, "Døgnet rundt, hver dag"),
        (
            weekly(rrule="FREQ=YEARLY;BYWEEKNO=20"),
            "Kl. 18.00, men dagen er ikke oppgitt – spør",
        ),
        (Timetable(rrule="FREQ=YEARLY;BYWEEKNO=20"), "Tidspunktet er ikke oppgitt – spør"),
        (weekly(rrule="FREQ=MONTHLY;BYDAY=1MO,1TU"), "På bestemte datoer kl. 18.00"),
        (
            Timetable(starts_on=date(2026, 12, 3), start_time=time(18)),
            "Én gang, 3. desember 2026 kl. 18.00",
        ),
        (
            Timetable(starts_on=date(2020, 1, 1)),
            "Fra 1. januar 2020. Dag og klokkeslett er ikke oppgitt – spør",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_timetable_is_said_in_one_phrase(timetable: Timetable, words: str) -> None:
    assert when_in_words(timetable) == words


@settings(deadline=None)
@given(timetables())
def test_what_is_not_told_is_always_said_to_be_untold(timetable: Timetable) -> None:
    words = when_in_words(timetable)

    is_all_told = timetable.state in {TimeState.TIMED, TimeState.BY_APPOINTMENT}
    assert ("spør" in words) is not is_all_told
    assert words[0] == words[0].upper()


@settings(deadline=None)
@given(timetables())
def test_an_hour_is_said_only_where_it_is_told(timetable: Timetable) -> None:
    words = when_in_words(timetable)

    says_an_hour = "kl." in words.lower() or is_always_on(timetable)
    assert says_an_hour is (timetable.start_time is not None)


# The hours


@given(st.times(), st.integers(1, 1439))
def test_the_end_that_is_said_is_the_start_and_the_length(start: time, minutes: int) -> None:
    start = start.replace(second=0, microsecond=0)
    end = datetime.combine(TODAY, start) + timedelta(minutes=minutes)

    words = hours_in_words(Timetable(start_time=start, duration_minutes=minutes))

    assert words == f"kl. {start:%H.%M}–{end:%H.%M}"


def test_what_lasts_longer_than_a_day_is_said_by_its_start() -> None:
    assert hours_in_words(Timetable(start_time=time(18), duration_minutes=3000)) == "kl. 18.00"


def test_an_hour_nobody_has_told_is_none() -> None:
    assert hours_in_words(Timetable(duration_minutes=60)) is None


def test_hours_on_the_same_days_are_said_together() -> None:
    before = weekly(start_time=time(11), duration_minutes=210)
    after = weekly(start_time=time(15), duration_minutes=180)
    by_appointment = Timetable(by_appointment=True)

    assert times_together([before, after, by_appointment]) == (
        "Hver onsdag kl. 11.00–14.30 og kl. 15.00–18.00",
        "Etter avtale",
    )


def test_what_never_closes_is_known_however_its_rule_is_written() -> None:
    assert is_always_on(DAY_AND_NIGHT)
    assert is_always_on(Timetable("freq=daily", None, time(0), 1440))
    assert is_always_on(Timetable("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", None, time(0), 1440))
    assert not is_always_on(Timetable("FREQ=DAILY", None, time(0), 600))
    assert not is_always_on(Timetable("FREQ=DAILY;INTERVAL=2", TODAY, time(0), 1440))
    assert not is_always_on(Timetable("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA", None, time(0), 1440))


# One time


def test_today_and_tomorrow_are_called_so() -> None:
    assert next_in_words(weekly()) == "i dag, onsdag 25. november kl. 18.00"
    assert next_in_words(weekly(rrule="FREQ=WEEKLY;BYDAY=TH")).startswith("i morgen, torsdag 26.")


def test_a_time_of_another_year_says_which() -> None:
    timetable = Timetable(starts_on=date(2027, 1, 6), start_time=time(18))

    assert next_in_words(timetable) == "onsdag 6. januar 2027 kl. 18.00"


def test_a_holiday_is_doubtful_unless_somebody_has_told() -> None:
    christmas_day = datetime(2026, 12, 25, tzinfo=OSLO)
    fridays = {"rrule": "FREQ=WEEKLY;BYDAY=FR"}

    assert "helligdag" in next_in_words(weekly(**fridays), christmas_day)
    assert "helligdag" in next_in_words(weekly(**fridays, holidays="ask"), christmas_day)
    assert next_in_words(weekly(rrule="FREQ=WEEKLY;BYDAY=TH"), christmas_day - timedelta(1)) == (
        "i dag, torsdag 24. desember kl. 18.00 "
        "(helligdag eller en aften, spør om det er som vanlig)"
    )
    assert "helligdag" not in next_in_words(weekly(**fridays, holidays="as_usual"), christmas_day)


def test_the_night_the_clock_changes_shows_the_hour_it_will_be() -> None:
    nights = Timetable("FREQ=DAILY", None, time(2, 30), 60, holidays="as_usual")

    words = next_in_words(nights, datetime(2027, 3, 28, 0, 30, tzinfo=OSLO))

    assert words.endswith("kl. 03.30–04.30")


# What else is good to know


@pytest.mark.parametrize(
    ("told", "remark"),
    [
        ({"starts_on": date(2027, 1, 6)}, "Begynner 6. januar 2027."),
        ({"until": date(2027, 6, 16)}, "Varer til 16. juni 2027."),
        ({"until": date(2026, 6, 17)}, "Varte til 17. juni 2026."),
        ({"rrule": "FREQ=WEEKLY;COUNT=10", "starts_on": TODAY}, "10 ganger i alt."),
        ({"holidays": "as_usual"}, "Også på helligdager."),
        ({"holidays": "closed"}, "Ikke på helligdager, julaften og nyttårsaften."),
        ({"holidays": "ask"}, "Spør om det er som vanlig på helligdager."),
        ({"by_appointment": True}, "Du må avtale før du kommer."),
        ({"exceptions": frozenset([date(2026, 12, 2)])}, "Ikke onsdag 2. desember."),
        ({"timezone": "America/New_York"}, "Klokkeslettet gjelder der de er: New York."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_remark_is_made_where_something_is_told(told: dict[str, object], remark: str) -> None:
    assert remark in remarks_on(weekly(**told), TODAY)


def test_nothing_is_remarked_where_nothing_else_is_told() -> None:
    assert remarks_on(weekly(), TODAY) == ()
    assert remarks_on(Timetable(by_appointment=True, holidays="closed"), TODAY) == ()


def test_only_the_nearest_days_that_fall_out_are_named() -> None:
    wednesdays = frozenset(TODAY + timedelta(weeks=number) for number in range(1, 30))

    named = [one for one in remarks_on(weekly(exceptions=wednesdays), TODAY) if "Ikke" in one]

    assert named == [
        "Ikke onsdag 2. desember.",
        "Ikke onsdag 9. desember.",
        "Ikke onsdag 16. desember.",
    ]


@settings(deadline=None)
@given(timetables())
def test_every_timetable_has_remarks_that_are_sentences(timetable: Timetable) -> None:
    assert all(one[0].isupper() or one[0].isdigit() for one in remarks_on(timetable, TODAY))
    assert all(one.endswith(".") for one in remarks_on(timetable, TODAY))
