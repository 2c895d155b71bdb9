"""No page breaks a rule of WCAG 2.2 AA that a program can judge, in any language, by day or by night."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.support.axe import findings
from tests.support.page_opening import FRONTS, open_type
from tests.support.page_types import PAGE_TYPES, PageType


@pytest.fixture(scope="module", params=["light", "dark"])
def phone(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        color_scheme=request.param,
        reduced_motion="reduce",
        viewport={"width": 360, "height": 740},
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.name)
@pytest.mark.parametrize("front", FRONTS)
def test_no_page_breaks_a_rule_that_a_program_can_judge(
    phone: Page, site: str, kind: PageType, front: str
) -> None:
    open_type(phone, site, kind, front)

    assert findings(phone) == []


def test_what_breaks_a_rule_is_found(phone: Page, site: str) -> None:
    phone.goto(f"{site}/hjelp")
    phone.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<h4>4</h4>')")
    phone.evaluate("document.querySelector('main a').textContent = ''")

    broken = {finding.split(":")[0] for finding in findings(phone)}

    assert {"heading-order", "link-name"} <= broken
