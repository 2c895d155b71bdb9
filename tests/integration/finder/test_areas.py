"""The pages that list offers: a municipality, an interest, and what to do after a slip."""

from datetime import date, datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import text
from sqlalchemy.orm import Session

from core.clock import NORWAY
from directory.entries import Entry
from tests.support.as_read import as_read
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save, schedule_entry

MOMENT = datetime(2026, 11, 25, 12, tzinfo=NORWAY)  # a Wednesday
TRONDHEIM, FAUSKE = "/kommune/5001", "/kommune/1841"


@pytest.fixture(autouse=True)
def it_is_wednesday_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("finder.areas.present_moment", lambda: MOMENT.replace(tzinfo=None))
    monkeypatch.setattr("finder.areas.now_in_norway", lambda: MOMENT)


def named(name: str, **told: Any) -> Entry:
    return offer_entry(**{"id": name.lower().replace(" ", "-"), "name": name} | told)


def on(weekday: str) -> list[Entry]:
    return [schedule_entry(rrule=f"FREQ=WEEKLY;BYDAY={weekday}")]


def online(**told: Any) -> list[Entry]:
    return [schedule_entry(attendance="online", venue=None, **told)]


def names_in(page: BeautifulSoup, where: str = "main") -> list[str]:
    return [name.text.strip() for name in page.select(f"{where} .listed h3")]


def words_of(page: BeautifulSoup, where: str = "main") -> str:
    found = page.select_one(where)
    assert found, where
    return as_read(found.text)


def links_of(page: BeautifulSoup) -> set[str]:
    return {str(link["href"]) for link in page.select("main a")}


# A municipality


def test_a_municipality_lists_what_is_there_by_kind_and_soonest_first(
    client: PageClient, session: Session
) -> None:
    save(
        session,
        named("Torsdag", schedules=on("TH")),
        named("Onsdag", schedules=on("WE")),
        named("Gruppa", kind="self_help_group", schedules=on("WE")),
        named("Veileder", kind="signpost"),
    )

    page = client.page(TRONDHEIM)

    assert words_of(page, "h1") == "Noe å gå til i Trondheim"
    assert [heading.text.strip() for heading in page.select("main h2[id^=kind-]")] == [
        "Aktiviteter",
        "Selvhjelpsgrupper",
        "Hjelp og råd",
    ]
    assert names_in(page) == ["Onsdag", "Torsdag", "Gruppa", "Veileder"]


def test_an_entry_says_what_when_where_and_the_rule(client: PageClient, session: Session) -> None:
    save(session, named("Onsdag", sobriety_rule=None))

    words = words_of(client.page(TRONDHEIM), ".listed")

    assert "Klatre sammen med andre." in words
    assert "I dag, onsdag 25. november kl. 18.00–20.00" in words
    assert "Klatrehallen, Trondheim" in words
    assert "Ikke oppgitt om du må være rusfri – spør" in words


def test_in_a_municipality_only_the_times_held_there_count(
    client: PageClient, session: Session
) -> None:
    in_oslo = schedule_entry(venue={"name": "Salen", "municipality": "0301"})
    in_trondheim = schedule_entry(rrule="FREQ=WEEKLY;BYDAY=MO")
    save(session, named("To steder", schedules=[in_oslo, in_trondheim]))

    assert "Mandag 30. november" in words_of(client.page(TRONDHEIM), ".listed")
    assert "I dag, onsdag 25. november" in words_of(client.page("/kommune/0301"), ".listed")


def test_what_reaches_a_municipality_is_folded_beside_what_is_there(
    client: PageClient, session: Session
) -> None:
    save(
        session,
        named("Her"),
        named("Fylket", schedules=[], serves=["50"]),
        named("Landet", schedules=[], serves=["NO"]),
        named("Nettet", schedules=online()),
    )

    page = client.page(TRONDHEIM)

    assert names_in(page, "details:not([open])") == ["Nettet", "Fylket", "Landet"]
    assert names_in(page)[0] == "Her"


def test_an_offer_for_people_who_use_now_stands_on_no_page(
    client: PageClient, session: Session
) -> None:
    save(
        session,
        named("For seg", sobriety_rule="active_use"),
        named("Rusfritt", sobriety_rule="drug_free"),
    )

    assert names_in(client.page(TRONDHEIM)) == ["Rusfritt"]
    assert names_in(client.page("/interesse/climbing")) == ["Rusfritt"]


