"""What one presses on a page, and what of it is too small to hit."""

from typing import Final

from playwright.sync_api import Page

SMALLEST_TARGET: Final = 24  # CSS pixels, WCAG 2.5.8
# What is pressed and stands by itself; a link inside of a sentence is as high as its line.
SMALL: Final = """
    (least) => {
        const targets = "a[href], button, summary, select, textarea, input:not([type=hidden])";
        const isInSentence = (one) => {
            if (getComputedStyle(one).display !== "inline") {
                return false;
            }
            const around = one.closest("p, li, dd, td, figcaption, div");
            return around && around.textContent.trim().length > one.textContent.trim().length;
        };
        const sizeOf = (one) => {
            const ticked = one.matches("[type=radio], [type=checkbox]") && one.closest("label");
            const box = (ticked || one).getBoundingClientRect();
            return [Math.round(box.width), Math.round(box.height)];
        };
        return [...document.querySelectorAll(targets)]
            .filter((one) => one.checkVisibility() && !one.matches(".ds-skip-link") && !isInSentence(one))
            .map((one) => [one, sizeOf(one)])
            .filter(([one, size]) => Math.min(...size) < least)
            .map(([one, size]) => `${one.tagName.toLowerCase()} «${one.textContent.trim()}»: ${size}`);
    }
"""


def too_small(page: Page) -> list[str]:
    """Return what is smaller than a finger needs, each in words with its size."""
    found: list[str] = page.evaluate(SMALL, SMALLEST_TARGET)
    return found
