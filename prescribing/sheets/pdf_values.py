"""What is drawn on a sheet as PDF, as plain values: its words, its pictures and what stands beside."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from prescribing.sheet import Sheet, SheetOffer
from prescribing.sheets.paper import Paper, PaperSize
from prescribing.sheets.pdf_words import labels_of
from prescribing.sheets.small_map import small_map
from web.languages import LANGUAGES, unbroken
from web.languages import gettext as _
from web.qr import square_drawing

# What is written at length is shortened before, at the end of a sentence; this is for what escapes it.
MOST_LETTERS: Final = 500
# What leads somewhere is neither shortened nor parted. What is shown of it stands beside it.
UNTOUCHED: Final = ("href", "address", "offer_id")
TIMES: Final = ("when", "dates", "hours")
# No word is this long but a made-up one, which may go on in the next line wherever it has to.
TOO_LONG_FOR_A_LINE: Final = re.compile(r"[^\s/-]{25,}")
PIECE: Final = re.compile(r"\S{8}(?=\S)")
LINE_MAY_END: Final = "\N{ZERO WIDTH SPACE}"
# Controls, what is not seen or turns the way of writing, halves of letters, and what is no letter yet.
NO_LETTERS: Final = {"Cc", "Cf", "Cs", "Cn"}
# What stands above, below or around a letter. No language has more of them on one.
MARKS: Final = {"Mn", "Me"}
MOST_MARKS: Final = 3
OF_A_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?![a-z])")
# A longer address, such as a sealed one, is for the square code alone: nobody types it.
LONGEST_TYPED: Final = 60
# In bytes. One that is longer ends the drawing.
LONGEST_LINK: Final = 8000
# An offer with no more letters than this fits on a page of A4, however they are shared out.
LITTLE: Final = 1400


def values_of(sheet: Sheet, paper: Paper) -> dict[str, Any]:
    """Return what the template draws, in the language spoken, for JSON."""
    shown = _fit(asdict(sheet))
    offers = zip(shown["offers"], sheet.offers, strict=True)
    may_be_little = paper == Paper(PaperSize.A4)
    return shown | {
        "offers": [values | _beside(values, offer, may_be_little) for values, offer in offers],
        "region": LANGUAGES[sheet.language].locale.territory,
        "paper": {"size": str(paper.size), "is_large": paper.is_large},
        "square": _square(sheet.address),
        "labels": _fit(labels_of(sheet)),
    }


def _beside(values: Mapping[str, Any], offer: SheetOffer, may_be_little: bool) -> dict[str, Any]:
    place = offer.place
    return {
        "map": None if place is None else small_map(place),
        "map_told": None if place is None else _fit(_("Kart: %(place)s", place=place.words)),
        "address_shown": _fit(_without_scheme(offer.address)),
        "is_little": may_be_little and sum(map(len, _words_in(values))) <= LITTLE,
    }


def _square(address: str | None) -> dict[str, str | None] | None:
    """Return the square code; None where there is no address, or none short enough for one."""
    drawing = None if address is None else square_drawing(address)
    if address is None or drawing is None:
        return None
    shown = _without_scheme(address)
    return {
        "drawing": drawing,
        "told": _("QR-kode som leder til %(address)s", address=_fit(shown)),
        "address_shown": _fit(shown) if len(shown) <= LONGEST_TYPED else None,
    }


def _without_scheme(address: str) -> str:
    return address.partition("://")[2] or address


def _words_in(value: Any) -> Iterator[str]:
    """Yield every word there is to draw, all the way down."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from _words_in(inner)


def _fit(value: Any, key: str = "") -> Any:
    """Return the same with every word of it fit for paper, all the way down."""
    if isinstance(value, Mapping):
        return {inner: _fit(one, inner) for inner, one in value.items()}
    if isinstance(value, list | tuple):
        return [_fit(one, key) for one in value]
    if not isinstance(value, str):
        return value
    words = _on_one_line(value)
    if key == "language":
        found = OF_A_LANGUAGE.match(words)
        return found[0] if found else None
    if key in UNTOUCHED:
        is_too_long = key == "href" and len(words.encode()) > LONGEST_LINK
        return None if is_too_long else words
    return _parted(_shortened(unbroken(words) if key in TIMES else words))


def _on_one_line(words: str) -> str:
    return " ".join("".join(_letters(words)).split())


def _letters(words: str) -> Iterator[str]:
    """Yield all but what is no letter, which would be drawn as an empty box, and what takes long to draw."""
    marks = 0
    for one in words:
        kind = unicodedata.category(one)
        if kind in NO_LETTERS and not one.isspace():
            continue
        marks = marks + 1 if kind in MARKS else 0
        if marks <= MOST_MARKS:
            yield one


def _shortened(words: str) -> str:
    if len(words) <= MOST_LETTERS:
        return words
    start = words[:MOST_LETTERS]
    return f"{start.rpartition(' ')[0] or start}…"


def _parted(words: str) -> str:
    return TOO_LONG_FOR_A_LINE.sub(
        lambda found: PIECE.sub(rf"\g<0>{LINE_MAY_END}", found[0]), words
    )
