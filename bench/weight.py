"""What a page costs a phone that has never been here: bytes, requests, and what it waits for.

Bytes are counted as they come over the line: compressed, headers included, as the browser's
debugging protocol tells them. A map weighs nothing here, since only those who open it fetch it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, Page

from bench import chromium
from bench.served import Site, served
from bench.timing import Line, print_table

PHONE: Final = {"width": 360, "height": 740}
ASKED: Final = "tur i Oslo"
CARDS: Final = 20
KB: Final = 1000
MOST_KB: Final = {"home": 45.0, f"answers, {CARDS} cards": 60.0}
MOST_KB_OF_SCRIPT: Final = 12.0
# The layout shift of all frames up to now, told as Chromium measures it.
SHIFT: Final = """async () => {
  let shift = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += entry.hadRecentInput ? 0 : entry.value;
  });
  observer.observe({ type: "layout-shift", buffered: true });
  scrollTo(0, document.documentElement.scrollHeight);
  await new Promise((done) => setTimeout(done, 500));
  return shift;
}"""
BLOCKING: Final = """() => performance.getEntriesByType("resource")
  .filter((entry) => entry.renderBlockingStatus === "blocking").map((entry) => entry.name)"""


@dataclass(frozen=True)
class Fetched:
    """One file that came over the line, and the address of the file that named it, where known."""

    address: str
    kind: str
    size: int
    named_by: str | None


@dataclass(frozen=True)
class Weighed:
    """All that one page fetched, which of it the first sight waits for, and how much it moved."""

    fetched: tuple[Fetched, ...]
    blocking: tuple[str, ...]
    shift: float

    def kb(self, kind: str | None = None) -> float:
        """Return the weight of all files, or of those of one kind."""
        sizes = [one.size for one in self.fetched if kind in (None, one.kind)]
        return round(sum(sizes) / KB, 1)

    def round_trips(self) -> int:
        """Return how many one after another, the page's own left out, the first sight waits for."""
        named_by = {one.address: one.named_by for one in self.fetched}
        return max((depth(address, named_by) for address in self.blocking), default=0)


def depth(address: str, named_by: Mapping[str, str | None]) -> int:
    """Return how many files, one naming the next, lead from the page to ``address``."""
    seen = {address}
    namer = named_by.get(address)
    steps = 0
    while namer is not None and namer not in seen:
        seen.add(namer)
        namer = named_by.get(namer)
        steps += 1
    return steps


def measure(site: Site) -> Iterator[Line]:
    with chromium.launched() as browser:
        pages = {"home": f"{site.address}/", f"answers, {CARDS} cards": _many(browser, site)}
        for name, address in pages.items():
            yield from lines_of(name, _weighed(browser, address), MOST_KB[name])


def lines_of(name: str, weighed: Weighed, most_kb: float) -> Iterator[Line]:
    told = {
        "over the line": (weighed.kb(), "kB", most_kb),
        "script over the line": (weighed.kb("Script"), "kB", MOST_KB_OF_SCRIPT),
        "requests": (len(weighed.fetched), "", None),
        "layout shift": (round(weighed.shift, 4), "", 0),
        "files that the first sight waits for": (len(weighed.blocking), "", None),
        "round trips for them after the page": (weighed.round_trips(), "", 1),
    }
    for what, (value, unit, target) in told.items():
        note = _kinds(weighed.fetched) if what == "over the line" else ""
        yield Line(f"{name}: {what}", unit, value, value, target, note)


def _kinds(fetched: Iterable[Fetched]) -> str:
    sizes: dict[str, int] = {}
    for one in fetched:
        sizes[one.kind] = sizes.get(one.kind, 0) + one.size
    return ", ".join(f"{kind.lower()} {size / KB:.1f}" for kind, size in sizes.items())


def _many(browser: Browser, site: Site) -> str:
    """Return the address of answers with as many cards as a page shows; RuntimeError where they are fewer."""
    page = browser.new_page(viewport=PHONE)
    page.goto(site.answers_to(ASKED))
    with page.expect_navigation():
        page.get_by_role("link", name="Vis flere", exact=True).click()
    cards = page.locator("[id^='tilbud-']").count()
    address = page.url
    page.close()
    if cards != CARDS:
        raise RuntimeError(f"The answers to {ASKED!r} are {cards}, which are not {CARDS}.")
    return address


def _weighed(browser: Browser, address: str) -> Weighed:
    """Open a page in a browser that has kept nothing, and look to its end."""
    context = browser.new_context(viewport=PHONE, locale="nb-NO")
    page = context.new_page()
    line = _Line(context, page)
    page.goto(address, wait_until="networkidle")
    shift = page.evaluate(SHIFT)
    blocking = page.evaluate(BLOCKING)
    weighed = Weighed(tuple(line.fetched()), tuple(blocking), shift)
    context.close()
    return weighed


class _Line:
    """Listens to what comes over the line, by the browser's debugging protocol."""

    def __init__(self, context: BrowserContext, page: Page) -> None:
        self._asked: dict[str, dict[str, Any]] = {}
        self._sizes: dict[str, int] = {}
        session = context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", self._note_asked)
        session.on("Network.loadingFinished", self._note_size)
        session.send("Network.enable")

    def _note_asked(self, event: dict[str, Any]) -> None:
        if not event["request"]["url"].startswith("data:"):
            self._asked[event["requestId"]] = event

    def _note_size(self, event: dict[str, Any]) -> None:
        self._sizes[event["requestId"]] = round(event["encodedDataLength"])

    def fetched(self) -> Iterator[Fetched]:
        for key, event in self._asked.items():
            yield Fetched(
                event["request"]["url"],
                event["type"],
                self._sizes.get(key, 0),
                named_by(event["initiator"]),
            )


def named_by(initiator: Mapping[str, Any]) -> str | None:
    """Return the address of the file that made the browser fetch, of what the protocol says about it."""
    frames = initiator.get("stack", {}).get("callFrames", [])
    return initiator.get("url") or next((frame["url"] for frame in frames if frame["url"]), None)


def main() -> None:
    with served() as site:
        print_table(measure(site))


if __name__ == "__main__":
    main()
