"""Whoever only looks leaves nothing behind: not in the browser, and with nobody else."""

from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.support.page_opening import open_type
from tests.support.page_types import PAGE_TYPES, PageType

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


@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.name)
def test_looking_at_a_page_leaves_nothing_behind(
    browser: Browser, site: str, kind: PageType
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()

    open_type(page, site, kind)
    page.wait_for_load_state("networkidle")  # a late request is what this looks for
    kept = page.evaluate(KEPT)
    cookies = context.cookies()
    context.close()

    assert asked
    assert [url for url in asked if not url.startswith((f"{site}/", "data:"))] == []
    assert {store: things for store, things in kept.items() if things} == {}
    assert cookies == []
