"""An offer's times as a file for one's own calendar, which tells onlookers nothing."""

from datetime import date
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy.orm import Session

from tests.support.client import PageClient
from tests.support.factories import offer_entry, save, schedule_entry

ADDRESS = "/tilbud/klatrekveld.ics"
LINK = f'main a[href="{ADDRESS}"]'
WITHOUT_DATES: list[dict[str, Any]] = [
    {"schedules": []},
    {"schedules": [schedule_entry(rrule="FREQ=WEEKLY")]},
    {"schedules": [schedule_entry(until=date(2026, 6, 17))]},
    {"schedules": [schedule_entry(rrule=None, start_time=None, by_appointment=True)]},
    {"schedules": [schedule_entry(start_time="11:00")], "ended_on": date(2026, 12, 2)},
    {"kind": "signpost"},
    {"schedules": [schedule_entry(rrule="FREQ=DAILY", start_time="00:00", duration_minutes=1440)]},
]


def test_the_file_holds_the_times_under_the_offers_name(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry())

    response = client.get(ADDRESS)

    (event,) = Calendar.from_ical(response.data).walk("VEVENT")
    assert response.mimetype == "text/calendar"
    assert event["summary"] == "Klatrekveld"
    assert event["location"] == "Klatrehallen, Trondheim"
    assert event["url"] == "https://example.org/tilbud/klatrekveld"
    assert event.decoded("dtstart").isoformat() == "2026-11-25T18:00:00+01:00"


def test_neither_the_name_of_the_file_nor_the_event_says_what_it_is_about(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry(summary={"nb": "For deg som vil slutte med rus."}))

    response = client.get(ADDRESS)

    assert response.headers["Content-Disposition"] == 'attachment; filename="tid.ics"'
    assert "slutte" not in response.text
    assert "CLASS:PRIVATE" in response.text
    assert response.headers["Cache-Control"] == "private, no-cache"


def test_each_time_names_its_own_place(client: PageClient, session: Session) -> None:
    online = schedule_entry(attendance="online", venue=None)
    save(session, offer_entry(schedules=[schedule_entry(), online]))

    events = Calendar.from_ical(client.get(ADDRESS).data).walk("VEVENT")

    assert [str(event["location"]) for event in events] == ["Klatrehallen, Trondheim", "På nett"]


def test_a_series_keeps_its_uid_when_one_before_it_has_ended(
    client: PageClient, session: Session
) -> None:
    over = schedule_entry(until=date(2026, 6, 17))
    save(session, offer_entry(schedules=[schedule_entry(), schedule_entry(start_time="20:00")]))
    before = Calendar.from_ical(client.get(ADDRESS).data).walk("VEVENT")
    save(session, offer_entry(schedules=[over, schedule_entry(start_time="20:00")]))

    (after,) = Calendar.from_ical(client.get(ADDRESS).data).walk("VEVENT")

    assert after["uid"] == before[1]["uid"]


def test_the_page_leads_to_the_file_where_there_are_dates(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry())

    assert client.page("/tilbud/klatrekveld").select(LINK)


@pytest.mark.parametrize("told", WITHOUT_DATES, ids=str)
def test_without_a_date_there_is_neither_a_file_nor_a_link_to_it(
    client: PageClient, session: Session, told: dict[str, Any]
) -> None:
    save(session, offer_entry(**told))

    assert client.get(ADDRESS).status_code == 404
    assert not client.page("/tilbud/klatrekveld").select(LINK)


@pytest.mark.parametrize("status", ["ended", "paused"])
def test_what_has_ended_or_is_held_back_has_no_file(
    client: PageClient, session: Session, status: str
) -> None:
    save(session, offer_entry(status=status))

    assert client.get(ADDRESS).status_code == 404


def test_what_never_was_has_no_file(client: PageClient) -> None:
    assert client.get("/tilbud/finnes-ikke.ics").status_code == 404
