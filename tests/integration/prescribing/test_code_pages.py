"""What a code opens: the sheet as it is today, and never an empty page or a word of who gave it."""

from collections.abc import Iterator
from datetime import date

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy.orm import Session

from directory.models import MovedOffer
from prescribing.choices import AddedLine
from prescribing.codes.code import in_groups
from prescribing.models import Prescription
from tests.support.as_read import as_read
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save, schedule_entry
from tests.support.pdf_reading import words_of
from tests.support.prescriptions import (
    ALL_GONE,
    ENDED_ON_IT,
    EXPIRED,
    FRESH,
    MISTYPED,
    NOBODYS,
    NOBODYS_PRACTICE,
    TRONDHEIM,
    gone_offer,
    months_ago,
    save_prescription,
)
from web.limits import limiter

CHOIR = offer_entry(
    id="kor", name="Koret", kind="meeting_place", interests=["choir"], sobriety_rule="none"
)
HELP = "116 123"


@pytest.fixture(autouse=True)
def nobody_has_guessed(app: Flask) -> Iterator[None]:
    limiter.reset()
    yield
    limiter.reset()


def read(client: PageClient, address: str) -> str:
    return as_read(client.page(address).get_text(" "))


def way_on(page: BeautifulSoup, words: str) -> str:
    (found,) = (str(one["href"]) for one in page.select("main a") if words in one.text)
    return found


def cards(client: PageClient, code: str) -> list[str]:
    found = client.page(f"/r/{code}").select(".code-offer h2")
    return [as_read(one.text) for one in found]


