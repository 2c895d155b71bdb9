"""An offer's times by place, and what stands at the top of its page: when next, and where."""

from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from directory.meetings import Meeting, meetings_of, next_of, reach_of
from directory.models import Offer, Schedule
from directory.next_time import next_times
from directory.passages import Passage
from tests.support.catalogue import offer, schedule, venue
from tests.support.strategies import generators, made_up_offer

OSLO = ZoneInfo("Europe/Oslo")
MOMENTS = st.datetimes(
    datetime(2026, 10, 1),  # noqa: DTZ001 -- Hypothesis adds the zone
    datetime(2027, 5, 1),  # noqa: DTZ001
    timezones=st.just(OSLO),
)
NOW = datetime(2026, 11, 25, 12, tzinfo=OSLO)  # a Wednesday
WEDNESDAYS: dict[str, Any] = {"rrule": "FREQ=WEEKLY;BYDAY=WE", "start_time": time(18)}
THURSDAYS: dict[str, Any] = {"rrule": "FREQ=WEEKLY;BYDAY=TH", "start_time": time(17)}
ALWAYS: dict[str, Any] = {
    "rrule": "FREQ=DAILY",
    "start_time": time(0),
    "duration_minutes": 1440,
}


def in_hall(**told: Any) -> Schedule:
    where = venue(name="Hallen", address="Storgata 1", municipality="5001", precision="exact")
    return schedule(venue=where, note={}, **told)


def online(**told: Any) -> Schedule:
    return schedule("online", note={}, **told)


def meetings(*schedules: Schedule, **told: Any) -> tuple[Meeting, ...]:
    return meetings_of(offer("et", *schedules, **told), NOW, "nb")


# By place


def test_times_at_one_place_stand_together() -> None:
    hall, screen = meetings(in_hall(**WEDNESDAYS), online(**WEDNESDAYS), in_hall(**THURSDAYS))

    assert (hall.heading, screen.heading) == ("Hallen", "På nett")
    assert [times.words for times in hall.times] == [
        "Hver onsdag kl. 18.00",
        "Hver torsdag kl. 17.00",
    ]


def test_the_next_three_times_of_a_place_stand_in_order() -> None:
    (hall,) = meetings(in_hall(**THURSDAYS), in_hall(**WEDNESDAYS))

    assert hall.dates == (
        "I dag, onsdag 25. november kl. 18.00",
        "I morgen, torsdag 26. november kl. 17.00",
        "Onsdag 2. desember kl. 18.00",
    )


def test_a_place_says_its_address_and_municipality() -> None:
    (hall,) = meetings(in_hall(**WEDNESDAYS))

    assert hall.address == ("Storgata 1",)
    assert hall.municipality == ("5001", "Trondheim")


def test_what_one_attends_from_home_has_no_place() -> None:
    screen = online(**WEDNESDAYS, online_url="https://example.org/mote")
    screen.venue = venue(name="Kontoret", municipality="5001")

    (from_home,) = meetings(screen)

    assert from_home.address == ()
    assert from_home.municipality is None
    assert from_home.online is not None
    assert from_home.online.href == "https://example.org/mote"


def test_a_place_that_is_also_online_says_so() -> None:
    both = schedule("hybrid", venue(name="Hallen", municipality="5001"), note={}, **WEDNESDAYS)

    (hall,) = meetings(both)

    assert hall.heading == "Hallen eller på nett"


def test_a_place_without_a_name_is_called_by_its_municipality() -> None:
    (somewhere,) = meetings(schedule(venue=venue(municipality="5001"), note={}))
    (nowhere,) = meetings(schedule(note={}))

    assert somewhere.heading == "Trondheim"
    assert nowhere.heading == "Stedet er ikke oppgitt – spør"


def test_the_organisers_own_words_come_in_their_language() -> None:
    (hall,) = meetings(schedule(note={"nn": "Møt opp"}, venue=venue(name="Hallen")))

    assert hall.times[0].note == Passage("Møt opp", "nn")


