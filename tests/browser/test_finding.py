"""Somebody on a phone finds something to go to, with script and without."""

import re

from playwright.sync_api import Page, expect

from tests.support.browser_steps import ask

SMALLEST_TARGET = 44  # CSS pixels, WCAG 2.5.5
PHONE_WIDTH = 360


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


def test_a_thing_that_was_misunderstood_is_taken_away_with_one_press(page: Page) -> None:
    ask(page, "buldring i Trondheim, 19 år")
    understood = page.get_by_role("region", name="Slik forsto vi deg")

    understood.get_by_role("link", name="Ta bort 19 år").click()

    expect(understood.get_by_role("link", name="Endre: Buldring")).to_be_visible()
    expect(understood.get_by_role("link", name="Endre: Trondheim")).to_be_visible()
    expect(understood.get_by_text("19 år")).to_have_count(0)


def test_what_is_not_for_me_goes_and_comes_back(page: Page) -> None:
    ask(page, "buldring i Trondheim")
    offer = page.get_by_role("article", name="FIRE klatring")

    offer.get_by_role("button", name="Ikke for meg").click()

    expect(offer).to_have_count(0)
    expect(page.get_by_text("Vi tok bort FIRE klatring.")).to_be_visible()

    page.get_by_role("button", name="Angre").click()

    expect(offer).to_be_visible()


def test_all_that_is_pressed_on_the_answers_is_large_enough_for_a_thumb(page: Page) -> None:
    ask(
        page,
        "buldring i Trondheim, 19 år, jeg liker også kor og fotball og bingo og saksofonkvartett",
    )

    pressed = page.locator(".chips a, .card-choices button")
    boxes = [box for one in pressed.all() if (box := one.bounding_box())]

    assert len(boxes) > 10
    assert min(min(box["width"], box["height"]) for box in boxes) >= SMALLEST_TARGET
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE_WIDTH


def test_what_one_does_on_the_screen_is_not_on_paper(page: Page) -> None:
    ask(page, "buldring i Trondheim")
    page.emulate_media(media="print")

    expect(page.get_by_role("article", name="FIRE klatring")).to_be_visible()
    for name in ("Ikke for meg", "Legg i uka"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)


def test_the_way_out_is_on_every_page(page: Page) -> None:
    for address in ("/", "/finn", "/hjelp", "/sprekk", "/hvorfor", "/personvern", "/kommune/5001"):
        page.goto(address)

        way_out = page.get_by_role("link", name=re.compile("Forlat siden raskt"))

        expect(way_out).to_be_visible()
        expect(way_out).to_have_attribute("href", "https://www.yr.no/")
