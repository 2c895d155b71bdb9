"""A sheet is printed from a browser: the paper asked for, the offers, and nothing of the screen."""

import re
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.support.page_types import words_of
from tests.support.scripting import with_script, without_script

MILLIMETRES_OF_A_POINT = 25.4 / 72


def open_sheet(page: Page, site: str, query: str = "") -> None:
    page.goto(f"/resept/{words_of(site)['sheet']}/ark{query}")


def printed(page: Page) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


@without_script
@pytest.mark.parametrize(
    ("query", "width"),
    [("", 210), ("?skrift=stor", 210), ("?papir=a5", 148), ("?papir=a5&skrift=stor", 148)],
)
def test_it_fits_the_paper_that_was_asked_for(
    page: Page, site: str, query: str, width: int
) -> None:
    open_sheet(page, site, query)

    paper = printed(page)

    for one in paper.pages:
        assert float(one.mediabox.width) * MILLIMETRES_OF_A_POINT == pytest.approx(width, abs=1)


@without_script
def test_on_paper_there_are_the_offers_in_order_and_no_buttons(page: Page, site: str) -> None:
    open_sheet(page, site)
    names = page.locator(".sheet-offer h2 a").all_inner_texts()

    words = " ".join(one.extract_text() for one in printed(page).pages)
    words = re.sub(r"\s+", " ", words)

    places = [words.index(name) for name in names]
    assert places == sorted(places)
    assert "Til" in words
    assert words.count("116 123") == 1
    for button in ("Skriv ut", "Tilbake", "Stor skrift", "Forlat siden"):
        assert button not in words


@with_script
def test_one_chooses_paper_letters_and_language_and_goes_back(page: Page, site: str) -> None:
    open_sheet(page, site)
    expect(page.get_by_role("button", name="Skriv ut")).to_be_visible()

    page.get_by_role("link", name="A5", exact=True).click()
    page.get_by_role("link", name="Stor skrift").click()
    page.locator(".sheet-choice").get_by_role("link", name="English").click()

    expect(page.locator("html")).to_have_attribute("lang", re.compile("^en"))
    expect(page.locator(".sheet.is-a5.is-large")).to_be_visible()
    page.locator(".sheet-tools a").first.click()
    expect(page).to_have_url(re.compile(r"/en/resept/[^/]+$"))
