"""The square code on paper: a phone is held over it, and opens the page that was printed.

It leads to the same address as the page, and so says no more than the page does. Nothing is kept
of it: an address may hold what a visitor answered.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

import segno

from web.addresses import full_address

# Beyond this the squares become too small for the camera of an ordinary phone.
LONGEST: Final = 500
# Trying all eight patterns to find the prettiest takes four times as long; a phone reads any of them.
PATTERN: Final = 3
# In squares. The paper around it is white too.
MARGIN: Final = 2
# Half a millimetre on paper.
PIXELS_OF_A_SQUARE: Final = 2


@dataclass(frozen=True)
class SquareCode:
    """A picture as an address of its own (``data:``), and how many pixels each of its sides takes."""

    image: str
    pixels: int


def qr_of_page() -> SquareCode | None:
    """Return the code of the page that is shown; None where its address is too long for one."""
    return square_code(full_address())


def square_code(address: str) -> SquareCode | None:
    """Return the code that leads to ``address``; None where that is too long."""
    code = _code_of(address)
    if code is None:
        return None
    image = code.svg_data_uri(
        border=MARGIN, omitsize=True, xmldecl=False, svgclass=None, lineclass=None, nl=False
    )
    squares = len(code.matrix) + 2 * MARGIN
    return SquareCode(image, squares * PIXELS_OF_A_SQUARE)


def square_drawing(address: str) -> str | None:
    """Return the same code as an SVG document, without margin; None where the address is too long."""
    code = _code_of(address)
    if code is None:
        return None
    drawn = BytesIO()
    code.save(drawn, kind="svg", border=0, omitsize=True, xmldecl=False)
    return drawn.getvalue().decode()


def _code_of(address: str) -> segno.QRCode | None:
    if len(address) > LONGEST:
        return None
    return segno.make(address, error="m", boost_error=False, mask=PATTERN, micro=False)
