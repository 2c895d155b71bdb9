"""A link from another system opens the screen filled in; what is in no list is refused and told nowhere."""

import logging
from collections.abc import Iterator
from io import StringIO
from urllib.parse import quote, urlencode

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from sqlalchemy.orm import Session

from tests.support.client import PageClient
from tests.support.factories import offer_entry, organisation_entry, save
from web.logs import log

PERSONAL = "Kari Nordmann 01019012345"


@pytest.fixture(autouse=True)
def _offers(session: Session) -> None:
    save(session, organisation_entry(), offer_entry())


@pytest.fixture
def logged(app: Flask) -> Iterator[StringIO]:
    stream = StringIO()
    handler = logging.StreamHandler(stream)
    loggers = [logging.getLogger(), log, logging.getLogger("werkzeug")]
    for logger in loggers:
        logger.addHandler(handler)
    yield stream
    for logger in loggers:
        logger.removeHandler(handler)


def ticked(page: BeautifulSoup, name: str) -> list[str]:
    return [str(tag["value"]) for tag in page.select(f'[name="{name}"][checked]')]


def test_a_link_opens_the_screen_filled_in_and_answered(client: PageClient) -> None:
    page = client.page(
        "/resept?kommune=5001&alder=18-25&grunn=loneliness&grunn=after_discharge&interesse=climbing"
    )

    assert ticked(page, "reasons") == ["loneliness", "after_discharge"]
    assert ticked(page, "age") == ["18-25"]
    assert page.select_one("#place")["value"] == "Trondheim"
    assert page.select_one("#words")["value"] == "Klatring"
    assert page.select(".minute-entries > li")


@pytest.mark.parametrize("ready", ["vente", "utskriving"])
def test_a_link_opens_a_ready_sheet(client: PageClient, ready: str) -> None:
    page = client.page(f"/resept?skjema={ready}&kommune=5001")

    assert ticked(page, "reasons") == [
        "waiting_for_treatment" if ready == "vente" else "after_discharge"
    ]
    assert page.select_one("#sheet-heading option[selected]")["value"] != "something_to_go_to"


def test_a_municipality_is_told_by_its_number_where_others_bear_its_name(
    client: PageClient,
) -> None:
    page = client.page("/resept?kommune=1867")
    answer = client.submit("/resept?kommune=1867")

    assert page.select_one("#place")["value"] == "Bø (Nordland)"
    shown = client.page(answer.headers["Location"])
    assert shown.select_one("#place")["value"] == "Bø (Nordland)"


@pytest.mark.parametrize(
    "told",
    [
        {"navn": PERSONAL},
        {"kommune": PERSONAL},
        {"alder": PERSONAL},
        {"alder": "37"},
        {"grunn": PERSONAL},
        {"interesse": PERSONAL},
        {"skjema": PERSONAL},
        {PERSONAL: "5001"},
        [("kommune", "5001"), ("kommune", "0301")],
    ],
)
def test_what_is_in_no_list_is_refused_not_said_back_and_not_logged(
    client: PageClient, logged: StringIO, told: dict[str, str]
) -> None:
    answer = client.get(f"/resept?{urlencode(told)}")

    assert answer.status_code == 400
    page = BeautifulSoup(answer.text, "html.parser")
    assert "ingenting er fylt ut" in page.select_one("[role=alert]").text
    assert page.select_one("form#minute")
    for word in (PERSONAL, quote(PERSONAL), "Nordmann", "01019012345"):
        assert word not in answer.text
        assert word not in logged.getvalue()
    assert "GET /resept 400" in logged.getvalue()
