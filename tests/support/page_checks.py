"""The promises that every page keeps, checked on its markup."""

from collections import Counter
from collections.abc import Iterator

import html5lib
from bs4 import BeautifulSoup, Tag

# What a browser fetches by itself; links that people follow may lead anywhere.
FETCHED = {
    "src": "script, img, source, iframe, audio, video, track, embed, input",
    "href": "link, use, image",
    "data": "object",
    "poster": "video",
}
DATA_TYPES = {"application/json", "application/ld+json"}


def check_page(markup: str) -> None:
    """Fail with the reason where ``markup`` breaks a promise of every page."""
    html5lib.HTMLParser(strict=True).parse(markup)
    page = BeautifulSoup(markup, "html.parser")
    faults = [*_frame(page), *_code(page), *_from_elsewhere(page)]
    assert not faults, "\n".join(faults)


def _frame(page: BeautifulSoup) -> Iterator[str]:
    # A name that tells too much of its reader stands in no title; the h1 repeats what stands there.
    headings = [str(tag.get("data-title", tag.text)).strip() for tag in page.select("h1")]
    title = page.title.text.strip() if page.title else ""
    root = page.select_one("html")
    if root is None or not root.get("lang"):
        yield "the page does not say what language it is in"
    if len(headings) != 1:
        yield f"a page has one h1; this one has {headings}"
    elif not headings[0] or not title.startswith(headings[0]):
        yield f"the title {title!r} does not begin with the h1 {headings[0]!r}"
    if not page.select_one("main#main"):
        yield "there is no main#main for the skip link to lead to"
    times = Counter(str(tag["id"]) for tag in page.select("[id]"))
    yield from (f"the id {name} stands twice" for name, number in times.items() if number > 1)
    for form in page.select("form"):
        if form.get("method", "").lower() == "post" and not form.get("action"):
            yield "a form that posts does not say where to"


def _code(page: BeautifulSoup) -> Iterator[str]:
    """Whatever the Content-Security-Policy would keep from working."""
    for tag in page.find_all(True):
        for name in tag.attrs:
            if name == "style" or name.startswith("on"):
                yield f"{tag.name} has {name} inline"
    if page.select("style"):
        yield "there is an inline style sheet"
    for script in page.select("script:not([src])"):
        if script.get("type") not in DATA_TYPES:
            yield "there is an inline script"
    for tag in page.select("[href], [action], [src]"):
        if any(str(tag.get(name, "")).startswith("javascript:") for name in ("href", "action")):
            yield f"{tag.name} leads to script"


def _from_elsewhere(page: BeautifulSoup) -> Iterator[str]:
    for attribute, tags in FETCHED.items():
        for tag in page.select(tags):
            address = str(tag.get(attribute, ""))
            if address and not _is_ours(tag, address):
                yield f"{tag.name} fetches {address} from elsewhere"


def _is_ours(tag: Tag, address: str) -> bool:
    if address.startswith("data:"):
        return tag.name == "img"
    # A page's own name for itself is an address that nobody fetches.
    is_a_name = tag.name == "link" and set(tag.get_attribute_list("rel")) <= {
        "canonical",
        "alternate",
    }
    return is_a_name or address.startswith("#") or (address[0] == "/" and address[:2] != "//")
