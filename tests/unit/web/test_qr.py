"""The square code on paper: large enough for a camera, and small enough not to slow a page down."""

import random
import string
from urllib.parse import unquote

import brotli
import pytest

from web.qr import LONGEST, PIXELS_OF_A_SQUARE, square_code

ADDRESS = "https://example.org/tilbud/klatrekveld"
AT_MOST = 2_500
# As strong as pages are compressed on their way out.
QUALITY = 5


def address_of(length: int) -> str:
    """Return an address like that of answers, in which nothing repeats itself."""
    draw = random.Random(length)
    start = "https://example.org/treff/"
    sealed = draw.choices(string.ascii_letters + string.digits + "-_", k=length - len(start))
    return start + "".join(sealed)


def drawn(image: str) -> str:
    return unquote(image.partition(",")[2]).replace("'", '"')


def test_another_page_has_another_code() -> None:
    assert square_code(ADDRESS) == square_code(ADDRESS)
    assert square_code(ADDRESS) != square_code(f"{ADDRESS}2")


@pytest.mark.parametrize("length", [40, 150, LONGEST])
def test_a_square_is_as_many_pixels_whatever_the_address(length: int) -> None:
    code = square_code(address_of(length))

    assert code
    squares = code.pixels // PIXELS_OF_A_SQUARE
    assert f'viewBox="0 0 {squares} {squares}"' in drawn(code.image)


def test_an_address_too_long_for_a_camera_has_no_code() -> None:
    assert square_code(address_of(LONGEST))
    assert square_code(address_of(LONGEST + 1)) is None


@pytest.mark.parametrize("length", [40, 300, LONGEST])
def test_a_code_adds_little_to_a_page(length: int) -> None:
    code = square_code(address_of(length))

    assert code
    assert len(brotli.compress(code.image.encode(), quality=QUALITY)) < AT_MOST
