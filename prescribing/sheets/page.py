"""The sheet as a page: on a screen with its buttons, on paper without them."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final
from urllib.parse import urlencode

from flask import request

from prescribing.sheet import Sheet
from prescribing.sheets.paper import Paper, PaperSize
from prescribing.sheets.small_map import small_map
from web.addresses import LanguageLink, language_links
from web.languages import gettext as _
from web.pages import Page
from web.qr import SquareCode, square_code

# The page of the sheet and its PDF lie side by side, under what the sheet is made of.
LAST_PART: Final = "/ark"
PDF: Final = ".pdf"


@dataclass(frozen=True)
class PaperLink:
    """The same sheet on other paper."""

    name: str
    href: str
    is_shown: bool


@dataclass(frozen=True)
class SheetPage(Page):
    """A sheet to print. ``maps`` are pictures as addresses, one for each offer, None without a place.

    ``square`` leads to ``sheet.address``, None where there is none or it is too long.
    ``papers`` and ``letters`` are what else it can be printed on, ``back`` is where it was made.
    """

    template: ClassVar[str] = "prescribing/sheet.html"
    is_private: ClassVar[bool] = True

    sheet: Sheet
    paper: Paper
    maps: tuple[str | None, ...]
    square: SquareCode | None
    papers: tuple[PaperLink, ...]
    letters: tuple[PaperLink, ...]
    languages: tuple[LanguageLink, ...]
    pdf: str
    back: str


def sheet_page(sheet: Sheet, paper: Paper) -> SheetPage:
    """Return the page for the address that is asked for; its PDF and the way back are beside it."""
    here = request.script_root + request.path
    places = (offer.place for offer in sheet.offers)
    return SheetPage(
        sheet=sheet,
        paper=paper,
        maps=tuple(None if place is None else as_picture(small_map(place)) for place in places),
        square=None if sheet.address is None else square_code(sheet.address),
        papers=tuple(_papers(here, paper)),
        letters=tuple(_letters(here, paper)),
        languages=tuple(_languages(paper)),
        pdf=_with(here + PDF, paper),
        back=here.removesuffix(LAST_PART),
    )


def as_picture(svg: str) -> str:
    """Return an SVG document as an address of its own (``data:``)."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def _papers(here: str, paper: Paper) -> Iterator[PaperLink]:
    for size in PaperSize:
        other = Paper(size, paper.is_large)
        yield PaperLink(size.upper(), _with(here, other), is_shown=other == paper)


def _letters(here: str, paper: Paper) -> Iterator[PaperLink]:
    for is_large, name in ((False, _("Vanlig skrift")), (True, _("Stor skrift"))):
        other = Paper(paper.size, is_large)
        yield PaperLink(name, _with(here, other), is_shown=other == paper)


def _languages(paper: Paper) -> Iterator[LanguageLink]:
    for link in language_links():
        yield LanguageLink(link.language, link.name, _with(link.href, paper), link.is_shown)


def _with(address: str, paper: Paper) -> str:
    query = urlencode(paper.asked_by)
    return f"{address}?{query}" if query else address
