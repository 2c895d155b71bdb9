"""Somebody on a phone finds something to go to, with script and without."""

import re

from playwright.sync_api import Page, expect


def ask(page: Page, words: str) -> None:
    page.goto("/")
    page.get_by_label(re.compile("egne ord")).fill(words)
    page.get_by_role("button", name="Finn", exact=True).click()


def test_words_alone_lead_to_an_offer_and_its_page(page: Page) -> None:
    ask(page, "buldring i Trondheim, 19 år, kveld")

    expect(page).to_have_url(re.compile("/treff/[A-Za-z0-9_-]+$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Trondheim")

    page.get_by_role("link", name="FIRE klatring").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("FIRE klatring")
    expect(page.get_by_role("heading", name="Første gang")).to_be_visible()


def test_questions_answered_by_choice_lead_to_suggestions(page: Page) -> None:
    page.goto("/finn")
    page.get_by_label("Natur og friluftsliv").check()
    page.get_by_label(re.compile("Hvor gammel")).fill("45")
    page.get_by_label(re.compile("Hvor er du")).fill("Stjørdal")
    page.get_by_role("button", name="Finn noe å gå til").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Stjørdal")
    assert page.get_by_role("article").count() >= 1


def test_the_address_tells_nothing_of_what_was_typed(page: Page) -> None:
    ask(page, "na møte i Oslo")

    assert not re.search("na|oslo|m%C3%B8te", page.url.split("/treff/")[0].casefold() + "?")
    assert "?" not in page.url


def test_going_back_shows_the_home_page_and_a_bookmark_the_answer(page: Page) -> None:
    ask(page, "yoga i Stavanger")
    bookmark = page.url
    heading = page.get_by_role("heading", level=1).text_content()

    page.go_back()
    expect(page.get_by_label(re.compile("egne ord"))).to_be_visible()

    page.goto(bookmark)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading or "")


def test_a_faulty_answer_is_told_beside_the_question_and_nothing_typed_is_lost(page: Page) -> None:
    page.goto("/finn")
    page.get_by_label(re.compile("Hvor er du")).fill("Molde")
    page.get_by_label(re.compile("Hvor gammel")).fill("nitten og litt til")
    page.get_by_role("button", name="Finn noe å gå til").click()

    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label(re.compile("Hvor er du"))).to_have_value("Molde")
    expect(page.get_by_label(re.compile("Hvor gammel"))).to_have_value("nitten og litt til")


def test_a_place_nobody_knows_is_told_and_answered_all_the_same(page: Page) -> None:
    page.goto("/finn")
    page.get_by_label(re.compile("Hvor er du")).fill("Ingenstedby")
    page.get_by_role("button", name="Finn noe å gå til").click()

    expect(page.get_by_text("Ingenstedby").first).to_be_visible()
    assert page.get_by_role("article").count() >= 1


def test_the_way_out_is_on_every_page(page: Page) -> None:
    for address in ("/", "/finn", "/hjelp", "/sprekk", "/hvorfor", "/personvern", "/kommune/5001"):
        page.goto(address)

        way_out = page.get_by_role("link", name=re.compile("Forlat siden raskt"))

        expect(way_out).to_be_visible()
        expect(way_out).to_have_attribute("href", "https://www.yr.no/")
