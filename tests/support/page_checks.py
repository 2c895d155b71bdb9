"""The promises that every page keeps, checked on its markup."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from xml.etree.ElementTree import Element

import html5lib

# What a browser fetches by itself; links that people follow may lead anywhere.
FETCHED = {
    "src": {"script", "img", "source", "iframe", "audio", "video", "track", "embed", "input"},
    "href": {"link", "use", "image"},
    "data": {"object"},
    "poster": {"video"},
}
DATA_TYPES = {"application/json", "application/ld+json"}


@lru_cache(maxsize=500)
def check_page(markup: str) -> None:
    """Fail with the reason where ``markup`` breaks a promise of every page.

    Tests open many pages, and some of them again and again: the markup is read once.
    """
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(markup)
    tags = [tag for tag in root.iter() if isinstance(tag.tag, str)]
    faults = [*_frame(root, tags), *_code(tags), *_from_elsewhere(tags)]
    assert not faults, "\n".join(faults)


def _name(tag: Element) -> str:
    """Return its name without the namespace, as in drawings."""
    return tag.tag.rpartition("}")[2]


def _attributes(tag: Element) -> dict[str, str]:
    return {name.rpartition("}")[2]: value for name, value in tag.items()}


def _text(tag: Element) -> str:
    return "".join(tag.itertext()).strip()


def _frame(root: Element, tags: list[Element]) -> Iterator[str]:
    # A name that tells too much of its reader stands in no title; the h1 repeats what stands there.
    headings = [tag.get("data-title", _text(tag)).strip() for tag in tags if tag.tag == "h1"]
    title = next((_text(tag) for tag in tags if tag.tag == "title"), "")
    if not root.get("lang"):
        yield "the page does not say what language it is in"
    if len(headings) != 1:
        yield f"a page has one h1; this one has {headings}"
    elif not headings[0] or not title.startswith(headings[0]):
        yield f"the title {title!r} does not begin with the h1 {headings[0]!r}"
    if not any(tag.tag == "main" and tag.get("id") == "main" for tag in tags):
        yield "there is no main#main for the skip link to lead to"
    times = Counter(tag.get("id") for tag in tags if tag.get("id") is not None)
    yield from (f"the id {name} stands twice" for name, number in times.items() if number > 1)
    for form in (tag for tag in tags if tag.tag == "form"):
        if form.get("method", "").lower() == "post" and not form.get("action"):
            yield "a form that posts does not say where to"


def _code(tags: list[Element]) -> Iterator[str]:
    """Whatever the Content-Security-Policy would keep from working."""
    for tag in tags:
        attributes = _attributes(tag)
        for name in attributes:
            if name == "style" or name.startswith("on"):
                yield f"{_name(tag)} has {name} inline"
        if _name(tag) == "style":
            yield "there is an inline style sheet"
        is_script = _name(tag) == "script" and "src" not in attributes
        if is_script and attributes.get("type") not in DATA_TYPES:
            yield "there is an inline script"
        if any(attributes.get(name, "").startswith("javascript:") for name in ("href", "action")):
            yield f"{_name(tag)} leads to script"


def _from_elsewhere(tags: list[Element]) -> Iterator[str]:
    for tag in tags:
        attributes = _attributes(tag)
        for attribute, fetching in FETCHED.items():
            address = attributes.get(attribute) if _name(tag) in fetching else None
            if address and not _is_ours(tag, address):
                yield f"{_name(tag)} fetches {address} from elsewhere"


def _is_ours(tag: Element, address: str) -> bool:
    if address.startswith("data:"):
        return tag.tag == "img"
    # A page's own name for itself is an address that nobody fetches.
    is_a_name = tag.tag == "link" and set(tag.get("rel", "").split()) <= {"canonical", "alternate"}
    return is_a_name or address.startswith("#") or (address[0] == "/" and address[:2] != "//")
