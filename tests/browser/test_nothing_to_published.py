"""A group on a phone without script: from nothing, through a moderator, to a page that everybody sees."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from accounts.cookie import NAME
from accounts.models import Role
from app import create_app
from core.db import db
from core.settings import read_settings
from tests.support.browser_steps import ask
from tests.support.databases import prepare
from tests.support.mailed import link_mailed_to
from tests.support.registering_steps import put_in
from tests.support.serving import served
from tests.support.signing_in import signed_in_account

PHONE: Final = {"width": 360, "height": 740}
KARI, MODERATOR = "kari@example.org", "mod@example.org"
BASE_URL: Final = "http://127.0.0.1:5000"


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Flask]:
    settings = read_settings({"ENV": "test", "INSTANCE_PATH": str(tmp_path), "LOG_LEVEL": "ERROR"})
    prepare(settings.database_url)
    app = create_app(settings)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def address(application: Flask) -> Iterator[str]:
    with served(application) as address:
        yield address


@pytest.fixture
def session(application: Flask) -> Iterator[Session]:
    engine = create_engine(application.extensions["settings"].database_url)
    with Session(engine) as session:
        yield session
    engine.dispose()


def phone(browser: Browser, address: str) -> BrowserContext:
    return browser.new_context(
        base_url=address, java_script_enabled=False, viewport=PHONE, locale="nb-NO"
    )


def moderators_phone(browser: Browser, address: str, session: Session) -> Page:
    """A passkey needs script; whoever has shown theirs goes on without."""
    _account, word = signed_in_account(session, MODERATOR, role=Role.MODERATOR)
    context = phone(browser, address)
    context.add_cookies([{"name": NAME, "value": word, "url": address}])
    return context.new_page()


def test_a_group_comes_from_nothing_to_published(
    browser: Browser, address: str, session: Session
) -> None:
    group = phone(browser, address).new_page()
    put_in(group)
    group.goto(link_mailed_to(session, KARI, BASE_URL))
    group.get_by_role("button").last.click()
    expect(group.get_by_role("heading", level=1)).to_have_text("Takk")

    moderator = moderators_phone(browser, address, session)
    moderator.goto("/moderering")
    moderator.get_by_role("link", name=re.compile("Klatring på tirsdag")).click()
    moderator.get_by_label("Vi ringte nummeret").check()
    moderator.get_by_role("button", name="Godta").click()
    expect(moderator.get_by_role("status").filter(has_text="Det er publisert.")).to_be_visible()

    anybody = phone(browser, address).new_page()
    ask(anybody, "klatring i Trondheim")
    anybody.get_by_role("link", name="Klatring på tirsdag").first.click()
    expect(anybody.get_by_role("heading", level=1)).to_have_text("Klatring på tirsdag")
    expect(anybody.get_by_text("Vi møter deg i døra.")).to_be_visible()
    for page in (group, moderator, anybody):
        page.context.close()