def test_what_never_closes_and_what_is_answered_has_no_next_dates() -> None:
    (always,) = meetings(schedule("phone", note={}, **ALWAYS))
    (answered,) = meetings(schedule("phone", note={}, **WEDNESDAYS), kind="signpost")

    assert always.dates == ()
    assert answered.dates == ()


def test_an_office_that_is_open_now_and_then_has_dates() -> None:
    (office,) = meetings(in_hall(**WEDNESDAYS), kind="signpost")

    assert office.dates


# The top of the page


def test_the_next_time_is_the_soonest_of_all_with_its_own_place() -> None:
    two_places = offer("et", online(**THURSDAYS), in_hall(**WEDNESDAYS))

    following = next_of(two_places, NOW)

    assert following.when == "I dag, onsdag 25. november kl. 18.00"
    assert following.where == "Hallen, Trondheim, og ett sted til"


def test_only_the_schedules_that_count_are_looked_at() -> None:
    two_places = offer("et", online(**THURSDAYS), in_hall(**WEDNESDAYS))

    following = next_of(two_places, NOW, two_places.schedules[:1])

    assert following.when == "I morgen, torsdag 26. november kl. 17.00"


def test_a_telephone_that_is_answered_says_so() -> None:
    always = offer("et", schedule("phone", **ALWAYS))
    at_noon = {"start_time": time(11), "duration_minutes": 120, "rrule": "FREQ=DAILY"}
    for_a_while = offer("et", schedule("phone", **at_noon))

    assert next_of(always, NOW).when == "Åpent nå, døgnet rundt"
    assert next_of(for_a_while, NOW).when == "Åpent nå. Hver dag kl. 11.00–13.00"


def test_a_meeting_under_way_is_not_something_to_join_now() -> None:
    begun = {"start_time": time(11), "duration_minutes": 120, "rrule": "FREQ=DAILY"}

    assert next_of(offer("et", in_hall(**begun)), NOW).when.startswith("I morgen")


def test_a_day_without_an_hour_says_that_the_hour_is_not_told() -> None:
    some_time = offer("et", in_hall(rrule="FREQ=WEEKLY;BYDAY=WE"))

    assert next_of(some_time, NOW).when == (
        "I dag, onsdag 25. november. Klokkeslettet er ikke oppgitt – spør"
    )


def test_without_a_date_what_is_told_is_said() -> None:
    weekly = offer("et", in_hall(rrule="FREQ=WEEKLY"))
    nothing = offer("et", serves=["NO"])

    assert next_of(weekly, NOW).when == "Hver uke, men dagen er ikke oppgitt – spør"
    assert next_of(nothing, NOW).when == "Tidspunktet er ikke oppgitt – spør"
    assert next_of(nothing, NOW).where == "Hele landet"


def test_what_is_over_is_not_said_to_go_on() -> None:
    over = offer("et", in_hall(**WEDNESDAYS, until=date(2026, 6, 1)))

    assert next_of(over, NOW).when == "Ingen nye tider er oppgitt – spør"


def test_whom_it_serves_is_a_sentence() -> None:
    assert reach_of(offer("et", serves=["NO"])) == "Gjelder for hele landet."
    assert reach_of(offer("et")) is None


# For every offer


def with_notes(made: Offer) -> Offer:
    for one in made.schedules:
        one.note = {}
    return made


@settings(deadline=None)
@given(generators(), MOMENTS)
def test_every_time_stands_once_under_some_place(random: Any, now: datetime) -> None:
    made = with_notes(made_up_offer(random, "et"))

    shown = meetings_of(made, now, "nb")

    assert sum(len(meeting.times) for meeting in shown) == len(made.schedules)
    assert all(meeting.heading for meeting in shown)
    assert all(len(meeting.dates) <= 3 for meeting in shown)


@settings(deadline=None)
@given(generators(), MOMENTS)
def test_the_next_times_lie_ahead_and_in_order(random: Any, now: datetime) -> None:
    made = made_up_offer(random, "et")

    found = next_times(made.schedules, made.ended_on, now, 5)

    moments = [one.moment for one in found]
    assert moments == sorted(moments)
    # Where the hour is not told, today counts from its midnight, wherever that is.
    assert all(one.moment >= now for one in found if one.occurrence.starts_at is not None)
