"""``make screenshots``: a picture of every type of page in every look, and a page that shows them all.

The pages are those of a site of its own with the documented offers and the examples, and as whoever
opens them meets them: what is folded stays folded.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import product
from pathlib import Path
from typing import Final, Literal

import yaml
from playwright.sync_api import Browser, Page
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from bench import chromium
from bench.served import ROOT, Site, served
from core.settings import read_settings
from stewardship.confirming.seasons import christmas_of
from tests.support.factories import organisation_entry, save_asked, save_contact_point
from tests.support.page_types import (
    ASKED,
    ASKED_ABOUT_CHRISTMAS,
    CHOSEN,
    ENDED,
    PAGE_TYPES,
    PageType,
    words_of,
)

FOLDER: Final = ROOT / "screenshots"
# What stands in front of an address in each language that is shown.
LANGUAGES: Final = {"nb": "", "nn": "/nn"}
SCREENS: Final = {"phone": (360, 740), "desktop": (1280, 900)}
Scheme = Literal["light", "dark"]
QUALITY: Final = 75
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
HAS_ITS_PICTURES: Final = "Promise.allSettled([...document.images].map((one) => one.decode()))"
STYLE: Final = """
body { margin: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; color: #222; background: #ddd }
.looks { display: flex; gap: 1rem; overflow-x: auto; padding-block-end: 1rem }
figure { margin: 0 } figcaption { font-size: .875rem }
img { height: 40rem; object-fit: cover; object-position: top; border: 1px solid #888 }
.phone img { width: 18rem } .desktop img { width: 44rem }
"""


@dataclass(frozen=True)
class Picture:
    """One type of page, as one person with one device would see it."""

    page: str
    language: str
    screen: str
    scheme: Scheme

    @property
    def file(self) -> str:
        page = re.sub(r"[^\w]+", "-", self.page).strip("-") or "home"
        return f"{page}-{self.language}-{self.screen}-{self.scheme}.jpg"

    @property
    def caption(self) -> str:
        return f"{self.language}, {self.screen}, {self.scheme}"


def take_pictures(site: Site, folder: Path) -> Iterator[Picture]:
    with chromium.launched() as browser:
        for kind, language in product(PAGE_TYPES, LANGUAGES):
            page = _opened(browser, site, kind, language)
            for screen, scheme in product(SCREENS, SCHEMES):
                picture = Picture(kind.name, language, screen, scheme)
                _take(page, picture, folder)
                yield picture
            page.close()


def _opened(browser: Browser, site: Site, kind: PageType, language: str) -> Page:
    page = browser.new_page()
    page.goto(site.address + LANGUAGES[language] + kind.path.format(**words_of(site.address)))
    if kind.answers:
        for name, answer in kind.answers.items():
            page.locator(f"main [name={name}]").fill(answer)
        with page.expect_navigation():
            page.locator("main form button[type=submit]").last.click()
    return page


def _take(page: Page, picture: Picture, folder: Path) -> None:
    width, height = SCREENS[picture.screen]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=picture.scheme)
    page.evaluate(HAS_ITS_PICTURES)
    # A PNG takes longer.
    page.screenshot(
        path=folder / picture.file,
        type="jpeg",
        quality=QUALITY,
        full_page=True,
        animations="disabled",
    )


def add_ended(site: Site) -> None:
    """Load the one offer that the types of pages need and the catalogue has none like: an ended one."""
    offers = {
        "format": "offers/1",
        "organisations": [organisation_entry(id=ENDED["organisation"])],
        "offers": [ENDED],
    }
    with tempfile.TemporaryDirectory(prefix="bench-ended-") as folder:
        file = Path(folder) / "ended.yaml"
        file.write_text(yaml.safe_dump(offers, allow_unicode=True), encoding="utf-8")
        site.run("seeds", "load", str(file))


def let_one_write(site: Site) -> None:
    """Let the group that the types of pages name take a first message."""
    engine = create_engine(read_settings(site.environment).database_url)
    with Session(engine) as session:
        save_contact_point(session, CHOSEN[0])
        save_asked(session, CHOSEN[0], ASKED)
        save_asked(session, CHOSEN[0], ASKED_ABOUT_CHRISTMAS, christmas_of(2026).id)
    engine.dispose()


def index_of(pictures: Iterable[Picture]) -> str:
    """Return a page that shows the pictures, one type of page below the other."""
    by_page: dict[str, list[Picture]] = {}
    for picture in pictures:
        by_page.setdefault(picture.page, []).append(picture)
    parts = "".join(_section(page, looks) for page, looks in by_page.items())
    head = f'<meta charset="utf-8"><title>Pages</title><style>{STYLE}</style>'
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{parts}</body></html>\n'


def _section(page: str, looks: Iterable[Picture]) -> str:
    figures = "".join(
        f'<figure class="{look.screen}"><figcaption>{look.caption}</figcaption>'
        f'<a href="{look.file}"><img src="{look.file}" alt="" loading="lazy"></a></figure>'
        for look in looks
    )
    return f'<h2>{escape(page)}</h2><div class="looks">{figures}</div>'


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.jpg"):
        old.unlink()
    with served() as site:
        add_ended(site)
        let_one_write(site)
        index = index_of(take_pictures(site, FOLDER))
    (FOLDER / "index.html").write_text(index, encoding="utf-8")
    print(f"Open {FOLDER / 'index.html'}")


if __name__ == "__main__":
    main()
