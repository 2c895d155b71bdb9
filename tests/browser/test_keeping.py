"""What somebody keeps on the phone is there without a network, and gone when they leave in a hurry."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.browser_steps import ask

OFFER = "/tilbud/fire-klatring-trondheim"
NAME = "FIRE klatring"
ANOTHER = "/tilbud/selvhjelp-norge"
ELSEWHERE = "https://www.yr.no/**"
WEATHER = "<!doctype html><title>Været</title>"
# What a browser can remember of us. Databases and permissions would be new, and are looked for too.
REMEMBERED = """
    async () => ({
        caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        databases: (await indexedDB.databases()).length,
        storage: localStorage.length + sessionStorage.length,
    })
"""
NOTHING = {"caches": [], "workers": 0, "databases": 0, "storage": 0}
ONLY_WITH_SCRIPT = ("share", "copy", "print", "keep")

with_script = pytest.mark.parametrize("page", [True], ids=["with script"], indirect=True)
without_script = pytest.mark.parametrize("page", [False], ids=["without script"], indirect=True)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def keep(page: Page, path: str) -> None:
    page.goto(path)
    button(page, "Ta vare på denne siden på telefonen").click()
    expect(page.get_by_text("Tatt vare på. Du finner den uten nett også.")).to_be_visible()


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def is_forgotten(page: Page) -> None:
    # The page is told before the worker has done it.
    page.wait_for_function(
        "async () => !(await caches.keys()).length"
        " && !(await navigator.serviceWorker.getRegistrations()).length"
    )
    assert page.evaluate(REMEMBERED) == NOTHING


@with_script
def test_nothing_is_remembered_before_somebody_says_so(page: Page) -> None:
    ask(page, "klatring i Trondheim")
    for path in ("/", OFFER, "/kommune/5001", "/uten-nett", "/hjelp"):
        page.goto(path)

    assert page.evaluate(REMEMBERED) == NOTHING


@with_script
def test_a_kept_page_is_shown_without_a_network_and_no_other_page_is(page: Page) -> None:
    keep(page, OFFER)
    page.goto(ANOTHER)
    page.context.set_offline(True)

    page.goto(OFFER)
    expect(heading(page)).to_have_text(NAME)
    # With its style, and with a word about its age.
    expect(page.locator(".brand img")).to_have_css("width", "36px")
    expect(page.get_by_text(re.compile("Denne siden ble laget"))).to_be_visible()

    page.goto(ANOTHER)
    expect(heading(page)).to_have_text("Uten nett")
    expect(page.get_by_role("link", name="113", exact=True)).to_be_visible()

    page.get_by_role("link", name=NAME).click()
    expect(heading(page)).to_have_text(NAME)


@with_script
def test_the_telephones_are_kept_along_with_a_page(page: Page) -> None:
    keep(page, OFFER)
    page.context.set_offline(True)

    page.goto("/hjelp")

    expect(heading(page)).to_have_text("Noen å ringe til")


@with_script
def test_a_kept_page_is_kept_as_it_was_last_seen(page: Page) -> None:
    keep(page, OFFER)
    page.evaluate(
        "async (path) => (await caches.open('kept')).put(path, new Response('of yesterday'))", OFFER
    )

    page.goto(OFFER)

    page.wait_for_function(
        "async ([path, name]) => (await (await caches.match(path)).text()).includes(name)",
        arg=[OFFER, NAME],
    )


@with_script
def test_answers_are_kept_in_the_language_they_were_given_in(page: Page) -> None:
    ask(page, "klatring i Trondheim")
    page.get_by_role("link", name="Nynorsk").click()
    answers = page.url
    keep_button = page.locator("[data-keep-add]")
    keep_button.click()
    expect(page.locator("[data-keep-remove]")).to_be_visible()
    page.context.set_offline(True)

    page.goto(answers)
    assert page.locator("html").get_attribute("lang") == "nn"
    expect(page.get_by_role("article").first).to_be_visible()

    page.goto("/nn/personvern")
    assert page.locator("html").get_attribute("lang") == "nn"
    expect(page.locator("[data-kept-list] a")).to_have_attribute("href", answers)


@with_script
def test_what_was_kept_is_taken_away_again(page: Page) -> None:
    keep(page, OFFER)

    button(page, "Ta den bort").click()

    expect(button(page, "Ta vare på denne siden på telefonen")).to_be_focused()
    is_forgotten(page)


@with_script
def test_one_can_keep_a_page_again_after_taking_it_away(page: Page) -> None:
    keep(page, OFFER)
    button(page, "Ta den bort").click()
    is_forgotten(page)

    keep(page, OFFER)
    page.context.set_offline(True)
    page.reload()

    expect(heading(page)).to_have_text(NAME)
    expect(button(page, "Ta den bort")).to_be_visible()


@with_script
def test_the_list_says_what_was_kept_and_takes_away_one_or_all(page: Page) -> None:
    keep(page, OFFER)
    keep(page, ANOTHER)
    keep(page, "/kommune/5001")
    page.goto("/uten-nett")
    rows = page.locator("[data-kept-list] > li")
    expect(rows).to_have_count(3)
    expect(rows.first).to_contain_text(re.compile(r"Laget \w+dag \d+\. \w+"))

    button(page, f"Ta bort {NAME}").click()
    expect(rows).to_have_count(2)
    expect(page.get_by_role("heading", name="Det du har tatt vare på")).to_be_focused()

    button(page, "Ta bort alt").click()
    expect(page.get_by_text("Du har ikke tatt vare på noe her.")).to_be_visible()
    is_forgotten(page)


@pytest.fixture
def elsewhere(page: Page) -> Page:
    """Stand in for the weather page, which no test may ask for."""
    page.route(
        ELSEWHERE,
        lambda route: route.fulfill(body=WEATHER, content_type="text/html; charset=utf-8"),
    )
    return page


@with_script
@pytest.mark.parametrize(
    "hindrance",
    ["CacheStorage.prototype.delete", "ServiceWorker.prototype.postMessage"],
    ids=["the page is gone too soon", "no worker is told"],
)
def test_page_and_worker_can_each_forget_alone(elsewhere: Page, hindrance: str) -> None:
    keep(elsewhere, OFFER)
    elsewhere.evaluate(f"void ({hindrance} = () => new Promise(() => {{}}))")

    elsewhere.get_by_role("link", name=re.compile("Forlat siden raskt")).click()

    expect(elsewhere).to_have_title("Været")
    elsewhere.goto("/personvern")
    is_forgotten(elsewhere)


@with_script
@pytest.mark.parametrize("way", ["three presses of Shift", "the link"])
def test_leaving_in_a_hurry_leaves_nothing_behind(elsewhere: Page, way: str) -> None:
    page = elsewhere
    keep(page, OFFER)
    page.goto("/hjelp")

    if way == "the link":
        page.get_by_role("link", name=re.compile("Forlat siden raskt")).click()
    else:
        for _ in range(3):
            page.keyboard.press("Shift")

    expect(page).to_have_title("Været")
    page.goto("/personvern")
    is_forgotten(page)


@with_script
def test_a_page_that_cannot_be_kept_says_so_and_leaves_nothing(page: Page) -> None:
    page.goto(OFFER)
    page.evaluate("void (Cache.prototype.add = () => Promise.reject(new Error()))")

    button(page, "Ta vare på denne siden på telefonen").click()

    expect(page.get_by_text("Det gikk ikke nå.")).to_be_visible()
    is_forgotten(page)


@with_script
def test_a_page_of_another_day_says_how_old_it_is(page: Page) -> None:
    notice = page.get_by_text(re.compile("Denne siden ble laget"))
    page.goto(OFFER)
    expect(notice).to_be_hidden()

    page.route(
        f"**{OFFER}", lambda route: route.fulfill(body=as_of_yesterday(route.fetch().text()))
    )
    page.goto(OFFER)

    expect(notice).to_be_visible()


def as_of_yesterday(markup: str) -> str:
    return re.sub(r'data-made="[^"]+"', 'data-made="2026-01-01"', markup)


@with_script
def test_the_link_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(OFFER)

    button(page, "Kopier lenken").click()

    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("link[rel=canonical]").get_attribute("href")


@with_script
def test_a_phone_that_can_share_is_handed_the_address_and_a_neutral_title(page: Page) -> None:
    page.add_init_script(
        "navigator.share = async (what) => { document.body.dataset.shared = JSON.stringify(what); }"
    )
    page.goto(OFFER)

    button(page, "Del").click()

    address = page.locator("link[rel=canonical]").get_attribute("href")
    expect(page.locator("body")).to_have_attribute(
        "data-shared", f'{{"title":"Noe å gå til","url":"{address}"}}'
    )


@without_script
def test_without_script_one_can_send_it_to_oneself_and_nothing_else_is_promised(page: Page) -> None:
    page.goto(OFFER)

    for module in ONLY_WITH_SCRIPT:
        expect(page.locator(f"[data-module={module}]")).to_be_hidden()
    expect(page.locator("main a[href^='mailto:?']")).to_be_visible()
    expect(page.locator("main a[href^='sms:?']")).to_be_visible()


@without_script
def test_without_script_the_page_without_a_network_says_that_nothing_is_kept(page: Page) -> None:
    page.goto("/uten-nett")

    expect(page.get_by_text("Du har ikke tatt vare på noe her.")).to_be_visible()
    expect(button(page, "Ta bort alt")).to_be_hidden()


@pytest.mark.parametrize("where", ["answers", "week", "offer", "municipality"])
def test_the_code_stands_on_paper_and_not_on_the_screen(page: Page, where: str) -> None:
    if where in {"answers", "week"}:
        ask(page, "noe å gå til i Trondheim")
    if where == "week":
        card = page.get_by_role("article").first
        card.get_by_role("button", name=re.compile("^Legg i uka")).click()
        page.goto(page.url.partition("#")[0].replace("/treff/", "/uke/"))
    elif where != "answers":
        page.goto({"offer": OFFER, "municipality": "/kommune/5001"}[where])
    code = page.locator(".paper-code img")
    expect(code).to_be_hidden()

    page.emulate_media(media="print")

    expect(code).to_be_visible()
    expect(page.locator(".take-along")).to_be_hidden()
    sides = page.evaluate(
        "(({ left, right, bottom, top }) => [right - left, bottom - top])"
        "(document.querySelector('.paper-code img').getBoundingClientRect())"
    )
    assert sides[0] == sides[1] >= 60
