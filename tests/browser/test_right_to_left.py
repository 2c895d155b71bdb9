"""In a language written from right to left, the whole page stands the other way round."""

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.support.page_opening import open_type
from tests.support.page_types import PAGE_TYPES, PageType
from tests.support.page_width import sticking_out
from tests.support.pseudo_language import FRONT, pseudo_language

ANSWERS: Final = next(kind for kind in PAGE_TYPES if kind.name == "answers: found")


@pytest.fixture(scope="module", params=[360, 1280], ids=["telephone", "desk"])
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": request.param, "height": 740}, reduced_motion="reduce"
    )
    with pseudo_language():
        yield context.new_page()
    context.close()


def middle(one: Locator) -> float:
    """Return how far from the left side of the window the middle of something is."""
    box = one.bounding_box()
    assert box, f"{one} is not on the page"
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.name)
def test_a_page_is_turned_round_and_nothing_sticks_out(
    window: Page, site: str, kind: PageType
) -> None:
    open_type(window, site, kind, FRONT)
    half = window.evaluate("document.documentElement.clientWidth") / 2

    assert window.locator("html").get_attribute("dir") == "rtl"
    assert middle(window.locator("header .brand")) > half
    assert middle(window.locator("header .exit")) < half
    assert sticking_out(window) == []
    # A text in another language keeps its full stop at its own end.
    assert window.locator("main [lang]:not([dir])").count() == 0


def test_the_marks_in_a_card_stand_before_their_words(window: Page, site: str) -> None:
    open_type(window, site, ANSWERS, FRONT)
    card = window.get_by_role("article").first
    pictures = card.locator(".icon").all()

    assert pictures
    assert [
        picture for picture in pictures if middle(picture) <= middle(picture.locator("xpath=../.."))
    ] == []
    assert card.evaluate("one => getComputedStyle(one).textAlign") in {"start", "right"}