def test_an_empty_municipality_is_no_dead_end(client: PageClient, session: Session) -> None:
    save(
        session,
        named("Nordpaa", schedules=[schedule_entry(venue={"municipality": "1804"})]),
        named("Soerpaa", schedules=[schedule_entry(venue={"municipality": "0301"})]),
        named("Nettet", schedules=online()),
    )

    page = client.page(FAUSKE)

    assert "Vi kjenner ikke til noe i Fauske ennå." in words_of(page)
    assert names_in(page, "details[open]") == ["Nettet"]
    neighbours = [link.text.strip() for link in page.select("section[aria-labelledby=further] a")]
    assert neighbours == ["Bodø", "Oslo", "Hva finnes, og hva mangler?", "Noen å ringe til"]
    assert any(link.startswith("/finn/") for link in links_of(page))


def test_a_municipality_of_an_empty_catalogue_still_leads_on(client: PageClient) -> None:
    links = links_of(client.page(FAUSKE))

    assert "/hjelp" in links
    assert any(link.startswith("/finn/") for link in links)


def test_the_questions_open_with_the_municipality_filled_in(client: PageClient) -> None:
    page = client.page(TRONDHEIM)

    link = next(link for link in links_of(page) if link.startswith("/finn/"))
    form = client.page(link)

    place = form.select_one("input[name=place]")
    assert place
    assert place["value"] == "Trondheim"


@pytest.mark.parametrize("number", ["9999", "trondheim", "501", "50011"])
def test_a_municipality_that_is_none_is_not_found(client: PageClient, number: str) -> None:
    assert client.get(f"/kommune/{number}").status_code == 404


# Long lists


def many(count: int) -> list[Entry]:
    return [named(f"Tilbud {number:03}") for number in range(count)]


def test_a_long_list_comes_in_parts_one_reads_through(client: PageClient, session: Session) -> None:
    save(session, *many(60))

    first, second, third = (
        client.page(f"{TRONDHEIM}{side}") for side in ("", "?side=2", "?side=3")
    )

    lists = [names_in(page) for page in (first, second, third)]
    assert [len(names) for names in lists] == [24, 24, 12]
    assert len({name for names in lists for name in names}) == 60
    assert first.select(f'a[rel=next][href="{TRONDHEIM}?side=2"]')
    assert second.select(f'a[rel=prev][href="{TRONDHEIM}?side=1"]')
    assert not first.select("a[rel=prev]")
    assert not third.select("a[rel=next]")


def test_a_short_list_has_one_part(client: PageClient, session: Session) -> None:
    save(session, *many(24))

    assert not client.page(TRONDHEIM).select("nav.sides")


@pytest.mark.parametrize("side", ["0", "2", "-1", "x", "1.5", "٢", "1" * 400, ""])
def test_a_part_that_is_none_is_not_found(client: PageClient, session: Session, side: str) -> None:
    save(session, named("Her"))

    assert client.get(TRONDHEIM, query_string={"side": side}).status_code == 404


# Made-up offers


def test_real_offers_come_first_and_made_up_ones_are_marked_and_spoken_of(
    client: PageClient, session: Session
) -> None:
    save(
        session,
        offer_entry(id="eksempel-en", name="Oppdiktet", schedules=on("WE")),
        named("Virkelig", schedules=on("MO")),
    )

    page = client.page(TRONDHEIM)

    assert names_in(page) == ["Virkelig", "Oppdiktet"]
    assert "oppdiktede eksempler" in words_of(page, ".ds-alert")
    assert [tag.text for tag in page.select(".ds-tag[data-color=warm]")] == [
        "Eksempel, finnes ikke"
    ]


def test_without_made_up_offers_nothing_is_said_of_them(
    client: PageClient, session: Session
) -> None:
    save(session, named("Virkelig"))

    assert not client.page(TRONDHEIM).select(".ds-alert")


# An interest


def test_an_interest_lists_what_is_in_and_under_it(client: PageClient, session: Session) -> None:
    save(
        session,
        named("Buldring", interests=["bouldering"], schedules=on("TH")),
        named("Klatring", interests=["climbing"], schedules=on("WE")),
        named("Fotball", interests=["football"]),
    )

    page = client.page("/interesse/climbing")

    assert words_of(page, "h1") == "Klatring"
    assert names_in(page) == ["Klatring", "Buldring"]


