"""Taking a page along works without script, and tells nobody more than one sends oneself."""

import re
from datetime import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from flask import Flask
from sqlalchemy.orm import Session

from core.clock import NORWAY
from core.settings import Settings
from directory.neutral_titles import tells
from tests.support.client import PageClient
from tests.support.factories import save
from tests.support.routes import SAMPLE_OFFER

PAGES = ("answers", "week", "offer", "municipality")
SEALED = ("answers", "week")
WARNING = "Den som får lenken eller utskriften, ser det du har svart og valgt."


@pytest.fixture
def paths(app: Flask, session: Session) -> dict[str, str]:
    save(session, SAMPLE_OFFER)
    offer = SAMPLE_OFFER["id"]
    sealed = app.extensions["seal"].close({"age": 19, "place": "Trondheim", "week": [offer]})
    return {
        "answers": f"/treff/{sealed}",
        "week": f"/uke/{sealed}",
        "offer": f"/tilbud/{offer}",
        "municipality": "/kommune/5001",
    }


def sent(page: BeautifulSoup, scheme: str) -> dict[str, str]:
    """Return what a program of the visitor's own would be opened with."""
    link = page.select_one(f"main a[href^='{scheme}:']")
    assert link
    address = urlsplit(str(link["href"]))
    assert address.path == "", "it is sent to somebody"
    return {name: text for name, [text] in parse_qs(address.query).items()}


def section(page: BeautifulSoup) -> Tag:
    found = page.select_one("section[aria-labelledby=take-along]")
    assert found
    return found


@pytest.mark.parametrize("front", ["", "/nn", "/en"])
@pytest.mark.parametrize("name", PAGES)
def test_one_sends_oneself_the_address_of_the_page_and_no_more(
    client: PageClient, settings: Settings, paths: dict[str, str], name: str, front: str
) -> None:
    path = front + paths[name]

    page = client.page(path)

    address = settings.base_url + path
    assert sent(page, "mailto") == {"subject": settings.site_name, "body": address}
    assert sent(page, "sms") == {"body": address}
    assert not tells(settings.site_name)


@pytest.mark.parametrize("name", PAGES)
def test_what_is_shared_and_copied_is_the_same_address(
    client: PageClient, settings: Settings, paths: dict[str, str], name: str
) -> None:
    buttons = section(client.page(paths[name])).select("[data-address]")

    assert {button["data-module"] for button in buttons} == {"share", "copy"}
    assert {button["data-address"] for button in buttons} == {settings.base_url + paths[name]}
    assert [button["data-title"] for button in buttons if "data-title" in button.attrs] == [
        settings.site_name
    ]


@pytest.mark.parametrize("name", PAGES)
def test_one_is_told_what_a_link_gives_away_where_it_does(
    client: PageClient, paths: dict[str, str], name: str
) -> None:
    assert (WARNING in section(client.page(paths[name])).text) == (name in SEALED)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_stands_twice(client: PageClient, paths: dict[str, str], name: str) -> None:
    main = client.page(paths[name]).select_one("main")

    assert main
    assert len(main.select("[data-module=print]")) == 1
    assert len(main.select("a[href$='.ics']")) == (name in {"week", "offer"})


def test_a_week_with_nothing_in_it_is_not_taken_along(app: Flask, client: PageClient) -> None:
    sealed = app.extensions["seal"].close({"age": 19})

    assert not client.page(f"/uke/{sealed}").select("section[aria-labelledby=take-along]")


@pytest.mark.parametrize("name", PAGES)
def test_the_code_on_paper_has_the_address_beside_it_where_that_can_be_typed(
    client: PageClient, settings: Settings, paths: dict[str, str], name: str
) -> None:
    code = client.page(paths[name]).select_one(".paper-code")

    assert code and code.select_one("img[src^='data:image/svg+xml'][alt='']")
    assert (settings.base_url + paths[name] in code.text) == (name not in SEALED)


def test_an_address_too_long_for_a_camera_has_no_code(
    client: PageClient, paths: dict[str, str]
) -> None:
    page = client.page(f"{paths['offer']}?side={'1' * 500}")

    assert section(page)
    assert not page.select(".paper-code")


def test_a_page_says_when_it_was_made(client: PageClient, monkeypatch: pytest.MonkeyPatch) -> None:
    made = datetime(2026, 12, 2, 9, 5, tzinfo=NORWAY)
    monkeypatch.setitem(client.application.jinja_env.globals, "now_in_norway", lambda: made)

    page = client.page("/hjelp")

    assert page.html and page.html["data-made"] == "2026-12-02T09:05:00+01:00"
    notice = page.select_one("main > [data-module=age][hidden]")
    assert notice and "Denne siden ble laget onsdag 2. desember kl. 09.05." in notice.text


def test_the_page_without_a_network_is_never_too_old(client: PageClient) -> None:
    page = client.page("/uten-nett")

    assert not page.select("[data-module=age]")
    assert "Du har ikke tatt vare på noe her." in page.text


def test_the_worker_answers_for_the_whole_site_in_no_language(client: PageClient) -> None:
    worker = client.get("/worker.js")

    assert worker.mimetype == "text/javascript"
    assert worker.headers["Cache-Control"] == "no-cache"
    assert client.get("/nn/worker.js").status_code == 404


def test_what_the_worker_fetches_is_there(client: PageClient) -> None:
    files = re.findall(r'"(/static/[^"]+)"', client.get("/worker.js").text)

    assert {path.rpartition(".")[2] for path in files} == {"css", "js", "svg"}
    assert {client.get(path).status_code for path in files} == {200}
