"""What a screen reader tells of cards, and of fields that have a fault."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.support.page_opening import open_type
from tests.support.page_types import PAGE_TYPES


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def test_a_card_is_an_article_named_after_what_one_goes_to(phone: Page, site: str) -> None:
    answers = next(kind for kind in PAGE_TYPES if kind.name == "answers: found")
    open_type(phone, site, answers)

    cards = phone.get_by_role("article")

    assert cards.count() >= 3
    for card in cards.all():
        name = card.get_by_role("heading").first.inner_text().strip()
        assert phone.get_by_role("article", name=name, exact=True).count() == 1


def test_a_field_with_a_fault_is_told_with_its_hint_and_its_fault(phone: Page, site: str) -> None:
    faults = next(kind for kind in PAGE_TYPES if kind.name == "questions with faults")
    open_type(phone, site, faults)
    age = phone.locator("main [name=age]")

    described_by = (age.get_attribute("aria-describedby") or "").split()

    assert age.get_attribute("aria-invalid") == "true"
    assert "age-fault" in described_by
    assert phone.get_by_role("alert").get_by_role("link").first.get_attribute("href") == "#age"
