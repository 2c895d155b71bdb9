"""The looks that every page goes through do find what they are for."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.support.axe import findings
from tests.support.keyboard import stops
from tests.support.page_width import sticking_out
from tests.support.targets import too_small
from tests.support.telling import DANGLING, UNTIED, told


@pytest.fixture(scope="module")
def window(browser: Browser, site: str) -> Iterator[Page]:
    viewport = {"width": 320, "height": 640}
    context = browser.new_context(base_url=site, viewport=viewport, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(window: Page) -> Page:
    window.goto("/hjelp")
    return window


def test_what_breaks_a_rule_is_found(phone: Page) -> None:
    phone.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<h4>4</h4>')")
    phone.evaluate("document.querySelector('main a').textContent = ''")

    broken = {finding.split(":")[0] for finding in findings(phone)}

    assert {"heading-order", "link-name"} <= broken


def test_what_cannot_be_read_by_night_is_found(phone: Page) -> None:
    """A page that is open is judged in the colours it has then."""
    phone.evaluate("""() => {
        const dark = new CSSStyleSheet();
        dark.replaceSync("@media (prefers-color-scheme: dark) { h1 { color: #111; background: #000 } }");
        document.adoptedStyleSheets = [dark];
    }""")

    phone.emulate_media(color_scheme="light")
    by_day = findings(phone)
    phone.emulate_media(color_scheme="dark")
    by_night = findings(phone)

    assert by_day == []
    assert {finding.split(":")[0] for finding in by_night} == {"color-contrast"}


def test_what_sticks_out_is_found(phone: Page) -> None:
    heading = phone.get_by_role("heading", level=1)

    heading.evaluate("one => { one.style.minWidth = '400px'; }")
    assert any(one.startswith("sticks out: h1") for one in sticking_out(phone))

    heading.evaluate("one => { one.style.cssText = 'overflow: hidden; height: 1px'; }")
    assert any(one.startswith("cut below: h1") for one in sticking_out(phone))


def test_what_is_told_without_a_name_is_found(phone: Page) -> None:
    phone.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input>')")

    assert ("textbox", "", "") in told(phone)


def test_what_leads_to_nothing_and_what_nothing_leads_to_is_found(phone: Page) -> None:
    phone.evaluate("document.querySelector('h1').setAttribute('aria-describedby', 'borte')")
    phone.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<p class=hint id=a>')"
    )

    assert phone.evaluate(DANGLING) == ["h1 has aria-describedby=borte"]
    assert phone.evaluate(UNTIED) == ["a"]


def test_what_is_too_small_to_press_is_found(phone: Page) -> None:
    phone.evaluate("""() => {
        const small = document.createElement("button");
        small.style.cssText = "all: unset; display: block; width: 20px; height: 20px";
        document.querySelector("h1").after(small);
    }""")

    assert too_small(phone) == ["button «»: 20,20"]


def test_a_stop_that_one_does_not_see_is_found(phone: Page) -> None:
    phone.evaluate("""() => {
        const unseen = new CSSStyleSheet();
        unseen.replaceSync("main a { outline: none !important; box-shadow: none !important }");
        document.adoptedStyleSheets = [unseen];
    }""")

    assert any(fault == "no outline" for _, fault in stops(phone))
