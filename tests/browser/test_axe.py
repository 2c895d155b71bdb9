"""No page breaks a rule of WCAG 2.2 AA that a program can judge, in any language, by day or by night."""

from collections.abc import Iterator
from typing import Any, Final, cast

import pytest
from playwright.sync_api import Browser, Page

from tests.support.databases import ROOT
from tests.support.page_opening import FRONTS, open_type
from tests.support.page_types import PAGE_TYPES, PageType

AXE: Final = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN: Final = """
    async (tags) => {
        const options = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] };
        return (await axe.run(document, options)).violations;
    }
"""


@pytest.fixture(scope="module", params=["light", "dark"])
def phone(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        color_scheme=request.param,
        reduced_motion="reduce",
        viewport={"width": 360, "height": 740},
    )
    yield context.new_page()
    context.close()


def findings(page: Page) -> list[str]:
    """Return what is wrong with a page, a line for each place."""
    page.evaluate(AXE)
    return [
        f"{rule['id']}: {' '.join(node['target'])}: {_why(node)}"
        for rule in cast("list[dict[str, Any]]", page.evaluate(RUN, TAGS))
        for node in rule["nodes"]
    ]


def _why(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)


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
