"""The page of what there is in a municipality and what is missing: counted right, empty squares in sight."""

from datetime import date, datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from sqlalchemy.orm import Session

from directory.entries import Entry
from finder.age_bands import AgeBand
from stewardship.visitors.wishing import wish
from tests.support.as_read import as_read
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save, schedule_entry
from tests.support.questions_asked import questions_asked

MOMENT = datetime(2026, 11, 25, 12)  # noqa: DTZ001 -- local time in Norway, a Wednesday
TRONDHEIM = "/kommune/5001/oversikt"
MONDAY, WEDNESDAY, NO_DAY = 0, 2, 7


@pytest.fixture(autouse=True)
def it_is_wednesday_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stewardship.visitors.gap_views.present_moment", lambda: MOMENT)


def named(name: str, **told: Any) -> Entry:
    return offer_entry(**{"id": name.lower().replace(" ", "-"), "name": name} | told)


def on(*weekdays: str, **told: Any) -> Entry:
    return schedule_entry(rrule=f"FREQ=WEEKLY;BYDAY={','.join(weekdays)}", **told)


def group(page: BeautifulSoup, label: str, table: str = "alle") -> Tag:
    """Return the part of a table that is about one group of interests."""
    bodies = page.select(f"table[aria-labelledby='{table}'] tbody")
    (found,) = [one for one in bodies if as_read(one.select_one("th").text).startswith(label)]
    return found


def squares(page: BeautifulSoup, label: str, table: str = "alle") -> list[int]:
    words = [as_read(cell.text) for cell in group(page, label, table).select("td")]
    return [0 if word == "ingen" else int(word) for word in words]


def test_an_offer_stands_in_its_group_on_its_day(client: PageClient, session: Session) -> None:
    save(session, named("Klatring", schedules=[on("MO", "WE")]), named("Tur", schedules=[on("WE")]))

    page = client.page(TRONDHEIM)

    assert squares(page, "Trening og sport") == [1, 0, 2, 0, 0, 0, 0, 0]
    assert squares(page, "Kreativt") == [0] * 8


def test_empty_squares_say_that_there_is_none(client: PageClient, session: Session) -> None:
    save(session, named("Klatring"))

    cells = group(client.page(TRONDHEIM), "Kreativt").select("td")

    assert [as_read(cell.text) for cell in cells] == ["ingen"] * 8


def test_one_that_meets_twice_on_a_day_is_one_thing_to_go_to(
    client: PageClient, session: Session
) -> None:
    save(session, named("Klatring", schedules=[on("MO"), on("MO", start_time="20:00")]))

    assert squares(client.page(TRONDHEIM), "Trening og sport")[MONDAY] == 1


def test_what_has_no_known_day_stands_by_itself(client: PageClient, session: Session) -> None:
    by_appointment = schedule_entry(rrule=None, start_time=None, duration_minutes=None)
    save(session, named("Avtale", schedules=[by_appointment | {"by_appointment": True}]))

    assert squares(client.page(TRONDHEIM), "Trening og sport") == [0] * 7 + [1]


def test_ages_that_a_limit_keeps_out_are_not_counted_and_untold_limits_keep_out_nobody(
    client: PageClient, session: Session
) -> None:
    save(
        session,
        named("Ungdom", age={"min": 13, "max": 17}),
        named("Voksne", age={"min": 18}),
        named("Ikke oppgitt"),
    )

    page = client.page(TRONDHEIM)

    counted = {
        table: squares(page, "Trening og sport", table)[WEDNESDAY]
        for table in ("alle", "alder-under-18", "alder-18-25", "alder-51-plus")
    }
    assert counted == {"alle": 3, "alder-under-18": 2, "alder-18-25": 2, "alder-51-plus": 2}


def test_what_is_elsewhere_over_made_up_or_no_thing_to_go_to_is_not_counted(
    client: PageClient, session: Session
) -> None:
    in_oslo = on("WE", venue={"name": "Salen", "municipality": "0301"})
    save(
        session,
        named("Oslo", schedules=[in_oslo]),
        named("Over", schedules=[on("WE", until=date(2026, 1, 31))]),
        named("Slutt", status="ended"),
        named("Hvile", status="paused"),
        named("Hjelp", kind="signpost"),
        offer_entry(id="eksempel-klatring"),
    )

    assert squares(client.page(TRONDHEIM), "Trening og sport") == [0] * 8


def test_of_an_offer_in_two_places_only_the_days_held_here_count(
    client: PageClient, session: Session
) -> None:
    in_oslo = on("MO", venue={"name": "Salen", "municipality": "0301"})
    save(session, named("To steder", schedules=[in_oslo, on("WE")]))

    assert squares(client.page(TRONDHEIM), "Trening og sport") == [0, 0, 1, 0, 0, 0, 0, 0]


def test_offers_for_people_who_use_now_are_never_among_the_others(
    client: PageClient, session: Session
) -> None:
    save(session, named("For seg", sobriety_rule="active_use"), named("Rusfritt"))

    page = client.page(TRONDHEIM)

    assert squares(page, "Trening og sport")[WEDNESDAY] == 1
    assert "Tilbud for folk som bruker rusmidler nå, er ikke med her." in as_read(page.text)


def test_an_offer_of_no_told_interest_is_said_to_be_that(
    client: PageClient, session: Session
) -> None:
    save(session, named("Noe", interests=[]))

    page = client.page(TRONDHEIM)

    assert squares(page, "Interesse ikke oppgitt")[WEDNESDAY] == 1


def test_wishes_stand_beside_what_there_is_from_five_on(
    client: PageClient, session: Session
) -> None:
    for _time in range(7):
        wish(session, ["music", "football"], "5001", AgeBand.FROM_18)
    for _time in range(4):
        wish(session, ["painting"], "5001", AgeBand.FROM_18)
    session.commit()

    page = client.page(TRONDHEIM)

    assert "7 ønsker musikk" in as_read(group(page, "Kreativt").text)
    assert "7 ønsker fotball" in as_read(group(page, "Trening og sport").text)
    assert page.select(".gap-wish") and "4" not in "".join(
        one.text for one in page.select(".gap-wish")
    )


def test_the_tables_can_be_read_by_whoever_hears_them(client: PageClient, session: Session) -> None:
    save(session, named("Klatring"))

    page = client.page(TRONDHEIM)

    tables = page.select("table")
    assert len(tables) == 6
    for table in tables:
        assert page.select_one(f"#{table['aria-labelledby']}")
        assert len(table.select("thead th[scope=col]")) == 8
        assert all(body.select_one("th[scope=rowgroup]") for body in table.select("tbody"))
        assert {len(body.select("td")) for body in table.select("tbody")} == {8}


def test_no_question_to_the_database_grows_with_the_catalogue(
    client: PageClient, session: Session
) -> None:
    def asked() -> int:
        client.get(TRONDHEIM)
        with questions_asked() as statements:
            client.get(TRONDHEIM)
        return len(statements)

    save(session, named("En"))
    with_one = asked()
    save(session, *(named(f"Nummer {number}") for number in range(40)))

    assert asked() == with_one <= 2


def test_it_is_found_from_the_page_of_the_municipality_and_leads_back(client: PageClient) -> None:
    assert client.page("/kommune/5001").select_one(f"a[href='{TRONDHEIM}']")
    assert client.page(TRONDHEIM).select_one("main a[href='/kommune/5001']")


def test_there_is_no_page_for_a_municipality_that_is_none(client: PageClient) -> None:
    assert client.get("/kommune/9999/oversikt").status_code == 404