def test_a_code_from_paper_is_typed_and_opens_the_sheet(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")

    answer = client.submit("/r", code=in_groups(FRESH).lower())

    assert answer.status_code == 303
    assert answer.location == f"/r/{FRESH}"
    assert cards(client, FRESH) == ["Klatrekveld"]


@pytest.mark.parametrize("typed", ["", MISTYPED, NOBODYS, "Hei på deg", "æ" * 500])
def test_a_code_that_is_not_there_is_said_to_be_so_in_one_sentence(
    client: PageClient, typed: str
) -> None:
    answer = client.submit("/r", code=typed)

    assert answer.status_code == 422
    assert "Vi finner ikke denne koden. Sjekk alle de åtte tegnene på arket." in answer.text
    assert typed[:100] in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("code", [MISTYPED, NOBODYS, "hei"])
def test_an_address_with_a_wrong_code_shows_the_field_to_type_it_in(
    client: PageClient, code: str
) -> None:
    page = client.page(f"/r/{code}", status=404)

    assert page.select_one("main form[action='/r'] [name=code]")


def test_the_page_shows_each_offer_as_it_is_today_with_the_line_of_the_prescriber(
    client: PageClient, session: Session
) -> None:
    contacts = [{"name": "Kari", "phone": "900 00 000"}]
    save(session, offer_entry(contacts=contacts, access={"companion_first_time": True}))
    item = {"offer": "klatrekveld", "line": AddedLine.GO_ONCE}
    save_prescription(session, FRESH, items=[item])
    before = read(client, f"/r/{FRESH}")

    moved = schedule_entry(start_time="20:15")
    save(session, offer_entry(contacts=contacts, schedules=[moved]))
    after = read(client, f"/r/{FRESH}")

    assert "Prøv én gang." in before
    assert "Spør etter Kari" in before
    assert client.page(f"/r/{FRESH}").select(".code-offer a[href='tel:90000000']")
    assert "kl. 18" in before
    assert "20.15" not in before
    assert "20.15" in after


def test_it_is_kept_by_nobody_and_found_by_no_search(client: PageClient, session: Session) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")

    for path in (f"/r/{FRESH}", f"/r/{FRESH}.ics", f"/r/{FRESH}/ark", "/r"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store"), path
        assert "noindex" in answer.headers["X-Robots-Tag"], path


def test_looking_changes_nothing(client: PageClient, session: Session) -> None:
    save(session, gone_offer(), CHOIR)
    kept = save_prescription(session, FRESH, "kveldsklatring", "kor")
    before = (kept.items, kept.opened, kept.answered, kept.expires_on)

    client.page(f"/r/{FRESH}")

    session.expire_all()
    kept = session.get_one(Prescription, kept.id)
    assert (kept.items, kept.opened, kept.answered, kept.expires_on) == before


def test_an_ended_offer_gives_way_to_the_next_best_and_the_page_says_so(
    client: PageClient, session: Session
) -> None:
    save(session, gone_offer(), offer_entry(), CHOIR)
    save_prescription(session, ENDED_ON_IT, "kveldsklatring", "kor")

    page = read(client, f"/r/{ENDED_ON_IT}")

    assert "«Kveldsklatring» er slutt. Vi foreslår «Klatrekveld» i stedet." in page
    assert cards(client, ENDED_ON_IT) == ["Klatrekveld", "Koret"]


def test_an_offer_that_is_held_back_is_not_named(client: PageClient, session: Session) -> None:
    save(session, offer_entry(id="holdt", name="Holdt tilbake", status="paused"), offer_entry())
    save_prescription(session, FRESH, "holdt")

    page = read(client, f"/r/{FRESH}")

    assert "Holdt tilbake" not in page
    assert "er ikke oppført lenger. Vi foreslår «Klatrekveld» i stedet." in page


def test_a_replacement_is_never_on_the_other_side(client: PageClient, session: Session) -> None:
    save(
        session,
        gone_offer(),
        offer_entry(id="stua", name="Varmestua", sobriety_rule="active_use"),
        CHOIR,
    )
    save_prescription(session, ENDED_ON_IT, "kveldsklatring")

    assert cards(client, ENDED_ON_IT) == ["Koret"]


def test_a_replacement_may_stand_beside_what_else_is_there(
    client: PageClient, session: Session
) -> None:
    save(
        session,
        gone_offer(sobriety_rule="none"),
        offer_entry(id="stua", name="Varmestua", sobriety_rule="active_use"),
        offer_entry(),
    )
    save_prescription(session, ENDED_ON_IT, "stua", "kveldsklatring")

    assert cards(client, ENDED_ON_IT) == ["Varmestua"]


def test_a_replacement_is_of_the_same_kind_if_there_is_one(
    client: PageClient, session: Session
) -> None:
    save(
        session,
        gone_offer(kind="self_help_group", interests=["climbing"]),
        offer_entry(),
        offer_entry(id="gruppa", name="Gruppa", kind="self_help_group", interests=["music"]),
    )
    save_prescription(session, ENDED_ON_IT, "kveldsklatring")

    assert cards(client, ENDED_ON_IT) == ["Gruppa"]


def test_nothing_stands_there_twice(client: PageClient, session: Session) -> None:
    save(session, gone_offer(), gone_offer(id="buldring", name="Buldring"), offer_entry())
    save_prescription(session, ENDED_ON_IT, "kveldsklatring", "klatrekveld", "buldring")

    page = read(client, f"/r/{ENDED_ON_IT}")

    assert cards(client, ENDED_ON_IT) == ["Klatrekveld"]
    assert "«Buldring» er slutt. Vi fant ikke noe som ligner i nærheten." in page


def test_what_ended_nowhere_in_particular_is_replaced_where_the_sheet_is_for(
    client: PageClient, session: Session
) -> None:
    in_oslo = schedule_entry(venue={"municipality": "0301", "precision": "municipality"})
    save(
        session,
        gone_offer(schedules=[schedule_entry(venue=None)], serves=["NO"]),
        offer_entry(),
        offer_entry(id="oslo", name="Osloklatring", schedules=[in_oslo]),
    )
    save_prescription(session, ENDED_ON_IT, "kveldsklatring", municipality="0301")
    save_prescription(session, FRESH, "kveldsklatring", municipality=TRONDHEIM)
    save_prescription(session, ALL_GONE, "kveldsklatring", municipality=None)

    assert cards(client, ENDED_ON_IT) == ["Osloklatring"]
    assert len(cards(client, ALL_GONE)) == 1
    assert cards(client, FRESH) == ["Klatrekveld"]


def test_nobody_is_sent_far_away_instead(client: PageClient, session: Session) -> None:
    in_oslo = schedule_entry(venue={"municipality": "0301", "precision": "municipality"})
    save(session, gone_offer(), offer_entry(schedules=[in_oslo]))
    save_prescription(session, ENDED_ON_IT, "kveldsklatring")

    assert cards(client, ENDED_ON_IT) == []
    assert "Vi fant ikke noe som ligner i nærheten." in read(client, f"/r/{ENDED_ON_IT}")


def test_an_offer_that_has_become_one_with_another_stands_as_that(
    client: PageClient, session: Session
) -> None:
    save(session, gone_offer(), offer_entry(), CHOIR)
    session.add(MovedOffer(offer_id="kveldsklatring", moved_to="klatrekveld"))
    session.commit()
    save_prescription(session, FRESH, "kveldsklatring", "kor", "klatrekveld")

    assert cards(client, FRESH) == ["Klatrekveld", "Koret"]
    assert "er slutt" not in read(client, f"/r/{FRESH}")


@pytest.mark.parametrize("municipality", [TRONDHEIM, None])
def test_where_all_is_gone_there_is_still_something_to_do(
    client: PageClient, session: Session, municipality: str | None
) -> None:
    save(session, gone_offer())
    save_prescription(session, ALL_GONE, "kveldsklatring", municipality=municipality)

    page = client.page(f"/r/{ALL_GONE}")

    assert cards(client, ALL_GONE) == []
    assert HELP in as_read(page.select_one("main").text)
    assert client.get(way_on(page, "Se hva som finnes nå")).status_code == 200
    assert client.get(f"/r/{ALL_GONE}.ics").status_code == 404
    assert client.get(f"/r/{ALL_GONE}/ark").status_code == 200


def test_an_offer_that_nobody_knows_any_more_is_spoken_of_without_a_name(
    client: PageClient, session: Session
) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "finnes-ikke", "klatrekveld")

    assert "Noe som sto på arket, er ikke oppført lenger." in read(client, f"/r/{FRESH}")
    assert cards(client, FRESH) == ["Klatrekveld"]


def test_the_ways_on_carry_the_offers_and_where_it_is(client: PageClient, session: Session) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld")
    page = client.page(f"/r/{FRESH}")

    assert "Uka mi: 1 valgt" in read(client, way_on(page, "bytt ut"))
    assert "Klatrekveld" in read(client, way_on(page, "dag for dag"))


def test_the_times_go_into_a_calendar(client: PageClient, session: Session) -> None:
    save(session, offer_entry(), gone_offer())
    save_prescription(session, FRESH, "kveldsklatring")

    answer = client.get(f"/r/{FRESH}.ics")

    assert answer.mimetype == "text/calendar"
    assert "SUMMARY:Klatrekveld" in answer.text
    assert 'filename="tider.ics"' in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("path", ["", ".ics", "/ark", "/ark.pdf"])
def test_it_never_says_who_prescribed(client: PageClient, session: Session, path: str) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld", reasons=["after_a_slip", "loneliness"])

    answer = client.get(f"/r/{FRESH}{path}")

    said = words_of(answer.get_data()) if path.endswith("pdf") else answer.text
    assert "Klatrekveld" in said
    for word in (NOBODYS_PRACTICE, "Bodø", "1804", "Etter en sprekk", "Ensomhet", "after_a_slip"):
        assert word not in said, word


def test_an_old_sheet_says_so_and_can_be_renewed(client: PageClient, session: Session) -> None:
    save(session, offer_entry())
    save_prescription(session, EXPIRED, "klatrekveld", expires_on=months_ago(1))
    old = client.page(f"/r/{EXPIRED}")

    answer = client.submit(f"/r/{EXPIRED}")

    assert "Arket er gammelt" in old.text
    assert HELP in old.select_one("main").text
    assert "Klatrekveld" not in old.text
    assert answer.location == f"/r/{EXPIRED}"
    assert cards(client, EXPIRED) == ["Klatrekveld"]


@pytest.mark.parametrize("path", [".ics", "/ark", "/ark.pdf"])
def test_an_old_sheet_gives_out_nothing_else(
    client: PageClient, session: Session, path: str
) -> None:
    save(session, offer_entry())
    save_prescription(session, EXPIRED, "klatrekveld", expires_on=months_ago(1))

    assert client.get(f"/r/{EXPIRED}{path}").status_code == 410


def test_a_sheet_that_is_too_old_is_not_there(client: PageClient, session: Session) -> None:
    save(session, offer_entry())
    save_prescription(session, FRESH, "klatrekveld", expires_on=months_ago(4))

    client.page(f"/r/{FRESH}", status=404)
    assert client.post(f"/r/{FRESH}/forny").status_code == 404


def test_a_new_sheet_is_not_renewed(client: PageClient, session: Session) -> None:
    save(session, offer_entry())
    kept = save_prescription(session, FRESH, "klatrekveld")
    until: date = kept.expires_on

    assert "La koden gjelde" not in read(client, f"/r/{FRESH}")
    assert client.post(f"/r/{FRESH}/forny").status_code == 409

    session.expire_all()
    assert session.get_one(Prescription, kept.id).expires_on == until


def test_what_may_no_longer_stand_together_stands_nowhere_together(
    client: PageClient, session: Session
) -> None:
    using = offer_entry(id="stua", name="Varmestua", sobriety_rule="active_use")
    save(session, offer_entry(), using)
    save_prescription(session, FRESH, "klatrekveld", "stua")

    assert cards(client, FRESH) == ["Klatrekveld"]
    calendar = client.get(f"/r/{FRESH}.ics").text
    assert "Klatrekveld" in calendar
    assert "Varmestua" not in calendar
