"""The .ics file: read back by another reader, it has the very meetings that the pages show."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from directory.calendar_file import Series, calendar_file
from directory.occurrences import HORIZON_DAYS, upcoming
from directory.timetable import Timetable

OSLO = ZoneInfo("Europe/Oslo")
NOW = datetime(2026, 11, 25, 12, 0, tzinfo=OSLO)
SIX = time(18)
WEDNESDAYS = Timetable(rrule="FREQ=WEEKLY;BYDAY=WE", start_time=SIX, duration_minutes=90)


TURGRUPPE = "https://example.org/tilbud/turgruppe"


def series(timetable: Timetable, number: int = 0, title: str = "Turgruppe") -> Series:
    return Series(TURGRUPPE, number, title, "Torget, Bodø", timetable)


def written(*timetables: Timetable, now: datetime = NOW, title: str = "Turgruppe") -> bytes:
    made = [series(timetable, number, title) for number, timetable in enumerate(timetables)]
    return calendar_file(made, uid_host="example.org", now=now)


def events(content: bytes) -> list[Component]:
    return Calendar.from_ical(content).walk("VEVENT")


def instant(moment: date | datetime) -> date | datetime:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def reckoned(event: Component, last_day: date) -> list[date | datetime]:
    """Reckon an event's meetings up to a day as a calendar program does, from the file alone."""
    start = event["DTSTART"].dt
    days = [start]
    if "RRULE" in event:
        is_timed = isinstance(start, datetime)
        first = start if is_timed else datetime.combine(start, time())
        moments = iter(rrulestr(event["RRULE"].to_ical().decode(), dtstart=first))
        ahead = takewhile(lambda moment: moment.date() <= last_day, moments)
        days = [moment if is_timed else moment.date() for moment in ahead]
    left_out = (
        {instant(moment.dt) for moment in event["EXDATE"].dts} if "EXDATE" in event else set()
    )
    return [day for day in map(instant, days) if day not in left_out]


def with_ends(event: Component, last_day: date) -> list[tuple[datetime, datetime]]:
    """Reckon when an event's meetings begin and end; hours and minutes pass whatever the clock shows."""
    length = event["DURATION"].dt
    starts = [one for one in reckoned(event, last_day) if isinstance(one, datetime)]
    return [(start, start + length) for start in starts]


def shown_with_ends(timetable: Timetable, now: datetime) -> list[tuple[datetime, datetime]]:
    found = upcoming(timetable, now, limit=500)
    return [
        (one.starts_at.astimezone(UTC), one.ends_at.astimezone(UTC))
        for one in found
        if one.starts_at and one.ends_at
    ]


def shown(timetable: Timetable, now: datetime) -> list[date | datetime]:
    found = upcoming(timetable, now, limit=500)
    return [instant(one.starts_at or one.day) for one in found]


# Read back


@pytest.mark.parametrize(
    "timetable",
    [
        WEDNESDAYS,
        Timetable(rrule="FREQ=DAILY", start_time=SIX, timezone="America/New_York"),
        Timetable(rrule="FREQ=DAILY", start_time=time(2, 30)),
        Timetable(rrule="FREQ=MONTHLY;BYDAY=2SA,-1FR", start_time=SIX, holidays="closed"),
        Timetable(rrule="FREQ=WEEKLY;BYDAY=TH", holidays="closed"),
        Timetable(rrule="FREQ=MONTHLY", starts_on=date(2026, 1, 31), start_time=SIX),
        Timetable(rrule="FREQ=WEEKLY;COUNT=30", starts_on=date(2026, 9, 2), start_time=SIX),
        Timetable(
            rrule="FREQ=WEEKLY;COUNT=30", starts_on=date(2026, 9, 2), until=date(2026, 12, 9)
        ),
        Timetable(
            rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", starts_on=date(1990, 1, 5), start_time=SIX
        ),
        Timetable(rrule="FREQ=DAILY;UNTIL=20270401T175959Z", start_time=SIX),
        Timetable(rrule="FREQ=DAILY;UNTIL=20270401T180000", start_time=SIX),
        Timetable(rrule="FREQ=DAILY;UNTIL=20270401"),
        Timetable(rrule="freq=weekly;byday=we", until=date(2026, 12, 1)),
        Timetable(starts_on=date(2026, 12, 3), start_time=SIX, duration_minutes=60),
        Timetable(starts_on=date(2026, 12, 3)),
    ],
)
def test_read_back_the_file_has_the_meetings_that_are_shown(timetable: Timetable) -> None:
    (event,) = events(written(timetable))

    assert reckoned(event, NOW.date() + timedelta(HORIZON_DAYS)) == shown(timetable, NOW)


