"""Somebody looks at the map of a list, by finger and by keyboard; nothing is fetched before they ask."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from werkzeug import Request, Response

from app import create_app
from core.db import db
from core.settings import read_settings
from tests.support.browser_steps import ask
from tests.support.databases import prepare
from tests.support.factories import offer_entry, save, schedule_entry
from tests.support.scripting import with_script, without_script
from tests.support.serving import served

OF_THE_MAP = re.compile(r"/static/(map|norway)-")
PICTURE = (Path(__file__).parents[2] / "static" / "img" / "favicon.svg").read_bytes()


def fetched(page: Page) -> list[str]:
    """Gather the addresses the page asks for from now on."""
    addresses: list[str] = []
    page.on("request", lambda asked: addresses.append(asked.url))
    return addresses


def show_map(page: Page) -> Locator:
    page.get_by_role("button", name="Vis kart").click()
    region = page.get_by_role("region", name="Kart", exact=True)
    expect(region.locator(".map-place").first).to_be_visible()
    return region


def number_on(region: Locator) -> int:
    counts = region.locator(".map-place").evaluate_all("all => all.map((one) => one.dataset.count)")
    return sum(map(int, counts))


@with_script
def test_nothing_of_the_map_is_fetched_before_it_is_asked_for(page: Page) -> None:
    addresses = fetched(page)
    page.goto("/kommune/0301", wait_until="networkidle")
    before = [address for address in addresses if OF_THE_MAP.search(address)]

    show_map(page)

    assert before == []
    assert len([address for address in addresses if OF_THE_MAP.search(address)]) == 3


@with_script
def test_all_that_the_list_has_a_place_for_is_on_the_map_and_the_rest_is_counted(
    page: Page,
) -> None:
    page.goto("/kommune/0301")
    on_map = page.locator("[data-place]").count()
    in_all = page.locator("li.listed").count()

    region = show_map(page)

    assert 0 < on_map < in_all
    assert number_on(region) == on_map
    expect(region.get_by_text(f"Bare i lista: {in_all - on_map}")).to_be_visible()
    region.get_by_role("button", name="Lenger unna").click()
    assert number_on(region) == on_map
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@with_script
def test_the_map_is_hidden_again_and_says_whether_it_is_shown(page: Page) -> None:
    page.goto("/kommune/0301")
    button = page.locator('[data-module="map"]')
    region = show_map(page)
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(region.get_by_role("heading", name="Kart")).to_be_focused()

    page.get_by_role("button", name="Skjul kart").click()

    expect(button).to_have_attribute("aria-expanded", "false")
    expect(region).to_be_hidden()
    show_map(page)


@with_script
def test_a_map_that_is_opened_comes_into_view(page: Page) -> None:
    ask(page, "noe å gå til i Trondheim")

    show_map(page)

    expect(page.locator("[data-map]")).to_be_in_viewport(ratio=0.95)


@with_script
def test_a_map_that_cannot_be_fetched_says_so(page: Page) -> None:
    page.goto("/kommune/0301")
    broken = {"body": "throw new Error()", "content_type": "text/javascript"}
    page.route(re.compile(r"/static/map-.*\.js$"), lambda route: route.fulfill(**broken))

    page.get_by_role("button", name="Vis kart").click()

    expect(page.get_by_text("Vi fikk ikke hentet kartet. Alt står i lista.")).to_be_visible()
    expect(page.get_by_role("button", name="Vis kart")).to_be_focused()


@without_script
def test_without_script_no_button_promises_a_map(page: Page) -> None:
    ask(page, "noe å gå til i Trondheim")

    expect(page.get_by_role("article").first).to_be_visible()
    expect(page.get_by_role("button", name="Vis kart")).to_have_count(0)
    expect(page.locator("#kart")).to_be_hidden()


# Places that lie apart, and street tiles


def somewhere(name: str, lat: float, lon: float, precision: str) -> dict[str, Any]:
    venue = {"name": name, "municipality": "5001", "lat": lat, "lon": lon, "precision": precision}
    return schedule_entry(venue=venue)


OFFERS = [
    offer_entry(
        id="klatring",
        name="Klatring",
        schedules=[somewhere("Klatrehallen", 63.43, 10.4, "exact")],
    ),
    offer_entry(id="kor", name="Kor", schedules=[somewhere("Skolen", 63.30, 10.2, "municipality")]),
    offer_entry(id="turlag", name="Turlag", schedules=[somewhere("Hytta", 63.60, 11.0, "exact")]),
]


@pytest.fixture(scope="module")
def tiles_asked_for() -> list[str]:
    return []


@pytest.fixture(scope="module")
def site_with_streets(
    tmp_path_factory: pytest.TempPathFactory, tiles_asked_for: list[str]
) -> Iterator[str]:
    """Serve three offers, and street tiles from another origin that writes down who asked."""

    @Request.application
    def tile(request: Request) -> Response:
        tiles_asked_for.append(f"{request.path} {request.headers.get('Referer')}")
        return Response(PICTURE, mimetype="image/svg+xml")

    folder = tmp_path_factory.mktemp("streets")
    with served(tile) as tiles:
        settings = read_settings(
            {
                "ENV": "test",
                "INSTANCE_PATH": str(folder),
                "LOG_LEVEL": "ERROR",
                "MAP_TILES_URL": f"{tiles}/{{z}}/{{x}}/{{y}}.svg",
                "MAP_TILES_CREDIT": "© De som <tegner>",
            }
        )
        prepare(settings.database_url)
        app = create_app(settings)
        with app.app_context():
            save(db.session(), *OFFERS)
            db.session.remove()
        with served(app) as site:
            yield site
        with app.app_context():
            db.engine.dispose()


@pytest.fixture
def mapped(browser: Browser, site_with_streets: str) -> Iterator[Page]:
    """The page of the municipality with its map shown, for somebody who wants nothing to move."""
    context = browser.new_context(
        base_url=site_with_streets,
        viewport={"width": 360, "height": 740},
        locale="nb-NO",
        reduced_motion="reduce",
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto("/kommune/5001")
    show_map(page)
    yield page
    context.close()
    assert complaints == []


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.getAttribute('aria-label')"))


def names_in_list(page: Page) -> list[str]:
    return [name.strip() for name in page.locator("[data-place] h3").all_inner_texts()]


def test_the_keyboard_reaches_each_place_in_the_order_of_the_list(mapped: Page) -> None:
    mapped.keyboard.press("Tab")
    assert focused(mapped).startswith("Kart.")

    labels = []
    for _ in OFFERS:
        mapped.keyboard.press("Tab")
        labels.append(focused(mapped))

    assert [label.split(",")[0] for label in labels] == names_in_list(mapped)
    assert set(labels) == {
        "Klatring, Klatrehallen, Trondheim",
        "Kor, Skolen, Trondheim, omtrentlig sted",
        "Turlag, Hytta, Trondheim",
    }


def test_a_place_opens_leads_to_its_card_and_closes(mapped: Page) -> None:
    marker = mapped.get_by_role("button", name="Klatring, Klatrehallen")
    marker.focus()
    mapped.keyboard.press("Enter")
    link = mapped.get_by_role("link", name="Vis i lista Klatring")
    expect(link).to_be_focused()

    mapped.keyboard.press("Escape")
    expect(link).to_have_count(0)
    expect(marker).to_be_focused()

    mapped.keyboard.press("Enter")
    mapped.keyboard.press("Enter")
    expect(mapped).to_have_url(re.compile("#tilbud-klatring$"))
    expect(mapped.locator("#tilbud-klatring")).to_be_in_viewport()


def test_a_group_comes_apart_and_the_keyboard_stays_with_it(mapped: Page) -> None:
    for _ in range(4):
        mapped.get_by_role("button", name="Lenger unna").click()
    group = mapped.get_by_role("button", name=re.compile("^3 tilbud"))
    group.focus()

    mapped.keyboard.press("Enter")

    expect(group).to_have_count(0)
    assert number_on(mapped.locator("#kart")) == len(OFFERS)
    assert mapped.evaluate("document.activeElement.dataset.first") == "0"


def test_no_tile_is_fetched_before_the_second_press_and_none_tells_of_the_page(
    mapped: Page, tiles_asked_for: list[str]
) -> None:
    mapped.wait_for_load_state("networkidle")
    assert tiles_asked_for == []
    expect(mapped.get_by_text("Gatekartet kommer fra 127.0.0.1.")).to_be_visible()

    mapped.get_by_role("button", name="Vis gatekart").click()

    expect(mapped.locator(".leaflet-tile-loaded").first).to_be_visible()
    expect(mapped.get_by_text("© De som <tegner>")).to_be_visible()
    assert tiles_asked_for
    assert all(asked.endswith(" None") for asked in tiles_asked_for)
    mapped.get_by_role("button", name="Skjul gatekart").click()
    expect(mapped.locator(".leaflet-tile")).to_have_count(0)
    expect(mapped.locator(".map-land")).to_be_attached()


def test_on_paper_there_is_no_map(mapped: Page) -> None:
    mapped.emulate_media(media="print")

    expect(mapped.locator("#kart")).to_be_hidden()
    expect(mapped.get_by_role("heading", name="Klatring")).to_be_visible()
