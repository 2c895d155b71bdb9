"""A moderator decides on a telephone, without script, and the one who sent it in takes it from there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from accounts.cookie import NAME
from accounts.models import Role
from app import create_app
from core.db import db
from core.settings import read_settings
from tests.support.axe import findings
from tests.support.databases import prepare
from tests.support.page_width import sticking_out
from tests.support.serving import served
from tests.support.signing_in import signed_in_account
from tests.support.waiting import HIDDEN_STREET, at_street, propose_new

PHONE = {"width": 360, "height": 740}
OLA, MODERATOR = "ola@example.org", "mod@example.org"


@pytest.fixture
def application(tmp_path: Path) -> Iterator[Flask]:
    """A site on which somebody has just sent in a group whose address is to be hidden."""
    settings = read_settings({"ENV": "test", "INSTANCE_PATH": str(tmp_path), "LOG_LEVEL": "ERROR"})
    prepare(settings.database_url)
    app = create_app(settings)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def words(application: Flask, tmp_path: Path) -> Iterator[dict[str, str]]:
    """Yield the word that each of two people is signed in by."""
    engine = create_engine(application.extensions["settings"].database_url)
    with Session(engine) as session:
        propose_new(
            application, session, OLA, hides=True, name="Gitarkveld", schedules=[at_street()]
        )
        _account, moderator = signed_in_account(session, MODERATOR, role=Role.MODERATOR)
        _account, ola = signed_in_account(session, OLA)
        yield {MODERATOR: moderator, OLA: ola}
    engine.dispose()


@pytest.fixture
def address(application: Flask, words: dict[str, str]) -> Iterator[str]:
    with served(application) as address:
        yield address


def phone_of(browser: Browser, address: str, word: str) -> Page:
    context = browser.new_context(
        base_url=address, java_script_enabled=False, viewport=PHONE, locale="nb-NO"
    )
    context.add_cookies([{"name": NAME, "value": word, "url": address}])
    return context.new_page()


def test_a_new_group_is_accepted_on_a_telephone_and_its_people_hold_it(
    browser: Browser, address: str, words: dict[str, str]
) -> None:
    moderator = phone_of(browser, address, words[MODERATOR])
    moderator.goto("/moderering")
    moderator.get_by_role("link", name=re.compile("Gitarkveld")).click()
    expect(moderator.get_by_text(HIDDEN_STREET)).to_be_visible()
    moderator.get_by_role("button", name="Godta").click()
    expect(moderator.get_by_role("alert")).to_contain_text("Velg hvordan dere har forsikret dere.")
    moderator.get_by_label("Vi ringte nummeret").check()
    moderator.get_by_role("button", name="Godta").click()
    expect(moderator.get_by_role("status").filter(has_text="Det er publisert.")).to_be_visible()
    moderator.context.close()

    ola = phone_of(browser, address, words[OLA])
    ola.goto("/mine")
    ola.get_by_role("link", name="Gitarkveld", exact=True).click()
    expect(ola.get_by_role("button", name="Alt stemmer")).to_be_visible()
    ola.get_by_role("link", name="Slik ser folk det").click()
    expect(ola.get_by_role("heading", level=1, name="Gitarkveld")).to_be_visible()
    assert HIDDEN_STREET not in ola.content()
    ola.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_of_a_proposal_has_room_and_breaks_no_rule(
    browser: Browser, address: str, words: dict[str, str], scheme: str
) -> None:
    context = browser.new_context(
        base_url=address, viewport={"width": 320, "height": 640}, color_scheme=scheme
    )
    context.add_cookies([{"name": NAME, "value": words[MODERATOR], "url": address}])
    page = context.new_page()
    page.goto("/moderering")
    page.get_by_role("link", name=re.compile("Gitarkveld")).click()
    page.wait_for_url(re.compile("/forslag/"))
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")

    assert sticking_out(page) == []
    assert findings(page) == []
    context.close()
