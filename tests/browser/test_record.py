"""The text for the journal is copied with one press, and by hand where there is no script."""

from playwright.sync_api import Page, expect

from tests.support.page_types import words_of
from tests.support.scripting import with_script, without_script


def open_journal(page: Page, site: str) -> None:
    page.goto(f"/resept/{words_of(site)['sheet']}/journal")


@with_script
def test_the_text_is_copied_as_it_stands(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_journal(page, site)

    page.get_by_role("button", name="Kopier teksten").click()

    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_by_label("Teksten").input_value()
    assert copied.startswith("Sosial resept, ")


@without_script
def test_without_script_the_text_is_there_to_mark(page: Page, site: str) -> None:
    open_journal(page, site)

    expect(page.get_by_label("Teksten")).not_to_be_editable()
    expect(page.get_by_role("button", name="Kopier teksten")).to_be_hidden()
    page.get_by_role("link", name="Tilbake til arket").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sosial resept")
