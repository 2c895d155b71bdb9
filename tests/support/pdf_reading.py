"""A PDF as others meet it: read aloud by its tags, seen as a picture, looked at by a phone's camera."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import pypdfium2 as pdfium
import zxingcpp
from pypdfium2 import raw

# Where a line may end, and where it may not.
UNSEEN: Final = str.maketrans("", "", "\N{ZERO WIDTH SPACE}\N{WORD JOINER}")
POINTS_IN_AN_INCH: Final = 72
MILLIMETRES_IN_AN_INCH: Final = 25.4
AS_A_PRINTER: Final = 3.0


@dataclass(frozen=True)
class Tagged:
    """A piece of what is read aloud; ``kinds`` are the tags around it, such as H1, the outermost first."""

    kinds: tuple[str, ...]
    words: str
    language: str


@dataclass(frozen=True)
class Letter:
    """Where a letter stands, in millimetres from the upper left corner, and its size in points."""

    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float


def read_aloud(pdf: bytes) -> list[Tagged]:
    """Return all that has tags, page after page; pictures are what is told of them."""
    with _opened(pdf) as document:
        return [piece for page in document for piece in _pieces(page)]


def pieces_in(pdf: bytes, kind: str) -> list[str]:
    """Return what is read aloud inside of a tag such as H1, piece by piece."""
    return [piece.words.strip() for piece in read_aloud(pdf) if kind in piece.kinds]


def words_of(pdf: bytes) -> str:
    """Return everything that is read aloud, in one line."""
    return " ".join(" ".join(piece.words for piece in read_aloud(pdf)).split())


def without_spaces(words: str) -> str:
    """Return words to be compared with others, wherever their lines end."""
    return "".join(words.translate(UNSEEN).split())


def title_and_language(pdf: bytes) -> tuple[str, str]:
    with _opened(pdf) as document:
        return document.get_metadata_value("Title"), _told(raw.FPDFCatalog_GetLanguage, document)


def what_is_told_of_it(pdf: bytes) -> dict[str, str]:
    """Return title, author, day of making and so on, those that are told."""
    with _opened(pdf) as document:
        return {key: value for key, value in document.get_metadata_dict().items() if value}


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Return width and height of each page in millimetres."""
    with _opened(pdf) as document:
        return [
            (round(_in_millimetres(width)), round(_in_millimetres(height)))
            for width, height in (page.get_size() for page in document)
        ]


def letters(pdf: bytes) -> list[Letter]:
    with _opened(pdf) as document:
        return [one for number, page in enumerate(document) for one in _letters_on(page, number)]


def pages_as_read(pdf: bytes) -> list[str]:
    """Return the words of each page as they lie in the file, without the marks where a line may end."""
    with _opened(pdf) as document:
        return [page.get_textpage().get_text_range().translate(UNSEEN) for page in document]


def codes_seen(pdf: bytes) -> list[str]:
    """Return what the square codes on its pages lead to, as a camera reads them off the paper."""
    with _opened(pdf) as document:
        pictures = (page.render(scale=AS_A_PRINTER, grayscale=True) for page in document)
        return [
            code.text
            for picture in pictures
            for code in zxingcpp.read_barcodes(np.squeeze(picture.to_numpy()))
        ]


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    document = pdfium.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def _pieces(page: Any) -> Iterator[Tagged]:
    tree = raw.FPDF_StructTree_GetForPage(page)
    words = _words_by_mark(page)
    top = Tagged((), "", "")
    try:
        for number in range(raw.FPDF_StructTree_CountChildren(tree)):
            yield from _below(raw.FPDF_StructTree_GetChildAtIndex(tree, number), top, words)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _below(element: Any, around: Tagged, words: dict[int, str]) -> Iterator[Tagged]:
    kind = _told(raw.FPDF_StructElement_GetType, element)
    language = _told(raw.FPDF_StructElement_GetLang, element) or around.language
    here = Tagged((*around.kinds, kind), "", language)
    if kind == "Figure":
        yield replace(here, words=_told(raw.FPDF_StructElement_GetAltText, element))
        return
    for number in range(raw.FPDF_StructElement_CountChildren(element)):
        inner = raw.FPDF_StructElement_GetChildAtIndex(element, number)
        mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, number)
        if inner:
            yield from _below(inner, here, words)
        elif mark >= 0:
            yield replace(here, words=words.get(mark, ""))


def _words_by_mark(page: Any) -> dict[int, str]:
    text = page.get_textpage()
    words: dict[int, str] = {}
    for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
        mark = raw.FPDFPageObj_GetMarkedContentID(piece)
        said = _told(raw.FPDFTextObj_GetText, piece, text)
        words[mark] = words.get(mark, "") + said.translate(UNSEEN)
    return words


def _letters_on(page: Any, number: int) -> Iterator[Letter]:
    text = page.get_textpage()
    _width, height = page.get_size()
    for index in range(text.count_chars()):
        # A space that is only there to part two words has no size of its own.
        if raw.FPDFText_IsGenerated(text, index):
            continue
        left, bottom, right, top = map(_in_millimetres, text.get_charbox(index))
        size = raw.FPDFText_GetFontSize(text, index)
        high = _in_millimetres(height)
        yield Letter(number, left, right, high - top, high - bottom, size)


def _in_millimetres(points: float) -> float:
    return points * MILLIMETRES_IN_AN_INCH / POINTS_IN_AN_INCH


def _told(ask: Any, *of: Any) -> str:
    """Return words of the library's, which has to be asked first how much room they need."""
    room = ask(*of, None, 0)
    taken = ctypes.create_string_buffer(room)
    ask(*of, ctypes.cast(taken, ask.argtypes[-2]), room)
    return taken.raw.decode("utf-16-le").rstrip("\0")
