"""Visitors speak: on a phone, with script and without, and nobody asks who they are."""

from playwright.sync_api import Page, expect

OFFER = "/tilbud/fire-klatring-trondheim"


def test_somebody_says_that_something_is_wrong(page: Page) -> None:
    page.goto(OFFER)
    page.get_by_role("link", name="Er noe feil? Si fra her").click()
    page.get_by_text("Det er stengt eller slutt").click()
    page.get_by_label("Fortell litt mer, hvis du vil").fill("Døra var låst.")

    page.get_by_role("button", name="Send").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Takk for at du sa fra")
    page.get_by_role("link", name="Tilbake til tilbudet").click()
    expect(page).to_have_url(f"{page.url.partition('/tilbud')[0]}{OFFER}")


def test_a_wish_for_what_is_not_there_takes_one_press(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Skriv med egne ord").fill("brettspill i Vardø, 19 år")
    page.keyboard.press("Enter")

    page.get_by_role("button", name="Tell med ønsket mitt").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Takk, ønsket ditt er talt med")
    expect(page.get_by_role("link", name="Alt i Vardø")).to_be_visible()


def test_somebody_writes_to_a_group_and_is_told_what_is_missing(page: Page) -> None:
    page.goto(OFFER)
    page.get_by_role("link", name="Skriv til gruppa").click()
    page.get_by_label("Hva vil du si?").fill("Hei, kan jeg komme?")
    page.get_by_text("Jeg vil gjerne at noen møter meg første gang").click()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("alert")).to_contain_text("Skriv hvor gruppa kan svare deg.")
    expect(page.get_by_label("Hva vil du si?")).to_have_value("Hei, kan jeg komme?")
    expect(page.get_by_role("checkbox")).to_be_checked()

    page.get_by_label("E-post eller telefonnummer").fill("meg@example.org")
    page.get_by_role("button", name="Send").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Meldingen din er på vei")
