"""A group puts itself in on a phone, from nothing to sent, with script and without."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from app import create_app
from core.db import db
from core.settings import read_settings
from stewardship.models import Revision, RevisionState
from tests.support.databases import prepare
from tests.support.factories import offer_entry, save
from tests.support.mailed import link_mailed_to
from tests.support.registering_steps import GO_ON, begin, fill_in, put_in, tick
from tests.support.scripting import with_script
from tests.support.serving import served


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Serve a catalogue with one offer in it; yield the address and where the database is."""
    folder = tmp_path_factory.mktemp("registry")
    settings = read_settings({"ENV": "test", "INSTANCE_PATH": str(folder), "LOG_LEVEL": "ERROR"})
    prepare(settings.database_url)
    app = create_app(settings)
    with app.app_context():
        save(db.session(), offer_entry(name="Klatrekveld"))
        db.session.remove()
    with served(app) as address:
        yield address, settings.database_url
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="module")
def site(registry: tuple[str, str]) -> str:
    return registry[0]


@pytest.fixture
def session(registry: tuple[str, str]) -> Iterator[Session]:
    engine = create_engine(registry[1])
    with Session(engine) as session:
        yield session
    engine.dispose()


def test_a_group_puts_itself_in_from_nothing_to_sent(page: Page, session: Session) -> None:
    put_in(page)
    page.goto(link_mailed_to(session, "kari@example.org", "http://127.0.0.1:5000"))
    page.get_by_role("button").last.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Takk")
    newest = session.scalars(select(Revision).order_by(Revision.id.desc())).first()
    assert newest is not None
    assert newest.state is RevisionState.PROPOSED
    assert newest.entry["name"] == "Klatring på tirsdag"


def test_a_fault_is_told_and_what_was_typed_still_stands_there(page: Page) -> None:
    begin(page)
    fill_in(page, "navn")
    page.get_by_label("Hva heter det?").fill("")
    page.get_by_role("button", name=GO_ON).click()

    expect(page.get_by_role("alert")).to_contain_text("Skriv hva det heter.")
    expect(page.locator("[name=organisation]")).to_have_value("Tauet")


def test_a_group_that_is_there_is_offered_on_the_next_page(page: Page) -> None:
    begin(page)
    fill_in(page, "navn")
    page.get_by_label("Hva heter det?").fill("Klatrekveld")
    page.get_by_role("button", name=GO_ON).click()

    likely = page.get_by_role("region", name="Er det denne?")
    expect(likely.get_by_role("link", name="Klatrekveld", exact=True)).to_be_visible()

    likely.get_by_role("link", name="Ja, det er vår").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Er dette deres?")


@with_script
def test_a_group_that_is_there_is_offered_while_one_types(page: Page) -> None:
    begin(page)
    page.get_by_label("Hva heter det?").press_sequentially("Klatrekveld")

    expect(page.get_by_role("link", name="Klatrekveld, en-forening")).to_be_visible()


@with_script
def test_only_what_belongs_to_the_answer_is_shown(page: Page) -> None:
    begin(page)
    number = page.get_by_label("Organisasjonsnummer")
    expect(number).to_be_hidden()

    tick(page, "behind", "organisation")
    expect(number).to_be_visible()

    tick(page, "behind", "group")
    expect(number).to_be_hidden()


@with_script
def test_a_place_is_pointed_at_on_the_map(page: Page) -> None:
    begin(page)
    page.goto(page.url.replace("/navn", "/sted"))
    tick(page, "attendance", "in_person")
    page.get_by_label("Postnummer").fill("7011")
    page.get_by_role("button", name="Pek på kartet").click()
    page.locator("[data-map] .map-town").first.wait_for(state="attached")
    # The first press goes nearer, and the second one points.
    page.locator("[data-map]").click(position={"x": 60, "y": 300})
    assert page.locator("[name=lat]").input_value() == ""
    page.locator("[data-map]").click(position={"x": 140, "y": 180})
    lat = page.locator("[name=lat]").input_value()
    page.get_by_role("button", name=GO_ON, exact=True).last.click()
    page.goto(re.sub(r"/[a-z]+$", "/sted", page.url))

    assert float(lat) > 57
    expect(page.get_by_text("Det er satt et punkt på kartet.")).to_be_visible()
    assert float(page.locator("[name=lat]").input_value()) == pytest.approx(float(lat))


def test_enter_in_a_field_of_the_place_goes_on(page: Page) -> None:
    begin(page)
    page.goto(page.url.replace("/navn", "/sted"))
    fill_in(page, "sted")
    page.get_by_label("Postnummer").press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Når det er")
