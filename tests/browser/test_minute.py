"""A consultation: from what is said to a sheet of paper, in few presses, by keyboard, and without script."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

MOST_CLICKS = 8
WIDTH_OF_A_DESK, WIDTH_OF_A_PHONE = 1280, 360


class Counted:
    """Presses what is named, and counts."""

    def __init__(self) -> None:
        self.clicks = 0

    def click(self, what: Locator) -> None:
        self.clicks += 1
        what.click()


def pdf(page: Page) -> Locator:
    return page.get_by_role("link", name="Lagre som PDF")


def fetched(page: Page) -> bytes:
    """Return the file behind the link: a browser without a window opens none."""
    answer = page.request.get(str(pdf(page).get_attribute("href")))
    assert answer.ok
    return answer.body()


def entries(page: Page) -> Locator:
    return page.locator(".minute-entries > li")


def test_from_words_to_pdf_in_few_clicks(page: Page) -> None:
    counted = Counted()
    page.goto("/resept")
    counted.click(page.get_by_text("Ensomhet", exact=True))
    counted.click(page.get_by_text("18–25\N{NO-BREAK SPACE}år", exact=True))
    place = page.get_by_label("Sted", exact=True)
    counted.click(place)
    place.fill("Trondheim")
    counted.click(page.get_by_text("Trening og sport", exact=True))
    counted.click(page.get_by_role("button", name="Vis forslag"))

    expect(entries(page).first).to_be_visible()
    assert fetched(page).startswith(b"%PDF")
    assert counted.clicks + 1 <= MOST_CLICKS


def test_the_sheet_can_be_changed_within_the_same_eight(page: Page) -> None:
    counted = Counted()
    page.goto("/resept?kommune=5001&alder=18-25&grunn=loneliness")
    first = entries(page).first.locator("h3").inner_text()

    counted.click(page.get_by_role("button", name="Flytt ned").first)
    expect(entries(page).nth(1).locator("h3")).to_have_text(first)
    counted.click(page.get_by_role("button", name="Ta bort").first)
    counted.click(page.get_by_role("button", name="Legg på arket").first)
    page.get_by_label(re.compile("^Linje under")).first.select_option("go_once")
    counted.click(page.get_by_role("button", name="Sett inn").first)

    expect(page.get_by_label(re.compile("^Linje under")).first).to_have_value("go_once")
    assert fetched(page).startswith(b"%PDF")
    assert counted.clicks + 1 <= MOST_CLICKS


def test_a_ready_sheet_is_one_press(page: Page) -> None:
    page.goto("/resept?kommune=5001")
    page.get_by_role("button", name="De første to ukene etter utskriving").click()

    expect(page.get_by_label("Dag for utskriving")).to_be_visible()
    expect(page.get_by_label("Overskrift")).to_have_value("the_first_two_weeks")
    expect(entries(page).first).to_be_visible()


def test_a_place_nobody_knows_is_told_beside_the_field(page: Page) -> None:
    page.goto("/resept")
    page.get_by_label("Sted", exact=True).fill("Kari Nordmann")
    page.get_by_role("button", name="Vis forslag").click()

    expect(page.locator("#place-fault")).to_contain_text("Vi kjenner ikke dette stedet")
    expect(page.get_by_label("Sted", exact=True)).to_have_value("Kari Nordmann")


def test_keyboard_alone_is_enough(page: Page) -> None:
    page.goto("/resept")
    page.locator("#reasons").focus()
    page.keyboard.press("Space")
    page.get_by_label("Sted", exact=True).focus()
    page.keyboard.type("Trondheim")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/resept/.+#arket"))
    for _press in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Lagre som PDF":
            break

    expect(pdf(page)).to_be_focused()


@pytest.mark.parametrize(
    "path", ["/resept", "/resept?kommune=5001&grunn=loneliness&grunn=after_a_slip"]
)
def test_nothing_is_wider_than_a_phone(page: Page, path: str) -> None:
    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH_OF_A_PHONE


@pytest.fixture
def desk(browser: Browser, site: str) -> Iterator[Page]:
    """A wide screen with script, as in a consulting room."""
    context = browser.new_context(
        base_url=site, viewport={"width": WIDTH_OF_A_DESK, "height": 900}, locale="nb-NO"
    )
    yield context.new_page()
    context.close()


def test_while_one_chooses_the_sheet_is_made_and_no_button_is_needed(desk: Page) -> None:
    counted = Counted()
    desk.goto("/resept")
    counted.click(desk.get_by_text("Ensomhet", exact=True))
    expect(desk.get_by_role("status").filter(has_text="på arket")).to_be_attached()
    counted.click(desk.get_by_label("Sted", exact=True))
    desk.keyboard.type("Trondheim", delay=20)
    expect(desk.get_by_role("heading", name="Flere forslag nær Trondheim")).to_be_visible()

    assert re.search("/resept/[A-Za-z0-9_-]+$", desk.url)
    assert fetched(desk).startswith(b"%PDF")
    assert counted.clicks + 1 <= MOST_CLICKS
    shown = entries(desk).locator("h3").all_inner_texts()
    desk.reload()
    assert entries(desk).locator("h3").all_inner_texts() == shown


def test_what_is_not_understood_while_typing_is_told_and_the_sheet_stays(desk: Page) -> None:
    desk.goto("/resept?kommune=5001&grunn=loneliness")
    desk.get_by_label("Sted", exact=True).fill("Trondhj")

    expect(desk.get_by_role("status").filter(has_text="kjenner ikke dette stedet")).to_be_visible()
    expect(entries(desk).first).to_be_visible()


def test_form_and_sheet_stand_side_by_side_on_a_wide_screen(desk: Page) -> None:
    desk.goto("/resept?kommune=5001&grunn=loneliness")

    form, sheet = desk.locator("#minute").bounding_box(), desk.locator("#arket").bounding_box()
    assert form and sheet
    assert form["x"] + form["width"] <= sheet["x"]
    assert abs(form["y"] - sheet["y"]) < form["height"] / 10
    expect(pdf(desk)).to_be_in_viewport()
