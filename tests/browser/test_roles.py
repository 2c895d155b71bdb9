"""What a screen reader tells of a page: its parts in order, each with a name."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.support.page_opening import open_type
from tests.support.page_types import PAGE_TYPES, PageType

# One line of a snapshot: `- heading "Uka mi" [level=1]`, in quotes of YAML where it needs them.
LINE: Final = re.compile(
    r"^ *- '?([a-z]+)(?: \"((?:[^\"\\]|\\.)*)\"| (/.*/))?((?: \[[^\]]*\])*)'?:?"
)
LEVEL: Final = re.compile(r"\[level=(\d)\]")
LANDMARKS: Final = ["banner", "main", "contentinfo"]
NAMED: Final = {
    *("navigation", "article", "region", "heading", "link", "button", "img", "form", "search"),
    *("textbox", "searchbox", "combobox", "checkbox", "radio", "slider", "spinbutton"),
}
# Ids in these lead from a field to its hint and its fault, and from a part to its heading.
DANGLING: Final = """
    () => ["aria-describedby", "aria-labelledby", "aria-controls", "for"].flatMap((name) =>
        [...document.querySelectorAll(`[${name}]`)].flatMap((one) =>
            one.getAttribute(name).trim().split(/\\s+/)
                .filter((id) => !document.getElementById(id))
                .map((id) => `${one.tagName.toLowerCase()} has ${name}=${id}`)))
"""
# A hint that stands beside a field is heard with it.
UNTIED: Final = """
    () => [...document.querySelectorAll("main .hint[id], main .fault[id]")]
        .filter((one) => !document.querySelector(`[aria-describedby~="${one.id}"]`))
        .map((one) => one.id)
"""


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def told(page: Page) -> list[tuple[str, str, str]]:
    """Return role, name and further facts of all that a screen reader is told, in its order."""
    lines = page.locator("body").aria_snapshot().splitlines()
    found = [match for line in lines if (match := LINE.match(line))]
    return [(one[1], one[2] or one[3] or "", one[4]) for one in found]


@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.name)
def test_a_page_is_told_in_order_and_by_name(phone: Page, site: str, kind: PageType) -> None:
    open_type(phone, site, kind)
    parts = told(phone)
    levels = [int(LEVEL.findall(facts)[0]) for role, _, facts in parts if role == "heading"]

    assert [role for role, _, _ in parts if role in LANDMARKS] == LANDMARKS
    assert [role for role, name, _ in parts if role in NAMED and not name] == []
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []
    assert phone.locator("fieldset:not(:has(> legend))").count() == 0
    assert phone.evaluate(DANGLING) == []
    assert phone.evaluate(UNTIED) == []


@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.name)
def test_what_has_the_same_role_is_told_apart(phone: Page, site: str, kind: PageType) -> None:
    """Two parts or two buttons of one name cannot be told apart in a list of them."""
    open_type(phone, site, kind)
    names = [(role, name) for role, name, _ in told(phone) if role in {"navigation", "article"}]
    pressed = [name for role, name, _ in told(phone) if role == "button"]

    assert sorted(set(names)) == sorted(names)
    assert sorted(set(pressed)) == sorted(pressed)


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
