"""Somebody without a mouse finds something to go to, and stands where they expect to."""

import re

from playwright.sync_api import Page, expect

from tests.support.browser_steps import ask
from tests.support.keyboard import tab_to
from tests.support.targets import SMALLEST_TARGET


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
