"""How quick a sheet of five offers, each with a map, is drawn as PDF; each as if nobody had asked before."""

from collections.abc import Iterator
from typing import Final

from bench.timing import Line, line_of, measure_ms, print_table
from directory.map_places import MapPlace
from directory.passages import Passage
from prescribing.sheet import Sheet, SheetOffer
from prescribing.sheets.paper import Paper, PaperSize
from prescribing.sheets.pdf import pdf_of
from tests.support.sheets import sheet_offer, sheet_with

SHEETS: Final = 60
OFFERS: Final = 5
PDF_MS: Final = 150.0
# Coasts of many islands, of few, and none.
TOWNS: Final = (
    ("Oslo", 59.91, 10.75),
    ("Bergen", 60.39, 5.32),
    ("Trondheim", 63.43, 10.40),
    ("Tromsø", 69.65, 18.96),
    ("Hamar", 60.79, 11.07),
    ("Kautokeino", 69.01, 23.04),
    ("Haugesund", 59.41, 5.27),
)


def measure() -> Iterator[Line]:
    papers = [Paper(size, is_large) for size in PaperSize for is_large in (False, True)]
    # Not the same sheets for each paper: what is drawn once is drawn quicker the next time.
    for turn, paper in enumerate(papers):
        sheets = [_sheet(turn * SHEETS + number) for number in range(SHEETS)]
        times = measure_ms(lambda sheet, paper=paper: pdf_of(sheet, paper), sheets)
        letters = "large" if paper.is_large else "usual"
        name = f"sheet as PDF, {OFFERS} offers, {paper.size.upper()}, {letters} letters"
        yield line_of(name, times, PDF_MS)


def _sheet(number: int) -> Sheet:
    offers = [_offer(number * OFFERS + place) for place in range(OFFERS)]
    return sheet_with(*offers, address=f"https://example.org/r/{number:08}")


def _offer(number: int) -> SheetOffer:
    town, lat, lon = TOWNS[number % len(TOWNS)]
    # A little beside it, so that no map is one that was drawn before.
    aside = number / 50_000
    return sheet_offer(
        name=f"Tur nummer {number} i {town}",
        summary=Passage(f"Vi går rolig til hytte {number} og koker kaffe på bål.", None),
        place=MapPlace(lat + aside, lon - aside, is_exact=number % 2 == 0, words=town),
    )


if __name__ == "__main__":
    print_table(measure())
