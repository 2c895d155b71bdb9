"""The sheet as a page to print: for paper, for telephones, in every language, and never empty."""

from datetime import date, datetime
from random import Random
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from finder import asked
from prescribing.choices import AddedLine, Heading
from prescribing.draft import Draft, Item, close
from tests.support.as_read import as_read
from tests.support.client import PageClient
from tests.support.factories import offer_entry, save, schedule_entry
from web.languages import LANGUAGES

NOW = datetime(2026, 11, 25, 12, tzinfo=ZoneInfo("Europe/Oslo"))
LONG_NAME = ("<b>Æ Ø Å š ŋ</b> & " + "langt " * 40)[:200]


@pytest.fixture(autouse=True)
def it_is_wednesday_noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("prescribing.minute.paper_views.now_in_norway", lambda: NOW)


def address(app: Flask, draft: Draft) -> str:
    return f"/resept/{close(draft, app.extensions['seal'])}/ark"


def of(app: Flask, *offers: str) -> str:
    return address(app, Draft(items=tuple(Item(one) for one in offers)))


def test_it_shows_what_was_chosen_under_the_chosen_heading(
    app: Flask, client: PageClient, session: Session
) -> None:
    save(session, offer_entry(contacts=[{"name": "Kari", "phone": "12 34 56 78"}]))
    draft = Draft(items=(Item("klatrekveld", AddedLine.GO_ONCE),), heading=Heading.WHILE_YOU_WAIT)
    page = client.page(address(app, draft))
    assert page.select_one("h1").text == "Mens du venter"
    assert [as_read(tag.text) for tag in page.select(".sheet-offer h2 a")] == ["Klatrekveld"]
    assert "Prøv én gang." in page.select_one(".sheet-line").text
    assert page.select_one(".sheet-phone")["href"] == "tel:12345678"
    assert page.select_one(".sheet-map")["src"].startswith("data:image/svg+xml")


def test_there_is_a_line_for_a_name_and_no_field_for_one(
    app: Flask, client: PageClient, session: Session
) -> None:
    save(session, offer_entry())
    page = client.page(of(app, "klatrekveld"))
    assert page.select_one(".sheet-for").text.strip() == "Til"
    assert not page.select("main input, main textarea, main form")


def test_nothing_keeps_it_and_no_search_engine_lists_it(app: Flask, client: PageClient) -> None:
    headers = client.get(of(app, "borte")).headers
    assert headers["Cache-Control"] == "no-store"
    assert "noindex" in headers["X-Robots-Tag"]


def test_the_square_code_leads_to_the_same_offers_as_a_week(
    app: Flask, client: PageClient, session: Session
) -> None:
    save(session, offer_entry())
    week = asked.close(asked.Asked(week=("klatrekveld",)), app.extensions["seal"])
    assert client.page(of(app, "klatrekveld")).select_one(".sheet-code img")
    page = client.page(f"/uke/{week}")
    assert "Klatrekveld" in page.text


def test_an_address_too_long_for_a_square_code_has_none(
    app: Flask, client: PageClient, session: Session
) -> None:
    letters = Random(1)
    ids = ["".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=110)) for _ in range(5)]
    save(session, *(offer_entry(id=one) for one in ids))
    page = client.page(of(app, *ids))
    assert len(page.select(".sheet-offer")) == 5
    assert not page.select(".sheet-code")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_sheet_is_there_in_every_language(
    app: Flask, client: PageClient, session: Session, language: str
) -> None:
    save(session, offer_entry())
    page = client.page(f"{of(app, 'klatrekveld')}?papir=a5&skrift=stor")
    (link,) = page.select(f".sheet-choice a[hreflang={language}]")
    other = client.page(str(link["href"]))
    assert other.select_one("html")["lang"].startswith(language)
    assert other.select_one(".sheet.is-a5.is-large")
    assert other.select_one(".sheet-offer h2 a").text == "Klatrekveld"