@given(
    rule=st.sampled_from(
        (
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=WEEKLY",
            "FREQ=WEEKLY;BYDAY=TU,TH",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=SA",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=YEARLY;BYMONTH=5,12;BYMONTHDAY=17,24",
        )
    ),
    end=st.sampled_from(("", ";COUNT=20", ";UNTIL=20270615T190000")),
    starts_on=st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    start_time=st.none() | st.sampled_from((time(0), time(2, 30), SIX, time(23, 45))),
    until=st.none() | st.dates(date(2026, 12, 1), date(2027, 12, 1)),
    exceptions=st.frozensets(st.dates(date(2026, 11, 1), date(2027, 6, 1)), max_size=60),
    holidays=st.sampled_from(("closed", None)),
)
def test_whatever_is_written_is_read_back_the_same(
    rule: str, end: str, **told: date | time | frozenset[date] | str | None
) -> None:
    timetable = Timetable(rrule=rule + end, **told)
    meetings = shown(timetable, NOW)

    found = events(written(timetable))

    last_day = NOW.date() + timedelta(HORIZON_DAYS)
    assert [reckoned(event, last_day) for event in found] == ([meetings] if meetings else [])


def test_six_stays_six_across_both_clock_changes() -> None:
    (event,) = events(written(WEDNESDAYS, now=datetime(2026, 3, 1, tzinfo=OSLO)))

    found = reckoned(event, date(2026, 12, 1))

    local = [moment.astimezone(OSLO) for moment in found if isinstance(moment, datetime)]
    assert {moment.time() for moment in local} == {SIX}
    assert {moment.utcoffset() for moment in local} == {timedelta(hours=1), timedelta(hours=2)}


NIGHTS_OF_THE_CLOCK = (date(2026, 10, 25), date(2027, 3, 28))


@pytest.mark.parametrize("night", NIGHTS_OF_THE_CLOCK, ids=["autumn", "spring"])
@pytest.mark.parametrize("start_time", [time(0, 30), time(2, 30)], ids=str)
@pytest.mark.parametrize("days_before", [8, 1, 0])
def test_a_night_when_the_clock_changes_leaves_later_weeks_as_long_as_they_are(
    night: date, start_time: time, days_before: int
) -> None:
    sundays = Timetable(rrule="FREQ=WEEKLY;BYDAY=SU", start_time=start_time, duration_minutes=180)
    now = datetime.combine(night - timedelta(days_before), time(), OSLO)

    (event,) = events(written(sundays, now=now))

    found = with_ends(event, now.date() + timedelta(HORIZON_DAYS))
    assert found == shown_with_ends(sundays, now)
    assert {end - start for start, end in found} == {timedelta(minutes=180)}


