"""A code typed from paper opens the sheet on a phone. That somebody looks is told once, by script alone."""

import re

from playwright.sync_api import Browser, Page, expect

from prescribing.codes.code import in_groups
from tests.support.prescriptions import FRESH, PRESSED


def test_a_code_is_typed_as_it_stands_on_paper(page: Page) -> None:
    page.goto("/r")

    page.get_by_label("Koden på arket").fill(in_groups(FRESH).lower())
    page.get_by_role("button", name="Vis arket").click()

    expect(page).to_have_url(re.compile(f"/r/{FRESH}$"))
    expect(page.get_by_role("heading", level=2).first).to_have_text("FIRE klatring")


def opened(page: Page) -> bool:
    """Tell whether the page says that it has been counted that somebody looks at it."""
    page.goto(f"/r/{PRESSED}")
    return page.locator("[data-module=opened]").count() == 0


def test_looking_is_counted_where_somebody_looks_and_answering_needs_no_script(
    browser: Browser, site: str
) -> None:
    plain = browser.new_context(base_url=site, java_script_enabled=False).new_page()
    assert not opened(plain)
    assert not opened(plain)

    seen = browser.new_context(base_url=site).new_page()
    with seen.expect_request(re.compile("/apnet$")) as told:
        seen.goto(f"/r/{PRESSED}")
    assert told.value.response().status == 204  # type: ignore[union-attr]
    assert opened(plain)

    plain.get_by_role("button", name="Nei: Har du tatt kontakt").click()
    expect(plain.get_by_text("Det kan være tungt å ta kontakt.")).to_be_visible()
    plain.get_by_role("link", name="Se hvor noen kan bli med deg").click()
    expect(plain.get_by_role("heading", level=1)).to_be_visible()
    plain.goto(f"/r/{PRESSED}")
    expect(plain.get_by_role("heading", name="Har du vært på et av stedene?")).to_be_visible()
    for one in (plain, seen):
        one.context.close()
