"""Where one is: told by the browser when one asks it to, and names that complete themselves."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

TRONDHEIM = {"latitude": 63.4305, "longitude": 10.3951}
Phone = Callable[..., Page]


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Phone]:
    """Open the questions on a phone that tells where it is if ``may_tell``; each complaint fails."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_questions(*, may_tell: bool, address: str = "/finn") -> Page:
        context = browser.new_context(
            base_url=site,
            viewport={"width": 320, "height": 640},
            locale="nb-NO",
            geolocation=TRONDHEIM,  # type: ignore[arg-type]
            permissions=["geolocation"] if may_tell else [],
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield open_questions
    for context in contexts:
        context.close()
    assert complaints == []


def here(page: Page) -> tuple[str, str]:
    lat, lon = (page.locator(f"input[name={name}]").input_value() for name in ("lat", "lon"))
    return lat, lon


def requests_of(page: Page) -> list[str]:
    """Return the addresses asked for from now on, as they come. Files of the page itself may still come."""
    paths: list[str] = []

    def note(request: Request) -> None:
        path = urlsplit(request.url).path
        if not path.startswith("/static/"):
            paths.append(path)

    page.on("request", note)
    return paths


def use_position(page: Page) -> None:
    page.get_by_role("button", name="Bruk stedet jeg er på").click()


def told(page: Page) -> str:
    return page.locator("[data-position-status]").inner_text()


def names_offered(page: Page) -> list[str]:
    names: list[str] = page.locator("#place-names option").evaluate_all(
        "options => options.map((option) => option.value)"
    )
    return names


def test_a_press_fills_in_a_rounded_position_and_sends_nothing(phone: Phone) -> None:
    page = phone(may_tell=True)
    asked_for = requests_of(page)

    use_position(page)

    expect(page.locator("[data-position-status]")).to_contain_text("Vi foreslår noe nær deg.")
    assert here(page) == ("63.43", "10.4")
    assert asked_for == []
    expect(page.get_by_role("button", name="Ta bort posisjonen")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_answers_are_near_by_and_their_address_knows_it_again(phone: Phone) -> None:
    page = phone(may_tell=True)
    use_position(page)
    expect(page.get_by_role("button", name="Ta bort posisjonen")).to_be_visible()
    page.get_by_role("button", name="Finn noe å gå til").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Noe å gå til nær deg")
    expect(page.get_by_text("Trondheim").first).to_be_visible()
    assert page.get_by_role("article").count() >= 1

    page.get_by_role("link", name="Endre: Der du er", exact=True).click()

    expect(page.locator("[data-position-status]")).to_contain_text("Vi foreslår noe nær deg.")
    assert here(page) == ("63.43", "10.4")


def test_what_one_types_afterwards_counts(phone: Phone) -> None:
    page = phone(may_tell=True)
    use_position(page)
    expect(page.get_by_role("button", name="Ta bort posisjonen")).to_be_visible()

    page.get_by_label("Hvor er du").press_sequentially("Oslo")

    assert here(page) == ("", "")
    expect(page.get_by_role("button", name="Bruk stedet jeg er på")).to_be_visible()
    page.get_by_role("button", name="Finn noe å gå til").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Oslo")


def test_taking_it_away_gives_back_what_was_typed(phone: Phone) -> None:
    page = phone(may_tell=True)
    place = page.get_by_label("Hvor er du")
    place.fill("Molde")
    use_position(page)
    expect(place).to_have_value("")

    page.get_by_role("button", name="Ta bort posisjonen").click()

    assert here(page) == ("", "")
    expect(place).to_have_value("Molde")
    expect(place).to_be_focused()


def test_a_refusal_is_told_and_the_field_can_be_used(phone: Phone) -> None:
    page = phone(may_tell=False)
    place = page.get_by_label("Hvor er du")
    place.fill("Molde")

    use_position(page)

    expect(page.locator("[data-position-status]")).to_contain_text("sa nei")
    assert here(page) == ("", "")
    expect(place).to_have_value("Molde")
    expect(place).to_be_editable()
    expect(page.get_by_role("button", name="Bruk stedet jeg er på")).to_be_visible()


def test_an_answer_that_comes_after_one_has_typed_a_place_comes_too_late(phone: Phone) -> None:
    page = phone(may_tell=True)
    page.evaluate(
        "navigator.geolocation.getCurrentPosition = (found) => { window.answerLate = found; }"
    )
    use_position(page)
    assert told(page) == "Vi spør nettleseren din om hvor du er."

    page.get_by_label("Hvor er du").fill("Oslo")
    page.evaluate("window.answerLate({ coords: { latitude: 63.4305, longitude: 10.3951 } })")

    assert here(page) == ("", "")
    assert told(page) == ""
    expect(page.get_by_label("Hvor er du")).to_have_value("Oslo")


def test_without_script_a_position_is_shown_and_can_be_taken_away(
    phone: Phone, browser: Browser, site: str
) -> None:
    page = phone(may_tell=True)
    use_position(page)
    expect(page.get_by_role("button", name="Ta bort posisjonen")).to_be_visible()
    page.get_by_role("button", name="Finn noe å gå til").click()
    page.get_by_role("link", name="Endre: Der du er", exact=True).click()
    address = page.url

    context = browser.new_context(base_url=site, java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address)
    expect(plain.get_by_role("button", name="Bruk stedet jeg er på")).to_be_hidden()
    plain.get_by_label("Ta bort posisjonen").check()
    plain.get_by_label("Hvor er du").fill("Oslo")
    plain.get_by_role("button", name="Finn noe å gå til").click()

    expect(plain.get_by_role("heading", level=1)).to_contain_text("Oslo")
    context.close()


@pytest.mark.parametrize("front", ["", "/nn", "/en"])
def test_all_names_come_in_one_file_however_much_one_types(phone: Phone, front: str) -> None:
    page = phone(may_tell=False, address=f"{front}/finn")
    asked_for = requests_of(page)
    place = page.locator("#place")

    with page.expect_response(re.compile(r"/steder\.json$")):
        place.focus()
    for typed in ("tr", "trondh", "berg", "tron"):
        place.fill("")
        place.press_sequentially(typed)
    place.blur()
    place.focus()

    assert asked_for == ["/steder.json"]
    expect(page.locator("#place-names option[value=Trondheim]")).to_have_count(1)
    assert names_offered(page)[0] == "Trondheim"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("tromso", ["Tromsø"]),
        ("tromsoe", ["Tromsø"]),
        ("AALES", ["Ålesund"]),
        ("ålesu", ["Ålesund"]),
        ("i rana", ["Mo i Rana"]),
        ("rana", ["Rana"]),
        ("karas", ["Karasjok"]),
        ("Å", ["Ålesund"]),
        ("xyz", []),
        ("7041", []),
        ("", []),
    ],
)
def test_names_are_found_however_they_are_typed(phone: Phone, typed: str, first: list[str]) -> None:
    page = phone(may_tell=False)
    place = page.locator("#place")
    with page.expect_response(re.compile(r"/steder\.json$")):
        place.focus()

    place.fill(f"{typed} ")
    place.fill(typed)

    if first:
        expect(page.locator("#place-names option").first).to_be_attached()
    assert names_offered(page)[:1] == first
    assert len(names_offered(page)) <= 8
