"""What axe, a program that judges pages by the rules of WCAG, finds on one in a browser."""

from typing import Any, Final, cast

from playwright.sync_api import Page

from tests.support.databases import ROOT

AXE: Final = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN: Final = """
    async (tags) => {
        const options = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] };
        return (await axe.run(document, options)).violations;
    }
"""


def findings(page: Page) -> list[str]:
    """Return what is wrong with a page, a line for each place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    return [
        f"{rule['id']}: {' '.join(node['target'])}: {_why(node)}"
        for rule in cast("list[dict[str, Any]]", page.evaluate(RUN, TAGS))
        for node in rule["nodes"]
    ]


def _why(node: dict[str, Any]) -> str:
    checks = [*node["any"], *node["all"], *node["none"]]
    return "; ".join(check["message"] for check in checks)
