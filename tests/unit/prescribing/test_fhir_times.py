"""When an offer is, and whether one has to get in touch first, is told in FHIR as far as FHIR can tell it."""

from datetime import date, time
from typing import Any

import pytest

from prescribing.record.fhir_offers import needs_appointment
from tests.support.catalogue import schedule
from tests.support.fhir_exported import offer, service


@pytest.mark.parametrize(
    ("access", "needs"),
    [
        ({}, None),
        ({"drop_in": True}, False),
        ({"drop_in": False}, True),
        ({"sign_up": True}, True),
        ({"sign_up": False}, False),
        ({"drop_in": True, "sign_up": True}, None),
        ({"drop_in": True, "sign_up": False}, False),
    ],
)
def test_whether_one_has_to_make_an_appointment_is_told_or_left_out(
    access: dict[str, bool], needs: bool | None
) -> None:
    assert needs_appointment(offer("tur", access=access)) is needs
    assert service(access=access).get("appointmentRequired") is needs


def test_what_is_by_appointment_alone_needs_one() -> None:
    assert service(schedule(by_appointment=True))["appointmentRequired"] is True


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            {"rrule": "FREQ=WEEKLY;BYDAY=WE,MO", "start_time": time(18), "duration_minutes": 90},
            {
                "daysOfWeek": ["mon", "wed"],
                "availableStartTime": "18:00:00",
                "availableEndTime": "19:30:00",
            },
        ),
        ({"rrule": "FREQ=WEEKLY", "starts_on": date(2026, 11, 17)}, {"daysOfWeek": ["tue"]}),
        (
            {"rrule": "FREQ=DAILY", "start_time": time.min, "duration_minutes": 24 * 60},
            {"daysOfWeek": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "allDay": True},
        ),
        (
            {"rrule": "FREQ=WEEKLY;BYDAY=FR", "start_time": time(22), "duration_minutes": 240},
            {"daysOfWeek": ["fri"], "availableStartTime": "22:00:00"},
        ),
    ],
    ids=["hours", "day of the first time", "day and night", "past midnight"],
)
def test_a_weekly_time_is_a_time_of_the_week(
    told: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert service(schedule(**told))["availableTime"] == [expected]


@pytest.mark.parametrize(
    "told",
    [
        {"rrule": "FREQ=MONTHLY;BYDAY=1SU"},
        {"rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "starts_on": date(2026, 11, 17)},
        {"rrule": "FREQ=WEEKLY;BYMONTH=6;BYDAY=TU"},
        {"rrule": "FREQ=WEEKLY"},
        {"rrule": "FREQ=WEEKLY;BYDAY=TU", "until": date(2026, 11, 1)},
        {"rrule": "FREQ=WEEKLY;BYDAY=TU", "starts_on": date(2027, 1, 5)},
        {"rrule": "FREQ=WEEKLY;BYDAY=TU", "start_time": time(18), "timezone": "Asia/Tokyo"},
    ],
    ids=["month", "every other", "in June", "day untold", "over", "not begun", "other clock"],
)
def test_what_is_not_every_week_here_and_now_is_told_in_words_alone(told: dict[str, Any]) -> None:
    assert "availableTime" not in service(schedule(**told))