def test_the_paper_can_be_changed_and_is_kept_by_the_pdf(app: Flask, client: PageClient) -> None:
    page = client.page(of(app, "borte"))
    links = {tag.text.strip(): str(tag["href"]) for tag in page.select(".sheet-choice a")}
    small = client.page(links["A5"])
    assert small.select_one(".sheet.is-a5:not(.is-large)")
    (pdf,) = small.select("a[type='application/pdf']")
    assert str(pdf["href"]).endswith("/ark.pdf?papir=a5")


def test_it_leads_back_to_where_it_was_made(app: Flask, client: PageClient) -> None:
    here = of(app, "borte")
    page = client.page(here)
    assert page.select_one(".sheet-tools a")["href"] == here.removesuffix("/ark")


def test_with_all_gone_it_says_whom_to_ring_and_where_to_look(
    app: Flask, client: PageClient
) -> None:
    page = client.page(of(app, "borte"))
    empty = page.select_one(".sheet-empty")
    assert [urlsplit(str(tag["href"])).path for tag in empty.select("a")] == ["/finn"]
    assert len(page.select(".sheet-helplines li")) >= 3


def test_long_names_and_markup_are_words_like_others(
    app: Flask, client: PageClient, session: Session
) -> None:
    contact = {"name": LONG_NAME, "role": "<i>leder</i>", "email": "a@example.org"}
    venue = {"name": LONG_NAME, "municipality": "5001", "precision": "municipality"}
    save(
        session,
        offer_entry(
            name=LONG_NAME,
            contacts=[contact],
            summary={"nb": "<script>1</script>" + "ord " * 900},
            schedules=[schedule_entry(venue=venue)],
            access={"companion_first_time": True},
        ),
    )
    page = client.page(of(app, "klatrekveld"))
    assert page.select_one(".sheet-offer h2 a").text == LONG_NAME.rstrip()
    assert not page.select("main b, main i, main script")


def test_a_made_up_offer_says_that_it_is_one(
    app: Flask, client: PageClient, session: Session
) -> None:
    save(session, offer_entry(id="eksempel-klatring"))
    assert "oppdiktet" in client.page(of(app, "eksempel-klatring")).select_one(".sheet-offer").text


def test_a_plan_shows_its_days_and_those_with_nothing_too(
    app: Flask, client: PageClient, session: Session
) -> None:
    save(session, offer_entry())
    draft = Draft(items=(Item("klatrekveld"),), plan_from=date(2026, 12, 1))
    page = client.page(address(app, draft))
    assert len(page.select(".sheet-plan li")) == 14
    assert len(page.select(".sheet-plan li.is-free")) == 12


def test_the_pdf_has_a_neutral_name_and_is_kept_nowhere(
    app: Flask, client: PageClient, session: Session
) -> None:
    save(session, offer_entry())
    response = client.get(f"{of(app, 'klatrekveld')}.pdf?papir=a5&skrift=stor")
    assert response.mimetype == "application/pdf"
    assert response.data.startswith(b"%PDF")
    assert response.headers["Content-Disposition"] == 'inline; filename="noe-a-ga-til.pdf"'
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("end", ["ark", "ark.pdf"])
def test_an_address_that_was_never_ours_is_not_found(client: PageClient, end: str) -> None:
    assert client.get(f"/resept/aldri-vart/{end}").status_code == 404


def test_a_week_is_no_sheet(app: Flask, client: PageClient) -> None:
    week = asked.close(asked.Asked(week=("klatrekveld",)), app.extensions["seal"])
    assert client.get(f"/resept/{week}/ark").status_code == 404


def test_where_no_pdf_can_be_made_one_is_led_to_the_page_on_the_same_paper(
    app: Flask, client: PageClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_values: object) -> bytes:
        raise RuntimeError

    save(session, offer_entry())
    monkeypatch.setattr("prescribing.sheets.pdf._drawn_as", fail)
    page = "/nn" + of(app, "klatrekveld")

    response = client.get(f"{page}.pdf?papir=a5&skrift=stor")

    assert response.status_code == 303
    assert response.location == f"{page}?papir=a5&skrift=stor"
    assert client.get(response.location).status_code == 200
