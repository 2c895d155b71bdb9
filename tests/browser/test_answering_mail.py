"""From our mail to a confirmed entry: one click with script, one press more without, none by looking."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from accounts.holding import make_steward
from accounts.queries import account_for
from app import create_app
from core.clock import now_in_norway
from core.db import db
from core.settings import read_settings
from directory.models import ConfirmationRhythm, Offer
from tests.support.databases import prepare
from tests.support.factories import offer_entry, save
from tests.support.serving import served


@pytest.fixture
def asking_app(tmp_path: Path) -> Iterator[Flask]:
    """A site with one offer that is due, and its steward."""
    settings = read_settings({"ENV": "test", "INSTANCE_PATH": str(tmp_path), "LOG_LEVEL": "ERROR"})
    prepare(settings.database_url)
    app = create_app(settings)
    with app.app_context(), db.session() as session:
        save(session, offer_entry())
        make_steward(session, account_for(session, "kari@example.org"), "en-forening")
        session.add(ConfirmationRhythm(offer_id="klatrekveld", due_on=today()))
        session.commit()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def steward(request: pytest.FixtureRequest, browser: Browser, asking_app: Flask) -> Iterator[Page]:
    """The phone of the steward, with the mail open."""
    answered = asking_app.test_cli_runner().invoke(args=["upkeep"])
    assert answered.exit_code == 0, answered.output
    with served(asking_app) as address:
        context = browser.new_context(
            base_url=address,
            java_script_enabled=request.param,
            viewport={"width": 360, "height": 740},
        )
        page = context.new_page()
        links = re.findall(r"https?://\S+/bekreft/\S+", mail_of(asking_app))
        paths = [re.sub(r"https?://[^/]+", "", link) for link in links]
        page.set_content(
            "".join(f'<p><a href="{address}{path}">{path[-6:]}</a></p>' for path in paths)
        )
        yield page
        context.close()


def mail_of(app: Flask) -> str:
    """Return the text of the one that asks whether it is still right; near a holiday there is another."""
    files = Path(app.instance_path, "mail").glob("*.eml")
    found = [message_from_bytes(file.read_bytes(), policy=policy.default) for file in files]
    (mail,) = [one for one in found if one["Subject"] == "Stemmer dette fortsatt?"]
    body = mail.get_body()
    assert body
    return str(body.get_content())


def today() -> date:
    return now_in_norway().date()


def confirmed_on(app: Flask) -> date | None:
    with app.app_context(), db.session() as session:
        told = session.get_one(Offer, "klatrekveld").confirmation
        return told.confirmed_on if told else None


@pytest.mark.parametrize("steward", [True], ids=["with script"], indirect=True)
def test_one_click_in_the_mail_confirms(steward: Page, asking_app: Flask) -> None:
    steward.locator("a").first.click()

    expect(steward.get_by_text("Takk, dette er bekreftet")).to_be_visible()
    assert confirmed_on(asking_app) == today()


@pytest.mark.parametrize("steward", [False], ids=["without script"], indirect=True)
def test_without_script_it_is_one_press_more(steward: Page, asking_app: Flask) -> None:
    steward.locator("a").first.click()

    assert confirmed_on(asking_app) is None, "a program that opens links confirms nothing"
    steward.get_by_role("button", name="Ja, dette stemmer").click()
    expect(steward.get_by_text("Takk, dette er bekreftet")).to_be_visible()
    assert confirmed_on(asking_app) == today()


def test_the_other_link_changes_the_price_in_place(steward: Page, asking_app: Flask) -> None:
    steward.locator("a").nth(1).click()
    steward.get_by_label("Kroner hver gang").fill("50")
    steward.get_by_role("button", name="Send").click()

    expect(steward.get_by_text("endringene dine er på siden nå")).to_be_visible()
    steward.goto("/tilbud/klatrekveld")
    expect(steward.get_by_text(re.compile("50.kr hver gang")).first).to_be_visible()
    assert confirmed_on(asking_app) == today()


@pytest.mark.parametrize("steward", [False], ids=["without script"], indirect=True)
def test_the_link_says_what_it_was_used_for_however_often_it_is_opened(
    steward: Page, asking_app: Flask
) -> None:
    link = steward.locator("a").first.get_attribute("href")
    steward.locator("a").first.click()
    steward.get_by_role("button", name="Ja, dette stemmer").click()

    steward.goto(str(link))

    expect(steward.get_by_text("Takk, dette er bekreftet")).to_be_visible()
    with asking_app.app_context(), db.session() as session:
        rhythm = session.get_one(ConfirmationRhythm, "klatrekveld")
        assert rhythm.due_on > today() + timedelta(180)
