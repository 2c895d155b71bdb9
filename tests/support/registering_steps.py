"""What a group does on its way through the ten questions, in a browser on a phone."""

import re
from typing import Final

from playwright.sync_api import Page, expect

from tests.support.registering import ANSWERS

PHONE_WIDTH: Final = 360
GO_ON: Final = "Lagre og gå videre"


def begin(page: Page) -> None:
    page.goto("/meld-inn")
    page.get_by_role("button", name="Begynn").click()


def put_in(page: Page) -> None:
    """Answer everything, look it over and send it; a mail waits afterwards."""
    begin(page)
    for slug in ANSWERS:
        if slug == "tider":
            expect(page.get_by_text("Hver tirsdag kl.")).to_be_visible()
            page.get_by_role("button", name="Ja, dette stemmer").click()
        else:
            answer_page(page, slug)
    expect(page.get_by_role("heading", level=1)).to_have_text("Se over svarene")
    page.get_by_role("button", name="Send inn").click()
    expect(page.get_by_text("kari@example.org")).to_be_visible()


def fill_in(page: Page, slug: str) -> None:
    for name, value in ANSWERS[slug].items():
        for one in [value] if isinstance(value, str) else value:
            field = page.locator(f'main form.register [name="{name}"]')
            if field.first.get_attribute("type") in {"radio", "checkbox"}:
                tick(page, name, one)
            elif field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(one)
            else:
                field.fill(one)


def tick(page: Page, name: str, value: str) -> None:
    box = page.locator(f'[name="{name}"][value="{value}"]').first
    folded = page.locator("details.group:not([open])").filter(has=box)
    if folded.count():
        folded.locator("summary").click()
    box.check()


def answer_page(page: Page, slug: str) -> None:
    expect(page).to_have_url(re.compile(rf"/{slug}$"))
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE_WIDTH, slug
    fill_in(page, slug)
    page.get_by_role("button", name=GO_ON, exact=True).last.click()
