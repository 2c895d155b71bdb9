"""Every type of page is opened once in every language, and looked at from all sides while it is open.

What holds for one page holds for all. Opening a page takes longer than looking at it, so the tests
share what is open; each begins with the page as it was when it was opened.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize

from tests.support.axe import findings
from tests.support.keyboard import stops
from tests.support.page_opening import FRONTS, open_type
from tests.support.page_types import PAGE_TYPES, PageType
from tests.support.page_width import sticking_out
from tests.support.targets import too_small
from tests.support.telling import (
    DANGLING,
    LANDMARKS,
    NAMED,
    UNTIED,
    levels_of,
    told,
)

NARROWEST: Final[ViewportSize] = {"width": 320, "height": 640}
PHONE: Final[ViewportSize] = {"width": 360, "height": 740}
LARGE_TEXT: Final = "document.documentElement.style.fontSize = '200%'"
# As much as WCAG 1.4.12 lets people ask for.
AIRY_TEXT: Final = """
    const airy = new CSSStyleSheet();
    airy.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
        p { margin-block-end: 2em !important; }
    `);
    document.adoptedStyleSheets = [airy];
"""
AS_IT_WAS: Final = """
    document.adoptedStyleSheets = [];
    document.documentElement.style.fontSize = "";
    document.activeElement.blur();
    window.scrollTo(0, 0);
"""
KEPT: Final = """
    async () => ({
        "cookies": document.cookie,
        "localStorage": Object.keys(localStorage),
        "sessionStorage": Object.keys(sessionStorage),
        "indexedDB": (await indexedDB.databases()).map((one) => one.name),
        "caches": await caches.keys(),
        "service workers": (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope),
    })
"""
# Bokmål stands first, so that what is asked in one language only is asked of pages that are open.
EVERY_PAGE: Final = [
    pytest.param((front, kind), id=f"{kind.name}{front and ' '}{front}")
    for front in FRONTS
    for kind in PAGE_TYPES
]
in_bokmal = pytest.mark.parametrize("opened", EVERY_PAGE[: len(PAGE_TYPES)], indirect=True)


@dataclass
class Opened:
    """A page that is open, and the addresses that it has asked for since."""

    page: Page
    asked: list[str]


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture(scope="module", params=EVERY_PAGE)
def opened(request: pytest.FixtureRequest, context: BrowserContext, site: str) -> Iterator[Opened]:
    kind: PageType
    front, kind = request.param
    asked: list[str] = []

    def note(one: Request) -> None:
        asked.append(one.url)

    page = context.new_page()
    page.on("request", note)
    open_type(page, site, kind, front)
    yield Opened(page, asked)
    page.close()
    context.clear_cookies()


@pytest.fixture
def phone(opened: Opened) -> Page:
    """The page as it was when it was opened, whatever has been tried on it since."""
    opened.page.set_viewport_size(PHONE)
    opened.page.emulate_media(color_scheme="light")
    opened.page.evaluate(AS_IT_WAS)
    return opened.page


def test_no_page_breaks_a_rule_that_a_program_can_judge(phone: Page) -> None:
    """Those of WCAG 2.2 AA."""
    assert findings(phone) == []


# The colours of the night are the same in every language.
@in_bokmal
def test_no_page_breaks_such_a_rule_by_night(phone: Page) -> None:
    phone.emulate_media(color_scheme="dark")

    assert findings(phone) == []


def test_everything_has_room(phone: Page) -> None:
    """Nothing sticks out and no text is cut on the narrowest telephone, with large and with airy text."""
    phone.set_viewport_size(NARROWEST)
    found = {"320 px": sticking_out(phone)}

    phone.evaluate(AIRY_TEXT)
    found["320 px, airy text"] = sticking_out(phone)

    phone.evaluate("document.adoptedStyleSheets = []")
    phone.evaluate(LARGE_TEXT)
    phone.set_viewport_size(PHONE)
    found["360 px, text twice as large"] = sticking_out(phone)

    assert {where: faults for where, faults in found.items() if faults} == {}


@in_bokmal
def test_a_page_is_told_in_order_and_by_name(phone: Page) -> None:
    parts = told(phone)
    levels = levels_of(parts)

    assert [role for role, _, _ in parts if role in LANDMARKS] == LANDMARKS
    assert [role for role, name, _ in parts if role in NAMED and not name] == []
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []
    assert phone.locator("fieldset:not(:has(> legend))").count() == 0
    assert phone.evaluate(DANGLING) == []
    assert phone.evaluate(UNTIED) == []


@in_bokmal
def test_what_has_the_same_role_is_told_apart(phone: Page) -> None:
    """Two parts or two buttons of one name cannot be told apart in a list of them."""
    parts = told(phone)
    names = [(role, name) for role, name, _ in parts if role in {"navigation", "article"}]
    pressed = [name for role, name, _ in parts if role == "button"]

    assert sorted(set(names)) == sorted(names)
    assert sorted(set(pressed)) == sorted(pressed)


@in_bokmal
def test_what_one_presses_is_large_enough(phone: Page) -> None:
    assert too_small(phone) == []


@in_bokmal
def test_one_sees_where_one_is_all_the_way_round(phone: Page) -> None:
    found = stops(phone)

    assert len(found) > 5
    assert [stop for stop in found if stop[1]] == []


@in_bokmal
def test_looking_at_a_page_leaves_nothing_behind(
    phone: Page, opened: Opened, context: BrowserContext, site: str
) -> None:
    """Neither in the browser nor with anybody else; a late request is waited for."""
    phone.wait_for_load_state("networkidle")
    kept = phone.evaluate(KEPT)

    assert opened.asked
    assert [url for url in opened.asked if not url.startswith((f"{site}/", "data:"))] == []
    assert {store: things for store, things in kept.items() if things} == {}
    assert context.cookies() == []
