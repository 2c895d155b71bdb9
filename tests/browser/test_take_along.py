"""A page is taken along in a browser: shared, copied, sent to oneself, and printed with a code on it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser_steps import ask
from tests.support.scripting import with_script, without_script

OFFER = "/tilbud/fire-klatring-trondheim"
ONLY_WITH_SCRIPT = ("share", "copy", "print", "keep")


@with_script
def test_the_link_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(OFFER)

    page.get_by_role("button", name="Kopier lenken").click()

    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("link[rel=canonical]").get_attribute("href")


@with_script
def test_a_phone_that_can_share_is_handed_the_address_and_a_neutral_title(page: Page) -> None:
    page.add_init_script(
        "navigator.share = async (what) => { document.body.dataset.shared = JSON.stringify(what); }"
    )
    page.goto(OFFER)

    page.get_by_role("button", name="Del").click()

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
