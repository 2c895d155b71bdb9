"""The week page: what was chosen, day by day, as the directory and a calendar have it too."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import takewhile
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from cryptography.fernet import Fernet
from dateutil.rrule import rrulestr
from flask import Flask
from hypothesis import HealthCheck, given, settings
from icalendar import Calendar, Component
from sqlalchemy.orm import Session

from core.seal import Seal
from directory.calendar_of_offers import calendar_of
from directory.models import Offer
from finder.asked import Asked, close, open_sealed
from finder.week import week_page, wishes_for
from finder.week_times import DAYS, coming_times
from tests.support.as_read import as_read
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save, schedule_entry
from tests.support.questions_asked import questions_asked
from tests.support.strategies import generators, made_up_moment, made_up_offer

OSLO = ZoneInfo("Europe/Oslo")
NOW = datetime(2026, 11, 25, 12, tzinfo=OSLO)  # a Wednesday
QUESTION = {"place": "Trondheim"}


@pytest.fixture(autouse=True)
def it_is_wednesday_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("finder.views.now_in_norway", lambda: NOW)


def address(app: Flask, *week: str, **question: Any) -> str:
    word = close(Asked(question or QUESTION, (), week), app.extensions["seal"])
    return f"/uke/{word}"


def words(page: BeautifulSoup, selector: str) -> list[str]:
    return [as_read(tag.text) for tag in page.select(selector)]


def weekly(day: str = "WE", start: str | None = "18:00", **told: Any) -> dict[str, Any]:
    return schedule_entry(rrule=f"FREQ=WEEKLY;BYDAY={day}", start_time=start, **told)


def group(name: str, *schedules: dict[str, Any], **told: Any) -> dict[str, Any]:
    return offer_entry(
        id=name.casefold(), name=name, schedules=list(schedules or [weekly()]), **told
    )


# The page


def test_the_days_stand_in_order_from_today_each_with_what_is_on_it(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, group("Klatring"), group("Kor", weekly("MO", "10:00", duration_minutes=90)))

    page = client.page(address(app, "kor", "klatring"))

    headings = words(page, ".week-day h2")
    assert headings[:3] == [
        "I dag, onsdag 25. november",
        "I morgen, torsdag 26. november",
        "Fredag 27. november",
    ]
    assert len(headings) == 7
    today, monday = page.select(".week-day")[0], page.select(".week-day")[5]
    assert "Kl. 18.00–20.00 2 timer Klatring Klatrehallen, Trondheim" in " ".join(
        today.text.split()
    )
    assert "Kl. 10.00–11.30 1 time og 30 minutter Kor" in as_read(monday.text)
    assert monday.select_one("a[href='/tilbud/kor']")


def test_the_two_weeks_after_are_shorter_and_named(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, group("Klatring"))

    page = client.page(address(app, "klatring"))

    assert words(page, ".later h2") == ["Uka etter", "Om to uker"]
    assert words(page, ".later li") == [
        "Onsdag 2. desember Kl. 18.00–20.00 Klatring",
        "Onsdag 9. desember Kl. 18.00–20.00 Klatring",
    ]


def test_a_day_with_nothing_leads_to_the_same_question_for_that_day(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, group("Klatring"))

    page = client.page(address(app, "klatring", place="Bodø", when=["wed-evening"]))

    thursday = page.select(".week-day")[1]
    assert "Ikke noe ennå" in thursday.text
    link = thursday.select_one("a")
    assert link and "Finn noe denne dagen" in link.text
    word = str(link["href"]).removeprefix("/treff/")
    asked = open_sealed(word, app.extensions["seal"])
    assert asked == Asked({"place": "Bodø", "when": ["thu-evening"]}, (), ("klatring",))


@pytest.mark.parametrize(
    ("question", "wish"),
    [
        ({"text": "klatring i Trondheim, kveld"}, "thu-evening"),
        ({"text": "klatring i Trondheim mandag morgen"}, "thu-morning"),
        ({"text": "klatring i Trondheim"}, "thu"),
        ({"text": "klatring, kveld", "when": ["mon-morning"]}, "thu-morning"),
        ({"text": "klatring, kveld", "interests": ["finnes_ikke"]}, "thu"),
    ],
    ids=str,
)
def test_the_way_on_keeps_the_time_of_day_that_was_understood(
    app: Flask, session: Session, question: dict[str, Any], wish: str
) -> None:
    save(session, group("Klatring"))
    seal = app.extensions["seal"]

    with app.test_request_context():
        page = week_page(session, Asked(question, (), ("klatring",)), "word", seal, NOW)

    thursday = page.days[1]
    assert thursday.find_url
    asked = open_sealed(thursday.find_url.removeprefix("/treff/"), seal)
    assert asked == Asked(question | {"when": [wish]}, (), ("klatring",))


class CountingSeal(Seal):
    """Tells how often something was sealed, which is what a week costs most."""

    closed = 0

    def close(self, value: Mapping[str, Any]) -> str:
        self.closed += 1
        return super().close(value)


def test_only_a_day_that_leads_on_is_sealed(app: Flask, session: Session) -> None:
    save(session, group("Klatring"))
    seal = CountingSeal([Fernet.generate_key().decode()])

    with app.test_request_context():
        page = week_page(session, Asked(QUESTION, (), ("klatring",)), "word", seal, NOW)
        empty = week_page(session, Asked(QUESTION), "word", seal, NOW)

    assert len([day for day in page.days if day.find_url]) == 6
    assert empty.days == ()
    assert seal.closed == 6


@pytest.mark.parametrize(
    ("wishes", "found"),
    [
        ([], ["wed"]),
        (["weekend"], ["wed"]),
        (["today", "mon-morning", "any-evening", "sun-evening"], ["wed-morning", "wed-evening"]),
    ],
    ids=str,
)
def test_the_wish_for_a_day_keeps_the_times_of_day(wishes: Any, found: list[str]) -> None:
    assert wishes_for(NOW.date(), wishes) == found


def test_what_is_not_told_of_a_time_is_said_to_be_untold(
    client: PageClient, app: Flask, session: Session
) -> None:
    untold = weekly("WE", None, duration_minutes=None, venue=None)
    save(session, group("Kor", untold, serves=["5001"]))

    today = words(client.page(address(app, "kor")), ".week-day")[0]

    assert "Klokkeslett ikke oppgitt – spør Sluttid ikke oppgitt Kor" in today
    assert "Stedet er ikke oppgitt – spør" in today


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ({"rrule": "FREQ=WEEKLY", "start_time": None}, "dagen er ikke oppgitt – spør"),
        ({"rrule": None, "start_time": None, "by_appointment": True}, "Etter avtale"),
        ({"rrule": None, "start_time": None}, "Tidspunktet er ikke oppgitt – spør"),
        (
            {"rrule": "FREQ=DAILY", "start_time": "00:00", "duration_minutes": 1440},
            "døgnet rundt",
        ),
        (
            {
                "rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU",
                "start_time": "00:00",
                "duration_minutes": 1440,
            },
            "døgnet rundt",
        ),
        ({"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=3"}, "3. februar"),
    ],
    ids=str,
)
def test_what_has_no_time_in_these_weeks_stands_by_itself(
    client: PageClient, app: Flask, session: Session, told: dict[str, Any], when: str
) -> None:
    save(session, group("Kor", schedule_entry(**told)))

    page = client.page(address(app, "kor"))

    assert "Uten fast tid denne uka" in words(page, "h2")
    (entry,) = words(page, ".undated li")
    assert entry.startswith("Kor ") and when.casefold() in entry.casefold()
    assert not page.select(".week-row, .later")


def test_the_hours_of_a_telephone_are_no_meetings(
    client: PageClient, app: Flask, session: Session
) -> None:
    daily = schedule_entry(attendance="phone", venue=None, rrule="FREQ=DAILY")
    save(session, group("Telefonen", daily, kind="signpost"))

    page = client.page(address(app, "telefonen"))

    assert not page.select(".week-row")
    assert len(page.select(".undated li")) == 1


def test_two_at_once_are_pointed_out_under_both(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(
        session, group("Klatring"), group("Kor", weekly(start="19:30")), group("Yoga", weekly("TH"))
    )

    page = client.page(address(app, "klatring", "kor", "yoga"))

    assert words(page, ".week-day .week-clash") == [
        "Dette er samtidig med Kor, som begynner kl. 19.30.",
        "Dette er samtidig med Klatring, som begynner kl. 18.00.",
    ]


def test_a_night_that_runs_into_another_day_says_which_day_the_other_one_is_on(
    client: PageClient, app: Flask, session: Session
) -> None:
    night = weekly("TH", "23:00", duration_minutes=180)
    save(session, group("Kafeen", night, sobriety_rule=None), group("Kor", weekly("FR", "01:00")))

    page = client.page(address(app, "kafeen", "kor"))

    assert words(page, ".week-day .week-clash") == [
        "Dette er samtidig med Kor, som begynner fredag kl. 01.00.",
        "Dette er samtidig med Kafeen, som begynner torsdag kl. 23.00.",
    ]


def test_the_weeks_after_point_out_only_what_the_first_has_not(
    client: PageClient, app: Flask, session: Session
) -> None:
    second_week = {"starts_on": date(2026, 12, 2), "rrule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"}
    save(
        session,
        group("Klatring"),
        group("Kor", weekly(start="19:30")),
        group("Yoga", schedule_entry(start_time="17:30", duration_minutes=40, **second_week)),
    )

    page = client.page(address(app, "klatring", "kor", "yoga"))

    assert words(page, ".later .soft") == [
        "Dette er samtidig med Klatring, som begynner kl. 18.00.",
        "Dette er samtidig med Yoga, som begynner kl. 17.30.",
    ]


def test_an_end_that_is_not_told_may_clash(
    client: PageClient, app: Flask, session: Session
) -> None:
    untold = weekly(duration_minutes=None)
    save(session, group("Klatring", untold), group("Kor", weekly(start="19:00")))

    (first, _second) = words(client.page(address(app, "klatring", "kor")), ".week-day .week-clash")

    assert first == (
        "Dette kan være samtidig med Kor, som begynner kl. 19.00. Vi vet ikke når det første slutter."
    )


def test_a_way_that_takes_longer_than_there_is_time_is_pointed_out(
    client: PageClient, app: Flask, session: Session
) -> None:
    far = {"name": "Fjellhallen", "lat": 63.9, "lon": 10.4, "precision": "exact"}
    near = {"name": "Byhallen", "lat": 63.43, "lon": 10.4, "precision": "exact"}
    save(
        session,
        group("Klatring", weekly(venue=near)),
        group("Kor", weekly(start="20:30", venue=far)),
    )

    (first, _second) = words(client.page(address(app, "klatring", "kor")), ".week-day .week-clash")

    assert first == (
        "Det er ca. 52 km herfra til Kor, som begynner kl. 20.30. Det kan bli knapt med tid."
    )


def test_who_sees_things_differently_is_said_once_and_takes_no_side(
    client: PageClient, app: Flask, session: Session
) -> None:
    strict = {"medication_ok": False}
    save(
        session,
        group("Trinnene", access=strict, approach="twelve_step"),
        group("Kafeen", access={"medication_ok": True}, sobriety_rule="none"),
    )

    page = client.page(address(app, "trinnene", "kafeen"))

    assert [text for text in words(page, "main p") if "annerledes" in text] == [
        "«Trinnene» ser annerledes på medisiner fra legen enn «Kafeen». Spør dem gjerne. "
        "Snakk alltid med legen før du endrer på medisiner."
    ]


def test_two_that_may_not_stand_together_any_more_are_not_shown_together(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, group("Turlaget"), group("Kafeen", sobriety_rule="active_use"))
    url = address(app, "turlaget", "kafeen")

    page = client.page(url)

    assert words(page, ".week-row .week-name") == ["Turlaget"]
    assert "«Kafeen» vises ikke her" in " ".join(words(page, ".ds-alert"))
    assert page.select_one("button[name=from_week][value=kafeen]")
    assert b"Kafeen" not in client.get(f"{url}.ics").data


def test_what_is_not_listed_any_more_is_said_and_can_be_taken_away(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(
        session,
        group("Klatring"),
        group("Kor", status="ended"),
        group("Yoga", ended_on=date(2026, 11, 1)),
        group("Skjult", status="paused"),
    )
    url = address(app, "klatring", "kor", "yoga", "skjult", "aldri")

    page = client.page(url)

    said = words(page, ".ds-alert p")
    assert said[:2] == ["«Kor» er ikke lenger oppført.", "«Yoga» er ikke lenger oppført."]
    assert said[2:] == ["Noe du valgte, er ikke lenger oppført."] * 2
    assert "Skjult" not in page.text
    assert words(page, ".week-row .week-name") == ["Klatring"]
    for one in ("kor", "yoga", "skjult", "aldri"):
        assert page.select_one(f"button[name=from_week][value={one}]")
    content = client.get(f"{url}.ics").data
    assert [str(event["summary"]) for event in events(content)] == ["Klatring"]


def test_a_last_day_ahead_ends_the_times_on_the_page_and_in_the_file(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, group("Klatring", ended_on=date(2026, 12, 9)))
    url = address(app, "klatring")

    page = client.page(url)

    assert words(page, ".week-day .week-name, .later li > :first-child") == [
        "Klatring",
        "Onsdag 2. desember",
    ]
    (event,) = events(client.get(f"{url}.ics").data)
    assert [moment.date() for moment in reckoned(event, date(2027, 12, 1))] == [  # type: ignore[union-attr]
        date(2026, 11, 25),
        date(2026, 12, 2),
    ]


def test_many_that_are_gone_take_no_more_questions_than_one(
    client: PageClient, app: Flask, session: Session
) -> None:
    names = [f"Kor {number}" for number in range(6)]
    entries = [group(name, status="ended") | {"id": f"kor-{name[-1]}"} for name in names]
    save(session, *entries)

    with questions_asked() as for_one:
        client.page(address(app, "kor-0"))
    with questions_asked() as for_many:
        page = client.page(address(app, *(f"kor-{number}" for number in range(6))))

    assert words(page, ".ds-alert p") == [f"«{name}» er ikke lenger oppført." for name in names]
    assert 0 < len(for_many) <= len(for_one)


def test_an_offer_is_taken_out_of_the_week_on_the_page_itself(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, group("Klatring"), group("Kor"))
    url = address(app, "klatring", "kor")
    button = client.page(url).select_one("button[value=kor]")
    assert button and "Ta bort Kor" in as_read(button.text)

    response = client.post(url, data={str(button["name"]): str(button["value"])})

    assert response.status_code == 303
    word = response.headers["Location"].removeprefix("/uke/")
    assert open_sealed(word, app.extensions["seal"]) == Asked(QUESTION, (), ("klatring",))
    assert "Kor" not in client.page(f"/uke/{word}").text


def test_the_way_back_leads_to_the_same_answers(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, group("Klatring"))
    url = address(app, "klatring")

    page = client.page(url)

    back = next(tag for tag in page.select("main a") if "Tilbake til forslagene" in tag.text)
    assert back["href"] == url.replace("/uke/", "/treff/")


def test_telephone_numbers_are_on_the_page_and_so_on_paper(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(
        session, group("Klatring", contacts=[{"phone": "73 00 00 00", "url": "https://a.example"}])
    )

    (kept,) = client.page(address(app, "klatring")).select(".kept li")

    assert kept.select_one("a[href='tel:73000000']")
    assert "a.example" not in kept.text


def test_an_empty_week_says_what_it_is_for_and_leads_on(client: PageClient, app: Flask) -> None:
    page = client.page(address(app))

    assert words(page, "h1") == ["Uka mi"]
    assert "Du har ikke valgt noe ennå" in page.text
    assert page.select_one("main a[href^='/treff/']")
    assert client.get(f"{address(app)}.ics").status_code == 404


def test_neither_page_nor_file_is_kept_or_says_what_it_is_about(
    client: PageClient, app: Flask, session: Session
) -> None:
    save(session, group("Klatring"))
    url = address(app, "klatring", place="Tromsø", text="noe hemmelig")

    page, file = client.get(url), client.get(f"{url}.ics")

    assert page.headers["Cache-Control"] == file.headers["Cache-Control"] == "no-store"
    assert "<title>Uka mi – Noe å gå til</title>" in page.text
    assert file.headers["Content-Disposition"] == 'attachment; filename="uke.ics"'
    assert file.mimetype == "text/calendar"
    for told in ("Tromsø", "hemmelig"):
        assert told not in page.text + file.text


@pytest.mark.parametrize("ending", ["", ".ics"])
def test_a_damaged_address_is_told(client: PageClient, ending: str) -> None:
    assert client.get(f"/uke/damaged{ending}").status_code == 404


# The file


@pytest.mark.parametrize(
    ("told", "is_kept"),
    [
        ({"rrule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=3"}, True),
        ({"rrule": "FREQ=WEEKLY;BYDAY=WE"}, True),
        ({"rrule": None, "start_time": None, "by_appointment": True}, False),
        ({"rrule": "FREQ=DAILY", "start_time": "00:00", "duration_minutes": 1440}, False),
    ],
    ids=str,
)
def test_the_page_leads_to_the_file_where_and_only_where_there_is_one(
    client: PageClient, app: Flask, session: Session, told: dict[str, Any], is_kept: bool
) -> None:
    save(session, group("Kor", schedule_entry(**told)))
    url = address(app, "kor")

    links = client.page(url).select(f"main a[href='{url}.ics']")

    assert bool(links) is is_kept
    assert client.get(f"{url}.ics").status_code == (200 if is_kept else 404)


def events(content: bytes) -> list[Component]:
    return Calendar.from_ical(content).walk("VEVENT")


def reckoned(event: Component, last_day: date) -> list[date | datetime]:
    """Reckon an event's times as a calendar program does, from the file alone."""
    start = event["DTSTART"].dt
    is_timed = isinstance(start, datetime)
    moments = [start if is_timed else datetime.combine(start, time())]
    if "RRULE" in event:
        rule = rrulestr(event["RRULE"].to_ical().decode(), dtstart=moments[0])
        moments = list(takewhile(lambda moment: moment.date() <= last_day, iter(rule)))
    found = [moment.astimezone(UTC) if is_timed else moment.date() for moment in moments]
    skipped = event["EXDATE"].dts if "EXDATE" in event else []
    left_out = [one.dt.astimezone(UTC) if is_timed else one.dt for one in skipped]
    return [moment for moment in found if moment not in left_out]


