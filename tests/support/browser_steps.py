"""What people do in a browser over and over, a step at a time."""

import re

from playwright.sync_api import Page


def ask(page: Page, words: str) -> None:
    """Type words into the one box and wait for the answers, style and all."""
    page.goto("/")
    page.get_by_label(re.compile("egne ord")).fill(words)
    page.get_by_role("button", name="Finn", exact=True).click()
    page.wait_for_url(re.compile("/treff/"), wait_until="load")
