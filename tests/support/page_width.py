"""What sticks out of a page at its sides, and which text is cut off or covered."""

from typing import Final

from playwright.sync_api import Page

# Names an element as one finds it in the markup.
STICKING_OUT: Final = """
    () => {
        const named = (one) => {
            const classes = [...one.classList].map((name) => `.${name}`).join("");
            const text = one.textContent.trim().replace(/\\s+/g, " ").slice(0, 40);
            return `${one.tagName.toLowerCase()}${classes} «${text}»`;
        };
        const root = document.documentElement;
        const wide = root.clientWidth;
        const found = [];
        const all = [...document.body.querySelectorAll("*")].filter((one) => one.checkVisibility());
        if (root.scrollWidth > wide) {
            const out = all.filter((one) => {
                const box = one.getBoundingClientRect();
                return box.width > 1 && (box.right > wide + 1 || box.left < -1);
            });
            found.push(`the page is ${root.scrollWidth} px wide in a window of ${wide}`);
            const innermost = out.filter((one) => !out.some((two) => one !== two && one.contains(two)));
            found.push(...innermost.slice(0, 8).map((one) => `sticks out: ${named(one)}`));
        }
        for (const one of all) {
            const style = getComputedStyle(one);
            const hides = (way) => ["hidden", "clip"].includes(way);
            const isSeen = one.clientWidth > 1 && one.textContent.trim();
            if (isSeen && hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1) {
                found.push(`cut at its side: ${named(one)}`);
            }
            if (isSeen && hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1) {
                found.push(`cut below: ${named(one)}`);
            }
        }
        // What stays in place when the page moves may cover what stands at its top.
        window.scrollTo(0, 0);
        for (const one of document.querySelectorAll("header a, h1")) {
            const text = document.createRange();
            text.selectNodeContents(one);
            const isCovered = [...text.getClientRects()].some((line) => {
                const inside = (share) => line.left + line.width * share;
                return [0.02, 0.5, 0.98].some((share) => {
                    const at = document.elementFromPoint(inside(share), line.top + line.height / 2);
                    return line.bottom < innerHeight && at && !one.contains(at) && !at.contains(one);
                });
            });
            if (isCovered) {
                found.push(`covered: ${named(one)}`);
            }
        }
        return found;
    }
"""


def sticking_out(page: Page) -> list[str]:
    """Return what is wider than the window, cut off or covered, in words; nothing where all is in place."""
    found: list[str] = page.evaluate(STICKING_OUT)
    return found
