"""Somebody without a mouse finds something to go to, and always sees where on the page they are."""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browser_steps import ask
from tests.support.keyboard import stops, tab_to
from tests.support.page_opening import open_type
from tests.support.page_types import PAGE_TYPES, PageType

# What is pressed and stands by itself; a link inside of a sentence is as high as its line.
SMALL: Final = """
    (least) => {
        const targets = "a[href], button, summary, select, textarea, input:not([type=hidden])";
        const isInSentence = (one) => {
            if (getComputedStyle(one).display !== "inline") {
                return false;
            }
            const around = one.closest("p, li, dd, td, figcaption, div");
            return around && around.textContent.trim().length > one.textContent.trim().length;
        };
        const sizeOf = (one) => {
            const ticked = one.matches("[type=radio], [type=checkbox]") && one.closest("label");
            const box = (ticked || one).getBoundingClientRect();
            return [Math.round(box.width), Math.round(box.height)];
        };
        return [...document.querySelectorAll(targets)]
            .filter((one) => one.checkVisibility() && !one.matches(".ds-skip-link") && !isInSentence(one))
            .map((one) => [one, sizeOf(one)])
            .filter(([one, size]) => Math.min(...size) < least)
            .map(([one, size]) => `${one.tagName.toLowerCase()} «${one.textContent.trim()}»: ${size}`);
    }
"""
SMALLEST_TARGET: Final = 24  # CSS pixels, WCAG 2.5.8


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def focused(page: Page) -> str:
    """Return what has the focus: its id, or else its class."""
    found: str = page.evaluate("document.activeElement.id || document.activeElement.className")
    return found


def test_the_first_stop_leads_past_the_head_of_the_page(page: Page) -> None:
    page.goto("/")

    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    box = skip.bounding_box()

    expect(skip).to_have_text("Gå til innholdet")
    assert box
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["height"] >= SMALLEST_TARGET

    page.keyboard.press("Enter")

    assert focused(page) == "main"


def test_words_lead_to_an_offer_and_to_whom_to_ring(page: Page) -> None:
    page.goto("/")
    tab_to(page, "[name=text]")
    page.keyboard.type("noe å gå til i Oslo, 19 år")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/treff/"))

    tab_to(page, "article h3 a")
    name = page.locator(":focus").inner_text().strip()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    tab_to(page, "main a[href^='tel:'], main a[href^='mailto:'], main a[href^='http']")


def test_what_was_misunderstood_is_taken_away(page: Page) -> None:
    ask(page, "buldring i Trondheim, 19 år")

    tab_to(page, ".chip-remove")
    taken_away = page.locator(":focus").inner_text().split("\n")[0].removeprefix("Ta bort ").strip()
    page.keyboard.press("Enter")

    expect(page.get_by_role("link", name=f"Ta bort {taken_away}")).to_have_count(0)
    expect(page.get_by_role("region", name="Slik forsto vi deg")).to_be_focused()


def test_the_week_is_filled_and_opened_and_the_place_on_the_page_is_kept(page: Page) -> None:
    ask(page, "noe å gå til i Trondheim")
    tab_to(page, "button[name=to_week]")
    offer = page.locator(":focus").get_attribute("value")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#valg-"))
    pressed = page.get_by_role("button", name=re.compile("^I uka – ta bort"))
    expect(pressed).to_be_focused()
    expect(pressed).to_be_in_viewport()
    expect(page.get_by_role("article").filter(has=pressed)).to_be_in_viewport(ratio=0.4)

    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('article')?.querySelector('h3').id") == (
        f"tilbud-{offer}"
    )
    page.reload()
    page.evaluate("document.querySelector('main').focus()")
    tab_to(page, "a[href*='/uke/']")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Uka mi")
    tab_to(page, "button[name=from_week]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Ta bort"))).to_have_count(0)


def test_the_focus_stands_on_what_has_to_be_put_right(page: Page) -> None:
    page.goto("/finn")
    tab_to(page, "[name=age]")
    page.keyboard.type("nitten og litt til")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()

    expect(page.get_by_role("alert")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert focused(page) == "age"


@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.name)
def test_one_sees_where_one_is_all_the_way_round(phone: Page, site: str, kind: PageType) -> None:
    open_type(phone, site, kind)
    phone.evaluate("document.activeElement.blur()")

    found = stops(phone)

    assert len(found) > 5
    assert [stop for stop in found if stop[1]] == []


@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.name)
def test_what_one_presses_is_large_enough(phone: Page, site: str, kind: PageType) -> None:
    open_type(phone, site, kind)

    assert phone.evaluate(SMALL, SMALLEST_TARGET) == []