def test_an_interest_leads_to_those_around_it(client: PageClient) -> None:
    links = links_of(client.page("/interesse/climbing"))

    assert {"/interesse/bouldering", "/interesse/physical"} <= links


def test_an_interest_without_offers_says_so_and_leads_on(client: PageClient) -> None:
    page = client.page("/interesse/climbing")

    assert "Vi kjenner ikke til noe slikt ennå." in words_of(page)
    assert any(link.startswith("/finn/") for link in links_of(page))


def test_the_questions_open_with_the_interest_chosen(client: PageClient) -> None:
    page = client.page("/interesse/climbing")

    link = next(link for link in links_of(page) if link.startswith("/finn/"))
    form = client.page(link)

    chosen = [field["value"] for field in form.select("input[name=interests][checked]")]
    assert chosen == ["climbing"]


def test_an_interest_that_is_none_is_not_found(client: PageClient) -> None:
    assert client.get("/interesse/stratospheric_ballooning").status_code == 404


def test_what_is_over_is_on_no_list(client: PageClient, session: Session) -> None:
    save(session, named("Over", schedules=[schedule_entry(until=date(2026, 6, 17))]))

    assert names_in(client.page(TRONDHEIM)) == []
    assert names_in(client.page("/interesse/climbing")) == []


# After a slip


def test_the_page_after_a_slip_begins_with_danger_and_then_with_kindness(
    client: PageClient,
) -> None:
    page = client.page("/sprekk")

    words = words_of(page)
    assert page.select_one("main section a")["href"] == "tel:113"  # type: ignore[index]
    assert "du har ikke ødelagt alt" in words
    assert {"tel:91508588"} <= links_of(page)
    assert "/finn" in links_of(page)


def test_its_title_and_headers_keep_it_between_the_reader_and_the_page(
    client: PageClient,
) -> None:
    response = client.get("/sprekk")

    assert response.headers["Cache-Control"] == "no-store"
    assert "<title>Etter en vanskelig dag" in response.text


def telephone(name: str, number: str, start: str, minutes: int) -> Entry:
    times = {"rrule": "FREQ=DAILY", "start_time": start, "duration_minutes": minutes}
    return named(
        name,
        kind="signpost",
        format="one_to_one",
        contacts=[{"phone": number}],
        serves=["NO"],
        schedules=[{"attendance": "phone", **times}],
    )


def test_after_a_slip_those_who_answer_now_stand_first(
    client: PageClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(
        session,
        telephone("RUS-linja", "915 08 588", "11:00", 420),
        telephone("AA-telefonen", "911 77 770", "11:00", 420),
        telephone("For unge", "116 111", "00:00", 1440),
    )
    night = datetime(2026, 11, 25, 3, tzinfo=NORWAY)

    def lines() -> list[str]:
        return [line.text.strip() for line in client.page("/sprekk").select(".line h3")]

    by_day = lines()
    monkeypatch.setattr("finder.areas.now_in_norway", lambda: night)
    by_night = lines()
    closed = client.page("/sprekk").select(".line")[-1]

    assert by_day == ["RUS-linja", "AA-telefonen", "Mental Helse Hjelpetelefonen", "For unge"]
    assert by_night == ["Mental Helse Hjelpetelefonen", "For unge", "RUS-linja", "AA-telefonen"]
    assert "Stengt nå" in closed.text


def test_only_those_who_said_so_are_said_to_welcome_one_back(
    client: PageClient, session: Session
) -> None:
    save(
        session,
        named("Velkommen", access={"welcome_after_slip": True}),
        named("Ikke fortalt"),
        named("Nei", access={"welcome_after_slip": False}),
    )

    assert names_in(client.page("/sprekk")) == ["Velkommen"]


def test_the_page_after_a_slip_blames_nobody_and_promises_nothing(client: PageClient) -> None:
    words = words_of(client.page("/sprekk")).lower()

    for word in ("misbruk", "skam", "tilbakefall", "garanter", "blir du rusfri", "må du"):
        assert word not in words


def test_the_page_after_a_slip_stands_where_the_database_fails(
    client: PageClient, session: Session
) -> None:
    session.execute(text("ALTER TABLE offer RENAME TO something_else"))
    session.commit()

    page = client.page("/sprekk")

    assert {"tel:113", "tel:91508588", "/finn"} <= links_of(page)
