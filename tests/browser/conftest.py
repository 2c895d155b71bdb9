"""A real site on a port of its own, and a real browser that fails on any error in its console."""

from collections.abc import Iterator
from http import HTTPStatus

import pytest
from playwright.sync_api import Browser, Page, Request

from app import create_app
from bench import chromium
from core.db import db
from core.settings import read_settings
from directory.actions import save_batch
from directory.offer_files import read_offer_files
from stewardship.confirming.seasons import christmas_of
from tests.support.databases import ROOT, prepare, references
from tests.support.factories import save, save_asked, save_contact_point
from tests.support.page_types import ASKED, ASKED_ABOUT_CHRISTMAS, CHOSEN, ENDED
from tests.support.prescriptions import save_every_face
from tests.support.serving import served


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, made_once: None) -> Iterator[str]:
    """Serve the documented offers; yield the address."""
    folder = tmp_path_factory.mktemp("site")
    settings = read_settings({"ENV": "test", "INSTANCE_PATH": str(folder), "LOG_LEVEL": "ERROR"})
    prepare(settings.database_url)
    app = create_app(settings)
    with app.app_context():
        session = db.session()
        save_batch(session, read_offer_files(ROOT / "seeds" / "offers", references(), set()))
        save(session, ENDED)
        save_contact_point(session, CHOSEN[0])
        save_every_face(session, *CHOSEN, ended=str(ENDED["id"]))
        save_asked(session, CHOSEN[0], ASKED)
        save_asked(session, CHOSEN[0], ASKED_ABOUT_CHRISTMAS, christmas_of(2026).id)
        db.session.remove()
    with served(app) as address:
        yield address
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def browser(made_once: None) -> Iterator[Browser]:
    with chromium.launched() as browser:
        yield browser


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """A phone, as wide as the narrowest that many carry."""
    context = browser.new_context(
        base_url=site,
        java_script_enabled=request.param,
        viewport={"width": 360, "height": 740},
        locale="nb-NO",
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.extend(_faults_in(message.text)))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda asked: complaints.extend(_elsewhere(asked, site)))
    yield page
    kept = context.cookies()
    context.close()
    assert complaints == []
    assert kept == [], "a visitor was given a cookie"


def _faults_in(said: str) -> list[str]:
    # A form that is sent back says so in its status, which the console repeats.
    return [] if f"status of {HTTPStatus.UNPROCESSABLE_ENTITY.value}" in said else [said]


def _elsewhere(asked: Request, site: str) -> list[str]:
    is_ours = asked.url.startswith((site, "data:")) or asked.is_navigation_request()
    return [] if is_ours else [f"asked for {asked.url}"]