@given(
    minutes=st.integers(1, 1440),
    start_time=st.times().map(lambda clock: clock.replace(second=0, microsecond=0, fold=0)),
    night=st.sampled_from(NIGHTS_OF_THE_CLOCK),
    days_before=st.integers(0, 8),
    rule=st.sampled_from(("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=SA", "FREQ=WEEKLY;BYDAY=SU")),
    zone=st.sampled_from(("Europe/Oslo", "America/New_York")),
)
def test_every_meeting_ends_when_it_is_shown_to_end(
    minutes: int, start_time: time, night: date, days_before: int, rule: str, zone: str
) -> None:
    timetable = Timetable(
        rrule=rule, start_time=start_time, duration_minutes=minutes, timezone=zone
    )
    now = datetime.combine(night - timedelta(days_before), time(), OSLO)

    (event,) = events(written(timetable, now=now))

    found = with_ends(event, now.date() + timedelta(HORIZON_DAYS))
    assert found[:20] == shown_with_ends(timetable, now)[:20]
    assert len(found) > 20


def test_a_day_and_night_is_told_in_minutes_since_a_day_may_have_23_hours() -> None:
    camp = Timetable(rrule="FREQ=WEEKLY;BYDAY=SA", start_time=SIX, duration_minutes=1440)

    assert "DURATION:PT1440M" in written(camp).decode().splitlines()


@pytest.mark.parametrize(
    "timetable",
    [
        Timetable(),
        Timetable(by_appointment=True),
        Timetable(rrule="FREQ=WEEKLY", start_time=SIX),
        Timetable(rrule="FREQ=DAILY", until=date(2026, 11, 24)),
    ],
)
def test_a_timetable_with_nothing_ahead_has_no_event(timetable: Timetable) -> None:
    content = written(timetable, WEDNESDAYS)

    assert len(events(content)) == 1


# As the RFC wants it


def test_an_event_says_what_it_was_told_and_is_private() -> None:
    (event,) = events(written(WEDNESDAYS))

    assert event["SUMMARY"] == "Turgruppe"
    assert event["LOCATION"] == "Torget, Bodø"
    assert event["URL"] == TURGRUPPE
    assert event["CLASS"] == "PRIVATE"
    assert "DESCRIPTION" not in event


def test_a_place_that_is_not_told_is_not_written() -> None:
    nowhere = Series(TURGRUPPE, 0, "Turgruppe", None, WEDNESDAYS)

    (event,) = events(calendar_file([nowhere], uid_host="example.org", now=NOW))

    assert "LOCATION" not in event


def test_the_same_file_is_written_all_day_and_does_not_tell_when_it_was_fetched() -> None:
    content = written(WEDNESDAYS)

    (event,) = events(content)
    assert event["DTSTAMP"].dt == datetime(2026, 11, 25, tzinfo=UTC)
    assert content == written(WEDNESDAYS, now=NOW + timedelta(hours=3, seconds=7))
    assert content != written(WEDNESDAYS, now=NOW + timedelta(days=1))


def test_a_title_cannot_break_out_of_its_line() -> None:
    content = written(WEDNESDAYS, title="Tur\r\nEND:VEVENT\r\nBEGIN:VALARM")

    (event,) = events(content)
    assert "END:VEVENT" in event["SUMMARY"]
    assert content.count(b"\r\nEND:VEVENT\r\n") == 1


def test_an_hour_is_written_in_its_zone_with_the_length() -> None:
    lines = written(WEDNESDAYS).decode().splitlines()

    assert "DTSTART;TZID=Europe/Oslo:20261125T180000" in lines
    assert "DURATION:PT90M" in lines
    assert "RRULE:FREQ=WEEKLY;BYDAY=WE" in lines


def test_without_an_hour_the_event_takes_the_whole_day() -> None:
    timetable = Timetable(
        rrule="FREQ=WEEKLY;BYDAY=WE;UNTIL=20261231T180000Z",
        duration_minutes=90,
        exceptions=frozenset({date(2026, 12, 2)}),
    )

    lines = written(timetable).decode().splitlines()

    assert "DTSTART;VALUE=DATE:20261125" in lines
    assert "EXDATE;VALUE=DATE:20261202" in lines
    assert "RRULE:FREQ=WEEKLY;UNTIL=20261231;BYDAY=WE" in lines
    assert not any(line.startswith(("DTEND", "DURATION:")) for line in lines)


