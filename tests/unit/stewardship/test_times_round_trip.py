"""What holds for all times: typed, read and said again they are the same, and no text is too much."""

from datetime import date, time, timedelta
from random import Random
from time import process_time
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from directory.choices import Holidays
from directory.occurrences import days_ahead, is_over
from directory.offer_file import ScheduleRecord
from directory.recurrence_rule import WEEKDAYS
from directory.time_words import when_in_words
from directory.timetable import Timetable
from stewardship.times_typed.reading import read_times
from stewardship.times_typed.typed_words import typed_words
from stewardship.times_typed.values import TypedTimes, Unsure
from stewardship.times_typed.words import LEXICON
from tests.support.strategies import timetables
from tests.support.time_phrases import TODAY, UNDERSTOOD, surely

# Far above what any text takes: what is guarded against grows without end.
SLOWEST_SECONDS = 0.5
NAMES = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
WAYS_OF_DAYS = ("{}", "hver {}", "{}er", "kvar {}", "alle {}er", "på {}er")
WAYS_OF_HOURS = (
    "{0:02}–{1:02}", "kl. {0}-{1}", "kl {0} til {1}", "{0:02}:00-{1:02}:00", "{0:02}00–{1:02}00",
    "fra kl. {0} til kl. {1}", "mellom {0} og {1}", "klokka {0}.00 til {1}.00",
)  # fmt: skip
WORDS = [" ".join(words) for words in LEXICON]
SIGNS = [*",.:;-–/()\n", "18", "20", "8", "6", "31", "2026", "0930", "18.30", "17.05", "2.12."]

weekday_sets = st.sets(st.integers(0, 6), min_size=1)
clocks = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
lengths = st.none() | st.integers(1, 1440)
days = st.dates(TODAY, date(2034, 12, 31))


@st.composite
def rhythms(draw: st.DrawFn) -> dict[str, Any]:
    """Return a rule, with the start that its interval or count must have."""
    weekdays = ",".join(WEEKDAYS[day] for day in sorted(draw(weekday_sets)))
    day = draw(st.sampled_from(WEEKDAYS))
    number = draw(st.sampled_from([1, 2, 3, 4, 5, -1, -2]))
    chosen = draw(st.sets(st.integers(1, 28), min_size=1, max_size=3))
    month_days = ",".join(str(n) for n in sorted(chosen))
    kind, interval = draw(st.integers(0, 5)), draw(st.integers(2, 6))
    plain = ("FREQ=DAILY", f"FREQ=WEEKLY;BYDAY={weekdays}", f"FREQ=MONTHLY;BYDAY={number}{day}",
             f"FREQ=MONTHLY;BYMONTHDAY={month_days}", "FREQ=MONTHLY;BYMONTHDAY=-1",
             "FREQ=YEARLY;BYMONTHDAY=17;BYMONTH=5")[kind]  # fmt: skip
    if plain == f"FREQ=WEEKLY;BYDAY={','.join(WEEKDAYS)}":
        plain = "FREQ=DAILY"  # the same days in the words of every day
    if "BY" not in plain or kind == 5 or draw(st.booleans()):
        return {"rrule": plain, "starts_on": draw(st.none() | days)}
    start = draw(st.sampled_from(days_ahead(Timetable(rrule=plain), draw(days), 400)))
    frequency, rest = plain.split(";")
    counted = f";COUNT={draw(st.integers(1, 40))}" if draw(st.booleans()) else ""
    return {"rrule": f"{frequency};INTERVAL={interval}{counted};{rest}", "starts_on": start}


@st.composite
def told_times(draw: st.DrawFn) -> TypedTimes:
    rhythm = draw(rhythms())
    start = draw(st.none() | clocks)
    first = rhythm["starts_on"] or TODAY
    meetings = days_ahead(Timetable(**rhythm), first, 200)
    left_out = draw(st.sets(st.sampled_from(meetings), max_size=4)) if meetings else set()
    until = draw(st.none() | st.integers(250, 900))
    return TypedTimes(
        **rhythm,
        start_time=start,
        duration_minutes=None if start is None else draw(lengths),
        until=None if until is None else first + timedelta(until),
        exceptions=tuple(sorted(left_out)),
        holidays=draw(st.none() | st.sampled_from(Holidays)),
        by_appointment=draw(st.none() | st.booleans()),
    )


@settings(max_examples=400)
@given(told_times())
def test_a_made_up_schedule_is_typed_and_read_as_the_same(times: TypedTimes) -> None:
    assume(not is_over(times.timetable(), TODAY))
    words = typed_words(times.timetable())

    assert words is not None
    assert [one.timetable() for one in surely(words)] == [times.timetable()]


@given(st.dates(TODAY, date(2034, 12, 31)), clocks, lengths)
def test_a_single_time_is_typed_and_read_as_the_same(
    day: date, clock: time, minutes: int | None
) -> None:
    times = TypedTimes(starts_on=day, start_time=clock, duration_minutes=minutes)
    words = typed_words(times.timetable())

    assert words is not None
    assert surely(words) == (times,)


