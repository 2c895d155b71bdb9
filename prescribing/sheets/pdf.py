"""The sheet as PDF: drawn by Typst out of what is on the sheet, in memory alone."""

import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Final, cast

import typst

from core.errors import DomainError
from prescribing.sheet import Sheet
from prescribing.sheets.paper import Paper
from prescribing.sheets.pdf_values import values_of
from web.languages import speaking

HERE: Final = Path(__file__).parent
STATIC: Final = HERE.parents[1] / "static"
TEMPLATE: Final = HERE / "sheet.typ"
HILLS: Final = STATIC / "img" / "horizon-light.svg"
FONTS: Final = STATIC / "fonts"
# Headings, lists, pictures that are described, letters that can be read aloud: ISO 14289-1.
READ_ALOUD: Final = "ua-1"

_drawing = Lock()


class NoPdfError(DomainError):
    """The sheet could not be drawn as PDF; it can be printed from its page."""

    code = "no_pdf"
    status = 503


def pdf_of(sheet: Sheet, paper: Paper) -> bytes:
    """Return the sheet as PDF, in its own language; the same sheet always as the same bytes.

    Raises NoPdfError where it cannot be drawn.
    """
    with speaking(sheet.language):
        values = json.dumps(values_of(sheet, paper), ensure_ascii=False)
        try:
            return _drawn(values)
        except (KeyboardInterrupt, SystemExit):
            raise
        # A fault inside Typst does not come as an Exception, and must not end the whole server.
        except BaseException as error:
            raise NoPdfError("The sheet could not be drawn; its page can be printed.") from error


def _drawn(values: str) -> bytes:
    with _drawing:
        try:
            return _drawn_as(values, [READ_ALOUD])
        except typst.TypstError:
            # A letter that no font of ours has is an empty box. The standard forbids it; a name may have it.
            return _drawn_as(values, [])


def _drawn_as(values: str, standards: list[Any]) -> bytes:
    drawn = _compiler().compile(
        _template(),
        format="pdf",
        sys_inputs={"sheet": values, "hills": _hills()},
        pdf_standards=standards,
    )
    # It is several files only for pictures, and none only where it is told to write one.
    return cast("bytes", drawn)


@cache
def _compiler() -> typst.Compiler:
    """Return the one that draws; kept, since reading the fonts anew takes longer than drawing.

    The fonts of the machine are left alone, so that a sheet looks the same wherever it is drawn.
    """
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(root=HERE, font_paths=fonts)


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


@cache
def _hills() -> str:
    return HILLS.read_text(encoding="utf-8")