Time = tuple[str, date | datetime, datetime | None]


def in_the_file(content: bytes | None, now: datetime) -> list[Time]:
    """Return the times of three weeks: the name of the offer, the beginning and the end if told."""
    last_day = now.date() + timedelta(DAYS - 1)
    found = []
    for event in events(content) if content else []:
        for moment in reckoned(event, last_day + timedelta(2)):
            local = moment.astimezone(OSLO) if isinstance(moment, datetime) else moment
            day = local.date() if isinstance(local, datetime) else local
            if now.date() <= day <= last_day:
                length = event["DURATION"].dt if "DURATION" in event else None
                ends_at = moment + length if length and isinstance(moment, datetime) else None
                found.append((str(event["SUMMARY"]), moment, ends_at))
    return sorted(found, key=str)


def on_the_page(offers: list[Offer], now: datetime) -> list[Time]:
    found = [
        (
            one.offer,
            one.starts_at.astimezone(UTC) if one.starts_at else one.day,
            one.ends_at.astimezone(UTC) if one.ends_at else None,
        )
        for one in coming_times(offers, now)
    ]
    return sorted(found, key=str)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(random=generators())
def test_the_file_has_the_times_of_the_page(app: Flask, random: Random) -> None:
    offers = [made_up_offer(random, f"offer-{number}") for number in range(4)]
    now = made_up_moment(random).replace(tzinfo=OSLO)

    with app.test_request_context():
        content = calendar_of(offers, "https://example.org", now)

    assert in_the_file(content, now) == on_the_page(offers, now)


