"""Moving about on a page by keyboard alone, and seeing where one is."""

from typing import Final

from playwright.sync_api import Page

# More stops than any page has; whoever passes so many has been round.
MOST_STOPS: Final = 250
# Named as one finds it in the markup, with what is wrong with how its focus shows.
FOCUSED: Final = """
    () => {
        const one = document.activeElement;
        if (!one || one === document.body) {
            return null;
        }
        // What is pressed may be drawn by its label or another thing around it.
        const around = [one, one.parentElement, one.nextElementSibling, one.parentElement?.parentElement];
        // The skip link is on the page only while it has the focus.
        const isMarked = one.matches(".ds-skip-link") || around.filter(Boolean).some((thing) => {
            const style = getComputedStyle(thing);
            const hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
            return hasOutline || (thing === one && style.boxShadow !== "none");
        });
        const ticked = one.matches("[type=radio], [type=checkbox]") && one.closest("label");
        const box = (ticked || one).getClientRects()[0];
        const isHigh = box && box.bottom > 0 && box.top < innerHeight;
        const isInside = isHigh && box.right > 0 && box.left < innerWidth;
        const between = (least, number, most) => Math.min(Math.max(least, number), most);
        const at = isInside && document.elementFromPoint(
            between(0, box.left + box.width / 2, innerWidth - 1),
            between(0, box.top + box.height / 2, innerHeight - 1));
        const isFree = !at || at.contains(one) || (ticked || one).contains(at);
        const name = (one.textContent || one.name || one.id).trim().replace(/\\s+/g, " ").slice(0, 40);
        const faults = [
            isMarked ? "" : "no outline",
            isInside ? "" : "outside of the window",
            isFree ? "" : "covered by " + at.tagName.toLowerCase() + "." + at.className,
        ];
        return [`${one.tagName.toLowerCase()} «${name}»`, faults.filter(Boolean).join(", ")];
    }
"""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what ``selector`` finds has the focus; fail where the focus never comes there."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard never came to {selector}")


def stops(page: Page) -> list[tuple[str, str]]:
    """Press Tab once round the page; return every stop with what is wrong with its focus."""
    found: list[tuple[str, str]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return found
        found.append((stop[0], stop[1]))
    raise AssertionError("the keyboard is caught on the page")
