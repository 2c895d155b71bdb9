"""The Chromium that pages are measured and tested in, without what it would ask of the network by itself."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import Browser, Playwright, sync_playwright

# The first draws no windows of its own, and so opens pages sooner.
NAMES: Final = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def launched() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_path(playwright), args=FLAGS)
        yield browser
        browser.close()


def path() -> str:
    """Return where the browser lies, for a program that starts it by itself."""
    with sync_playwright() as playwright:
        return _path(playwright)


def _path(playwright: Playwright) -> str:
    """Return the machine's own browser, else the one that Playwright brings: as bin/browser looks."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or playwright.chromium.executable_path
