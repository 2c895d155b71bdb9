"""What a screen reader tells of a page: its parts in order, each with a name."""

import re
from typing import Final

from playwright.sync_api import Page

# One line of a snapshot: `- heading "Uka mi" [level=1]`, in quotes of YAML where it needs them.
LINE: Final = re.compile(
    r"^ *- '?([a-z]+)(?: \"((?:[^\"\\]|\\.)*)\"| (/.*/))?((?: \[[^\]]*\])*)'?:?"
)
LEVEL: Final = re.compile(r"\[level=(\d)\]")
LANDMARKS: Final = ["banner", "main", "contentinfo"]
NAMED: Final = {
    *("navigation", "article", "region", "heading", "link", "button", "img", "form", "search"),
    *("textbox", "searchbox", "combobox", "checkbox", "radio", "slider", "spinbutton"),
}
# Ids in these lead from a field to its hint and its fault, and from a part to its heading.
DANGLING: Final = """
    () => ["aria-describedby", "aria-labelledby", "aria-controls", "for"].flatMap((name) =>
        [...document.querySelectorAll(`[${name}]`)].flatMap((one) =>
            one.getAttribute(name).trim().split(/\\s+/)
                .filter((id) => !document.getElementById(id))
                .map((id) => `${one.tagName.toLowerCase()} has ${name}=${id}`)))
"""
# A hint that stands beside a field is heard with it.
UNTIED: Final = """
    () => [...document.querySelectorAll("main .hint[id], main .fault[id]")]
        .filter((one) => !document.querySelector(`[aria-describedby~="${one.id}"]`))
        .map((one) => one.id)
"""
Part = tuple[str, str, str]


def told(page: Page) -> list[Part]:
    """Return role, name and further facts of all that a screen reader is told, in its order."""
    lines = page.locator("body").aria_snapshot().splitlines()
    found = [match for line in lines if (match := LINE.match(line))]
    return [(one[1], one[2] or one[3] or "", one[4]) for one in found]


def levels_of(parts: list[Part]) -> list[int]:
    """Return the level of every heading, in order."""
    return [int(LEVEL.findall(facts)[0]) for role, _, facts in parts if role == "heading"]
