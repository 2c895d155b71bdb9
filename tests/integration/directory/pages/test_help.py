"""Whom to ring: from the catalogue where it knows, and whatever happens."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup, Tag
from sqlalchemy import text
from sqlalchemy.orm import Session

from directory.entries import Entry
from tests.support.as_read import as_read
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save

OSLO = ZoneInfo("Europe/Oslo")
NIGHT = datetime(2026, 11, 25, 3, tzinfo=OSLO)


def answered(start: str, minutes: int, rrule: str = "FREQ=DAILY", **told: Any) -> Entry:
    times = {"rrule": rrule, "start_time": start, "duration_minutes": minutes}
    return {"attendance": "phone", **times, **told}


def helpline(name: str, number: str | None, *times: Entry, **told: Any) -> Entry:
    entry: Entry = {
        "id": name.lower().replace(" ", "-"),
        "name": name,
        "kind": "signpost",
        "summary": {"nb": f"Ring {name}."},
        "interests": [],
        "format": "one_to_one",
        "sobriety_rule": "none",
        "contacts": [{"phone": number}] if number else [],
        "serves": ["NO"],
        "schedules": list(times) or [answered("00:00", 1440)],
    }
    return offer_entry(**entry | told)


def names_in(page: BeautifulSoup, section: str) -> list[str]:
    found = page.select(f"section[aria-labelledby={section}] .line h3")
    return [name.text.strip() for name in found]


def line_called(page: BeautifulSoup, name: str) -> Tag:
    return next(line for line in page.select(".line") if name in line.text)


def words_of(tag: Tag) -> str:
    return as_read(tag.text)


def test_overdose_comes_first_and_says_113(client: PageClient) -> None:
    page = client.page("/hjelp")

    first = page.select_one("main section")
    assert first
    assert "Ring 113 først." in words_of(first)
    assert first.select_one('a[href="tel:113"]')
    assert first.select_one('a[href="https://www.helsenorge.no/"]')


def test_without_any_helpline_the_fixed_ones_are_there(client: PageClient) -> None:
    page = client.page("/hjelp")

    assert names_in(page, "urgent") == ["Medisinsk nødtelefon", "Legevakt"]
    assert names_in(page, "talk") == ["Mental Helse Hjelpetelefonen", "RUSinfo"]
    links = {link["href"] for link in page.select(".line a.number")}
    assert links == {"tel:113", "tel:116117", "tel:116123", "tel:91508588"}


def test_with_a_database_that_fails_the_fixed_ones_are_there(
    client: PageClient, session: Session
) -> None:
    session.execute(text("DROP TABLE change_counter"))
    session.execute(text("ALTER TABLE offer RENAME TO something_else"))
    session.commit()

    page = client.page("/hjelp")

    assert names_in(page, "urgent") == ["Medisinsk nødtelefon", "Legevakt"]


def test_a_helpline_of_the_catalogue_stands_in_place_of_the_fixed_one(
    client: PageClient, session: Session
) -> None:
    save(session, helpline("Nodtelefonen", "113"), helpline("Hjelpetelefonen", "116 123"))

    page = client.page("/hjelp")

    assert names_in(page, "urgent") == ["Nodtelefonen", "Legevakt"]
    assert names_in(page, "talk") == ["Hjelpetelefonen", "RUSinfo"]


def test_danger_stands_apart_in_the_order_in_which_it_is_needed(
    client: PageClient, session: Session
) -> None:
    save(
        session,
        helpline("Giftlinja", "22 59 13 00"),
        helpline("Politiet", "112"),
        helpline("Legen", "116 117"),
        helpline("Ambulansen", "113"),
        helpline("En prat", "22 00 00 00"),
    )

    page = client.page("/hjelp")

    assert names_in(page, "urgent") == ["Ambulansen", "Legen", "Politiet", "Giftlinja"]
    assert "En prat" in names_in(page, "talk")


def test_a_line_says_number_hours_price_and_when_it_was_checked(
    client: PageClient, session: Session
) -> None:
    weekdays = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    line = helpline(
        "En prat",
        "22 00 00 00",
        answered("11:00", 210, weekdays),
        answered("15:00", 180, weekdays),
        cost={"per_time": 0},
        access={"anonymous_ok": True},
        confirmed_on=date(2026, 10, 8),
        confirmed_by="document",
    )
    save(session, line)

    shown = line_called(client.page("/hjelp"), "En prat")

    assert shown.select_one('a.number[href="tel:22000000"]')
    words = words_of(shown)
    assert "Ring En prat." in words
    assert "Mandag til fredag kl. 11.00–14.30 og kl. 15.00–18.00" in words
    assert "Gratis" in words
    assert "Du kan være anonym" in words
    assert "Sist kontrollert 8. oktober 2026" in words


def test_what_is_not_told_of_a_line_is_not_made_up(client: PageClient, session: Session) -> None:
    save(session, helpline("En prat", "22 00 00 00", schedules=[]))

    words = words_of(line_called(client.page("/hjelp"), "En prat"))

    assert "Åpningstida er ikke oppgitt." in words
    assert "Gratis" not in words
    assert "Sist kontrollert" not in words


def test_those_who_answer_now_come_first(
    client: PageClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(
        session,
        helpline("A dag", "22 00 00 01", answered("10:00", 600)),
        helpline("B natt", "22 00 00 02", answered("22:00", 480)),
    )

    by_day = client.page("/hjelp")
    monkeypatch.setattr("directory.views.now_in_norway", lambda: NIGHT)
    by_night = client.page("/hjelp")

    assert names_in(by_day, "talk")[0] == "A dag"
    assert names_in(by_night, "talk")[0] == "B natt"
    assert "Åpent nå" in line_called(by_night, "B natt").text
    assert "Åpent nå" not in line_called(by_night, "A dag").text
    assert "Stengt nå" in line_called(by_night, "A dag").text
    assert "Stengt nå" not in line_called(by_night, "B natt").text


def test_a_chat_that_is_open_opens_no_telephone_and_untold_hours_close_none(
    client: PageClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = answered("00:00", 1440) | {"attendance": "online"}
    save(
        session,
        helpline("Bare chat", "22 00 00 01", answered("10:00", 60), chat),
        helpline("Uten klokkeslett", "22 00 00 02", answered("10:00", 60) | {"start_time": None}),
    )
    monkeypatch.setattr("directory.views.now_in_norway", lambda: NIGHT)

    page = client.page("/hjelp")

    assert "Åpent nå" not in line_called(page, "Bare chat").text
    assert "Stengt nå" in line_called(page, "Bare chat").text
    assert "Stengt nå" not in line_called(page, "Uten klokkeslett").text


def test_chats_and_practical_advice_have_their_own_places(
    client: PageClient, session: Session
) -> None:
    chat = {"contacts": [{"chat": "https://example.org/chat"}]}
    save(
        session,
        helpline("Chatten", None, **chat),
        helpline("Gjeld", "55 55 00 00", interests=["debt_advice"]),
        helpline("Bolig", "22 96 00 00", format=None),
    )

    page = client.page("/hjelp")

    assert names_in(page, "write") == ["Chatten"]
    assert set(names_in(page, "practical")) == {"Gjeld", "Bolig"}


def test_only_published_lines_for_the_whole_country_are_shown(
    client: PageClient, session: Session
) -> None:
    save(
        session,
        helpline("Bare i Oslo", "22 00 00 01", serves=["0301"]),
        helpline("Pause", "22 00 00 02", status="paused"),
        helpline("Uten nummer", None),
        helpline("En aktivitet", "22 00 00 03", kind="activity"),
    )

    page = client.page("/hjelp")

    assert names_in(page, "talk") == ["Mental Helse Hjelpetelefonen", "RUSinfo"]


def test_two_lines_with_one_number_are_both_shown(client: PageClient, session: Session) -> None:
    at_work = helpline(
        "Arbeidslivet", None, contacts=[{"role": "tast 3", "phone": "116 123"}], schedules=[]
    )
    save(session, helpline("Hjelpetelefonen", "116 123"), at_work)

    page = client.page("/hjelp")

    assert {"Hjelpetelefonen", "Arbeidslivet"} <= set(names_in(page, "talk"))
    assert "tast 3" in words_of(line_called(page, "Arbeidslivet"))
