"""In a language written from right to left, the whole page stands the other way round."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize

from tests.support.page_opening import open_type
from tests.support.page_types import PAGE_TYPES
from tests.support.page_width import sticking_out
from tests.support.pseudo_language import FRONT, pseudo_language

WINDOWS: Final[dict[str, ViewportSize]] = {
    "telephone": {"width": 360, "height": 740},
    "desk": {"width": 1280, "height": 740},
}
ANSWERS: Final = next(kind for kind in PAGE_TYPES if kind.name == "answers: found")


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=WINDOWS["telephone"], reduced_motion="reduce")
    with pseudo_language():
        yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=PAGE_TYPES, ids=lambda kind: kind.name)
def opened(request: pytest.FixtureRequest, window: Page, site: str) -> Page:
    """A page of each type, opened once and looked at in windows of two widths."""
    window.set_viewport_size(WINDOWS["telephone"])
    open_type(window, site, request.param, FRONT)
    return window


def middle(one: Locator) -> float:
    """Return how far from the left side of the window the middle of something is."""
    box = one.bounding_box()
    assert box, f"{one} is not on the page"
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize("size", WINDOWS)
def test_a_page_is_turned_round_and_nothing_sticks_out(opened: Page, size: str) -> None:
    opened.set_viewport_size(WINDOWS[size])
    half = opened.evaluate("document.documentElement.clientWidth") / 2

    assert opened.locator("html").get_attribute("dir") == "rtl"
    assert middle(opened.locator("header .brand")) > half
    assert middle(opened.locator("header .exit")) < half
    assert sticking_out(opened) == []
    # A text in another language keeps its full stop at its own end.
    assert opened.locator("main [lang]:not([dir])").count() == 0


@pytest.mark.parametrize("size", WINDOWS)
def test_the_marks_in_a_card_stand_before_their_words(window: Page, site: str, size: str) -> None:
    window.set_viewport_size(WINDOWS[size])
    open_type(window, site, ANSWERS, FRONT)
    card = window.get_by_role("article").first
    pictures = card.locator(".icon").all()

    assert pictures
    assert [
        picture for picture in pictures if middle(picture) <= middle(picture.locator("xpath=../.."))
    ] == []
    assert card.evaluate("one => getComputedStyle(one).textAlign") in {"start", "right"}
