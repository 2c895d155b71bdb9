"""Somebody on a phone chooses two things, sees their week, and takes one out, with script and without."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.browser_steps import ask


def choose(page: Page, number: int) -> str:
    """Put the offer of one card into the week; return its name."""
    card = page.get_by_role("article").nth(number)
    name = card.get_by_role("heading").first.inner_text().strip()
    card.get_by_role("button", name=re.compile("^Legg i uka")).click()
    page.wait_for_url(re.compile("#valg-"))
    return name


def open_week(page: Page) -> None:
    page.get_by_role("link", name=re.compile("^Uka mi")).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Uka mi")


def chosen(page: Page) -> Locator:
    return page.get_by_role("region", name="Dette har du valgt").get_by_role("listitem")


def test_two_things_are_chosen_and_one_is_taken_out_again(page: Page) -> None:
    ask(page, "noe å gå til i Trondheim")
    first, second = choose(page, 0), choose(page, 1)

    open_week(page)

    expect(chosen(page)).to_have_count(2)
    expect(page.get_by_role("region", name=re.compile("^I dag"))).to_be_visible()
    page.get_by_role("button", name=re.compile(f"^Ta bort {re.escape(first)}")).click()
    expect(chosen(page)).to_have_count(1)
    expect(chosen(page)).to_contain_text(second)

    page.get_by_role("link", name="Tilbake til forslagene").click()

    expect(page).to_have_url(re.compile("/treff/"))
    expect(page.get_by_role("link", name=re.compile("Uka mi: 1 valgt"))).to_be_visible()


def test_what_is_not_for_me_stays_away_while_the_week_grows(page: Page) -> None:
    ask(page, "noe å gå til i Oslo")
    card = page.get_by_role("article").first
    name = card.get_by_role("heading").first.inner_text().strip()
    card.get_by_role("button", name=re.compile("^Ikke for meg")).click()
    expect(page).to_have_url(re.compile("#forslag$"))

    choose(page, 0)

    expect(page.get_by_text(f"Vi tok bort {name}.")).to_be_visible()
    assert name not in [
        heading.strip() for heading in page.get_by_role("article").locator("h3").all_inner_texts()
    ]


def test_a_day_with_nothing_on_it_leads_to_suggestions_and_keeps_the_week(page: Page) -> None:
    ask(page, "noe å gå til i Trondheim")
    choose(page, 0)
    open_week(page)

    page.get_by_role("link", name=re.compile("^Finn noe denne dagen")).first.click()

    expect(page).to_have_url(re.compile("/treff/"))
    expect(page.get_by_role("link", name=re.compile("Uka mi: 1 valgt"))).to_be_visible()


def test_on_paper_there_are_no_buttons_and_nothing_sticks_out(page: Page) -> None:
    ask(page, "noe å gå til i Trondheim")
    choose(page, 0)
    choose(page, 1)
    open_week(page)
    wide = page.evaluate("document.documentElement.scrollWidth")

    page.emulate_media(media="print")

    assert wide <= 360
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_role("link", name="Tilbake til forslagene")).to_have_count(0)
    expect(page.get_by_role("heading", name="Dette har du valgt")).to_be_visible()


def test_the_week_is_a_file_for_a_calendar(page: Page) -> None:
    ask(page, "na møte i Oslo")
    card = page.get_by_role("article").filter(has_text="kl.").first
    card.get_by_role("button", name=re.compile("^Legg i uka")).click()
    open_week(page)
    link = page.get_by_role("link", name="Legg uka i kalenderen")

    with page.expect_download() as download:
        link.click()

    assert download.value.suggested_filename == "uke.ics"


@pytest.mark.parametrize("page", [True], ids=["with script"], indirect=True)
def test_with_script_a_button_prints_the_week(page: Page) -> None:
    # The dialogue of the browser itself cannot be seen from here.
    page.add_init_script("window.print = () => { document.body.dataset.printed = 'yes'; }")
    ask(page, "noe å gå til i Trondheim")
    choose(page, 0)
    open_week(page)

    page.get_by_role("button", name="Skriv ut uka").click()

    expect(page.locator("body")).to_have_attribute("data-printed", "yes")


@pytest.mark.parametrize("page", [False], ids=["without script"], indirect=True)
def test_without_script_no_button_promises_to_print(page: Page) -> None:
    ask(page, "noe å gå til i Trondheim")
    choose(page, 0)
    open_week(page)

    expect(page.get_by_text("Skriv ut uka")).to_be_hidden()
    expect(page.get_by_role("link", name="Tilbake til forslagene")).to_be_visible()
