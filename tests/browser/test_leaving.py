"""The quick way out: three presses of Shift with script, a plain link without."""

import re

import pytest
from playwright.sync_api import Page, expect

ELSEWHERE = "https://www.yr.no/**"
WEATHER = "<!doctype html><title>Været</title>"


@pytest.fixture
def elsewhere(page: Page) -> Page:
    """Stand in for the weather page, which no test may ask for."""
    page.route(
        ELSEWHERE,
        lambda route: route.fulfill(body=WEATHER, content_type="text/html; charset=utf-8"),
    )
    return page


def test_the_link_leads_away(elsewhere: Page) -> None:
    elsewhere.goto("/hjelp")

    elsewhere.get_by_role("link", name=re.compile("Forlat siden raskt")).click()

    expect(elsewhere).to_have_title("Været")


@pytest.mark.parametrize("page", [True], ids=["with script"], indirect=True)
def test_three_presses_of_shift_lead_away_and_leave_no_page_behind(elsewhere: Page) -> None:
    elsewhere.goto("/")
    elsewhere.goto("/sprekk")

    for _ in range(3):
        elsewhere.keyboard.press("Shift")

    expect(elsewhere).to_have_title("Været")
    elsewhere.go_back()
    assert "/sprekk" not in elsewhere.url


@pytest.mark.parametrize("page", [True], ids=["with script"], indirect=True)
def test_shift_with_letters_in_between_leads_nowhere(elsewhere: Page) -> None:
    elsewhere.goto("/")

    for key in ("Shift", "a", "Shift", "b", "Shift"):
        elsewhere.keyboard.press(key)

    expect(elsewhere.get_by_role("heading", level=1)).to_be_visible()
    assert "yr.no" not in elsewhere.url