@given(timetables())
def test_words_for_any_schedule_mean_that_schedule_or_are_not_said(timetable: Timetable) -> None:
    words = typed_words(timetable)

    if words is not None:
        (times,) = surely(words, date(2020, 1, 1))
        first_day = timetable.starts_on or TODAY
        assert days_ahead(times.timetable(), first_day, 400) == days_ahead(
            timetable, first_day, 400
        )
        assert times.timetable().start_time == timetable.start_time
        assert times.timetable().duration_minutes == timetable.duration_minutes


@pytest.mark.parametrize(
    "timetable",
    [
        Timetable(),
        Timetable(start_time=time(18)),
        Timetable(starts_on=date(2027, 1, 7)),
        Timetable(rrule="FREQ=WEEKLY;BYDAY=WE", timezone="Europe/London"),
        Timetable(rrule="FREQ=WEEKLY;BYDAY=WE;UNTIL=20270617"),
        Timetable(rrule="FREQ=YEARLY;BYWEEKNO=20"),
        Timetable(rrule="FREQ=MONTHLY;BYMONTHDAY=31"),
        Timetable(rrule="every now and then"),
    ],
)
def test_what_cannot_be_said_for_certain_is_not_said(timetable: Timetable) -> None:
    assert typed_words(timetable) is None


def test_an_exception_that_leaves_out_nothing_is_not_said() -> None:
    thursday = frozenset({date(2026, 12, 3)})

    assert (
        typed_words(Timetable(rrule="FREQ=WEEKLY;BYDAY=WE", exceptions=thursday)) == "hver onsdag"
    )


@given(weekday_sets, st.sampled_from(WAYS_OF_DAYS), st.sampled_from(WAYS_OF_HOURS), st.data())
def test_weekdays_and_hours_are_read_however_they_are_written(
    weekdays: set[int], way_of_days: str, way_of_hours: str, data: st.DataObject
) -> None:
    begins = data.draw(st.integers(10, 22))
    ends = data.draw(st.integers(begins + 1, 23))
    joint = data.draw(st.sampled_from([", ", " og ", "/", " + ", ", og "]))
    days_typed = joint.join(way_of_days.format(NAMES[day]) for day in sorted(weekdays))

    (times,) = surely(f"{days_typed} {way_of_hours.format(begins, ends)}")

    assert times.start_time == time(begins)
    assert times.duration_minutes == (ends - begins) * 60
    fallen = {day.weekday() for day in days_ahead(times.timetable(), TODAY, 20)}
    assert fallen == weekdays


@given(rhythms(), st.integers(10, 20), st.none() | st.integers(30, 180))
def test_the_words_of_our_pages_are_understood(
    rhythm: dict[str, Any], hour: int, minutes: int | None
) -> None:
    parts = rhythm["rrule"].split(";")
    rule = ";".join(part for part in parts if not part.startswith(("INTERVAL", "COUNT")))
    timetable = Timetable(rrule=rule, start_time=time(hour), duration_minutes=minutes)

    (times,) = surely(when_in_words(timetable))

    assert times.start_time == time(hour)
    assert times.duration_minutes == minutes
    assert days_ahead(times.timetable(), TODAY, 400) == days_ahead(timetable, TODAY, 400)


# No text is too much


def _seconds(text: str) -> float:
    begun = process_time()
    read_times(text, TODAY)
    return process_time() - begun


def check_answer(text: str) -> None:
    """Whatever is answered holds: times fit an offer file, and readings are understood."""
    quickest = min(_seconds(text) for _ in range(3))
    read = read_times(text, TODAY)

    assert quickest < SLOWEST_SECONDS, text
    if isinstance(read, Unsure):
        for reading in read.readings:
            surely(reading)
        return
    for times in read:
        ScheduleRecord.model_validate({"attendance": "phone"} | times.entry())


@settings(max_examples=300)
@given(st.text(max_size=600))
def test_any_text_is_answered_at_once(text: str) -> None:
    check_answer(text)


@settings(max_examples=500)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_any_words_of_times_are_answered_at_once(seed: int, length: int) -> None:
    random = Random(seed)

    check_answer(" ".join(random.choice(random.choice([WORDS, SIGNS])) for _ in range(length)))


@settings(max_examples=300)
@given(st.integers(0, 2**32))
def test_parts_of_phrases_put_together_are_answered_at_once(seed: int) -> None:
    random = Random(seed)
    words = [random.choice(UNDERSTOOD)["typed"].split() for _ in range(3)]
    parts = [word for one in words for word in one[: random.randint(0, len(one))]]

    check_answer(" ".join(parts))


@pytest.mark.parametrize(
    "text",
    [
        "mandag og " * 50, "18-" * 160, "1." * 250, "ikke " * 100, "i " * 250, "hver " * 100,
        "1. og " * 80, "fra 1. til " * 45, "8 " * 250, "uke 8, " * 70, "onsdag 8, " * 50,
        "1.1.27, " * 60, "ikke 1. mai, " * 38, "\n" * 500, "onsdag 6-8\n" * 45, "mandag torsdag;" * 33,
        "onsdag 18-20\n" * 38, "hver tredje onsdag 8\n" * 23, "9" * 500, "å" * 500, "a\u0301" * 250,
    ],
)  # fmt: skip
def test_a_text_made_to_take_long_does_not(text: str) -> None:
    check_answer(text[:500])