def test_a_length_that_is_not_told_is_not_written() -> None:
    untold = Timetable(rrule="FREQ=WEEKLY;BYDAY=WE", start_time=SIX)

    lines = written(untold).decode().splitlines()

    assert not any(line.startswith(("DTEND", "DURATION:")) for line in lines)


def test_days_without_a_meeting_are_written_for_two_years_with_the_hour() -> None:
    timetable = Timetable(
        rrule="FREQ=WEEKLY;BYDAY=TH",
        start_time=SIX,
        holidays="closed",
        exceptions=frozenset({date(2026, 12, 3), date(2026, 12, 4)}),
    )

    (event,) = events(written(timetable))

    left_out = [moment.dt for moment in event["EXDATE"].dts]
    assert left_out[:3] == [
        datetime(2026, 12, 3, 18, tzinfo=OSLO),
        datetime(2026, 12, 24, 18, tzinfo=OSLO),
        datetime(2026, 12, 31, 18, tzinfo=OSLO),
    ]
    assert left_out[-1] == datetime(2028, 5, 25, 18, tzinfo=OSLO)


def test_the_end_of_a_course_is_told_in_utc() -> None:
    course = Timetable(
        rrule="FREQ=WEEKLY;COUNT=12;BYDAY=WE", starts_on=date(2026, 11, 4), start_time=SIX
    )

    lines = written(course).decode().splitlines()

    assert "RRULE:FREQ=WEEKLY;UNTIL=20270120T170000Z;BYDAY=WE" in lines


def test_the_uid_stays_when_the_file_is_fetched_again() -> None:
    thursdays = Timetable(rrule="FREQ=WEEKLY;BYDAY=TH", start_time=SIX)
    moved = Timetable(rrule="FREQ=WEEKLY;BYDAY=FR", start_time=SIX)

    before = [event["UID"] for event in events(written(WEDNESDAYS, thursdays))]
    after = [event["UID"] for event in events(written(WEDNESDAYS, moved, now=NOW + timedelta(100)))]

    assert before == after
    assert len(set(before)) == 2
    assert all(uid.endswith("@example.org") for uid in before)


def test_a_series_has_one_uid_whatever_else_stands_in_the_file() -> None:
    other = Series("https://example.org/tilbud/kor", 1, "Kor", None, WEDNESDAYS)
    mine = series(WEDNESDAYS, number=1)

    (alone,) = events(calendar_file([mine], uid_host="example.org", now=NOW))
    first, second = events(calendar_file([other, mine], uid_host="example.org", now=NOW))

    assert second["UID"] == alone["UID"] != first["UID"]


@pytest.mark.parametrize("name", ["Europe/Oslo", "Europe/London", "America/New_York"])
def test_the_clock_changes_where_the_file_says(name: str) -> None:
    content = written(Timetable(rrule="FREQ=DAILY", start_time=SIX, timezone=name))
    minute = timedelta(minutes=1)

    (zone,) = Calendar.from_ical(content).walk("VTIMEZONE")

    changes = [
        (moment, part["TZOFFSETFROM"].td, part["TZOFFSETTO"].td)
        for part in zone.walk()
        if "RDATE" in part
        for moment in (part["DTSTART"].dt, *(later.dt for later in part["RDATE"].dts))
    ]
    assert len(changes) == 30
    for told, old, new in changes:
        change = (told - old).replace(tzinfo=UTC)
        assert (change - minute).astimezone(ZoneInfo(name)).utcoffset() == old
        assert change.astimezone(ZoneInfo(name)).utcoffset() == new


@given(title=st.text(st.characters(exclude_categories=["C"]), max_size=200))
def test_no_line_is_longer_than_the_rfc_allows(title: str) -> None:
    lines = written(WEDNESDAYS, title=title).split(b"\r\n")

    assert max(len(line) for line in lines) <= 75
    assert not any(b"\n" in line for line in lines)


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        written(WEDNESDAYS, now=NOW.replace(tzinfo=None))
