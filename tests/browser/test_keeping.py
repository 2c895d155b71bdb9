"""What somebody keeps on the phone is there without a network, and gone when they leave in a hurry."""

import re
import time
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from core.clock import NORWAY
from tests.support.browser_steps import ask
from tests.support.scripting import with_script, without_script

OFFER = "/tilbud/fire-klatring-trondheim"
# Far from midnight, which makes anything a day old.
NOON = datetime(2026, 12, 2, 12, 0, tzinfo=NORWAY)
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


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name)


def keep(page: Page, path: str) -> None:
    page.goto(path)
    button(page, "Ta vare på siden, så du har den uten nett").click()
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

    expect(button(page, "Ta vare på siden, så du har den uten nett")).to_be_focused()
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
    expect(rows.first).to_contain_text(re.compile(r"Laget \w+dag \d+\. \w+ kl\. \d\d\.\d\d"))

    button(page, f"Ta bort {NAME}").click()
    expect(rows).to_have_count(2)
    expect(page.get_by_role("heading", name="Det du har tatt vare på")).to_be_focused()

    button(page, "Ta bort alt").click()
    expect(page.get_by_text("Du har ikke tatt vare på noe her.")).to_be_visible()
    is_forgotten(page)


@pytest.fixture
def elsewhere(page: Page) -> Page:
    """Stand in for the weather page, which no test may ask for."""
    page.route(ELSEWHERE, weather)
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
    page.evaluate("void (Cache.prototype.put = () => Promise.reject(new Error()))")

    button(page, "Ta vare på siden, så du har den uten nett").click()

    expect(page.get_by_text("Det gikk ikke nå.")).to_be_visible()
    is_forgotten(page)


@with_script
def test_a_tab_is_told_when_somebody_left_in_another_one_while_it_kept_a_page(
    elsewhere: Page,
) -> None:
    other = elsewhere.context.new_page()
    other.goto("/kommune/5001")
    slow_down(other)
    elsewhere.goto(OFFER)
    press_in(other, "[data-keep-add]")

    leave(elsewhere)

    expect(elsewhere).to_have_title("Været")
    expect(other.locator("[data-keep-status]")).to_have_text(re.compile("Det gikk ikke nå"))
    is_forgotten(other)


@with_script
@pytest.mark.parametrize("hindrance", ["the weather is slow", "nothing is slow"])
@pytest.mark.parametrize("after", [0, 300, 1000])
def test_who_leaves_while_a_page_is_being_kept_leaves_nothing_behind(
    page: Page, hindrance: str, after: int
) -> None:
    page.route(ELSEWHERE, slow_weather if hindrance == "the weather is slow" else weather)
    page.goto(OFFER)
    slow_down(page)

    press_in(page, "[data-keep-add]")
    page.wait_for_timeout(after)
    leave(page)

    expect(page).to_have_title("Været")
    # What was under way when the page went has come to its end by then.
    page.wait_for_timeout(1500)
    page.goto("/personvern")
    is_forgotten(page)


