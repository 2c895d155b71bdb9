"""The pages of those who sign in are for everybody too: on a narrow telephone, by day and by night."""

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from accounts.cookie import NAME
from accounts.models import Role
from accounts.permissions import Permission
from app import create_app
from core.db import db
from core.settings import read_settings
from tests.support.axe import findings
from tests.support.databases import prepare
from tests.support.factories import save
from tests.support.page_opening import FRONTS
from tests.support.page_types import site_map
from tests.support.page_width import sticking_out
from tests.support.practices import fill_practice, make_prescriber
from tests.support.routes import SAMPLE_OFFER, access_of
from tests.support.serving import served
from tests.support.signing_in import signed_in_account

NARROWEST = {"width": 320, "height": 640}


def _for_those_signed_in(site: Flask) -> Iterator[str]:
    for rule in site.url_map.iter_rules():
        is_page = "GET" in (rule.methods or ()) and access_of(site, rule.endpoint) in set(
            Permission
        )
        if is_page and rule.arguments <= {"offer_id"}:
            yield rule.rule.replace("<offer_id>", str(SAMPLE_OFFER["id"]))


PAGES = sorted(_for_those_signed_in(site_map()))


@pytest.fixture(scope="module")
def open_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Yield the address of a site with one offer, and the word of an admin, who prescribes as well."""
    folder: Path = tmp_path_factory.mktemp("site")
    settings = read_settings({"ENV": "test", "INSTANCE_PATH": str(folder), "LOG_LEVEL": "ERROR"})
    prepare(settings.database_url)
    engine = create_engine(settings.database_url)
    with Session(engine) as session:
        save(session, SAMPLE_OFFER)
        held = [str(SAMPLE_OFFER["organisation"])]
        account, word = signed_in_account(
            session, "kari@example.org", role=Role.ADMIN, organisations=held
        )
        fill_practice(session, make_prescriber(session, account).practice_id)
    engine.dispose()
    app = create_app(settings)
    with served(app) as address:
        yield address, word
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="module")
def phone(browser: Browser, open_site: tuple[str, str]) -> Iterator[Page]:
    address, word = open_site
    context = browser.new_context(
        base_url=address,
        viewport=NARROWEST,
        reduced_motion="reduce",
    )
    host = urlsplit(address).hostname or ""
    context.add_cookies([{"name": NAME, "value": word, "domain": host, "path": "/"}])
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("front", FRONTS)
def test_the_pages_of_those_signed_in_have_room_and_break_no_rule(
    phone: Page, front: str, path: str
) -> None:
    phone.emulate_media(color_scheme="light")
    response = phone.goto(front + path)
    assert response
    assert response.status == HTTPStatus.OK
    phone.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")

    assert sticking_out(phone) == []
    by_day = findings(phone)
    phone.emulate_media(color_scheme="dark")
    assert {"by day": by_day, "by night": findings(phone)} == {"by day": [], "by night": []}


def test_there_are_such_pages() -> None:
    assert {"/konto", "/konto/nokkel"} <= set(PAGES)
