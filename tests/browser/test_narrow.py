"""Nothing sticks out and no text is cut on the narrowest telephone, with large text, and with airy text."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.support.page_opening import FRONTS, open_type
from tests.support.page_types import PAGE_TYPES, PageType
from tests.support.page_width import sticking_out

NARROWEST: Final = {"width": 320, "height": 640}
PHONE: Final = {"width": 360, "height": 740}
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


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=NARROWEST, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.name)
@pytest.mark.parametrize("front", FRONTS)
def test_everything_has_room(phone: Page, site: str, kind: PageType, front: str) -> None:
    phone.set_viewport_size(NARROWEST)
    open_type(phone, site, kind, front)
    found = {"320 px": sticking_out(phone)}

    phone.evaluate(AIRY_TEXT)
    found["320 px, airy text"] = sticking_out(phone)

    phone.evaluate("document.adoptedStyleSheets = []")
    phone.evaluate(LARGE_TEXT)
    phone.set_viewport_size(PHONE)
    found["360 px, text twice as large"] = sticking_out(phone)

    assert {where: faults for where, faults in found.items() if faults} == {}


def test_what_sticks_out_is_found(phone: Page, site: str) -> None:
    phone.goto(f"{site}/hjelp")
    heading = phone.get_by_role("heading", level=1)

    heading.evaluate("one => { one.style.minWidth = '400px'; }")
    assert any(one.startswith("sticks out: h1") for one in sticking_out(phone))

    heading.evaluate("one => { one.style.cssText = 'overflow: hidden; height: 1px'; }")
    assert any(one.startswith("cut below: h1") for one in sticking_out(phone))