def slow_down(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    conditions = {"offline": False, "latency": 400, "downloadThroughput": -1}
    session.send("Network.emulateNetworkConditions", conditions | {"uploadThroughput": -1})


def press_in(page: Page, selector: str) -> None:
    """Press without waiting for what comes of it."""
    page.locator(selector).wait_for()
    page.evaluate("(selector) => document.querySelector(selector).click()", selector)


def leave(page: Page) -> None:
    page.evaluate("setTimeout(() => document.querySelector('.exit').click())")


def weather(route: Route) -> None:
    route.fulfill(body=WEATHER, content_type="text/html; charset=utf-8")


def slow_weather(route: Route) -> None:
    time.sleep(2.5)
    weather(route)


@with_script
def test_what_is_taken_away_in_one_tab_takes_nothing_from_another_that_is_keeping(
    page: Page,
) -> None:
    keep(page, OFFER)
    other = page.context.new_page()
    other.goto("/kommune/5001")

    press_in(other, "[data-keep-add]")
    button(page, "Ta den bort").click()

    expect(other.get_by_text("Tatt vare på. Du finner den uten nett også.")).to_be_visible()
    expect(page.get_by_text("Tatt bort")).to_be_visible()
    page.context.set_offline(True)
    other.reload()
    expect(heading(other)).to_contain_text("Trondheim")


@with_script
@pytest.mark.parametrize(
    ("said", "kind"), [("Vi bygger om", "text/plain"), ("<p>Logg inn", "text/html")]
)
def test_what_is_no_page_of_ours_takes_the_place_of_none(page: Page, said: str, kind: str) -> None:
    keep(page, OFFER)
    page.context.route(f"**{OFFER}", lambda route: route.fulfill(body=said, content_type=kind))
    page.goto(OFFER)
    expect(page.get_by_text(said.removeprefix("<p>"))).to_be_visible()

    page.context.unroute(f"**{OFFER}")
    page.context.set_offline(True)
    page.goto(OFFER)

    expect(heading(page)).to_have_text(NAME)


@with_script
def test_what_is_no_page_of_ours_is_not_kept(page: Page) -> None:
    page.goto(OFFER)
    page.route("**/hjelp", lambda route: route.fulfill(body="Vi bygger om"))

    button(page, "Ta vare på siden, så du har den uten nett").click()

    expect(page.get_by_text("Det gikk ikke nå.")).to_be_visible()
    is_forgotten(page)


@with_script
def test_what_has_no_name_can_be_taken_away(page: Page) -> None:
    keep(page, OFFER)
    page.evaluate(
        "async (path) => (await caches.open('kept')).put(path, new Response('Vi bygger om'))",
        ANOTHER,
    )
    page.goto("/uten-nett")
    expect(page.locator("[data-kept-list] > li")).to_have_count(2)

    button(page, "Ta bort Side uten navn").click()

    expect(page.locator("[data-kept-list] > li")).to_have_text([re.compile(NAME)])


@with_script
def test_kept_answers_are_told_apart_by_what_was_asked(page: Page) -> None:
    for words in ("klatring i Trondheim", "sang i Trondheim"):
        ask(page, words)
        page.locator("[data-keep-add]").click()
        expect(page.locator("[data-keep-remove]")).to_be_visible()

    page.goto("/uten-nett")

    rows = page.locator("[data-kept-list] > li")
    expect(rows.filter(has_text="Klatring, Trondheim")).to_have_count(1)
    expect(rows).to_have_count(2)


@with_script
def test_a_press_that_needs_a_network_leads_to_the_page_that_says_so(page: Page) -> None:
    ask(page, "klatring i Trondheim")
    page.locator("[data-keep-add]").click()
    expect(page.locator("[data-keep-remove]")).to_be_visible()
    add_to_week = page.get_by_role("button", name=re.compile("^Legg i uka")).first

    page.context.set_offline(True)
    add_to_week.click()

    expect(heading(page)).to_have_text("Uten nett")
    page.go_back()
    page.context.set_offline(False)
    add_to_week.click()
    expect(page.get_by_role("button", name=re.compile("^I uka"))).to_be_focused()


@with_script
@pytest.mark.parametrize(
    ("age", "is_told"),
    [(timedelta(minutes=20), False), (timedelta(minutes=31), True), (timedelta(days=300), True)],
)
def test_a_page_that_is_old_says_how_old_it_is(page: Page, age: timedelta, is_told: bool) -> None:
    page.clock.set_fixed_time(NOON + age)
    page.route(f"**{OFFER}", lambda route: route.fulfill(body=made_at(NOON, route.fetch().text())))

    page.goto(OFFER)

    expect(page.get_by_text(re.compile("Denne siden ble laget"))).to_be_visible(visible=is_told)


def made_at(moment: datetime, markup: str) -> str:
    return re.sub(r'data-made="[^"]+"', f'data-made="{moment.isoformat()}"', markup)


@with_script
def test_a_page_that_is_left_open_says_how_old_it_is(page: Page) -> None:
    page.clock.install()
    page.goto(OFFER)
    notice = page.get_by_text(re.compile(r"Denne siden ble laget \w+dag .+ kl\. \d\d\.\d\d"))
    expect(notice).to_be_hidden()

    page.clock.fast_forward("31:00")

    expect(notice).to_be_visible()


@without_script
def test_without_script_the_page_without_a_network_says_that_nothing_is_kept(page: Page) -> None:
    page.goto("/uten-nett")

    expect(page.get_by_text("Du har ikke tatt vare på noe her.")).to_be_visible()
    expect(button(page, "Ta bort alt")).to_be_hidden()