@pytest.mark.parametrize("night", [date(2026, 10, 25), date(2027, 3, 28)], ids=["autumn", "spring"])
def test_six_is_six_on_page_and_in_file_when_the_clock_changes(
    client: PageClient,
    app: Flask,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    night: date,
) -> None:
    now = datetime.combine(night - timedelta(3), time(12), OSLO)
    monkeypatch.setattr("finder.views.now_in_norway", lambda: now)
    daily = schedule_entry(rrule="FREQ=DAILY", start_time="18:00")
    save(session, group("Klatring", daily))
    url = address(app, "klatring")

    (event,) = events(client.get(f"{url}.ics").data)

    found = reckoned(event, night + timedelta(3))
    local = [moment.astimezone(OSLO) for moment in found if isinstance(moment, datetime)]
    assert [moment.hour for moment in local] == [18] * 7
    assert len({moment.utcoffset() for moment in local}) == 2
    assert words(client.page(url), ".week-hours") == ["Kl. 18.00–20.00"] * 7


@pytest.mark.parametrize(
    ("first", "shown"),
    [
        (
            datetime(2026, 10, 25, 0, 30, tzinfo=OSLO),
            ["Kl. 00.30–02.30", "Kl. 00.30–03.30", "Kl. 00.30–03.30"],
        ),
        (
            datetime(2027, 3, 28, 2, 30, tzinfo=OSLO),
            ["Kl. 03.30–06.30", "Kl. 02.30–05.30", "Kl. 02.30–05.30"],
        ),
    ],
    ids=["autumn", "spring"],
)
def test_three_hours_are_three_hours_in_the_weeks_after_the_clock_changes(
    client: PageClient,
    app: Flask,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    first: datetime,
    shown: list[str],
) -> None:
    now = datetime.combine(first.date() - timedelta(1), time(12), OSLO)
    monkeypatch.setattr("finder.views.now_in_norway", lambda: now)
    save(session, group("Kor", weekly("SU", f"{first:%H:%M}", duration_minutes=180)))
    url = address(app, "kor")

    found = in_the_file(client.get(f"{url}.ics").data, now)

    local = [
        f"Kl. {start.astimezone(OSLO):%H.%M}–{end.astimezone(OSLO):%H.%M}"
        for _name, start, end in found
        if isinstance(start, datetime) and end
    ]
    page = client.page(url)
    assert local == shown
    assert words(page, ".week-hours") + words(page, ".later li > :nth-child(2)") == shown


def test_imported_twice_a_series_is_the_same_as_in_the_offers_own_file(
    client: PageClient, app: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("directory.views.now_in_norway", lambda: NOW)
    save(session, group("Klatring", weekly(), weekly("FR")), group("Kor"))

    (kor, *climbing) = events(client.get(f"{address(app, 'kor', 'klatring')}.ics").data)

    alone = events(client.get("/tilbud/klatring.ics").data)
    assert [event.to_ical() for event in climbing] == [event.to_ical() for event in alone]
    assert len({event["UID"] for event in (kor, *climbing)}) == 3


def test_a_file_fetched_again_the_same_day_is_the_same(
    client: PageClient, app: Flask, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(session, group("Klatring"))
    url = f"{address(app, 'klatring')}.ics"
    first = client.get(url).data
    monkeypatch.setattr("finder.views.now_in_norway", lambda: NOW + timedelta(hours=4, seconds=5))

    assert client.get(url).data == first
    assert b"BEGIN:VTIMEZONE" in first and b"TZID=Europe/Oslo:20261125T180000" in first
