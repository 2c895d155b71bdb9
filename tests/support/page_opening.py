"""Opening pages of every type in a browser, in every language."""

from typing import Final

from playwright.sync_api import Page

from tests.support.page_types import PageType, words_of
from web.addresses import IN_FRONT

# What stands in front of an address in each language; bokmål has nothing.
FRONTS: Final = ("", *IN_FRONT)


def open_type(page: Page, site: str, kind: PageType, front: str = "") -> None:
    """Open the page of a type, and unfold whatever is folded on it."""
    response = page.goto(site + front + kind.path.format(**words_of(site)))
    if kind.answers:
        for name, answer in kind.answers.items():
            page.locator(f"main [name={name}]").fill(answer)
        with page.expect_navigation() as led_to:
            page.locator("main form button[type=submit]").last.click()
        response = led_to.value
    assert response, f"{kind.name} did not open"
    assert response.status == kind.status, f"{kind.name}: {response.status}"
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
